"""The digest message: its shape, its limits, what it says in each case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.editions import (
    AnyEdition,
    Chosen,
    Edition,
    EmptyCause,
    EmptyEdition,
    LeftOut,
    Reason,
    ReasonCode,
    Rule,
)
from bot.core.papers import Links, MachineSummary, Paper, Signals
from bot.core.schedules import DAILY, Schedule
from bot.core.subscriptions import ChannelTarget, Subscription, Target, UserTarget, Wish
from bot.ui.digests.digest import Issue, digest, more_page
from bot.ui.digests.why import why_card
from bot.ui.i18n import words_in
from bot.ui.messages import MOST_CHARACTERS, MOST_COMPONENTS, Layout
from bot.ui.papers.cards import line

NOW = datetime(2026, 8, 21, 7, tzinfo=UTC)  # a Friday
CHANNEL, READER = ChannelTarget(1, 2), UserTarget(3, 4)
WISH = Wish("*", Schedule("Europe/Berlin", time(9), DAILY))
WORDS = words_in("en")
HOSTILE = (
    "*" * 3_000,
    "](https://evil.example) @everyone <@1> `" * 90,
    "大型语言模型的推理能力" * 200,
    "🧑‍🔬" * 900,
    "# heading\n> quote\n- list " * 90,
    "[" * 1_000,
)
REASONS = (
    Reason(ReasonCode.MATCHES, params=tuple(f"{'*_' * 30}{n}" for n in range(64))),
    Reason(ReasonCode.ROSE, "huggingface", ("100000", "999999")),
    Reason(ReasonCode.TOP_VOTED, "huggingface", ("10", "99")),
    Reason(ReasonCode.DISCUSSED, "huggingface", ("99999",)),
    Reason(ReasonCode.CODE, "huggingface", ("999999",)),
)


def fullest(key: int, text: str = HOSTILE[0]) -> Paper:
    """Make a paper with as much of everything as there can be."""
    address = f"https://example.org/{key}/" + "a" * 480
    return Paper(
        key,
        (f"arxiv:2608.{key:05}",),
        text,
        "huggingface",
        date(2026, 8, 21),
        authors=(text,) * 40,
        abstract=text,
        organization=text,
        summary=MachineSummary(text, text),
        links=Links(address, address, address, address, address),
        signals=Signals(10**9, 10**9, 10**9),
    )


def plain_paper(key: int) -> Paper:
    """Make a paper like any other."""
    return Paper(
        key,
        (f"arxiv:2608.{key:05}",),
        f"Title number {key}",
        "huggingface",
        date(2026, 8, 21),
        authors=("Ada Lovelace", "Łukasz Kaiser"),
        abstract="One sentence. Another one.",
        links=Links("https://example.org/page"),
        signals=Signals(40 - key, 1, 8),
    )


def issue_of(
    papers: list[Paper],
    *,
    more: int = 0,
    target: Target = CHANNEL,
    wish: Wish = WISH,
    reasons: tuple[Reason, ...] = (Reason(ReasonCode.EVERYTHING),),
    part: int = 7,
    late: bool = False,
    silent: bool = False,
) -> Issue:
    """Make an issue of these papers, the last `more` of them below the limit."""
    cut = len(papers) - more
    edition = Edition(
        NOW,
        tuple(Chosen(paper.key, reasons, paper.signals.upvotes) for paper in papers[:cut]),
        tuple(LeftOut(p.key, Rule.BELOW_LIMIT, p.signals.upvotes) for p in papers[cut:]),
        not_matching=3,
        late=late,
        since=NOW.date() if silent else None,
    )
    return issue(edition, papers, target=target, wish=wish, part=part)


def issue(
    edition: AnyEdition,
    papers: list[Paper],
    *,
    target: Target = CHANNEL,
    wish: Wish = WISH,
    part: int = 7,
) -> Issue:
    """Make an issue of an edition."""
    subscription = Subscription(5, target, wish, NOW, None, NOW)
    return Issue(edition, subscription, {paper.key: paper for paper in papers}, part, NOW)


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every component, nested ones too."""
    for component in components:
        yield component
        yield from walk(component.get("components", []))
        if "accessory" in component:
            yield component["accessory"]


def parts(message: Layout) -> list[dict[str, Any]]:
    """Every component that Discord would get."""
    return list(walk(message.to_components()))


def text_of(message: Layout) -> str:
    """All text of a message."""
    return "\n".join(part["content"] for part in parts(message) if part["type"] == 10)


