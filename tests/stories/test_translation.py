"""Papers in another language than theirs, as readers see them: 🌐 on a card, a digest, failures.

The words around the papers stay English: Italian is a language that the bot itself does not speak.
The translator is one on loopback that writes every word backwards.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from datetime import date, time
from pathlib import Path

import pytest_asyncio
import simcord

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "sources"))

from reading import buttons_of, parts_of, text_of
from stage import Stage, raise_curtain
from translator_site import (  # pyright: ignore[reportMissingImports] - of tests/sources
    TranslatorSite,
    translator_site,
)

from bot.config import Translation
from bot.core.papers import Links, MachineSummary, PaperDraft
from bot.core.schedules import DAILY, Schedule
from bot.core.subscriptions import ChannelTarget, Wish

DAY = 24 * 3600
TIDES = PaperDraft(
    ids=("arxiv:2512.20001",),
    title="TideGPT: Learning the Tides with GPT-4",
    source="huggingface",
    released=date(2025, 12, 31),
    abstract="We learn the tides. Code is at https://tides.example/code.",
    summary=MachineSummary("A model learns tides.", "some-model"),
    links=Links(page="https://example.org/tides", pdf="https://example.org/tides.pdf"),
)
TURNED = "TideGPT: gninraeL eht sediT htiw GPT-4"
BY = "🌐 translated by LibreTranslate"
LEFT = "🌐 not all could be translated this time; what was not is as its authors wrote it"


@pytest_asyncio.fixture
async def site() -> AsyncIterator[TranslatorSite]:
    """The translator."""
    async with translator_site() as site:
        yield site


@pytest_asyncio.fixture
async def stage(tmp_path: Path, site: TranslatorSite) -> AsyncIterator[Stage]:
    """The real bot in a simulated Discord, with a translator into Italian."""
    told = Translation(provider="libretranslate", url=site.address, languages=["it"])
    async with raise_curtain(tmp_path, translation=told) as stage:
        await stage.desk.ingest.store([TIDES])
        yield stage


async def _reads(stage: Stage, language: str = "it", *, ai: bool | None = None) -> None:
    """Let the reader read a language; SimCord's people all have Discord in English."""
    await stage.desk.people.choose(stage.reader.id, language=language, timezone=None, ai=ai)


async def _card(stage: Stage, **options: object) -> simcord.InteractionResult:
    return await stage.reader.slash(stage.general, "paper", title="2512.20001", **options)


async def _globe(
    actor: simcord.MemberActor, seen: simcord.InteractionResult
) -> simcord.InteractionResult:
    shown = seen.followups[-1] if seen.followups else seen.response
    assert shown is not None
    custom_id = next(b for b in buttons_of(shown).values() if b.startswith("v1:translate:"))
    return await actor.click(shown, custom_id=custom_id)


def _has_globe(seen: object) -> bool:
    return any("v1:translate:" in part.get("custom_id", "") for part in parts_of(seen))  # type: ignore[arg-type] - what reading reads


async def test_the_globe_shows_the_card_in_the_reader_s_language_privately(
    stage: Stage, site: TranslatorSite
) -> None:
    """The original title under the translated one; names, ids and links as they are; whose text it
    is and who translated it. The next press asks nobody.
    """
    await _reads(stage)
    seen = await _card(stage)
    assert BY not in text_of(seen)
    assert "✨ machine summary by some-model" in text_of(seen)
    assert "the authors' abstract" in text_of(seen)
    shown = await _globe(stage.reader, seen)
    text = text_of(shown)
    assert shown.ephemeral
    assert f"[{TURNED}](https://example.org/tides)\n-# {TIDES.title}" in text
    assert "ledom snrael sedit. ✨" in text
    assert "eW nrael eht sedit. edoC si ta https\\://tides.example/code." in text
    assert "arXiv 2512.20001" in text
    assert BY in text
    assert not _has_globe(shown)
    assert text_of(await _globe(stage.reader, await _card(stage))) == text
    assert len(site.asked) == 1


async def test_a_card_for_all_has_the_globe_and_each_presser_is_told_what_holds_for_them(
    stage: Stage, site: TranslatorSite
) -> None:
    """In English there is nothing to do, in French nobody does it, hidden text stays hidden."""
    shared = await _card(stage, share=True)
    assert not shared.ephemeral
    told = text_of(await _globe(stage.owner, shared))
    assert "Papers are in English" in told
    await _reads(stage, "fr")
    assert "not translated into your language" in text_of(await _globe(stage.reader, shared))
    await _reads(stage, "it", ai=False)
    assert "you hide such text" in text_of(await _globe(stage.reader, shared))
    assert site.asked == []
    await _reads(stage, "it", ai=True)
    private = await _globe(stage.reader, shared)
    assert private.ephemeral
    assert TURNED in text_of(private)


async def test_who_reads_english_or_hides_machine_text_has_no_globe(stage: Stage) -> None:
    """On cards that only they see."""
    assert not _has_globe(await _card(stage))
    await _reads(stage)
    assert _has_globe(await _card(stage))
    await _reads(stage, ai=False)
    seen = await _card(stage)
    assert not _has_globe(seen)
    assert "✨" not in text_of(seen)


