"""Where an external id leads: the page that shows the paper, the DOI that spells it.

Rules everything here obeys: what is made is made from the id alone, nobody is asked; an id of a
namespace that has no such thing gives None.
"""

from __future__ import annotations

from urllib.parse import quote

from bot.core.ids import arxiv_links

_DOI_OF_ARXIV = "10.48550/arXiv."
_DOI_OF_ACL = "10.18653/v1/"
_AS_IT_IS = "/:;.,-_~"  # all else that a DOI may have ends a link somewhere, or means another thing


def page_of(external_id: str) -> str | None:
    """The address where people read about the paper, at the house whose id it is."""
    namespace, _, value = external_id.partition(":")
    match namespace:
        case "arxiv":
            links = arxiv_links(external_id)
            return None if links is None else links.page
        case "doi":
            return f"https://doi.org/{quote(value, _AS_IT_IS, errors='replace')}"
        case "acl":
            return f"https://aclanthology.org/{value}/"
        case "openreview":
            return f"https://openreview.net/forum?id={value}"
        case "openalex":
            return f"https://openalex.org/{value.upper()}"
        case "s2" if value.startswith("corpusid:"):
            return f"https://api.semanticscholar.org/CorpusID:{value.removeprefix('corpusid:')}"
        case "s2":
            return f"https://www.semanticscholar.org/paper/{value}"
        case _:
            return None


def doi_of(external_id: str) -> str | None:
    """The DOI of the paper. That of the ACL Anthology is the form given since 2015; an older paper
    may have another one.
    """
    namespace, _, value = external_id.partition(":")
    match namespace:
        case "doi":
            return value
        case "arxiv":
            return _DOI_OF_ARXIV + value
        case "acl":
            return _DOI_OF_ACL + value
        case _:
            return None
