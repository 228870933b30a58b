"""One entry of a page that was written for people: which of its words are what.

    element ─▶ lines and links ─▶ title · names beside it · year · venue ─▶ `Cited`, or None

Rules everything here obeys:

- The title is what stands out as one: by its class, as the text of a link, in quotes, as a heading,
  in bold or italics; or it stands behind “Names (year).”, or between names and a venue in italics.
- Names count where a whole stretch of text is made of them: before the title, in the line above or
  below it, behind “with”.
- What speaks for a work is counted (`Cited.evidence`); whoever asks decides whether that is enough.
- A day (“3 May 2023”) is a post's or a talk's: its year speaks for nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from bot.core.ids import find_id
from bot.sources.person_names import leading_names, names_in, split_names
from bot.sources.publications import Work, day_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.sources.html_tree import Element

AN_ID, NAMES, A_FILE, A_YEAR = 3, 2, 1, 1
"""How much speaks for a work: a link to its DOI or to its page at a known house, its authors, a
PDF, a year.
"""

YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")

_TITLE_CLASS = re.compile(
    r"(?:(?:pub(?:lication)?|paper|article|bib|entry|work|item)s?[-_]?)?title|gsc_a_at"
)
_AUTHOR_CLASS = re.compile(r"(?:(?:pub(?:lication)?|paper|article|bib|work)s?[-_]?)?authors?")
_VENUE_CLASS = re.compile(
    r"(?:(?:pub(?:lication)?|paper|article|bib)s?[-_]?)?"
    r"(?:venue|journal|conference|booktitle|periodical)"
)
_QUOTED = re.compile('[\u201c"\u00ab]([^\u201c\u201d"\u00ab\u00bb]{15,400})[\u201d"\u00bb]')
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MARKED = frozenset({"b", "strong", "em", "i", "cite", "u"})
_SLANTED = frozenset({"em", "i", "cite"})
_LEAST_WORDS, _LEAST_LETTERS, _LEAST_SIGNS, _LONGEST = 3, 15, 6, 600
_LONGEST_VENUE = 150
_WORD = re.compile(r"[^\W\d_]{2,}")
_SIGN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # of scripts without spaces
_NO_TITLE = re.compile(  # a button, an award, or where a work came out
    r"(?:read|download|view|click|see|full|supplement\w*|project|slides|video|code|more|show|learn"
    r"|best|oral|spotlight|winner|award\w*|honou?rable|outstanding|submitted|accepted|to appear"
    r"|in:?|proc\.|proceedings|journal|transactions|ieee|acm|advances in|annual|arxiv|international"
    r" (?:conference|journal|workshop|symposium))\b",
    re.IGNORECASE,
)
_YEAR_IN_BRACKETS = re.compile(r"\(((?:19|20)[0-9]{2})[a-z]?(?:, [A-Z][a-z]{2,8})?\)[.,:]?\s+")
_SENTENCE_ENDS = re.compile(r"(?<=[^\W_])[)\]]?[.?!](?=\s|$)")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_A_DAY = re.compile(
    rf"\b{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?\b(?! ?[-\u2013][ ]?[0-9])"
    rf"|(?<![-\u20130-9])\b[0-9]{{1,2}}(?:st|nd|rd|th)?\.? {_MONTH}(?![a-z])"
    r"|\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b|\b[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s+(?!(?:in|with|at|by|to appear|accepted|published|joint)\b)[a-z]")
_NUMBERED = re.compile(r"[\W\d_]*")
_WITH_ENDS = re.compile(r"[()\[\]]|(?<=[a-z]{2})\.(?=\s|$)")
_WITH = re.compile(r"[\s,.(]*(?:joint work )?with\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cited:
    """A work, and what speaks for it. `linked` says whether it has an id, `flows` whether the title
    is a part of a sentence, `bare` whether the title is nothing but a link's text, `rowed` whether
    title, names and year have a line each.
    """

    work: Work
    evidence: int
    linked: bool
    flows: bool
    bare: bool
    rowed: bool


def links_of(entry: Element, address: str) -> list[tuple[str, str]]:
    """Where an entry leads: each link's words in lower case, and its whole address."""
    found: list[tuple[str, str]] = []
    for one in entry.walk():
        target = one.attributes.get("href", "").strip() if one.tag == "a" else ""
        if target and not target.startswith(("#", "javascript:", "mailto:")):
            found.append((one.text().lower()[:40], _whole(address, target)))
    return found


