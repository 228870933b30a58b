"""Translated cards and digests: within Discord's limits, harmless, plain about whose text it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.editions import Chosen, Edition, LeftOut, Reason, ReasonCode, Rule
from bot.core.papers import Links, MachineSummary, Paper, Signals
from bot.core.passages import texts_in_edition, texts_on_card
from bot.core.schedules import DAILY, Schedule
from bot.core.subscriptions import ChannelTarget, Subscription, UserTarget, Wish
from bot.services.translate import Translated
from bot.ui.digests.digest import Issue, digest, more_page
from bot.ui.i18n import words_in
from bot.ui.messages import MOST_CHARACTERS, MOST_COMPONENTS, Layout
from bot.ui.papers.cards import block, line, paper_card

NOW = datetime(2026, 8, 21, 7, tzinfo=UTC)
WORDS = words_in("en")
HOSTILE = (
    "*" * 3_000,
    "](https://evil.example) @everyone <@1> `" * 90,
    "模型" * 900,
    "\n# a\n" * 99,
)
PROVIDER = "openai:" + "_" * 100
MODEL = MachineSummary("A model's sentence.", "a-model")


def paper(key: int, text: str = "A title. Of something.") -> Paper:
    """A paper with as much of everything as a text gives."""
    address = f"https://example.org/{key}/" + "a" * 480
    return Paper(
        key,
        (f"arxiv:2608.{key:05}",),
        text,
        "huggingface",
        date(2026, 8, 21),
        authors=(text,) * 20,
        abstract=text * 9,
        organization=text,
        summary=MachineSummary(text, text),
        links=Links(address, address, address, address, address),
        signals=Signals(10**9, 10**9, 10**9),
    )


def translated(texts: list[tuple[int, str]], into: str, *, every: bool = True) -> Translated:
    """All of these texts became one; not `every`: the last is missing."""
    there = texts if every else texts[:-1]
    return Translated("it", PROVIDER, dict.fromkeys(there, into))


def shown(layout: Layout) -> str:
    """All its text."""
    parts = [layout.to_components()]
    found: list[str] = []
    while parts:
        for one in parts.pop():
            found += [one["content"]] if "content" in one else []
            parts.append(one.get("components", []))
    return "\n".join(found)


def assert_fits(layout: Layout) -> None:
    """What Discord counts."""
    components, characters = layout.weight()
    assert components <= MOST_COMPONENTS
    assert characters <= MOST_CHARACTERS
    assert "@everyone" not in shown(layout).replace("\\@everyone", "")
    assert "](https://evil" not in shown(layout)


@pytest.mark.parametrize("into", HOSTILE)
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("every", [True, False])
def test_the_fullest_translated_card_is_accepted(into: str, text: str, *, every: bool) -> None:
    """With the line that names who posted it."""
    one = paper(1, text)
    told = replace(translated(texts_on_card(one), into, every=every), trouble="budget")
    card = paper_card(one, WORDS, machine_text=True, translate=True, translated=told)
    card.text("-# " + WORDS("paper-posted-by", user=f"<@{2**63}>"))
    assert_fits(card)


def issue_of(
    papers: list[Paper], told: Translated | None, *, direct: bool = False, ai: bool = True
) -> Issue:
    """An issue of these papers, half of them below the limit."""
    cut = (len(papers) + 1) // 2
    reasons = (Reason(ReasonCode.MATCHES, params=("*_" * 30,) * 9),)
    edition = Edition(
        NOW,
        tuple(Chosen(one.key, reasons, 9) for one in papers[:cut]),
        tuple(LeftOut(one.key, Rule.BELOW_LIMIT, 9) for one in papers[cut:]),
    )
    wish = Wish("*", Schedule("UTC", time(9), DAILY), language="it", machine_text=ai)
    target = UserTarget(3, 4) if direct else ChannelTarget(1, 2)
    subscription = Subscription(5, target, wish, NOW, None, NOW)
    return Issue(edition, subscription, {one.key: one for one in papers}, 7, NOW, told)


@settings(max_examples=40)
@given(st.integers(1, 30), st.sampled_from(HOSTILE), st.sampled_from(HOSTILE), st.booleans())
def test_the_fullest_translated_digest_is_accepted(
    count: int, text: str, into: str, direct: bool
) -> None:
    """And its pages of more."""
    papers = [paper(key, text) for key in range(1, count + 1)]
    bare = issue_of(papers, None)
    texts = [*texts_in_edition(bare.edition, bare.papers), *((p.key, p.title) for p in papers)]
    told = translated(texts, into, every=False)
    one = issue_of(papers, told, direct=direct)
    assert_fits(digest(one))
    assert_fits(more_page(one, 0))


def test_the_original_title_stands_under_the_translated_one() -> None:
    """In full, and on a line; without a translation nothing is added."""
    one = paper(1)
    told = translated([(1, one.title)], "Un titolo.")
    assert line(4, one, WORDS, upvotes=0, translated=told).split("\n") == [
        "**4**  Un titolo. · code",
        f"-# {one.title}",
    ]
    full = block(1, one, WORDS, machine_text=True, upvotes=0, translated=told).split("\n")
    assert full[0].startswith("### 1 · [Un titolo.](")
    assert full[1] == f"-# {one.title}"
    assert "\n" not in line(4, one, WORDS, translated=translated([], ""))


def test_the_kinds_of_text_are_said_below() -> None:
    """Each once, those that are there; who translated; that not all could be."""
    abstract = replace(paper(1), summary=None, abstract="One.")
    opening = replace(paper(2), summary=None, abstract="A sentence. " * 99)
    machine = replace(paper(3), summary=MODEL)
    papers = [abstract, opening, machine]
    plain = shown(digest(issue_of([*papers, paper(4), paper(5)], None)))
    told = "-# abstracts, some shortened · ✨ machine summary, model on the card · votes at"
    assert told in plain
    for one, kind in ((abstract, "the authors' abstract"), (opening, "first sentences of the")):
        assert f"-# {kind}" in shown(digest(issue_of([one], None)))
    hidden = shown(digest(issue_of([machine], None, ai=False)))
    assert "✨" not in hidden
    one = issue_of([machine], None)
    texts = texts_in_edition(one.edition, one.papers)
    whole = shown(digest(replace(one, translated=translated(texts, "Altro."))))
    assert "🌐 translated by the model" in whole
    assert "not all could be" not in whole
    part = shown(digest(replace(one, translated=translated(texts, "Altro.", every=False))))
    assert "not all could be translated" in part
    none = shown(digest(replace(one, translated=Translated("it", "deepl"))))
    assert "translated by" not in none
    assert "not all could be translated" in none
