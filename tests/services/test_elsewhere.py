"""Elsewhere: what is not here is asked for, judged, added, and found here the next time."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from service_world import DAY, FRIDAY, NINE, draft
from structlog.testing import capture_logs
from told_lookup import ToldLookup

from bot.core.lookup import Ambiguous, Found, Match, NotFound
from bot.core.papers import NEVER
from bot.process.title_building import build
from bot.services.elsewhere import MOST_AT_ONCE, Elsewhere, Patience
from bot.services.judging import judged_by_title
from bot.services.lookup import Asked, NoPaper, OnePaper, SeveralPapers
from bot.services.ports import Holdings
from bot.storage.misses import MissRows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from service_world import World

    from bot.core.lookup import Resolution
    from bot.core.papers import PaperDraft
    from bot.services.judging import Judge
    from bot.services.lookup import Answer
    from bot.services.ports import TitleRow, TitleShelf

NOTHING = Holdings(0, None, None)
QLORA = "QLoRA: Efficient Finetuning of Quantized LLMs"


def told(title: str = QLORA, number: int = 14314, **changed: object) -> PaperDraft:
    """What a service tells of a paper."""
    fields: dict[str, Any] = {
        "ids": (f"arxiv:2305.{number:05}",),
        "title": title,
        "released": NEVER,
        "published": date(2023, 5, 23),
        "authors": ("Tim Dettmers",),
        **changed,
    }
    return draft(1, **fields)


class Scores:
    """A judge by given scores; a title without one is meant for sure."""

    def __init__(self, scores: dict[str, float]) -> None:
        self._scores = scores

    def __call__(self, rows: Iterable[TitleRow]) -> TitleShelf:
        """Return an index that resolves every text to these titles."""
        matches = tuple(Match(str(row.key), self._scores.get(row.title, 100.0)) for row in rows)
        return Resolved(matches)  # type: ignore[return-value] - only `resolve` is asked for


class Resolved:
    """What a text is resolved to."""

    def __init__(self, matches: tuple[Match, ...]) -> None:
        self._matches = matches

    def resolve(self, _: str) -> Resolution:
        """Return it."""
        match self._matches:
            case ():
                return NotFound()
            case (only,):
                return Found(only)
            case several:
                return Ambiguous(several)


def asking(
    world: World,
    *services: ToldLookup,
    patience: Patience | None = None,
    judge: Judge = build,
) -> Elsewhere:
    """The service, with these to ask."""
    misses = MissRows(world.database)
    return Elsewhere(
        services, world.papers, world.ingest, judge, misses, world.clock, patience=patience
    )


async def ask(world: World, elsewhere: Elsewhere, typed: str) -> Answer:
    """Look here, then elsewhere, as `/paper` does."""
    found = await world.lookup.resolve(typed)
    return await elsewhere.find(found) if isinstance(found, NoPaper) else found


@pytest.mark.parametrize("typed", [QLORA, "qlora", "eficient finetuning of quantised LLMs qlora"])
async def test_a_title_is_found_elsewhere_and_here_the_next_time(world: World, typed: str) -> None:
    """However it was remembered, as far as it can be meant."""
    service = ToldLookup(answers=[told("Something Else Entirely", 1), told()])
    elsewhere = asking(world, service)
    found = await ask(world, elsewhere, typed)
    assert isinstance(found, OnePaper)
    assert found.paper.title == QLORA
    assert await world.lookup.resolve(typed) == found
    assert await world.papers.by_external("arxiv:2305.00001") is None
    assert service.asked == [typed]


async def test_what_came_of_a_broken_answer_is_judged(world: World) -> None:
    """Where the paper is not among it, nobody may say that it is not known there."""
    broken = ToldLookup(fails="unreadable", rescued=(told("Something Else Entirely", 1), told()))
    found = await ask(world, asking(world, broken), QLORA)
    assert isinstance(found, OnePaper)
    assert found.paper.title == QLORA
    missing = await ask(world, asking(world, broken), "Gamma rays in dense plasmas")
    assert isinstance(missing, NoPaper)
    assert missing.asked == Asked(failed=(("huggingface", "unreadable"),))


async def test_an_id_is_found_elsewhere(world: World) -> None:
    """And the paper is here by every id that was told."""
    service = ToldLookup(answers=[told(ids=("arxiv:2305.14314", "doi:10.1000/qlora"))])
    found = await ask(world, asking(world, service), "https://arxiv.org/abs/2305.14314v2")
    assert isinstance(found, OnePaper)
    assert service.asked == ["arxiv:2305.14314"]
    assert await world.lookup.resolve("doi.org/10.1000/QLORA") == found


async def test_a_paper_that_was_known_by_another_id_is_the_same(world: World) -> None:
    """What is told of one title joins what is here."""
    (here,) = await world.bring(draft(1, ids=("doi:10.1000/qlora",), title="QLoRA"))
    service = ToldLookup(answers=[told(ids=("arxiv:2305.14314", "doi:10.1000/qlora"))])
    found = await ask(world, asking(world, service), "2305.14314")
    assert isinstance(found, OnePaper)
    assert found.paper.key == here.key
    assert found.paper.released == FRIDAY  # its source brought it out; that stays


async def test_a_wrong_record_leaves_what_is_here_alone(world: World) -> None:
    """One that has the ids of two papers here is a third paper, found by its own title."""
    alpha, beta = await world.bring(
        draft(1, title="Alpha networks for protein folding"),
        draft(2, title="Beta pruning of language models"),
    )
    gamma = "Gamma rays in dense plasmas"
    service = ToldLookup(answers=[told(gamma, ids=(*alpha.ids, *beta.ids, "openalex:w123456"))])
    found = await ask(world, asking(world, service), gamma)
    assert isinstance(found, OnePaper)
    assert (found.paper.title, found.paper.ids) == (gamma, ("openalex:w123456",))
    assert await world.lookup.resolve(gamma) == found
    for paper in (alpha, beta):
        assert await world.lookup.resolve(paper.title) == OnePaper(paper)
        assert await world.papers.by_external(paper.ids[0]) == paper


async def test_the_id_that_was_asked_for_leads_to_the_paper(world: World) -> None:
    """Also where its source brought it in, by another title, while it was being asked for."""
    gate = asyncio.Event()
    service = ToldLookup(answers=[told(ids=("arxiv:2305.14314", "s2:corpusid:1"))], gate=gate)
    waiting = asyncio.create_task(ask(world, asking(world, service), "2305.14314"))
    await service.heard()
    (here,) = await world.bring(draft(1, ids=("arxiv:2305.14314",), title="Quantized adapters"))
    gate.set()
    assert await waiting == OnePaper(here)


async def test_a_paper_that_has_been_renamed_is_found(world: World) -> None:
    """Whoever tells of nothing but it, by its new title, tells of the paper that is here."""
    (here,) = await world.bring(
        draft(1, ids=("arxiv:2305.14314", "doi:10.1000/q"), title="Quantized adapters")
    )
    service = ToldLookup(answers=[told(ids=("arxiv:2305.14314", "doi:10.1000/q"))])
    assert await ask(world, asking(world, service), QLORA) == OnePaper(here)


async def test_a_record_of_nothing_but_others_ids_is_no_answer(world: World) -> None:
    """Which of two papers it would be nobody can say."""
    first, second = await world.bring(draft(1, title="Alpha nets"), draft(2, title="Beta trees"))
    service = ToldLookup(answers=[told(ids=(*first.ids, *second.ids))])
    found = await ask(world, asking(world, service), QLORA)
    assert isinstance(found, NoPaper)
    assert found.asked == Asked(unknown=(told().source,))
    assert len(await world.papers.titles()) == 2


@pytest.mark.parametrize(
    "typed",
    [
        "Graph Neural Networks for Traffic Forecasting",
        "Attention Is All You Need",
        "how to cook rice",
        "Efficient",
        "QLoRA for retinal vessel segmentation",
    ],
)
async def test_an_answer_that_is_not_what_was_asked_is_not_believed(
    world: World, typed: str
) -> None:
    """A service always has something; nothing of it is stored."""
    service = ToldLookup(answers=[told(), told("Efficient Transformers: A Survey", 2)])
    found = await ask(world, asking(world, service), typed)
    assert isinstance(found, NoPaper)
    assert found.asked == Asked(unknown=("huggingface",))
    assert await world.papers.titles() == []


async def test_another_paper_than_the_ids_is_not_believed(world: World) -> None:
    """It has to tell the id that was asked for."""
    service = ToldLookup(wrong=told())
    found = await ask(world, asking(world, service), "2401.00001")
    assert isinstance(found, NoPaper)
    assert await world.papers.titles() == []


async def test_several_that_could_be_meant_are_offered(world: World) -> None:
    """Two papers of one title and different authors are two; a preprint and its article are one."""
    title = "Deep Learning for Graph Matching"
    service = ToldLookup(
        answers=[
            told(title, 1),
            told(title, 2, authors=("Zoe Zander",)),
            told(title + ".", 3, ids=("doi:10.1000/dl",), authors=("T. Dettmers", "A. Other")),
        ]
    )
    found = await ask(world, asking(world, service), title)
    assert isinstance(found, SeveralPapers)
    assert [one.authors[0] for one in found.papers] == ["Tim Dettmers", "Zoe Zander"]
    assert found.papers[0].ids == ("arxiv:2305.00001", "doi:10.1000/dl")


async def test_services_are_asked_in_order_until_one_knows(world: World) -> None:
    """A fault and a shrug lead on; whoever comes behind is left alone."""
    down = ToldLookup("huggingface", fails="unreachable")
    empty = ToldLookup("arxiv")
    good = ToldLookup("crossref", answers=[told()])
    spared = ToldLookup("openalex", answers=[told()])
    found = await ask(world, asking(world, down, empty, good, spared), QLORA)
    assert isinstance(found, OnePaper)
    assert [len(one.asked) for one in (down, empty, good, spared)] == [1, 1, 1, 0]


async def test_a_slip_in_reading_an_answer_costs_that_answer(world: World) -> None:
    """The next service is asked; where nobody else knows it, that one was not to be read."""
    broken = ToldLookup("crossref", slips=TypeError("unhashable type: 'list'"))
    good = ToldLookup("openalex")
    with capture_logs() as logs:
        found = await ask(world, asking(world, broken, good), QLORA)
    assert isinstance(found, NoPaper)
    assert found.asked == Asked(("openalex",), (("crossref", "unreadable"),))
    (failed,) = (log for log in logs if log["event"] == "lookup_failed")
    assert (failed["source"], failed["error"]) == ("crossref", "TypeError")
    good.answers = [told()]
    assert isinstance(await ask(world, asking(world, broken, good), QLORA), OnePaper)


async def test_only_who_takes_it_is_asked(world: World) -> None:
    """An id of another kind, a title where none are taken; with nobody left nothing is asked."""
    ids_only = ToldLookup("openreview", titles=False, kinds=("openreview",))
    arxiv = ToldLookup("arxiv", kinds=("arxiv",))
    elsewhere = asking(world, ids_only, arxiv)
    for typed, asked in (
        (QLORA, [0, 1]),
        ("2305.14314", [0, 2]),
        ("openreview:rJ4km2R5t7", [1, 2]),
    ):
        assert isinstance(await ask(world, elsewhere, typed), NoPaper)
        assert [len(one.asked) for one in (ids_only, arxiv)] == asked
    missing = await world.lookup.resolve("s2:corpusid:1")
    assert isinstance(missing, NoPaper)
    assert not elsewhere.can_ask(missing)
    assert await elsewhere.find(missing) == missing


@pytest.mark.parametrize("typed", ["", " ", "?!", "42", "a b", "x" * 301, "paper:9999", "\u202e"])
async def test_what_is_no_title_is_not_sent_anywhere(world: World, typed: str) -> None:
    """Nothing, signs, two letters, a page of text."""
    service = ToldLookup(answers=[told()])
    missing = await world.lookup.resolve(typed)
    assert isinstance(missing, NoPaper)
    if typed != "paper:9999":  # a forged choice is a title that nobody wrote
        assert not asking(world, service).can_ask(missing)


async def test_while_titles_are_being_indexed_titles_are_not_asked_for(world: World) -> None:
    """What was not found may be here; an id is known to be not."""
    elsewhere = asking(world, ToldLookup())
    missing = await world.lookup.resolve(QLORA)
    assert isinstance(missing, NoPaper)
    assert elsewhere.can_ask(missing)
    assert not elsewhere.can_ask(replace(missing, indexed=40))
    assert elsewhere.can_ask(replace(missing, external="arxiv:2305.14314", indexed=40))


async def test_who_does_not_know_and_who_could_not_be_asked_are_told_apart(world: World) -> None:
    """With the reason of each; the log has no word of what was typed."""
    services = [
        ToldLookup("huggingface"),
        ToldLookup("arxiv", fails="busy"),
        ToldLookup("openalex", fails="unreadable"),
    ]
    with capture_logs() as logs:
        found = await ask(world, asking(world, *services), QLORA)
    assert isinstance(found, NoPaper)
    assert found.asked == Asked(("huggingface",), (("arxiv", "busy"), ("openalex", "unreadable")))
    assert [log["source"] for log in logs if log["event"] == "lookup_failed"] == [
        "arxiv",
        "openalex",
    ]
    assert "secret" not in str(logs)
    assert "QLoRA" not in str(logs)


async def test_whoever_takes_too_long_is_left_for_the_next(world: World) -> None:
    """Each has a share of the time."""
    slow = ToldLookup("huggingface", gate=asyncio.Event())
    good = ToldLookup("arxiv", answers=[told()])
    elsewhere = asking(world, slow, good, patience=Patience(service=0.05))
    assert isinstance(await ask(world, elsewhere, QLORA), OnePaper)


async def test_a_question_has_an_end(world: World) -> None:
    """However many could still be asked: those are told as too late."""
    slow = [ToldLookup(name, gate=asyncio.Event()) for name in ("arxiv", "crossref", "openalex")]
    patience = Patience(question=0.05, service=0.04)
    found = await ask(world, asking(world, *slow, patience=patience), QLORA)
    assert isinstance(found, NoPaper)
    assert found.asked == Asked(failed=tuple((one.name, "late") for one in slow))


async def test_a_surer_answer_is_looked_for(world: World) -> None:
    """A likely one is kept while the others are asked, and given up for the title itself."""
    near = ToldLookup("huggingface", answers=[told("Attention Is All You Need", 1)])
    exact = ToldLookup("crossref", answers=[told("Attention Is All You Need in Speech", 2)])
    spared = ToldLookup("openalex", answers=[told("Attention Is All You Need in Speech", 3)])
    services = (near, ToldLookup("arxiv"), exact, spared)
    elsewhere = asking(world, *services, judge=Scores({"Attention Is All You Need": 90.0}))
    found = await ask(world, elsewhere, "attention is all you need in speech")
    assert isinstance(found, OnePaper)
    assert found.paper.ids == ("arxiv:2305.00002",)
    assert await world.papers.by_external("arxiv:2305.00001") is None
    assert [len(one.asked) for one in services] == [1, 1, 1, 0]


async def test_a_likely_answer_is_better_than_none(world: World) -> None:
    """Where nobody knows a surer one, the first of the likeliest counts."""
    near = ToldLookup("huggingface", answers=[told("Attention Is All You Need", 1)])
    same = ToldLookup("openalex", answers=[told("Attention Is All You Need", 2)])
    judge = Scores({"Attention Is All You Need": 90.0})
    elsewhere = asking(world, near, ToldLookup("arxiv", fails="busy"), same, judge=judge)
    found = await ask(world, elsewhere, "transduction of sequences by attention")
    assert isinstance(found, OnePaper)
    assert found.paper.ids == ("arxiv:2305.00001",)
    assert len(same.asked) == 1


@pytest.mark.parametrize(
    ("scores", "kept"),
    [
        ((90.0,), 1),
        ((60.0, 30.0), 2),
        ((50.0, 40.0, 5.0), 2),
        ((84.0,), 0),
        ((50.0, 30.0), 0),
        ((20.0,) * 7, 5),
    ],
)
def test_several_are_believed_together(scores: tuple[float, ...], kept: int) -> None:
    """What could be meant counts where all of it together is likely enough."""
    answers = [told(f"Title {n}", n) for n in range(1, len(scores) + 1)]
    judge = Scores({one.title: score for one, score in zip(answers, scores, strict=True)})
    assert judged_by_title("title", answers, judge).papers == tuple(answers[:kept])


async def test_two_who_ask_for_the_same_cause_one_request(world: World) -> None:
    """However they write it; whoever gives up takes nothing from the other."""
    gate = asyncio.Event()
    service = ToldLookup(answers=[told()], gate=gate)
    elsewhere = asking(world, service)
    first, second, third = (
        asyncio.create_task(ask(world, elsewhere, typed))
        for typed in (QLORA, QLORA.upper() + "!", QLORA.lower())
    )
    await service.heard()
    third.cancel()
    await asyncio.gather(third, return_exceptions=True)
    gate.set()
    assert await first == await second
    assert isinstance(await first, OnePaper)
    assert len(service.asked) == 1


async def test_only_a_few_questions_are_under_way(world: World) -> None:
    """One more is told to come again, and nobody is asked for it."""
    gate = asyncio.Event()
    service = ToldLookup(gate=gate)
    elsewhere = asking(world, service)
    waiting = [
        asyncio.create_task(ask(world, elsewhere, f"2305.{n:05}"))
        for n in range(1, MOST_AT_ONCE + 1)
    ]
    await service.heard(MOST_AT_ONCE)
    more = await ask(world, elsewhere, "2305.09999")
    assert isinstance(more, NoPaper)
    assert more.asked == Asked(failed=(("huggingface", "busy"),))
    gate.set()
    await asyncio.gather(*waiting)
    assert len(service.asked) == MOST_AT_ONCE
    await ask(world, elsewhere, "2305.09999")
    assert len(service.asked) == MOST_AT_ONCE + 1


async def test_that_nobody_knows_it_is_remembered_for_a_day(world: World) -> None:
    """Then it is asked for again."""
    service = ToldLookup()
    elsewhere = asking(world, service)
    first = await ask(world, elsewhere, QLORA)
    assert await ask(world, elsewhere, QLORA.lower()) == replace(first, typed=QLORA.lower())  # type: ignore[type-var] - a NoPaper
    assert len(service.asked) == 1
    world.clock.to(world.clock.now() + DAY)
    service.answers = [told()]
    assert isinstance(await ask(world, elsewhere, QLORA), OnePaper)
    assert len(service.asked) == 2


async def test_a_fault_is_not_remembered(world: World) -> None:
    """Whoever could not be asked is asked the next time."""
    service = ToldLookup(fails="unreachable", answers=[told()])
    elsewhere = asking(world, ToldLookup("arxiv"), service)
    assert isinstance(await ask(world, elsewhere, QLORA), NoPaper)
    service.fails = None
    assert isinstance(await ask(world, elsewhere, QLORA), OnePaper)


async def test_that_nobody_knows_it_outlives_the_process(world: World) -> None:
    """For the rest of its day, however it is written; what somebody typed stands nowhere."""
    service = ToldLookup()
    first = await ask(world, asking(world, service), "Attention Is All You Need?")
    assert isinstance(first, NoPaper)
    world.clock.to(world.clock.now() + DAY / 2)
    again = await ask(world, asking(world, service), "attention is all you need")
    assert isinstance(again, NoPaper)
    assert again.asked == first.asked
    assert isinstance(await ask(world, asking(world, service), "2305.14314"), NoPaper)
    assert isinstance(await ask(world, asking(world, service), "arXiv:2305.14314v2"), NoPaper)
    assert len(service.asked) == 2
    async with world.database.read() as session:
        rows = await session.rows("SELECT * FROM lookup_miss")
    assert len(rows) == 2
    assert "attention" not in str([tuple(row) for row in rows]).lower()
    world.clock.to(world.clock.now() + DAY / 2)
    await ask(world, asking(world, service), "Attention Is All You Need")
    assert len(service.asked) == 3


async def test_a_service_that_was_not_asked_is_asked(world: World) -> None:
    """That the others knew nothing says nothing of one that the configuration has since then; that
    one of those was taken out of it changes nothing.
    """
    await ask(world, asking(world, ToldLookup("arxiv"), ToldLookup("crossref")), QLORA)
    spared = ToldLookup("crossref", answers=[told()])
    assert isinstance(await ask(world, asking(world, spared), QLORA), NoPaper)
    assert spared.asked == []
    new = ToldLookup("openalex", answers=[told()])
    assert isinstance(await ask(world, asking(world, spared, new), QLORA), OnePaper)


async def test_what_nobody_knew_is_forgotten_after_a_day(world: World) -> None:
    """Whoever asks for it or not."""
    elsewhere = asking(world, ToldLookup())
    await ask(world, elsewhere, QLORA)
    world.clock.to(world.clock.now() + DAY / 2)
    await ask(world, elsewhere, "2305.14314")
    assert await elsewhere.tidy() == 0
    world.clock.to(world.clock.now() + DAY / 2)
    assert await elsewhere.tidy() == 1
    assert await elsewhere.tidy() == 0


async def test_what_was_looked_up_is_no_news(world: World) -> None:
    """It enters no digest, though it came out today and has votes, and is no newest day; once a
    source brings it out, it does.
    """
    await world.set_up()
    today = told(released=FRIDAY, published=FRIDAY, upvotes=500)
    elsewhere = asking(world, ToldLookup(answers=[today]))
    found = await ask(world, elsewhere, QLORA)
    assert isinstance(found, OnePaper)
    assert found.paper.released == NEVER
    assert await world.papers.newest_day() is None
    assert (await world.papers.holdings()).papers == 0
    await world.beat(NINE)
    assert [post.keys for post in world.courier.posts] == [[]]
    world.source.days = {FRIDAY: [today], FRIDAY + timedelta(days=1): []}
    await world.ingest.poll()
    await world.beat(NINE + 3 * DAY)  # Monday
    assert world.courier.posts[-1].keys == [found.paper.key]
    after = await world.papers.by_external("arxiv:2305.14314")
    assert after is not None
    assert after.released == FRIDAY


async def test_a_fault_of_our_own_reaches_everybody_who_waits(world: World) -> None:
    """It is no answer."""
    elsewhere = asking(world, ToldLookup(answers=[replace(told(), ids=())]))
    with pytest.raises(ValueError, match="without an external id"):
        await ask(world, elsewhere, QLORA)


async def test_closing_gives_up_what_is_under_way(world: World) -> None:
    """Nobody is left waiting."""
    service = ToldLookup(gate=asyncio.Event())
    elsewhere = asking(world, service)
    waiting = asyncio.create_task(ask(world, elsewhere, QLORA))
    await service.heard()
    await elsewhere.close()
    with pytest.raises(asyncio.CancelledError):
        await waiting


@pytest.mark.parametrize("title", ["FREE NITRO for researchers", QLORA])
async def test_a_servers_own_paper_is_not_here(world: World, title: str) -> None:
    """Neither where the service knows the work by that id, nor where it knows nothing."""
    own = told(title, source="added:7", abstract="Private", authors=("Mallory",))
    await world.ingest.store([own])
    nobody = asking(world, ToldLookup(answers=[], kinds=("arxiv",)))
    assert isinstance(await ask(world, nobody, "2305.14314"), NoPaper)
    world.clock.to(world.clock.now() + DAY)
    found = await ask(
        world, asking(world, ToldLookup(answers=[told()], kinds=("arxiv",))), "2305.14314"
    )
    assert isinstance(found, OnePaper)
    assert (found.paper.title, found.paper.abstract) == (QLORA, told().abstract)
    assert found.paper.source == told().source
