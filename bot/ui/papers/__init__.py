"""Papers on the screen: cards, lookups, searches, what is trending, the library."""
