"""`/digest source` and `/publications`: what a server reads and browses besides."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
import simcord

sys.path.insert(0, str(Path(__file__).parent))

from reading import answer_of, buttons_of, text_of, weight_of
from stage import Stage, raise_curtain

LAB = "\n".join(
    f"@article{{k{n}, title = {{Study {n} of Lab Work}}, year = {2015 + n % 3}, month = mar,"
    f" author = {{Doe, Jane and Roe, John}}, journal = {{Journal of Labs}}, doi = {{10.1000/{n}}}}}"
    for n in range(20)
)
LONG = "\n".join(
    f"@article{{k{n}, title = {{No {n} {'[@everyone](x) *_~`|' * 60}}}, year = {1999 + n},"
    f" month = mar,"
    f" author = {{{' and '.join(['*' * 200] * 9)}{n}}}, journal = {{{'_' * 300}}},"
    f" url = {{https://example.org/{'x' * 78}{n:02}}}}}"
    for n in range(20)
)


@pytest_asyncio.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """The real bot in a simulated Discord."""
    async with raise_curtain(tmp_path) as stage:
        yield stage


def file(text: str, name: str = "lab.bib") -> tuple[str, bytes]:
    """A file that is handed over."""
    return name, text.encode()


async def add(stage: Stage, **given: object) -> simcord.InteractionResult:
    """Add a source, as the server's owner."""
    return await stage.owner.slash(stage.general, "digest source add", **given)


async def test_a_file_becomes_a_source(stage: Stage) -> None:
    """What was found is told at once, and only to who asked."""
    seen = await add(stage, file=file(LAB), name="Our *Lab*")
    assert seen.ephemeral
    assert r"**Our \*Lab\*** is a source of this server: 20 publications" in text_of(seen)
    assert "Study 0 of Lab Work" in text_of(seen)
    assert "add it again under this name" in text_of(seen)


async def test_publications_are_browsed_by_year(stage: Stage) -> None:
    """Newest first under their years, with people, venue and month; also after a restart."""
    await add(stage, file=file(LAB), name="Our Lab")
    seen = await stage.reader.slash(stage.general, "publications", name="our lab")
    text = text_of(seen)
    assert seen.ephemeral
    assert "📚 Our Lab · 20 publications" in text
    assert text.count("**2017**") == 1
    assert text.index("**2017**") < text.index("**2016**")
    assert "1. [Study 2 of Lab Work](https://doi.org/10.1000/2)" in text
    assert "Jane Doe, John Roe · Journal of Labs · Mar 2017" in text
    assert list(buttons_of(seen)) == [*map(str, range(1, 9)), "Next"]
    await stage.restart()
    await stage.reader.click(answer_of(seen), label="Next")
    await stage.reader.click(answer_of(seen), label="Next")
    assert "page 3 of 3" in text_of(seen)
    assert "**2015**" in text_of(seen)
    assert list(buttons_of(seen)) == ["17", "18", "19", "20", "Back"]


async def test_one_year_alone(stage: Stage) -> None:
    """And where there is nothing of a year, of which years there is."""
    await add(stage, file=file(LAB), name="Our Lab")
    seen = await stage.reader.slash(stage.general, "publications", name="Our Lab", year=2016)
    assert "7 publications" in text_of(seen)
    assert "2017" not in text_of(seen)
    none = await stage.reader.slash(stage.general, "publications", name="Our Lab", year=1999)
    assert "nothing of 1999. There is something of 2017 · 2016 · 2015." in text_of(none)


async def test_a_number_opens_the_card(stage: Stage) -> None:
    """As in the results of a search."""
    await add(stage, file=file(LAB), name="Our Lab")
    seen = await stage.reader.slash(stage.general, "publications", name="Our Lab")
    card = await stage.reader.click(answer_of(seen), label="1")
    assert card.ephemeral
    assert "[Study 2 of Lab Work]" in text_of(card)
    assert {"Save", "BibTeX"} <= buttons_of(card).keys()


async def test_a_work_without_an_id_has_a_card(stage: Stage) -> None:
    """Which does not show the one that was made for it."""
    await add(stage, file=file("@misc{k, title = {An Unnumbered Work}}"), name="Our Lab")
    seen = await stage.reader.slash(stage.general, "publications", name="Our Lab")
    assert "**Without a year**" in text_of(seen)
    card = await stage.reader.click(answer_of(seen), label="1")
    assert "An Unnumbered Work" in text_of(card)
    assert "pub" not in text_of(card)


async def test_the_fullest_page_is_within_discords_limits(stage: Stage) -> None:
    """Whatever a list contains; nothing of it can ping or leave its link."""
    await add(stage, file=file(LONG), name="*" * 40 + "lab")
    seen = await stage.reader.slash(stage.general, "publications", name="*" * 40 + "lab")
    components, characters = weight_of(seen)
    assert components <= 40
    assert 2_500 < characters <= 4_000
    assert "(https://example.org/" in text_of(seen)
    assert len(buttons_of(seen)) == 9


