"""Pictures: SimCord draws them with Playwright; here it is given the system's own browser.

Playwright looks only for a browser that it downloaded itself, SimCord passes it no path, and draws
every point as one pixel, which is blurred on most screens. So this file, and nothing else, reaches
into SimCord: it starts Debian's chromium, tells it to draw two pixels a point, and hands it to the
Preview's capture manager, which closes it. Without a browser there are no pictures, and the demo
says so.
"""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import async_playwright
from simcord import SetupError

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    import simcord
    from playwright.async_api import Browser, BrowserContext, FloatRect, Page

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
"""What a browser is told that has no screen and nothing to look for outside."""

_PIXELS_A_POINT = 2
_COLOURS = 64
_MARGIN = 12  # points around what is being typed
_PATIENCE = 15_000  # milliseconds; a machine may be busy


class PictureError(Exception):
    """A picture could not be taken; the text says why, in one line."""


def find_browser() -> str | None:
    """Return the path of a Chromium on this machine, or None."""
    return next((path for name in _NAMES if (path := shutil.which(name)) is not None), None)


async def take_picture(
    preview: simcord.Preview, path: Path, target: object, executable: str
) -> None:
    """Write what a viewer sees of `target` as a small PNG, two pixels a point.

    Raises `PictureError` where the browser at `executable` or SimCord fails.
    """
    try:
        await _lend_browser(preview, executable)
        await preview.screenshot(path, target=target, allow_incomplete=True)
    except (PlaywrightError, SetupError) as error:
        raise PictureError(str(error).partition("\n")[0]) from error
    await asyncio.to_thread(_shrink, path)


async def take_typing(
    preview: simcord.Preview, path: Path, command: str, typed: str, executable: str
) -> None:
    """Write what a viewer sees while typing a command's first option: the choices offered.

    The Preview has to be of a whole channel. Raises `PictureError` as `take_picture` does.
    """
    try:
        browser = await _lend_browser(preview, executable)
        context = await browser.new_context(
            viewport={"width": preview.width, "height": preview.height}, reduced_motion="reduce"
        )
        page = await context.new_page()
        page.set_default_timeout(_PATIENCE)
        await page.goto(preview.url)
        await page.locator("#channel-composer-input").click()
        await page.keyboard.type(f"/{command}")
        await page.locator("#command-picker-listbox").get_by_text(f"/{command}").first.wait_for()
        await page.keyboard.press("Enter")
        await page.locator(".command-option-input").wait_for()
        await page.keyboard.type(typed)
        popup = page.locator(".command-popup")
        await popup.get_by_text(typed).wait_for()
        await popup.get_by_role("option").first.wait_for()
        await page.screenshot(path=path, clip=await _around(page))
    except (PlaywrightError, SetupError) as error:
        raise PictureError(str(error).partition("\n")[0]) from error
    await asyncio.to_thread(_shrink, path)


async def _around(page: Page) -> FloatRect:
    """Return the part of the page that holds the choices and the line being typed."""
    choices = await page.locator(".command-popup").bounding_box()
    line = await page.locator("#channel-composer").bounding_box()
    if choices is None or line is None:
        raise PlaywrightError("the choices are not to be seen")
    top = choices["y"] - _MARGIN
    return {
        "x": line["x"],
        "y": top,
        "width": line["width"],
        "height": line["y"] + line["height"] + _MARGIN - top,
    }


async def _lend_browser(preview: simcord.Preview, executable: str) -> _Sharp:
    manager = preview._capture_manager  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - the shim that the docstring is about
    playwright = await async_playwright().start()
    manager._playwright = playwright  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - likewise
    browser = await playwright.chromium.launch(
        executable_path=executable, args=list(QUIET), chromium_sandbox=False
    )
    lent = _Sharp(browser)
    manager._browser = lent  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - likewise
    return lent


@dataclass(frozen=True, slots=True)
class _Sharp:
    """A browser as SimCord's capture manager uses it, whose pages are drawn for a sharp screen."""

    browser: Browser

    @property
    def version(self) -> str:
        return self.browser.version

    async def new_context(self, **options: Any) -> BrowserContext:
        options["device_scale_factor"] = _PIXELS_A_POINT
        return await self.browser.new_context(**options)

    async def close(self) -> None:
        await self.browser.close()


def _shrink(path: Path) -> None:
    """Keep the colours that matter; the file is a third of what it was."""
    with Image.open(path) as image:
        flat = image.convert("RGB").quantize(
            _COLOURS, method=Image.Quantize.MEDIANCUT, kmeans=1, dither=Image.Dither.NONE
        )
    flat.save(path, optimize=True)