def buttons(message: Layout) -> dict[str, str]:
    """What each button leads to, by its label."""
    return {
        part["label"]: part["custom_id"]
        for part in parts(message)
        if part["type"] == 2 and "custom_id" in part
    }


def within_limits(message: Layout) -> None:
    """Hold a message to Discord's limits, by its payload."""
    all_parts = parts(message)
    assert len(all_parts) <= MOST_COMPONENTS
    assert sum(len(p["content"]) for p in all_parts if p["type"] == 10) <= MOST_CHARACTERS
    ids = [part["custom_id"] for part in all_parts if "custom_id" in part]
    assert len(ids) == len(set(ids))
    for part in all_parts:
        if part["type"] == 1:
            assert 1 <= len(part["components"]) <= 5
        if part["type"] == 10:
            assert part["content"].strip()


def test_a_digest_has_always_the_same_shape() -> None:
    """Header, three in full, a line each for the rest, numbers, what can be done, footer."""
    message = digest(issue_of([plain_paper(n) for n in range(1, 18)], more=8))
    text = text_of(message)
    assert "📰 Papers · Fri 21 Aug" in text
    assert "17 new · 9 here · 8 more below" in text
    assert "### 3 · [Title number 3](https://example.org/page)" in text
    assert "**4**  Title number 4 · ▲36" in text
    assert "💬" in text.split("**4**")[0]
    assert "💬" not in text.split("**4**")[1]
    assert "★" not in text.split("**4**")[1]
    assert "votes at 09:00 · next: Mon 09:00" in text
    assert list(buttons(message)) == [
        *"123456789",
        "8 more",
        "Why these?",
        "Send me mine",
    ]
    assert buttons(message)["9"] == "v1:paper:9"
    assert buttons(message)["Why these?"] == "v1:why:7"


def test_papers_in_full_stand_as_far_apart_with_a_picture_as_without() -> None:
    """A gap between each two of them, and none before the first; a line before the others."""
    pictured = replace(plain_paper(2), links=Links(thumbnail="https://example.org/p.png"))
    papers = [plain_paper(1), pictured, plain_paper(3), plain_paper(4)]
    (box,) = digest(issue_of(papers)).to_components()
    shown = [(part["type"], part.get("divider")) for part in box["components"]][:8]
    text, section, gap, rule = (10, None), (9, None), (14, False), (14, True)
    assert shown == [text, text, gap, section, gap, text, rule, text]


def test_what_is_counted_stands_on_one_line() -> None:
    """A telephone breaks a line before the votes, never between them and “code”."""
    paper = replace(plain_paper(4), links=Links(code="https://example.org/c"), signals=Signals(38))
    assert (
        line(4, paper, WORDS)
        == "**4**  Title number 4 · ▲38\N{NO-BREAK SPACE}·\N{NO-BREAK SPACE}code"
    )
    assert line(4, replace(paper, links=Links()), WORDS) == "**4**  Title number 4 · ▲38"
    assert line(4, paper, WORDS, upvotes=0) == "**4**  Title number 4 · code"


def test_every_message_carries_its_parts_id() -> None:
    """By it the courier knows its own, empty ones too."""
    empty = EmptyEdition(NOW, EmptyCause.NOTHING_MATCHED, 12)
    for one in (issue_of([plain_paper(1)]), issue(empty, []), issue(empty, [], target=READER)):
        assert "v1:why:7" in buttons(digest(one)).values()


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("target", [CHANNEL, READER])
def test_the_fullest_message_is_within_discords_limits(hostile: str, target: Target) -> None:
    """Fifteen papers with pictures, the longest of everything, a query, and marks that it is late
    and a source silent.
    """
    papers = [fullest(n, hostile) for n in range(1, 41)]
    wish = replace(WISH, limit=15, query=f'"{hostile[:400]}"')
    full = issue_of(
        papers, more=25, target=target, wish=wish, reasons=REASONS, late=True, silent=True
    )
    within_limits(digest(full))
    within_limits(why_card(full, WORDS))
    for number in range(5):
        within_limits(more_page(full, number))


