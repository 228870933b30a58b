"""Where papers come from: one file a source, over one shared polite HTTP client.

A source fetches, reads tolerantly and cleans; what leaves the room is a `PaperDraft` with the
reasons for what was left out, or a `SourceError` that names the source and the address.
"""
