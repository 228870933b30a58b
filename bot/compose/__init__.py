"""The one room that knows everything and wires it.

`open_app` builds the whole bot around one database and hands out an `App` that can be driven step
by step (`tick`, `drain`, `poll`): by stories, by the demo, by the clock of `paperboy run`.
"""

from __future__ import annotations

from bot.compose.app import App
from bot.compose.wiring import TitleUse, open_app

__all__ = ["App", "TitleUse", "open_app"]
