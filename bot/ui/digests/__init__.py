"""Digests: the message itself, and the panels and buttons of `/digest`."""
