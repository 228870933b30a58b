"""A paper that is not here, as a reader sees it: looked up elsewhere, and here from then on."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import pytest_asyncio

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "services"))

from reading import buttons_of, options_of, press, text_of
from stage import Stage, raise_curtain
from told_lookup import ToldLookup  # pyright: ignore[reportMissingImports] - of tests/services

from bot.core.papers import NEVER, Links, PaperDraft
from bot.services.lookup import OnePaper
from bot.ui.papers.found_papers import MOST_ASKED

TITLE = "QLoRA: Efficient Finetuning of Quantized LLMs"
QLORA = PaperDraft(
    ids=("arxiv:2305.14314", "doi:10.1000/qlora"),
    title=TITLE,
    source="arxiv",
    released=NEVER,
    authors=("Tim Dettmers",),
    abstract="We present QLoRA.",
    published=date(2023, 5, 23),
    links=Links(page="https://arxiv.org/abs/2305.14314", pdf="https://arxiv.org/pdf/2305.14314"),
)
LOOK = "Not this one? Look elsewhere"
ATTENTION = replace(
    QLORA, ids=("arxiv:1706.03762",), title="Attention Is All You Need", authors=("Ashish Vaswani",)
)
LIKE_ATTENTION = [
    replace(
        QLORA,
        ids=(f"arxiv:2512.{number}",),
        title=f"{ATTENTION.title} for {what}",
        released=date(2025, 12, 29),
    )
    for number, what in ((30_001, "Tides"), (30_002, "Robots"))
]


@pytest.fixture
def arxiv() -> ToldLookup:
    """A service that knows one paper."""
    return ToldLookup("arxiv", answers=[QLORA], kinds=("arxiv", "doi"))


@pytest.fixture
def scholar() -> ToldLookup:
    """One that knows none."""
    return ToldLookup("semantic_scholar", kinds=("arxiv", "doi"))


@pytest_asyncio.fixture
async def stage(tmp_path: Path, scholar: ToldLookup, arxiv: ToldLookup) -> AsyncIterator[Stage]:
    """The real bot in a simulated Discord, with two services to ask."""
    async with raise_curtain(tmp_path, elsewhere=(scholar, arxiv)) as stage:
        yield stage


@pytest.mark.parametrize(
    "typed",
    [
        "qlora: eficient finetuning of quantised llms",
        "arXiv:2305.14314v2",
        "https://doi.org/10.1000/QLoRA",
        TITLE,
    ],
)
async def test_an_unknown_paper_is_looked_up_and_here_the_next_time(
    stage: Stage, arxiv: ToldLookup, typed: str
) -> None:
    """The card comes, privately; the next time the same one, and nobody is asked."""
    seen = await stage.reader.slash(stage.general, "paper", title=typed)
    assert seen.ephemeral
    assert f"[{TITLE}](https://arxiv.org/abs/2305.14314)" in text_of(seen)
    assert "23 May 2023" in text_of(seen)
    assert list(buttons_of(seen)) == ["Save", "BibTeX", "Post here", "Similar"]
    assert len(arxiv.asked) == 1
    again = await stage.reader.slash(stage.general, "paper", title=typed)
    assert text_of(again) == text_of(seen)
    assert len(arxiv.asked) == 1
    offered = await stage.reader.autocomplete(stage.general, "paper", "title", "qlora")
    assert offered[0]["name"] == f"{TITLE} · Tim Dettmers · 2023"


async def test_a_paper_that_is_here_is_shown_at_once(stage: Stage, arxiv: ToldLookup) -> None:
    """Nobody is asked for it, and nobody is while somebody types."""
    seen = await stage.reader.slash(stage.general, "paper", title="tidal retreival")
    assert "Tidal Retrieval" in text_of(seen)
    await stage.reader.autocomplete(stage.general, "paper", "title", "squaring the circle")
    await stage.reader.autocomplete(stage.general, "paper", "title", "2305.14314")
    assert arxiv.asked == []


async def test_what_was_looked_up_can_be_saved_and_cited(stage: Stage) -> None:
    """It is a paper like any other."""
    seen = await stage.reader.slash(stage.general, "paper", title="2305.14314")
    assert "Saved" in text_of(await press(stage.reader, seen, "Save"))
    assert "Dettmers" in text_of(await press(stage.reader, seen, "BibTeX"))
    assert TITLE in text_of(await stage.reader.slash(stage.general, "library list"))


async def test_what_was_looked_up_is_no_news(stage: Stage, arxiv: ToldLookup) -> None:
    """Even one of today comes in no digest, and what is indexed stays what sources brought."""
    today = datetime(2026, 1, 1, tzinfo=UTC).date()
    arxiv.answers = [replace(QLORA, published=today, released=today)]
    assert TITLE in text_of(await stage.reader.slash(stage.general, "paper", title=TITLE))
    await stage.owner.slash(stage.papers, "digest setup", timezone="UTC", query="qlora | tidal")
    await stage.owner.slash(stage.papers, "digest now")
    await stage.beat()
    (posted,) = stage.papers.history()
    assert "Tidal Retrieval" in text_of(posted)
    assert "QLoRA" not in text_of(posted)
    seen = await stage.reader.slash(stage.general, "paper", title="Squaring the circle at last")
    assert "Indexed: 17 papers from 30 Dec 2025 to 31 Dec 2025." in text_of(seen)


async def test_a_shared_paper_is_looked_up_in_private_and_shown_to_all(stage: Stage) -> None:
    """Only who asked waits; what comes of it everybody sees, if it is a paper."""
    seen = await stage.reader.slash(stage.general, "paper", title=TITLE, share=True)
    assert seen.ephemeral
    assert text_of(seen.response) == "Found. Here it is, for everybody."
    (shared,) = seen.followups
    assert not shared.ephemeral
    assert TITLE in text_of(shared)
    assert list(buttons_of(shared)) == ["Save", "BibTeX", "Similar"]
    nothing = await stage.reader.slash(stage.general, "paper", title="Nothing at all", share=True)
    assert nothing.ephemeral
    assert nothing.followups == []


async def test_that_nobody_knows_it_is_said_with_who_was_asked(stage: Stage) -> None:
    """And with what is nearest here, as for any title that is not here."""
    seen = await stage.reader.slash(stage.general, "paper", title="folded origami of nowhere")
    text = text_of(seen)
    assert "No title here is like “folded origami of nowhere”." in text
    assert "Asked elsewhere, no sure answer: Semantic Scholar, arXiv." in text
    assert "Could not be asked" not in text
    assert "Indexed: 17 papers" in text
    assert list(buttons_of(seen)) == ["Search abstracts"]
    unknown = await stage.reader.slash(stage.general, "paper", title="2301.12345")
    assert "[arXiv:2301.12345](https://arxiv.org/abs/2301.12345) is not indexed here." in text_of(
        unknown
    )
    assert "no sure answer" in text_of(unknown)


async def test_who_could_not_be_asked_is_said_with_the_reason(
    stage: Stage, scholar: ToldLookup, arxiv: ToldLookup
) -> None:
    """“No sure answer” is said only of those who were asked."""
    arxiv.fails, scholar.fails = "busy", "unreachable"
    seen = await stage.reader.slash(stage.general, "paper", title=TITLE)
    text = text_of(seen)
    told = "Could not be asked: Semantic Scholar (no answer), arXiv (asked too often)."
    assert told in text
    assert "no sure answer" not in text
    arxiv.fails = None
    assert TITLE in text_of(await stage.reader.slash(stage.general, "paper", title=TITLE))


async def test_several_that_could_be_meant_can_be_chosen_from(
    stage: Stage, arxiv: ToldLookup
) -> None:
    """Like several that are here."""
    arxiv.answers = [
        replace(QLORA, ids=("arxiv:2305.00001",), title="Twin Study"),
        replace(QLORA, ids=("arxiv:2305.00002",), title="Twin Study", authors=("Zoe Z",)),
    ]
    seen = await stage.reader.slash(stage.general, "paper", title="twin study")
    assert "Which one is it?" in text_of(seen)
    choices = options_of(seen)
    assert seen.response is not None
    other = next(value for label, value in choices.items() if "Zoe Z" in label)
    await stage.reader.select(seen.response.message, [other], custom_id="v1:pick")
    assert "Zoe Z" in text_of(seen)


async def test_where_several_could_be_meant_the_paper_is_looked_for_elsewhere_first(
    stage: Stage, arxiv: ToldLookup
) -> None:
    """Two titles here begin as the one that is not; once it is here it is meant at once."""
    await stage.desk.ingest.store(LIKE_ATTENTION)
    arxiv.answers = [ATTENTION]
    for _ in range(2):
        seen = await stage.reader.slash(stage.general, "paper", title="attention is all you need")
        assert "Ashish Vaswani" in text_of(seen)
        assert LOOK not in buttons_of(seen)
    assert len(arxiv.asked) == 1


async def test_what_is_told_counts_among_all_that_could_be_meant(
    stage: Stage, arxiv: ToldLookup
) -> None:
    """What elsewhere knows of it is here already: one of the two, and the other is as likely."""
    await stage.desk.ingest.store(LIKE_ATTENTION)
    arxiv.answers = LIKE_ATTENTION[:1]
    seen = await stage.reader.slash(stage.general, "paper", title="attention is all you need for")
    assert "Which one is it?" in text_of(seen)
    assert len(options_of(seen)) == 2
    assert "Asked elsewhere" not in text_of(seen)
    assert buttons_of(seen) == {}


async def test_the_menu_says_who_else_was_asked_and_asks_again_who_could_not_be(
    stage: Stage, arxiv: ToldLookup
) -> None:
    """Where all were asked there is nothing left to press."""
    await stage.desk.ingest.store(LIKE_ATTENTION)
    arxiv.fails = "busy"
    typed = "attention is all you need"
    seen = await stage.reader.slash(stage.general, "paper", title=typed)
    assert seen.ephemeral
    assert "Which one is it?" in text_of(seen)
    assert "-# Asked elsewhere, no sure answer: Semantic Scholar." in text_of(seen)
    assert "-# Could not be asked: arXiv (asked too often)." in text_of(seen)
    assert len(options_of(seen)) == 2
    arxiv.fails = None
    arxiv.answers = [ATTENTION]
    found = await press(stage.reader, seen, LOOK)
    assert found.ephemeral
    assert "Ashish Vaswani" in text_of(found)
    arxiv.answers = []
    seen = await stage.reader.slash(stage.general, "paper", title="attention is all you need for")
    assert "no sure answer: Semantic Scholar, arXiv." in text_of(seen)
    assert "Which one is it?" in text_of(seen)
    assert buttons_of(seen) == {}


async def test_papers_of_one_title_come_at_once_and_another_one_can_be_looked_for(
    stage: Stage, arxiv: ToldLookup
) -> None:
    """The title is here to the letter, twice; elsewhere knows a third."""
    twins = [
        replace(one, title="Twin Study", authors=(who,))
        for one, who in zip(LIKE_ATTENTION, ("Ann A", "Zoe Z"), strict=True)
    ]
    await stage.desk.ingest.store(twins)
    arxiv.answers = [twins[0], replace(QLORA, title="Twin Study")]
    seen = await stage.reader.slash(stage.general, "paper", title="twin study")
    assert "Which one is it?" in text_of(seen)
    assert arxiv.asked == []
    other = await press(stage.reader, seen, LOOK)
    assert "Tim Dettmers" in text_of(other)
    assert "Which one is it?" not in text_of(other)


@pytest.mark.parametrize("restarted", [False, True])
async def test_another_paper_than_the_one_shown_can_be_looked_for(
    stage: Stage, arxiv: ToldLookup, *, restarted: bool
) -> None:
    """A likely title is shown at once; its button brings, privately, what has that very title, also
    after a restart.
    """
    typed = "Tidal Retrieval of Robots"
    arxiv.answers = [replace(QLORA, title=typed)]
    seen = await stage.reader.slash(stage.general, "paper", title=typed)
    assert "[Tidal Retrieval](" in text_of(seen)
    assert list(buttons_of(seen)) == ["Save", "BibTeX", "Post here", "Similar", LOOK]
    assert arxiv.asked == []
    if restarted:
        await stage.restart()
    found = await press(stage.reader, seen, LOOK)
    assert found.ephemeral
    assert f"[{typed}](" in text_of(found)
    assert "[Tidal Retrieval](" in text_of(seen)
    assert arxiv.asked == [typed]
    again = await stage.reader.slash(stage.general, "paper", title=typed)
    assert list(buttons_of(again)) == ["Save", "BibTeX", "Post here", "Similar"]


async def test_the_same_paper_again_is_nothing_else(stage: Stage, arxiv: ToldLookup) -> None:
    """Elsewhere means the one that is shown, or has no sure answer, and both are said."""
    here = await stage.desk.lookup.resolve("2512.10000")
    assert isinstance(here, OnePaper)
    arxiv.answers = [replace(QLORA, ids=("arxiv:2512.10000",), title=here.paper.title)]
    told = []
    for typed in ("tidal retreival", "tidal retrieval of robots"):
        seen = await stage.reader.slash(stage.general, "paper", title=typed)
        told.append(text_of(await press(stage.reader, seen, LOOK)))
        arxiv.answers = []
    assert told[0] == "Nothing else was found for “tidal retreival”."
    assert "Nothing else was found for “tidal retrieval of robots”." in told[1]
    assert "Asked elsewhere, no sure answer: Semantic Scholar, arXiv." in told[1]


async def test_several_others_are_offered(stage: Stage, arxiv: ToldLookup) -> None:
    """As in any menu."""
    typed = "Tidal Retrieval of Robots"
    ids = ("arxiv:2305.00001", "arxiv:2305.00002")
    arxiv.answers = [replace(QLORA, ids=(one,), title=typed, authors=(one,)) for one in ids]
    seen = await stage.reader.slash(stage.general, "paper", title=typed)
    found = await press(stage.reader, seen, LOOK)
    assert "Which one is it?" in text_of(found)
    assert len(options_of(found)) == 2
    assert buttons_of(found) == {}


async def test_a_button_that_is_too_old_or_somebody_elses_says_so(stage: Stage) -> None:
    """A draft is kept for two days; nobody to ask any more is said as well."""
    body = {"typed": "Tidal Retrieval of Robots", "shown": []}
    theirs = await stage.desk.drafts.open(stage.owner.id, "lookup", body, stage.clock.now())
    mine = await stage.desk.drafts.open(stage.reader.id, "lookup", body, stage.clock.now())
    told = []
    for draft_id in (9_999, theirs):
        message = await stage.forge(("elsewhere", draft_id))
        told.append(text_of(await stage.reader.click(message, label="elsewhere")))
    stage.elsewhere = ()
    await stage.restart()
    message = await stage.forge(("elsewhere", mine))
    told.append(text_of(await stage.reader.click(message, label="elsewhere")))
    assert told == [
        "This answer is too old. Please run `/paper` again.",
        "These buttons belong to somebody else. Run the command yourself to get your own.",
        "There is nobody else to ask any more.",
    ]


async def test_no_button_looks_elsewhere_where_that_helps_nobody(
    stage: Stage, arxiv: ToldLookup
) -> None:
    """The title to the letter, an id, a choice, what everybody sees, nobody to ask."""
    offered = await stage.reader.autocomplete(stage.general, "paper", "title", "tidal re")
    for typed in ("tidal retrieval", "2512.10000", str(offered[0]["value"])):
        seen = await stage.reader.slash(stage.general, "paper", title=typed)
        assert LOOK not in buttons_of(seen)
    seen = await stage.reader.slash(stage.general, "paper", title="tidal retreival", share=True)
    assert LOOK not in buttons_of(seen)
    stage.elsewhere = ()
    await stage.restart()
    seen = await stage.reader.slash(stage.general, "paper", title="tidal retreival")
    assert LOOK not in buttons_of(seen)
    assert arxiv.asked == []


async def test_a_pasted_id_that_is_not_here_is_completed_by_nothing(
    stage: Stage, arxiv: ToldLookup
) -> None:
    """So what is sent is the id, and it is looked up."""
    await stage.desk.ingest.store([replace(QLORA, ids=("arxiv:2512.9",), title="Notes on 2305")])
    for typed in ("2305.14314", "https://arxiv.org/abs/2305.14314 ", "10.1000/qlora"):
        assert await stage.reader.autocomplete(stage.general, "paper", "title", typed) == []
    assert arxiv.asked == []
    assert TITLE in text_of(await stage.reader.slash(stage.general, "paper", title="2305.14314"))


async def test_a_hostile_answer_stays_within_its_card(stage: Stage, arxiv: ToldLookup) -> None:
    """What a service tells is text from outside."""
    nasty = "[@everyone](https://evil.example) # *<@1>*"
    arxiv.answers = [replace(QLORA, title=nasty, authors=(nasty,), abstract=nasty * 50)]
    seen = await stage.reader.slash(stage.general, "paper", title="2305.14314")
    assert "](https://evil" not in text_of(seen)
    assert seen.response is not None
    assert seen.response.message.mentions == []


async def test_ids_in_a_message_are_looked_up_too(stage: Stage, arxiv: ToldLookup) -> None:
    """**Find papers** asks for ids that it does not know, for a few of them, and for no titles."""
    ids = [f"2301.{n:05}" for n in range(1, 8)]
    said = f'2305.14314 and {" ".join(ids)} and "Nobody Wrote This Yet"'
    message = await stage.owner.send(stage.general, said)
    seen = await stage.reader.context_menu(stage.general, "Find papers", message)
    text = text_of(seen)
    assert seen.ephemeral
    assert TITLE in text
    assert "Not indexed here: [arXiv:2301.00001](https://arxiv.org/abs/2301.00001)" in text
    assert "Asked elsewhere, no sure answer: Semantic Scholar, arXiv." in text
    assert len(arxiv.asked) == MOST_ASKED
    assert all(one.startswith("arxiv:") for one in arxiv.asked)


async def test_one_unknown_paper_in_a_message_comes_as_its_card(stage: Stage) -> None:
    """With its buttons."""
    message = await stage.owner.send(stage.general, "<https://arxiv.org/pdf/2305.14314v3>")
    seen = await stage.reader.context_menu(stage.general, "Find papers", message)
    assert f"[{TITLE}](https://arxiv.org/abs/2305.14314)" in text_of(seen)
    assert "Save" in buttons_of(seen)