async def test_a_provider_that_fails_is_told_with_the_reason(
    stage: Stage, site: TranslatorSite
) -> None:
    """The card above stays; a paper that is gone is told too."""
    await _reads(stage)
    seen = await _card(stage)
    site.status, site.body = 403, b'{"error": "Invalid API key"}'
    told = text_of(await _globe(stage.reader, seen))
    assert "could not be translated: its key is not accepted" in told
    forged = await stage.forge(("translate", 9_999))
    assert "not known here any more" in text_of(
        await stage.reader.click(forged, custom_id="v1:translate:9999")
    )


async def test_a_translation_that_spoils_a_name_is_not_shown(
    stage: Stage, site: TranslatorSite
) -> None:
    """The original stands, and that is said."""
    await _reads(stage)
    site.words = lambda text: text.replace("GPT-4", "GPT-quattro")
    shown = text_of(await _globe(stage.reader, await _card(stage)))
    assert f"[{TIDES.title}](" in shown
    assert "quattro" not in shown
    assert "some of it could not be" in shown


def _wish(**changed: object) -> Wish:
    given: dict[str, object] = {"language": "it", "query": "tides | tidal", **changed}
    return Wish(schedule=Schedule("UTC", time(9), DAILY), **given)  # type: ignore[arg-type] - fields by name


async def _set_up(stage: Stage, **changed: object) -> None:
    target = ChannelTarget(stage.guild.id, stage.papers.id)
    await stage.desk.subscriptions.set_up(target, _wish(**changed), stage.owner.id)


async def _nine(stage: Stage) -> None:
    await stage.env.advance_time(9 * 3600)
    await stage.beat()


async def test_a_digest_comes_in_its_language(stage: Stage, site: TranslatorSite) -> None:
    """Title over original, the summary translated and still a machine's; asked in one request."""
    await _set_up(stage)
    await _nine(stage)
    (posted,) = stage.papers.history()
    text = text_of(posted)
    assert f"[{TURNED}](https://example.org/tides)\n-# {TIDES.title}" in text
    assert "ledom snrael sedit. ✨" in text
    assert "ladiT laveirteR" in text
    assert "-# Tidal Retrieval" in text
    assert "the authors' abstract · ✨ machine summary, model on the card" in text
    assert BY in text
    assert LEFT not in text
    assert len(site.asked) == 1


async def test_subscriptions_of_one_tick_share_one_request(
    stage: Stage, site: TranslatorSite
) -> None:
    """A server's digest and a reader's direct messages; English ones ask for nothing."""
    await _set_up(stage)
    await _set_up(stage, language="en", query="diffusion")
    await stage.desk.subscriptions.subscribe(stage.reader.id, _wish())
    await _nine(stage)
    direct = stage.reader_user.dm_channel.history()[-1]
    assert TURNED in text_of(direct)
    assert len(site.asked) == 1


async def test_a_digest_comes_on_time_when_the_provider_fails_and_says_so(
    stage: Stage, site: TranslatorSite
) -> None:
    """In the original; nothing but its own line speaks of translation."""
    site.status, site.body = 500, b"{}"
    await _set_up(stage)
    await _nine(stage)
    (posted,) = stage.papers.history()
    text = text_of(posted)
    assert f"[{TIDES.title}](https://example.org/tides)" in text
    assert LEFT in text
    assert BY not in text


async def test_a_subscription_that_hides_machine_text_has_the_authors_words_alone(
    stage: Stage, site: TranslatorSite
) -> None:
    """Summaries and translations are both a machine's."""
    await _set_up(stage, machine_text=False)
    await _nine(stage)
    (posted,) = stage.papers.history()
    text = text_of(posted)
    assert TIDES.title in text
    assert "We learn the tides." in text
    assert "✨" not in text
    assert "🌐" not in text
    assert site.asked == []


async def test_more_pages_and_previews_are_in_the_digest_s_language(
    stage: Stage, site: TranslatorSite
) -> None:
    """What was translated for one is there for the other."""
    await _set_up(stage, limit=1)
    preview = await stage.owner.slash(stage.papers, "digest preview")
    assert BY in text_of(preview)
    await _nine(stage)
    (posted,) = stage.papers.history()
    more = await stage.reader.click(posted, label="1 more")
    both = text_of(posted) + text_of(more)
    assert TURNED in both
    assert "ladiT laveirteR" in both
    assert more.ephemeral
    assert site.asked


async def test_without_a_provider_nothing_of_it_is_shown(
    stage: Stage, site: TranslatorSite
) -> None:
    """No button, no line; an old button says that nobody translates any more."""
    await _reads(stage)
    await _set_up(stage)
    stage.settings = stage.settings.model_copy(update={"translation": Translation()})
    await stage.restart()
    seen = await _card(stage, share=True)
    assert not _has_globe(seen)
    await _nine(stage)
    (posted,) = [m for m in stage.papers.history() if TIDES.title in text_of(m)]
    assert "🌐" not in text_of(posted)
    forged = await stage.forge(("translate", 1))
    told = await stage.reader.click(forged, custom_id="v1:translate:1")
    assert "Nobody translates papers" in text_of(told)
    assert site.asked == []