def test_what_finds_no_room_is_on_the_pages_of_more() -> None:
    """No paper that was chosen is in neither; the numbers go on."""
    papers = [fullest(n, HOSTILE[4]) for n in range(1, 21)]
    full = issue_of(papers, more=5, wish=replace(WISH, limit=15))
    found = [key for key in buttons(digest(full)).values() if key.startswith("v1:paper:")]
    shown = len(found)
    assert shown < 15
    for number in range(3):
        page = buttons(more_page(full, number))
        found += [key for key in page.values() if key.startswith("v1:paper:")]
        if number == 0:
            assert str(shown + 1) in page
    assert [*dict.fromkeys(found)] == [f"v1:paper:{n}" for n in range(1, 21)]


@settings(max_examples=40)
@given(
    st.lists(st.text(max_size=300), min_size=1, max_size=15),
    st.sampled_from([CHANNEL, READER]),
)
def test_whatever_papers_hold_the_message_is_within_limits(
    texts: list[str], target: Target
) -> None:
    """Any text at all."""
    papers = [fullest(n, text) for n, text in enumerate(texts, start=1)]
    full = issue_of(papers, target=target, reasons=REASONS)
    within_limits(digest(full))
    within_limits(why_card(full, WORDS))


def test_a_readers_message_says_why_and_how_to_stop() -> None:
    """Each of the first three carries its reasons; Unsubscribe is there, Send me mine is not."""
    matches = (Reason(ReasonCode.MATCHES, params=("world models",)),)
    wish = replace(WISH, query='"world models"')
    message = digest(
        issue_of([plain_paper(1), plain_paper(2)], target=READER, wish=wish, reasons=matches)
    )
    text = text_of(message)
    assert "📬 Your papers" in text
    assert "About" in text
    assert text.count("matches world models") == 2
    assert buttons(message)["Unsubscribe"] == "v1:unsubscribe:5"
    assert "Send me mine" not in buttons(message)


def test_many_matching_terms_are_counted() -> None:
    """The first few are named."""
    reason = Reason(ReasonCode.MATCHES, params=("a", "b", "c", "d", "e", "f"))
    assert "matches a, b, c, d +2" in text_of(
        digest(issue_of([plain_paper(1)], target=READER, reasons=(reason,)))
    )


def test_a_preview_has_buttons_that_do_nothing() -> None:
    """There is no part yet that they could belong to; papers open all the same."""
    message = digest(issue_of([plain_paper(1), plain_paper(2)], more=1, part=0))
    disabled = {p["label"]: p.get("disabled", False) for p in parts(message) if p["type"] == 2}
    assert disabled == {"1": False, "1 more": True, "Why these?": True, "Send me mine": True}


def test_machine_text_is_labelled_or_left_out() -> None:
    """✨ beside it and in the footer; without it the authors' own words."""
    paper = replace(plain_paper(1), summary=MachineSummary("A model wrote this.", "m"))
    shown = text_of(digest(issue_of([paper])))
    assert "A model wrote this. ✨" in shown
    assert "✨ machine summary" in shown
    hidden = text_of(digest(issue_of([paper], wish=replace(WISH, machine_text=False))))
    assert "✨" not in hidden
    assert "One sentence." in hidden


def test_pictures_are_real_media_with_words() -> None:
    """A thumbnail beside the first three, described; an address that is none is left out."""
    one = replace(plain_paper(1), links=Links(thumbnail="https://example.org/p.png"))
    other = replace(plain_paper(2), links=Links(thumbnail="javascript:alert(1)"))
    pictures = [p for p in parts(digest(issue_of([one, other]))) if p["type"] == 11]
    assert [(p["media"]["url"], p["description"]) for p in pictures] == [
        ("https://example.org/p.png", "Title number 1")
    ]


def test_late_is_said() -> None:
    """Whoever expected it at nine knows why."""
    assert "Late" in text_of(digest(issue_of([plain_paper(1)], late=True)))


def test_a_silent_source_is_said_beside_what_there_is() -> None:
    """Since when nothing came; nothing is said where all is well."""
    said = "Nothing new has arrived from the sources since Fri 21 Aug"
    assert said in text_of(digest(issue_of([plain_paper(1)], silent=True)))
    assert "sources" not in text_of(digest(issue_of([plain_paper(1)])))


def test_a_paper_that_is_gone_is_left_out() -> None:
    """The rest moves up."""
    gone = issue_of([plain_paper(1), plain_paper(2)])
    left = replace(gone, papers={2: gone.papers[2]})
    assert buttons(digest(left))["1"] == "v1:paper:2"
    assert "Title number 1" not in text_of(why_card(left, WORDS))