def _whole(address: str, target: str) -> str:
    try:
        return urljoin(address, target)
    except ValueError:
        return ""


def names_a_work(entry: Element, address: str = "") -> bool:
    """Whether an entry links to a DOI, or to a paper's page at a known house."""
    return any(find_id(to) is not None for _, to in links_of(entry, address))


def anchor_of(entry: Element) -> str:
    """The name by which an entry is linked to; empty without one."""
    own = entry.attributes.get("id", "")
    return own or next((told for one in entry.walk() if (told := one.attributes.get("id"))), "")


def cited(entry: Element, address: str = "", year: str = "") -> Cited | None:
    """What an entry tells, `year` being the one of the heading above; None without a title."""
    lines = entry.lines()
    links = links_of(entry, address)
    ids = tuple(to for _, to in links if find_id(to) is not None)
    told = _title(entry, lines)
    if told is None:
        return None
    title, how = told
    before, behind, place = _around(lines, title)
    names, line = _names(entry, lines, (before, behind, place))
    rest = f"{' '.join(lines[:place])} {before} \n {behind} {' '.join(lines[place + 1 :])}"
    when = day_in(behind + " " + " ".join(lines[place + 1 :]))
    when = when if when[0] is not None else day_in(rest)
    when = when if when[0] is not None else day_in(year)
    dated = when[0] is not None and not _A_DAY.search(rest) and not _has(entry, "time")
    files = [to for label, to in links if label.strip("[]() ") == "pdf" or _is_pdf(to)]
    evidence = AN_ID * bool(ids) + NAMES * bool(names) + A_FILE * bool(files) + A_YEAR * dated
    work = Work(
        title=title,
        authors=names,
        ids=ids,
        when=when,
        venue=_venue(entry, title) or _venue_below(lines, line, {label for label, _ in links}),
        page=next(iter(ids), "") or next((to for _, to in links if to not in files), ""),
        pdf=next(iter(files), ""),
        code=next((to for label, to in links if label.strip("[]() ") == "code"), ""),
        key=anchor_of(entry),
    )
    return Cited(
        work,
        evidence,
        linked=bool(ids),
        flows=how != "class" and _flows(before, behind, names),
        bare=how == "link" and bool(ids) and evidence == AN_ID,
        rowed=line is not None and any(YEAR.fullmatch(one) for one in lines),
    )


def _has(entry: Element, tag: str) -> bool:
    return any(one.tag == tag for one in entry.walk())


def _is_pdf(address: str) -> bool:
    return address.lower().partition("?")[0].partition("#")[0].endswith((".pdf", ".ps", ".ps.gz"))


# ── the title ─────────────────────────────────────────────────────────────────────────────────


def _title(entry: Element, lines: list[str]) -> tuple[str, str] | None:
    """The title and how it stands out."""
    for text, how in _candidates(entry, lines):
        stripped = text.strip(' .,:;\u201c\u201d"')
        if how == "class" and any(one.isalpha() for one in stripped) and len(stripped) <= _LONGEST:
            return stripped, how
        if _like_a_title(stripped):
            return stripped, how
    return None


def _candidates(entry: Element, lines: list[str]) -> Iterator[tuple[str, str]]:
    inner = list(entry.walk())
    by_class = [one for one in inner if any(map(_TITLE_CLASS.fullmatch, one.classes))]
    if len(by_class) == 1:
        yield by_class[0].text(), "class"
    anchors = [(one.attributes.get("href", ""), one.text()) for one in inner if one.tag == "a"]
    yield from ((text, "link") for to, text in anchors if find_id(to) is not None)
    yield from ((match[1], "quotes") for line in lines for match in _QUOTED.finditer(line))
    yield from ((one.text(), "heading") for one in inner if one.tag in _HEADINGS)
    yield from ((text, "link") for to, text in anchors if _is_pdf(to))
    yield from ((told, "plain") for line in lines if (told := _behind_year(line)))
    for one in inner:
        if one.tag in _MARKED and one.text():
            if one.tag in _SLANTED and (told := _before_venue(lines, one.text())):
                yield told, "plain"
            yield one.text(), "marked"
    yield from ((text, "link") for to, text in anchors if to)


