"""What the demo says of its papers and its mornings is so."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.demo.papers import LIST, PAPERS, READING_LIST
from bot.demo.start_page import news
from bot.demo.world import open_world, post_todays_digest
from bot.sources.bibliography_reading import parse_bibliography


def content_of(components: list[Any]) -> str:
    """All text of a message."""
    parts = [str(one.get("content") or "") for one in components]
    return "\n".join([*parts, *(content_of(one.get("components") or []) for one in components)])


async def test_no_text_of_ours_passes_for_an_abstract_and_there_is_a_list_to_browse() -> None:
    """In the digest, on a card, on one that the list tells of, too; the papers come to an end."""
    async with open_world() as world:
        await post_todays_digest(world)
        await world.app.listed.poll()
        posted = world.papers.last_message
        assert posted is not None
        text = content_of([one.to_dict() for one in posted.components])
        assert "retold for this demo · votes at" in text
        listed = await world.reader.slash(world.general, "publications", name=LIST)
        assert listed.response is not None
        assert f"{LIST} · 19 publications" in content_of(list(listed.response.components))
        card = await world.reader.slash(world.general, "paper", title="LoRA")
        assert card.response is not None
        text = content_of(list(card.response.components))
        assert "retold for this demo" in text
        assert "abstract" not in text
        assert not await world.used_up()
        mornings = 0
        while not await world.used_up():
            assert await world.next_morning()
            mornings += 1
        assert mornings == 2


def test_the_list_tells_facts_of_the_bundled_papers() -> None:
    """Titles and authors as they have them; of the others what it takes to find them."""
    items = [item["paper"] for item in json.loads(PAPERS.read_text("utf-8"))]
    known = {f"arxiv:{one['id']}": one for one in items}
    told = parse_bibliography(READING_LIST.read_bytes(), LIST).papers
    ours = [(draft, known[one]) for draft in told for one in draft.ids if one in known]
    assert len(ours) == 12
    for draft, paper in ours:
        assert draft.title == paper["title"]
        assert list(draft.authors) == [one["name"] for one in paper["authors"]]
    assert all(draft.authors and draft.published and not draft.abstract for draft in told)


@pytest.mark.parametrize(
    ("came", "used_up", "bundled", "told"),
    [
        ([], False, True, "Nothing was due."),
        (["#papers"], False, True, "Something came to #papers."),
        (["a", "b", "c"], False, True, "Something came to a, b and c."),
        (["a", "b"], True, True, "Something came to a and b. The bundled papers are used up."),
        ([], True, False, "Nothing was due. The papers are used up."),
    ],
)
def test_a_morning_is_told_in_a_sentence(
    came: list[str], used_up: bool, bundled: bool, told: str
) -> None:
    """Where something came, and whether anything is left."""
    assert news(came, used_up=used_up, bundled=bundled) == told
