"""Errands: what the command line does besides running the bot, one file a command."""