async def test_sources_are_listed_and_removed(stage: Stage) -> None:
    """With how many entries they have; the digest's panel names them."""
    await add(stage, file=file(LAB), name="Our Lab")
    panel = await stage.owner.slash(stage.papers, "digest setup", timezone="UTC")
    assert "Also from Our Lab" in text_of(panel)
    listed = await stage.owner.slash(stage.general, "digest source list")
    assert "**Our Lab** · 20 entries · a file" in text_of(listed)
    (offered,) = await stage.owner.autocomplete(
        stage.general, "digest source remove", "source", "lab"
    )
    gone = await stage.owner.slash(stage.general, "digest source remove", source=offered["value"])
    assert "**Our Lab** is removed" in text_of(gone)
    none = await stage.owner.slash(stage.general, "digest source list")
    assert "no sources of its own" in text_of(none)
    panel = await stage.owner.slash(stage.general, "digest setup", timezone="UTC")
    assert "Also from" not in text_of(panel)


async def test_a_page_of_a_list_that_was_removed_says_so(stage: Stage) -> None:
    """Buttons outlive what they stand for."""
    await add(stage, file=file(LAB), name="Our Lab")
    seen = await stage.reader.slash(stage.general, "publications", name="Our Lab")
    await stage.owner.slash(stage.general, "digest source remove", source="Our Lab")
    answered = await stage.reader.click(answer_of(seen), label="Next")
    assert "not here any more" in text_of(answered)
    gone = await stage.reader.slash(stage.general, "publications", name="Our Lab")
    assert "no list to browse here" in text_of(gone)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Give an address in the option `url`"),
        ({"url": "not an address"}, "That is no web address"),
        ({"url": "http://127.0.0.1/feed"}, "only reads addresses that everybody can reach"),
        ({"url": "https://example.org/", "file": file(LAB)}, "not both"),
        ({"file": file("nothing of it")}, "no feed, no BibTeX"),
        ({"file": file("<html><p>We publish a lot.")}, "cannot be told apart"),
        ({"file": file("")}, "nothing in it"),
        ({"file": file('[{"title": "A", "type": "book"')}, "not whole"),
        ({"file": file("x" * 1_100_000)}, "larger than 1 MB"),
    ],
)
async def test_what_cannot_be_added_is_told_with_the_remedy(
    stage: Stage, given: dict[str, object], said: str
) -> None:
    """Privately, and nothing is added."""
    seen = await add(stage, **given)
    assert said in text_of(seen)
    assert seen.ephemeral
    listed = await stage.owner.slash(stage.general, "digest source list")
    assert "no sources of its own" in text_of(listed)


async def test_who_added_a_source_may_be_forgotten(stage: Stage) -> None:
    """They are told that it stays with its server."""
    await add(stage, file=file(LAB), name="Our Lab")
    asked = await stage.owner.slash(stage.general, "privacy delete")
    assert "the source that you added is its server's" in text_of(asked)


async def test_entries_that_are_left_out_are_told(stage: Stage) -> None:
    """By their keys, with the reason."""
    seen = await add(stage, file=file(LAB + "\n@article{bad, year = 2020}"), name="Our Lab")
    assert "One entry was left out" in text_of(seen)
    assert "bad · no title" in text_of(seen)


async def test_a_name_that_is_not_there_is_told(stage: Stage) -> None:
    """The option offers those that are."""
    await add(stage, file=file(LAB), name="Our Lab")
    seen = await stage.reader.slash(stage.general, "publications", name="Their Lab")
    assert "no list of that name here" in text_of(seen)
    offered = await stage.reader.autocomplete(stage.general, "publications", "name", "")
    assert [one["name"] for one in offered] == ["Our Lab"]


async def test_a_digest_is_told_how_much_of_its_servers_own_would_come(stage: Stage) -> None:
    """While its query is typed, and on its panel; a reader's own messages bring none of it."""
    await add(stage, file=file(LAB), name="Our Lab")
    later = LAB + "\n@article{new, title = {Basalt Weathering in the Lab}, year = 2026}"
    assert "one of them new" in text_of(await add(stage, file=file(later), name="Our Lab"))
    for command, told in (("digest setup", "one paper"), ("subscribe", "0 papers")):
        (offered,) = await stage.owner.autocomplete(stage.papers, command, "query", "basalt")
        assert offered["name"] == f"✓ basalt · {told} in 30 days"
    panel = await stage.owner.slash(stage.papers, "digest setup", timezone="UTC", query="basalt")
    assert "Last 30 days: one paper." in text_of(panel)
    mine = await stage.owner.slash(stage.papers, "subscribe", query="basalt")
    assert "Nothing matched in the last 30 days." in text_of(mine)
