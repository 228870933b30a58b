"""Paperboy: the Discord bot that brings research papers to the people who read them."""

from __future__ import annotations

import os

# pydantic looks through every installed distribution for plugins, at every start; we have none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

__version__ = "0.1.0"
