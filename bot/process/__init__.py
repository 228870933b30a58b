"""What a process needs around the bot: its logs and its pulse."""
