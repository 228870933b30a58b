"""The services that know papers which are not here, by the names that the configuration has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.sources.arxiv import Arxiv
from bot.sources.crossref import Crossref
from bot.sources.huggingface_lookup import HuggingFaceLookup
from bot.sources.openalex import OpenAlex
from bot.sources.openreview import OpenReview
from bot.sources.semantic_scholar import SemanticScholar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.services.ports import TitleLookup
    from bot.sources.http import PoliteClient


def lookups(
    client: PoliteClient,
    order: Iterable[str],
    addresses: Mapping[str, str],
    *,
    contact: str = "",
    semantic_scholar_key: str | None = None,
) -> tuple[TitleLookup, ...]:
    """The services in the order given, each at its address; `addresses` has one for every name, and
    ``openreview_v1``. A contact that is a mail address is told to those that ask for one.
    """
    mailto = contact if "@" in contact and "/" not in contact else None

    def made(name: str) -> TitleLookup:
        address = addresses[name]
        match name:
            case "huggingface":
                return HuggingFaceLookup(client, address)
            case "arxiv":
                return Arxiv(client, address)
            case "semantic_scholar":
                return SemanticScholar(client, address, key=semantic_scholar_key)
            case "openalex":
                return OpenAlex(client, address, mailto=mailto)
            case "crossref":
                return Crossref(client, address, mailto=mailto)
            case _:
                return OpenReview(client, address, addresses["openreview_v1"])

    return tuple(map(made, order))
