"""Translators: one file a provider, each a `TranslationProvider`, over the shared HTTP client.

Their formats are from the providers' documentation; none could be tried from where this was
written.
"""
