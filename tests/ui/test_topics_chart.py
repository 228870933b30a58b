"""The picture of a weekly digest: what it shows, how large it is, and the message around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.core.editions import Chosen, Edition, EmptyCause, EmptyEdition
from bot.core.papers import Paper, Signals
from bot.core.schedules import Schedule, weekly
from bot.core.subscriptions import ChannelTarget, Subscription, Target, UserTarget, Wish
from bot.core.topics import Topic, Topics
from bot.ui.digests.digest import Issue, digest, more_page
from bot.ui.digests.topics_chart import chart_of, draw, drawable
from bot.ui.i18n import languages
from bot.ui.messages import MOST_CHARACTERS, MOST_COMPONENTS, Layout

NOW = datetime(2026, 8, 21, 7, tzinfo=UTC)
CHANNEL, READER = ChannelTarget(1, 2), UserTarget(3, 4)
WISH = Wish("*", Schedule("Europe/Berlin", time(9), weekly(4)), limit=15)
TOPICS = Topics(
    (Topic("GRPO", 8, 1.3), Topic("world models", 3, 0.4)), (Topic("video generation", 2, 8.0),)
)
FULLEST = Topics(
    *[tuple(Topic("W" * 55 + f"{way}{n}", 400 * way, 400.0) for n in range(5)) for way in (2, 0)]
)
GROUND, ROSE, FELL = (0x2B, 0x2D, 0x31), (0x56, 0xB4, 0xE9), (0xE6, 0x9F, 0x00)
COUNTS = st.integers(1, 999)
MOVED = st.lists(
    st.builds(Topic, st.text(max_size=60), COUNTS, COUNTS.map(lambda n: n / 10)),
    max_size=5,
).map(tuple)


def opened(picture: bytes) -> Image.Image:
    """Read a picture."""
    image = Image.open(BytesIO(picture))
    assert image.format == "PNG"
    return image.convert("RGB")


def colours(image: Image.Image) -> set[object]:
    """Return the colours of a picture."""
    return {colour for _, colour in image.getcolors(10_000) or ()}


def issue_of(topics: Topics | None, *, papers: int = 15, target: Target = CHANNEL) -> Issue:
    """Make an issue with as many papers as there can be."""
    known = [
        Paper(n, (f"arxiv:2608.{n:05}",), "*" * 300, "huggingface", NOW.date(), ("[" * 300,),
              "_" * 900, signals=Signals(10**9, 10**9, 10**9))
        for n in range(1, papers + 1)
    ]  # fmt: skip
    edition = Edition(NOW, tuple(Chosen(paper.key, ()) for paper in known), topics=topics)
    subscription = Subscription(5, target, WISH, NOW, None, NOW)
    return Issue(edition, subscription, {paper.key: paper for paper in known}, 7, NOW)


def gallery_of(message: Layout) -> list[dict[str, object]]:
    """Return the items of the message's galleries."""
    return [
        item
        for part in message.box.to_component_dict()["components"]
        if part["type"] == 12
        for item in part["items"]
    ]


def test_it_is_wide_small_and_in_its_colours() -> None:
    """Twice the pixels that Discord shows, at most 60 kB with the most that there can be."""
    picture = draw(FULLEST)
    image = opened(picture)
    assert len(picture) <= 60_000
    assert image.width == 1_000
    assert image.height <= 800
    assert {GROUND, ROSE, FELL} <= colours(image)
    assert {image.getpixel(corner) for corner in ((0, 0), (999, 0), (0, image.height - 1))} == {
        GROUND
    }


def test_one_way_alone_has_its_colour_alone() -> None:
    """Blue for what rose, orange for what fell; a row each."""
    rose = opened(draw(Topics(TOPICS.rose, ())))
    fell = opened(draw(Topics((), TOPICS.fell)))
    assert ROSE in colours(rose)
    assert FELL not in colours(rose)
    assert FELL in colours(fell)
    assert ROSE not in colours(fell)
    assert rose.height - fell.height == 64


def test_the_same_topics_are_the_same_picture() -> None:
    """To the last byte, drawn anew."""
    first = draw(TOPICS)
    draw.cache_clear()
    assert draw(TOPICS) == first


@settings(max_examples=25, deadline=None)
@given(MOVED, MOVED)
def test_whatever_topics_are_called_they_can_be_drawn(
    rose: tuple[Topic, ...], fell: tuple[Topic, ...]
) -> None:
    """And never outside the picture: its edges stay empty."""
    if not rose + fell:
        return
    image = opened(draw(Topics(rose, fell)))
    edge = image.crop((990, 0, 1_000, image.height))
    assert colours(edge) == {GROUND}


def test_letters_that_the_font_lacks_lose_their_accents() -> None:
    """What is no letter at all is left out."""
    assert drawable("Schrödinger\u202e bridges\n") == "Schrodinger bridges"


async def test_an_edition_has_a_picture_if_it_has_topics() -> None:
    """And none where it cannot be drawn: nobody misses a digest for that."""
    chart = await chart_of(issue_of(TOPICS).edition)
    assert chart is not None
    assert chart.filename == "topics.png"
    assert chart.fp.read() == draw(TOPICS)
    assert await chart_of(issue_of(None).edition) is None
    assert await chart_of(EmptyEdition(NOW, EmptyCause.WEEKEND)) is None
    assert await chart_of(issue_of(Topics((), ())).edition) is None


def test_the_message_tells_in_words_what_the_picture_shows() -> None:
    """Beside the picture's address, for who cannot see it."""
    message = digest(issue_of(TOPICS, papers=3), charted=True)
    assert gallery_of(message) == [
        {
            "media": {"url": "attachment://topics.png"},
            "description": "Topics of the last 7 days, by papers, against the four weeks before. "
            "Rose: GRPO 8, usually 1 · world models 3, usually 0. "
            "Fell: video generation 2, usually 8.",
            "spoiler": False,
        }
    ]
    assert gallery_of(digest(issue_of(TOPICS, papers=3))) == []
    assert gallery_of(digest(issue_of(None, papers=3), charted=True)) == []


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("target", [CHANNEL, READER])
def test_the_fullest_message_is_within_discords_limits(target: Target, language: str) -> None:
    """With the fullest picture, in every language; what has no room is on the pages of More."""
    full = issue_of(FULLEST, target=target)
    wish = replace(full.subscription.wish, language=language)
    full = replace(full, subscription=replace(full.subscription, wish=wish))
    message = digest(full, charted=True)
    components, characters = message.weight()
    assert components <= MOST_COMPONENTS
    assert characters <= MOST_CHARACTERS
    (shown,) = gallery_of(message)
    assert len(str(shown["description"])) <= 1_024
    bare = digest(full)
    here = len(bare.to_components()[0]["components"])
    assert len(message.to_components()[0]["components"]) == here + 2
    assert more_page(full, 0).weight()[0] <= MOST_COMPONENTS


def test_pages_of_more_begin_where_the_message_ends() -> None:
    """Also where the picture could not be sent: it is the edition that keeps room for it."""
    full = issue_of(FULLEST)
    for charted in (True, False):
        message = digest(full, charted=charted)
        labels = [
            control["label"]
            for row in message.to_components()[0]["components"]
            if row["type"] == 1
            for control in row["components"]
            if control["label"].isdecimal()
        ]
        following = str(len(labels) + 1)
        more = str(more_page(full, 0).to_components())
        assert following == "16" or f"'label': '{following}'" in more