def _behind_year(line: str) -> str:
    """The title of “Doe, J., & Roe, J. (2020). A title of some words. Journal …”."""
    told = _YEAR_IN_BRACKETS.search(line[:2_000])
    if told is None or not names_in(line[: told.start()]):
        return ""
    return _SENTENCE_ENDS.split(line[told.end() :][:_LONGEST], maxsplit=1)[0]


def _before_venue(lines: list[str], venue: str) -> str:
    """The title of “J. Doe and J. Roe. A title of some words. *Journal*”; else empty."""
    line = next((one for one in lines if venue in one), "")
    before = line.partition(venue)[0][:2_000].strip()
    ends = [one.end() for one in _SENTENCE_ENDS.finditer(before)][:40]
    for end in reversed(ends[:-1]):
        title = before[end:].strip()
        if names_in(before[:end]) and len(_SENTENCE_ENDS.findall(title)) == 1:
            return title
    return ""


def _like_a_title(text: str) -> bool:
    if find_id(text) is not None or "://" in text or len(text) > _LONGEST:
        return False
    if _NO_TITLE.match(text) is not None or len(names_in(text)) > 1:
        return False
    wordy = len(_WORD.findall(text)) >= _LEAST_WORDS and len(text) >= _LEAST_LETTERS
    return wordy or len(_SIGN.findall(text)) >= _LEAST_SIGNS


# ── what stands beside it ─────────────────────────────────────────────────────────────────────


def _around(lines: list[str], title: str) -> tuple[str, str, int]:
    """What stands before and behind the title in its line, and which line that is."""
    for place, line in enumerate(lines):
        before, found, behind = line.partition(title)
        if found:
            return before, behind, place
    return "", "", 0


def _names(
    entry: Element, lines: list[str], around: tuple[str, str, int]
) -> tuple[tuple[str, ...], int | None]:
    """The authors, and which line tells them where one has nothing else."""
    before, behind, place = around
    for one in entry.walk():
        if any(map(_AUTHOR_CLASS.fullmatch, one.classes)):
            text = one.text()
            return split_names(text), lines.index(text) if text in lines else None
    if names := names_in(before):
        return names, None
    if (coauthors := _WITH.match(behind)) is not None:
        return leading_names(_WITH_ENDS.split(behind[coauthors.end() :], maxsplit=1)[0]), None
    beside = [place - 1] if place else []
    beside += [] if before.strip() else [place + 1, place + 2]
    for at in beside:
        line = lines[at] if at < len(lines) else ""
        if YEAR.search(line) is None and (names := names_in(line)):
            return names, at
    return (), None


def _flows(before: str, behind: str, names: tuple[str, ...]) -> bool:
    """Whether words go on from before the title, or behind it, as they do in a sentence."""
    begun = not names and _NUMBERED.fullmatch(YEAR.sub("", before)) is None
    return begun or _GOES_ON.match(behind) is not None


def _venue(entry: Element, title: str) -> str:
    """Where it came out, as a class or italics say."""
    for one in entry.walk():
        if any(map(_VENUE_CLASS.fullmatch, one.classes)):
            return YEAR.sub("", one.text()).strip(" ,.()")
    for one in entry.walk():
        text = one.text() if one.tag in _SLANTED else ""
        if text and title not in text and text not in title and not names_in(text):
            return text.strip(" ,.")
    return ""


def _venue_below(lines: list[str], names: int | None, labels: set[str]) -> str:
    """What stands in the line under the names, where it is a short one of words."""
    below = lines[names + 1] if names is not None and names + 1 < len(lines) else ""
    words = YEAR.sub("", below[:_LONGEST_VENUE]).strip(" ,.()")
    fits = len(below) < _LONGEST_VENUE and below.lower()[:40] not in labels
    return words if fits and words[:1].isalpha() else ""
