"""Paperboy: the Discord bot that brings research papers to the people who read them."""

from __future__ import annotations

__version__ = "0.1.0"
