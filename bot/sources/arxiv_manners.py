"""How arXiv wants to be asked, whoever asks it: its Terms of Use hold for API and feeds together.

One connection, at most one request in three seconds; and ten minutes' silence after it said that it
is asked too often, for whoever goes on is blocked for longer. That holds for each of its hosts, by
every scheme and port, and also for what a server's administrators add; a stand-in for it that has
another name is asked as any host is.
"""

from __future__ import annotations

from bot.sources.houses import Manners

GAP, SILENCE = 3.0, 600.0

ARXIV = Manners(frozenset({"arxiv.org"}), gap=GAP, silence=SILENCE)
"""arXiv's rule, for ``arxiv.org`` and all that ends so: ``export.``, ``rss.``, ``www.``."""