def test_where_sources_are_silent_the_posted_message_alone_sends_one_to_status() -> None:
    """Status itself, and who asks why, would be sent in a circle."""
    silent = issue(EmptyEdition(NOW, EmptyCause.SOURCE_SILENT, 0), [])
    assert "`/digest status` says what is wrong" in text_of(digest(silent))
    assert "/digest status" not in text_of(why_card(silent, WORDS))


@pytest.mark.parametrize("cause", list(EmptyCause))
def test_an_empty_edition_says_why_and_what_comes_next(cause: EmptyCause) -> None:
    """A sentence for each cause, and the next time."""
    one = issue(EmptyEdition(NOW, cause, 12), [])
    message = digest(one)
    assert "next: Mon 09:00" in text_of(message)
    assert len(text_of(message).splitlines()) >= 3
    assert text_of(why_card(one, WORDS)).count("\n") == 1
    within_limits(message)
    assert "That was all" in text_of(more_page(one, 0))


def test_more_is_paged_ten_a_page() -> None:
    """Back and Next where there is somewhere to go."""
    full = issue_of([plain_paper(n) for n in range(1, 33)], more=23)
    first, last = more_page(full, 0), more_page(full, 99)
    assert [label for label in buttons(first) if label.isdigit()] == [str(n) for n in range(10, 20)]
    assert [label for label in buttons(last) if label.isdigit()] == ["30", "31", "32"]
    assert "23 more papers" in text_of(first)
    turned = {p["label"]: p.get("disabled", False) for p in parts(first) if p["type"] == 2}
    assert (turned["Back"], turned["Next"]) == (True, False)
    turned = {p["label"]: p.get("disabled", False) for p in parts(last) if p["type"] == 2}
    assert (turned["Back"], turned["Next"]) == (False, True)


def test_one_page_of_more_has_nothing_to_turn() -> None:
    """No buttons that lead nowhere."""
    assert "Next" not in buttons(more_page(issue_of([plain_paper(1), plain_paper(2)], more=1), 0))


def test_nothing_left_is_said() -> None:
    """A message whose papers are all here."""
    assert "That was all" in text_of(more_page(issue_of([plain_paper(1)]), 0))


def test_why_tells_every_reason_and_every_rule() -> None:
    """Why each one is here, and how many each rule left out."""
    every = tuple(Reason(code, params=("3", "9")) for code in ReasonCode)
    one = issue_of([plain_paper(1), plain_paper(2)], more=1, reasons=every)
    edition = one.edition
    assert isinstance(edition, Edition)
    rules = tuple(LeftOut(90 + n, rule) for n, rule in enumerate(Rule))
    told = text_of(why_card(replace(one, edition=replace(edition, left_out=rules)), WORDS))
    for piece in ("matches 3, 9", "no. 3 of 9 on its day", "rose from ▲3 to ▲9", "pinned here"):
        assert piece in told
    for piece in ("3 did not match", "1 shown here before", "1 below the limit", "1 withdrawn"):
        assert piece in told


def test_why_of_an_edition_that_left_nothing_out() -> None:
    """Says so."""
    one = issue_of([plain_paper(1)])
    edition = one.edition
    assert isinstance(edition, Edition)
    whole = replace(one, edition=replace(edition, not_matching=0))
    assert "Nothing was left out" in text_of(why_card(whole, WORDS))


@pytest.mark.parametrize("late", [True, False])
def test_a_late_empty_edition_says_that_it_is_late(late: bool) -> None:
    """As one with papers does; one in time does not."""
    edition = EmptyEdition(NOW, EmptyCause.NOTHING_MATCHED, 3, late=late)
    text = str(digest(issue(edition, [])).to_components())
    assert (WORDS("digest-late") in text) is late


@pytest.mark.parametrize(
    ("language", "comments", "told"),
    [
        ("en", "1", "one comment"),
        ("en", "12345", "12,345 comments"),
        ("de", "12345", "12.345 Kommentare"),
        ("fr", "1", "1 commentaire"),
        ("pt", "2", "2 comentários"),
        ("ja", "3", "コメント3件"),
        ("en", "", "0 comments"),
    ],
)
def test_why_counts_comments_as_the_language_does(language: str, comments: str, told: str) -> None:
    """Its plural, and its own mark between the thousands."""
    one = issue_of([plain_paper(1)], reasons=(Reason(ReasonCode.DISCUSSED, params=(comments,)),))
    assert told in text_of(why_card(one, words_in(language)))
