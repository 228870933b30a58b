"""A list that the configuration names: history at first, news later, browsed by everybody."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from reading import answer_of, buttons_of, text_of
from stage import Stage, raise_curtain

from bot.config import PublicationsPlace

HOUR = 3600


def entries(*numbers: int) -> str:
    """A bibliography."""
    return "\n".join(
        f"@article{{k{n}, title = {{Study {n} of Lab Work}}, year = {2015 + n},"
        f" author = {{Doe, Jane}}, doi = {{10.1000/{n}}}}}"
        for n in numbers
    )


@pytest_asyncio.fixture
async def lab(tmp_path: Path) -> AsyncIterator[Stage]:
    """The stage, with a bibliography beside the database that was read once."""
    (tmp_path / "lab.bib").write_text(entries(*range(1, 11)), "utf-8")
    place = PublicationsPlace(name="Our Lab", file=Path("lab.bib"))
    async with raise_curtain(tmp_path, publications=[place]) as stage:
        with stage.env.time_context():
            await stage.app.poll()
        yield stage


async def test_history_is_found_and_later_entries_are_news(lab: Stage) -> None:
    """The digest brings nothing of the first reading, and what the list has more by the next day;
    `/paper` and `/search` find both.
    """
    await lab.owner.slash(lab.papers, "digest setup", timezone="UTC", time="09:00", limit=15)
    card = await lab.reader.slash(lab.general, "paper", title="Study 3 of Lab Work")
    assert "Study 3 of Lab Work" in text_of(card)
    await lab.env.advance_time(9 * HOUR)
    await lab.beat()
    assert "of Lab Work" not in "".join(map(text_of, lab.papers.history()))
    path = lab.settings.database.path.with_name("lab.bib")
    path.write_text(entries(*range(1, 12)), "utf-8")
    await lab.env.advance_time(24 * HOUR)
    with lab.env.time_context():
        await lab.app.poll()
    await lab.beat()
    posted = "".join(map(text_of, lab.papers.history()))
    assert "Study 11 of Lab Work" in posted
    assert posted.count("of Lab Work") == 1
    found = await lab.reader.slash(lab.general, "search", query='source:"our lab" 2 of lab')
    assert "Study 2 of Lab Work" in text_of(found)


async def test_everybody_browses_it_in_any_server_and_in_direct_messages(lab: Stage) -> None:
    """The option offers it; no server can remove it, nor does its own list name it."""
    offered = await lab.reader.autocomplete(lab.general, "publications", "name", "LAB")
    assert [one["name"] for one in offered] == ["Our Lab"]
    here = await lab.reader.slash(lab.general, "publications", name=offered[0]["value"])
    direct = await lab.reader_user.slash("publications", name="our lab")
    for seen, actor in ((here, lab.reader), (direct, lab.reader_user)):
        assert "📚 Our Lab · 10 publications" in text_of(seen)
        await actor.click(answer_of(seen), label="Next")
        assert "page 2 of 2" in text_of(seen)
        assert list(buttons_of(seen)) == ["9", "10", "Back"]
    listed = await lab.owner.slash(lab.general, "digest source list")
    assert "no sources of its own" in text_of(listed)
    kept = await lab.owner.slash(lab.general, "digest source remove", source=offered[0]["value"])
    assert "no sources of its own" in text_of(kept)


async def test_the_status_names_it_with_what_is_wrong(lab: Stage) -> None:
    """As any other source; what it told stays."""
    await lab.owner.slash(lab.papers, "digest setup", timezone="UTC")
    path = lab.settings.database.path.with_name("lab.bib")
    path.unlink()
    with lab.env.time_context():
        await lab.app.poll()
    status = await lab.owner.slash(lab.papers, "digest status")
    assert "⚠️ Our Lab: failed" in text_of(status)
    assert "no answer" in text_of(status)
    assert str(path) not in text_of(status)
    seen = await lab.reader.slash(lab.general, "publications", name="Our Lab")
    assert "10 publications" in text_of(seen)


async def test_where_there_is_no_list_it_is_told(stage: Stage) -> None:
    """In direct messages, too, where nobody can add one."""
    seen = await stage.reader_user.slash("publications", name="Our Lab")
    assert "no list to browse here" in text_of(seen)
