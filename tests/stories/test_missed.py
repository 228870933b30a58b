"""“Show the 12 that were missed”: what came out while nothing could be delivered."""

from __future__ import annotations

from datetime import date

import simcord
from reading import buttons_of, press, text_of, weight_of
from stage import Stage

from bot.core.papers import PaperDraft

HOUR = 3600
DAYS = 10
COUNT = 12


async def _bring(stage: Stage) -> None:
    """Let papers come out on the second and third of January."""
    await stage.desk.ingest.store(
        PaperDraft(
            (f"arxiv:2601.{n:05}",),
            f"Gardening{n} Orchard{n}",
            "huggingface",
            date(2026, 1, 2 + n % 2),
        )
        for n in range(COUNT)
    )


async def _read_all(who: simcord.MemberActor, seen: simcord.InteractionResult) -> None:
    """Open the list, turn its page, open a paper."""
    first = await press(who, seen, f"Show the {COUNT} that were missed")
    text = text_of(first)
    assert f"{COUNT} papers came out while nothing was delivered" in text
    assert "**1**  Gardening1 Orchard1" in text
    components, characters = weight_of(first)
    assert components <= 40
    assert characters <= 4000
    second = await press(who, first, "Next")
    assert "**12**  Gardening10 Orchard10" in text_of(second)
    assert "Gardening10 Orchard10" in text_of(await press(who, second, "12"))


async def test_a_reader_whose_dm_was_closed_is_offered_what_was_missed(stage: Stage) -> None:
    """Beside the answer that their direct messages are open again, and in `/subscriptions`."""
    await stage.reader.slash(stage.papers, "subscribe", query="gardening*", timezone="UTC")
    await _bring(stage)
    stage.close_dms()
    await stage.env.advance_time((24 + 9) * HOUR)
    await stage.beat()
    await stage.env.advance_time(DAYS * 24 * HOUR)
    stage.open_dms()
    answered = await stage.reader.slash(stage.papers, "subscribe")
    await _read_all(stage.reader, answered)
    listed = await stage.reader.slash(stage.papers, "subscriptions")
    assert f"Show the {COUNT} that were missed" in buttons_of(listed)


async def test_a_digest_that_was_stopped_offers_what_was_missed(stage: Stage) -> None:
    """On its panel and in the status; to whom may manage the server, and only once it runs."""
    setup = await stage.owner.slash(
        stage.papers, "digest setup", timezone="UTC", query="gardening*"
    )
    paused = await press(stage.owner, setup, "Pause")
    await _bring(stage)
    await stage.env.advance_time(DAYS * 24 * HOUR)
    assert "missed" not in " ".join(buttons_of(paused))
    resumed = await press(stage.owner, paused, "Resume")
    await _read_all(stage.owner, resumed)
    status = await stage.owner.slash(stage.papers, "digest status")
    assert f"Show the {COUNT} that were missed" in buttons_of(status)
    (one,) = await stage.desk.subscriptions.of_server(stage.guild.id)
    forged = await stage.forge(("digest_missed", one.id))
    member = await stage.reader.click(forged, label="digest_missed")
    assert text_of(member) == "You may not do that here."
