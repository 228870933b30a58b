"""How arXiv wants to be asked, whoever asks it: its Terms of Use hold for API and feeds together.

One connection, at most one request in three seconds; and ten minutes' silence after it said that it
is asked too often, for whoever goes on is blocked for longer.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.sources.houses import Manners

GAP, SILENCE = 3.0, 600.0


def arxiv_manners(*addresses: str) -> tuple[Manners, ...]:
    """The rule for arXiv's hosts; none for a stand-in without a name of its own."""
    hosts = frozenset(
        f"{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 80)}"
        for parts in map(urlsplit, addresses)
        if (parts.hostname or "").endswith(".arxiv.org")
    )
    return (Manners(hosts, gap=GAP, silence=SILENCE),) if hosts else ()
