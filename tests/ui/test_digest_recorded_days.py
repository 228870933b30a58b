"""The digest on 500 recorded days: always the same shape, within the design's numbers."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.core.curation import Task, curate
from bot.core.editions import Edition
from bot.core.papers import Paper, PaperDraft
from bot.core.query import parse
from bot.core.schedules import DAILY, Schedule
from bot.core.subscriptions import ChannelTarget, Subscription, Wish
from bot.sources.huggingface import read_file
from bot.ui.digests.digest import Issue, digest

DAYS = sorted((Path(__file__).parents[3] / "shared" / "data" / "hf_daily").glob("*.json"))
MOST_COMPONENTS, MOST_CHARACTERS = 29, 2_400
WISH = Wish("*", Schedule("UTC", time(9), DAILY))


def as_paper(key: int, draft: PaperDraft) -> Paper:
    """Give a draft a key."""
    both = PaperDraft.__dataclass_fields__.keys() & Paper.__dataclass_fields__.keys()
    fields = {name: getattr(draft, name) for name in both}
    return Paper(key=key, **fields)


def message_of(papers: list[Paper], moment: datetime) -> tuple[int, int]:
    """Weigh the digest that these papers make: (components, characters)."""
    edition = curate(Task(parse(WISH.query), WISH.limit, papers, moment))
    assert isinstance(edition, Edition)
    subscription = Subscription(1, ChannelTarget(1, 2), WISH, moment, None, moment)
    issue = Issue(edition, subscription, {paper.key: paper for paper in papers}, 1, moment)
    return digest(issue).weight()


@pytest.mark.skipif(not DAYS, reason="the recorded days are not here")
def test_every_recorded_day_makes_a_digest_of_the_same_shape() -> None:
    """A quiet day and a day of a hundred papers alike; also the week that ends on it."""
    week: list[tuple[date, list[PaperDraft]]] = []
    heaviest, key = (0, 0), 0
    for file in DAYS:
        day = date.fromisoformat(file.stem)
        drafts = list(read_file(file).papers)
        week = [(then, told) for then, told in week if day - then < timedelta(days=7)]
        week.append((day, drafts))
        moment = datetime.combine(day, time(9), tzinfo=UTC)
        whole_week = [draft for _, some in week for draft in some] if day.weekday() == 4 else []
        for told in (drafts, whole_week):
            papers = [as_paper(key + number, draft) for number, draft in enumerate(told, 1)]
            if papers:
                weight = message_of(papers, moment)
                heaviest = (max(heaviest[0], weight[0]), max(heaviest[1], weight[1]))
                assert weight[0] <= MOST_COMPONENTS, file.name
                assert weight[1] <= MOST_CHARACTERS, (file.name, weight)
    assert heaviest[0] > 0, heaviest
