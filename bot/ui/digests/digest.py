"""The digest message: one message, always the same shape.

    header, counts · the top three in full · a line · the rest a line each
    number buttons (each opens a private card) · More, Why these?, Send me mine
    once a week: the topics that rose and fell · footer

The buttons of the last row carry the part's id: by them the courier knows its own message when it
reads a channel back, so every part has them, empty editions too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from bot.core.editions import AnyEdition, Chosen, Edition, EmptyCause, EmptyEdition, LeftOut
from bot.core.pages import Cost, fit, page
from bot.core.passages import IN_FULL, brief, texts_in_edition
from bot.ui.controls import Control, button
from bot.ui.desk import is_direct, words_of
from bot.ui.digests.reasons import because
from bot.ui.digests.topics_chart import ROOM, add_chart
from bot.ui.escape import plain
from bot.ui.messages import MOST_CHARACTERS, MOST_COMPONENTS, NOTICE_COLOUR, Layout
from bot.ui.pager import pager
from bot.ui.papers.cards import block, line
from bot.ui.papers.text_words import digest_kinds, translator_words
from bot.ui.subscriptions.schedule_words import following_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from bot.core.papers import Paper
    from bot.core.subscriptions import Subscription
    from bot.services.translate import Translated
    from bot.ui.i18n import Words

_T = TypeVar("_T", Chosen, LeftOut)

_LINES_A_PAGE = 10
_ROOM = Cost(MOST_COMPONENTS, MOST_CHARACTERS)
_FRAME = Cost(9, 800)  # container, header, line, lines' display, footer, last row of three


@dataclass(frozen=True, slots=True)
class Issue:
    """An edition with everything that its message needs. `part_id` is 0 in a preview, `translated`
    None where the papers are shown in their own language.
    """

    edition: AnyEdition
    subscription: Subscription
    papers: Mapping[int, Paper]
    part_id: int
    now: datetime
    translated: Translated | None = None


def digest(issue: Issue, *, charted: bool = False) -> Layout:
    """Return the message of an edition, empty ones too. Where it is `charted`, the picture of its
    topics (`topics_chart`) is sent with it.
    """
    edition = issue.edition
    if isinstance(edition, EmptyEdition):
        return _empty(issue, edition)
    return _full(issue, edition, charted=charted)


def _full(issue: Issue, edition: Edition, *, charted: bool) -> Layout:
    words = words_of(issue.subscription)
    entries = _entries(issue, edition)
    texts = [entry.text for entry in entries]
    shown = len(entries)
    below = len(_below(issue, edition, shown))

    message = Layout()
    message.text(_header(issue, edition, shown, below))
    for at, entry in enumerate(entries[:IN_FULL]):
        if at:  # with a picture there would be room above it, and none without
            message.gap()
        message.pictured(entry.text, entry.paper.links.thumbnail, entry.paper.title)
    if shown > IN_FULL:
        message.line()
        message.text("\n".join(texts[IN_FULL:]))
    message.rows([button("paper", e.paper.key, label=str(n)) for n, e in enumerate(entries, 1)])
    message.row(*_last_row(issue, words, below))
    if charted and edition.topics is not None:
        add_chart(message, edition.topics, words)
    message.text(_footer(issue, words, edition))
    return message


@dataclass(frozen=True, slots=True)
class _Entry:
    """A paper of the message, and its text there."""

    paper: Paper
    text: str


def _entries(issue: Issue, edition: Edition) -> list[_Entry]:
    """Return the chosen papers that the message has room for."""
    subscription, words = issue.subscription, words_of(issue.subscription)
    machine_text, translated = subscription.wish.machine_text, issue.translated
    entries: list[_Entry] = []
    for number, one in enumerate(_known(edition.chosen, issue), start=1):
        paper = issue.papers[one.key]
        if number > IN_FULL:
            text = line(number, paper, words, upvotes=one.upvotes, translated=translated)
        else:
            text = block(
                number,
                paper,
                words,
                machine_text=machine_text,
                upvotes=one.upvotes,
                translated=translated,
            )
            if is_direct(subscription):
                text += "\n-# " + because(one.reasons, words)
        entries.append(_Entry(paper, text))
    # A full entry is a section with text and picture, and a gap above it but for the first; every
    # entry has a button, five a row.
    costs = [
        Cost(
            (3 + (n > 1) if n <= IN_FULL else 0) + 1 + (n % 5 == 1),
            len(entry.text) + 1,
        )
        for n, entry in enumerate(entries, start=1)
    ]
    frame = _FRAME if edition.topics is None else _FRAME + ROOM
    room = Cost(_ROOM.components - frame.components, _ROOM.characters - frame.characters)
    return entries[: fit(costs, room)]


def _below(issue: Issue, edition: Edition, shown: int) -> list[Chosen | LeftOut]:
    """Return what the message has not: chosen ones without room, then those below the limit."""
    return [*_known(edition.chosen, issue)[shown:], *_known(edition.more, issue)]


def _known(entries: Sequence[_T], issue: Issue) -> list[_T]:
    return [entry for entry in entries if entry.key in issue.papers]


def _header(issue: Issue, edition: Edition, shown: int, below: int) -> str:
    words = words_of(issue.subscription)
    zone = ZoneInfo(issue.subscription.wish.schedule.timezone)
    title = "digest-title-mine" if is_direct(issue.subscription) else "digest-title"
    lines = [f"## {words(title, day=words.day(edition.made.astimezone(zone).date()))}"]
    if issue.subscription.wish.query != "*":
        lines.append(words("digest-about", query=plain(issue.subscription.wish.query, 150)))
    lines.append(words("digest-counts", offered=edition.offered, here=shown, more=below))
    if edition.since is not None:
        lines.append("-# " + words("digest-source-silent", since=words.day(edition.since)))
    if edition.late:
        lines.append("-# " + words("digest-late"))
    return "\n".join(lines)


def _last_row(issue: Issue, words: Words, below: int) -> list[Control]:
    part = issue.part_id
    controls = [button("why", part, label=words("button-why"), disabled=not part)]
    if below:
        more = button("more", part, 0, label=words("button-more", count=below), disabled=not part)
        controls.insert(0, more)
    if is_direct(issue.subscription):
        controls.append(
            button(
                "unsubscribe",
                issue.subscription.id,
                label=words("button-unsubscribe"),
                disabled=not part,
            )
        )
    else:
        mine = button("mine", part, label=words("button-mine"), emoji="✉️", disabled=not part)
        controls.append(mine)
    return controls


def _footer(issue: Issue, words: Words, edition: Edition) -> str:
    wish = issue.subscription.wish
    zone = ZoneInfo(wish.schedule.timezone)
    papers = [issue.papers[one.key] for one in _known(edition.chosen, issue)[:IN_FULL]]
    passages = [brief(paper, machine_text=wish.machine_text) for paper in papers]
    parts = digest_kinds(filter(None, passages), words)
    translated = issue.translated
    if translated is not None:
        if any(translated.texts.values()):
            parts.append(translator_words(translated, words))
        if translated.lacks(texts_in_edition(edition, issue.papers)):
            parts.append(words("digest-not-translated"))
    made = edition.made.astimezone(zone)
    parts.append(words("digest-votes", time=f"{made:%H:%M}"))
    parts.append(following_words(wish.schedule, max(issue.now, edition.made), words))
    return "-# " + " · ".join(parts)


def _empty(issue: Issue, edition: EmptyEdition) -> Layout:
    words = words_of(issue.subscription)
    zone = ZoneInfo(issue.subscription.wish.schedule.timezone)
    message = Layout(colour=NOTICE_COLOUR)
    title = words("digest-title", day=words.day(edition.made.astimezone(zone).date()))
    cause = [empty_cause(edition, words)]
    if edition.cause is EmptyCause.SOURCE_SILENT and not is_direct(issue.subscription):
        cause.append(words("empty-see-status"))
    lines = [f"## {title}", words.sentences(cause)]
    if edition.late:
        lines.append("-# " + words("digest-late"))
    message.text("\n".join(lines))
    message.row(*_last_row(issue, words, 0))
    schedule = issue.subscription.wish.schedule
    message.text("-# " + following_words(schedule, max(issue.now, edition.made), words))
    return message


def empty_cause(edition: EmptyEdition, words: Words) -> str:
    """Return why an edition is empty, as a sentence."""
    key = "empty-" + edition.cause.value.replace("_", "-")
    since = "" if edition.since is None else words.day(edition.since)
    return words(key, considered=edition.considered, known=int(bool(since)), since=since)


def more_page(issue: Issue, number: int) -> Layout:
    """Return a private page of what the message has no room for, ten lines a page."""
    words = words_of(issue.subscription)
    edition, known, first = issue.edition, list[Chosen | LeftOut](), 0
    if isinstance(edition, Edition):
        first = len(_entries(issue, edition))
        known = _below(issue, edition, first)
    texts = [
        line(
            first + n,
            issue.papers[entry.key],
            words,
            upvotes=entry.upvotes,
            translated=issue.translated,
        )
        for n, entry in enumerate(known, start=1)
    ]
    costs = [Cost(1 + (n % 5 == 0), len(text) + 1) for n, text in enumerate(texts)]
    room = Cost(_LINES_A_PAGE + _LINES_A_PAGE // 5, _ROOM.characters - _FRAME.characters)
    at = page(costs, room, number)
    message = Layout()
    message.text(f"### {words('more-title', count=len(known))}")
    if not known:
        message.text(words("more-none"))
        return message
    message.text("\n".join(texts[at.start : at.end]))
    message.rows(
        [
            button("paper", known[index].key, label=str(first + index + 1))
            for index in range(at.start, at.end)
        ]
    )
    message.row(*pager("more", issue.part_id, number=at.number, of=at.of, words=words))
    return message
