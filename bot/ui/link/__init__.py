"""The link to Discord: the client, its connection, the courier and what Discord answers."""
