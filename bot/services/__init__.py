"""The use cases: each decides by calling the core, acts through a port, records what happened."""
