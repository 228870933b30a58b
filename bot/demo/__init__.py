"""The demo: the real bot in a simulated Discord, on bundled papers, with a page to try it.

SimCord (PyPI `simcord`) is the Discord here: discord.py's real machinery against an in-memory
server. What it cannot do, and what this room does about it, is in `docs/decisions/0006-demo.md`.
"""
