"""External ids: what a person pastes, brought to the one form that leads to a paper.

Rules everything here obeys:

- An id is text with a namespace: ``arxiv:2305.14314``, ``arxiv:math/0211159``, ``doi:10.…``,
  ``acl:P19-1001``, ``openreview:…``, ``s2:…``, ``openalex:w…``. Each one reads back as itself.
- Versions are not papers: ``v2`` is dropped. A subject class is dropped too (``cs.LG/0401001`` is
  ``cs/0401001``), and a DOI of arXiv or of the ACL Anthology is the id that it spells.
- Strict: `find_id` answers only where the whole text is an id or an address of one; a title
  that contains a number is a title.
- Old-style arXiv ids run from 1991-07 to 2007-03, new ones start in 2007-04, with four digits
  until 2014-12 and five from 2015-01 on (source: arXiv's description of its identifiers).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

LONGEST = 2_000
"""A pasted text longer than this many characters is no id."""

_ARCHIVES = frozenset(
    re.findall(
        r"\S+",
        """
        acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg
        comp-gas cond-mat cs dg-ga econ eess funct-an gr-qc hep-ex hep-lat hep-ph hep-th
        math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio
        q-fin quant-ph solv-int
        stat supr-con
        """,
    )
)
_VERSION = r"(?:v[0-9]{1,3})?"
_NEW = re.compile(rf"([0-9]{{2}})([0-9]{{2}})\.([0-9]{{4,5}}){_VERSION}", re.IGNORECASE)
_OLD = re.compile(
    rf"([a-z]{{1,8}}(?:-[a-z]{{2,4}})?)(?:\.[a-z]{{2,5}}(?:-[a-z]{{2,8}})?)?"
    rf"/([0-9]{{2}})([0-9]{{2}})([0-9]{{3}}){_VERSION}",
    re.IGNORECASE,
)
# What stands behind an id copied from a paper's first page: “… [cs.LG] 23 May 2023”.
_STAMP = re.compile(r"\s*\[[a-z.-]{2,20}\](?:\s+[0-9]{1,2} [a-z]{3} [0-9]{4})?", re.IGNORECASE)
# Angle brackets stand in a DOI in pairs only, where it is made of a SICI (ANSI/NISO Z39.56):
# 10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/(?:[^\s\"<>]|<[^\s\"<>]*>)+")
_DOI_OF_ARXIV = "10.48550/arxiv."
_DOI_OF_ACL = "10.18653/v1/"
_DOI_OF_OLDER_ACL = "10.3115/v1/"
# A publisher's address: …/doi/abs/10.1145/…, …/article/10.1007/…, …/content/10.1101/….full.pdf
_DOI_IN_PATH = re.compile(
    r"(?:/[a-z-]{2,20})?/(?:doi|article|chapter|book|content|abstract)/"
    r"(?:[a-z]{2,8}/){0,2}(10\.[0-9]{4,9}/.+)"
)
_AFTER_DOI = re.compile(r"(?:\.full|\.abstract|\.short)?(?:\.pdf|-text)?$")
# bioRxiv and medRxiv write a version behind the DOI: 10.1101/2020.01.01.123456v2
_VERSION_OF_RXIV = re.compile(r"(10\.(?:1101|64898)/[0-9.]+)v[0-9]{1,2}")
_ACL_OLD = re.compile(r"[a-z][0-9]{2}-[0-9]{4,5}", re.IGNORECASE)
_ACL_NEW = re.compile(r"[0-9]{4}\.[a-z0-9_]+-[a-z0-9_]+\.[0-9]{1,4}", re.IGNORECASE)
_OPENREVIEW = re.compile(r"[A-Za-z0-9_-]{6,20}")
_S2 = re.compile(r"[0-9a-f]{40}|corpusid:[0-9]{1,12}", re.IGNORECASE)
_CORPUS = re.compile(r"corpus\s?id\s*:\s*([0-9]{1,12})", re.IGNORECASE)
_OPENALEX = re.compile(r"w[0-9]{4,12}", re.IGNORECASE)
_PREFIX = re.compile(
    r"(arxiv|doi|acl|openreview|s2|openalex)\s*:\s*(.+)", re.IGNORECASE | re.DOTALL
)
_ADDRESS = re.compile(
    r"(https?://)?((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,12})(?::[0-9]+)?/\S+", re.IGNORECASE
)
_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}
_OPENING = "<([{\"'`*\u201c\u2018"
_TRAILING = ".,;:!?\"'`*\u2026\u201d\u2019"

# In a message angle brackets stand around addresses and are mentions; those of a SICI are followed
# by its version.
_RUN = r"""(?:[^\s<>"`]|<[^\s<>"`@\#/]{1,60}>(?=[0-9]))+"""
_INSIDE = re.compile(
    rf"""
      https?://{_RUN}
    | (?<![\w./-])(?:[a-z0-9-]{{1,63}}\.){{1,4}}[a-z]{{2,6}}/{_RUN}
    | (?<![\w-])(?:arxiv|doi|acl|openreview|s2|openalex|corpus\s?id)\s?:\s?{_RUN}
    | (?<![\w./])10\.[0-9]{{4,9}}/{_RUN}
    | (?<![\w./-])[a-z]{{1,8}}(?:-[a-z]{{2,4}})?(?:\.[a-z-]{{2,12}})?/[0-9]{{7}}{_VERSION}(?![\w/])
    | (?<![\w./$€£-])[0-9]{{4}}\.[0-9]{{4,5}}{_VERSION}(?![\w/]|\.[0-9])
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class ArxivLinks:
    """Where arXiv shows a paper: its page and its PDF, the newest version of each."""

    page: str
    pdf: str


def find_id(text: str) -> str | None:
    """The external id that the whole `text` is or is the address of, else None.

    Space, quotes, angle brackets and a sentence's punctuation around it do not count.
    """
    if len(text) > LONGEST:
        return None
    bare = _bare(unicodedata.normalize("NFKC", text))
    if not bare:
        return None
    if (corpus := _CORPUS.fullmatch(bare)) is not None:
        return f"s2:corpusid:{corpus[1]}"
    if (prefixed := _PREFIX.fullmatch(bare)) is not None:
        return _named(prefixed[1].lower(), prefixed[2])
    return _arxiv(bare) or _doi(bare) or _at_address(bare)


def find_ids(text: str) -> tuple[str, ...]:
    """Every external id inside `text`, in the order of appearance, each once."""
    found = (find_id(match.group()) for match in _INSIDE.finditer(text))
    return tuple(dict.fromkeys(one for one in found if one is not None))


def is_arxiv_id(external_id: str) -> bool:
    """True for an arXiv id in the normal form, ``arxiv:2305.14314``."""
    return external_id.startswith("arxiv:") and _arxiv(external_id[6:]) == external_id


def arxiv_links(external_id: str) -> ArxivLinks | None:
    """The addresses of an arXiv id, or None for an id of another namespace."""
    if not is_arxiv_id(external_id):
        return None
    number = external_id[6:]
    return ArxivLinks(f"https://arxiv.org/abs/{number}", f"https://arxiv.org/pdf/{number}")


def display_id(external_id: str) -> str:
    """The id as its own house writes it: ``arXiv:2305.14314``, ``10.1038/nature14539``."""
    namespace, _, value = external_id.partition(":")
    match namespace:
        case "arxiv":
            return f"arXiv:{value}"
        case "acl":
            return f"ACL {value}"
        case "openreview":
            return f"OpenReview {value}"
        case "s2":
            return f"S2 {value}"
        case "openalex":
            return f"OpenAlex {value.upper()}"
        case "doi":
            return value
        case _:
            return external_id


def _bare(text: str) -> str:
    """Without what surrounds an id in a sentence; a bracket that belongs to the id stays."""
    text = text.strip().lstrip(_OPENING).strip()
    while text:
        last = text[-1]
        unmatched = last in _CLOSING and text.count(last) > text.count(_CLOSING[last])
        if not (last in _TRAILING or last.isspace() or unmatched):
            break
        text = text[:-1]
    return text


def _named(namespace: str, value: str) -> str | None:
    match namespace:
        case "arxiv":
            # “arXiv:2305.14314v2 [cs.LG] 23 May 2023”
            stamp = _STAMP.search(value)
            if stamp is not None and stamp.end() == len(value):
                value = value[: stamp.start()]
            return _arxiv(value)
        case "doi":
            return _doi(value) or _at_address(value)
        case "acl":
            return _acl(value)
        case "openreview":
            return f"openreview:{value}" if _OPENREVIEW.fullmatch(value) else None
        case "openalex":
            return _openalex(value)
        case _:
            return f"s2:{value.lower()}" if _S2.fullmatch(value) else None


def _arxiv(text: str) -> str | None:
    if (new := _NEW.fullmatch(text)) is not None:
        year, month, number = int(new[1]), int(new[2]), new[3]
        in_time = (year, month) >= (7, 4) and 1 <= month <= 12  # noqa: PLR2004 -- a date, April 2007
        digits = 5 if year >= 15 else 4  # noqa: PLR2004 -- five digits since 2015
        if in_time and len(number) == digits and int(number) > 0:
            return f"arxiv:{new[1]}{new[2]}.{number}"
        return None
    old = _OLD.fullmatch(text)
    if old is None or old[1].lower() not in _ARCHIVES or int(old[4]) == 0:
        return None
    year, month = int(old[2]), int(old[3])
    year += 1900 if year >= 91 else 2000  # noqa: PLR2004 -- arXiv began in 1991
    if (1991, 7) <= (year, month) <= (2007, 3) and 1 <= month <= 12:  # noqa: PLR2004 -- months
        return f"arxiv:{old[1].lower()}/{old[2]}{old[3]}{old[4]}"
    return None


def _doi(text: str) -> str | None:
    if _DOI.fullmatch(text) is None:
        return None
    value = text.lower()
    if value.startswith(_DOI_OF_ARXIV):
        return _arxiv(value[len(_DOI_OF_ARXIV) :])
    for of_acl in (_DOI_OF_ACL, _DOI_OF_OLDER_ACL):
        if value.startswith(of_acl) and (acl := _acl(value[len(of_acl) :])) is not None:
            return acl
    return f"doi:{value}"


def _acl(text: str) -> str | None:
    if _ACL_OLD.fullmatch(text):
        return f"acl:{text.upper()}"
    return f"acl:{text.lower()}" if _ACL_NEW.fullmatch(text) else None


def _openalex(text: str) -> str | None:
    return f"openalex:{text.lower()}" if _OPENALEX.fullmatch(text) else None


def _at_address(text: str) -> str | None:
    """The id that a web address names; the scheme may be missing."""
    match = _ADDRESS.fullmatch(text)
    if match is None:
        return None
    parts = urlsplit(text if match[1] else f"https://{text}")
    host, path = match[2].lower().removeprefix("www."), unquote(parts.path)
    match host:
        case "huggingface.co" | "hf.co":
            return _arxiv_path(path) if path.startswith("/papers/") else None
        case "alphaxiv.org" | "arxiv.org" | "ar5iv.org" | "scirate.com":
            return _arxiv_path(path)
        case "xxx.lanl.gov" | "arxiv.lanl.gov":  # arXiv's first name, and a mirror
            return _arxiv_path(path)
        case "doi.org" | "dx.doi.org":
            return _doi(_bare(path.removeprefix("/")))
        case "aclanthology.org" | "aclweb.org" | "aclanthology.info":
            return _acl(re.sub(r"\.(?:pdf|bib)$", "", path.rstrip("/")).rpartition("/")[2])
        case "openreview.net":
            return _openreview(parts)
        case "semanticscholar.org" | "api.semanticscholar.org":
            return _semantic_scholar(path)
        case "openalex.org" | "api.openalex.org":
            return _openalex(path.rstrip("/").rpartition("/")[2])
        case _ if host.endswith(".arxiv.org"):
            return _arxiv_path(path)
        case _:
            in_path = _DOI_IN_PATH.fullmatch(path)
            return _publishers(_bare(in_path[1])) if in_path is not None else None


def _publishers(text: str) -> str | None:
    """The DOI in a publisher's address, without what the publisher writes behind it."""
    return _doi(_bare(_VERSION_OF_RXIV.sub(r"\1", _AFTER_DOI.sub("", text))))


def _arxiv_path(path: str) -> str | None:
    """The id at a path's end: one segment, or two for the old style."""
    bare = re.sub(r"\.(?:pdf|md|html)$", "", _bare(path.rstrip("/")))
    segments = bare.rstrip("/").split("/")
    return _arxiv(segments[-1]) or _arxiv("/".join(segments[-2:]))


def _openreview(parts: SplitResult) -> str | None:
    if parts.path.rstrip("/") not in {"/forum", "/pdf", "/attachment", "/revisions"}:
        return None
    values = parse_qs(parts.query, max_num_fields=None).get("id", [""])
    return f"openreview:{values[0]}" if _OPENREVIEW.fullmatch(values[0]) else None


def _semantic_scholar(path: str) -> str | None:
    """A paper's hash or corpus number, or the arXiv id that the address is written with."""
    for segment in path.split("/"):
        if _S2.fullmatch(segment):
            return f"s2:{segment.lower()}"
    return _arxiv_path(re.sub(r"^/(?:paper/)?arxiv[:/]", "/", path, flags=re.IGNORECASE))
