"""Pictures: SimCord draws them with Playwright; here it is given the system's own browser.

Playwright looks only for a browser that it downloaded itself, and SimCord passes it no path. So
this file, and nothing else, reaches into SimCord: it starts Debian's chromium and hands it to the
Preview's capture manager, which closes it. Without a browser there are no pictures, and the demo
says so.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from playwright.async_api import async_playwright

if TYPE_CHECKING:
    import simcord

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def find_browser() -> str | None:
    """Return the path of a Chromium on this machine, or None."""
    return next((path for name in _NAMES if (path := shutil.which(name)) is not None), None)


async def lend_browser(preview: simcord.Preview, executable: str) -> None:
    """Let this Preview take its pictures with the browser at `executable`."""
    manager = preview._capture_manager  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - the shim that the docstring is about
    playwright = await async_playwright().start()
    manager._playwright = playwright  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - likewise
    manager._browser = await playwright.chromium.launch(  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - likewise
        executable_path=executable, args=list(_QUIET), chromium_sandbox=False
    )
