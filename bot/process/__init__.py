"""What a process needs around the bot: its logs, its pulse, and the child that indexes titles."""
