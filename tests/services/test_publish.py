"""Publishing: what is due is made once, and what was shown is not shown again."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

import pytest
from service_world import (
    CHANNEL,
    DAY,
    FRIDAY,
    GUILD,
    HOUR,
    MINUTE,
    NINE,
    READER,
    WISH,
    draft,
)

from bot.core.editions import Edition, EmptyCause, EmptyEdition, ReasonCode
from bot.core.schedules import WEEKENDS, Schedule
from bot.core.subscriptions import ChannelTarget, Notes

if TYPE_CHECKING:
    from service_world import World

SATURDAY, MONDAY = NINE + DAY, NINE + 3 * DAY


async def test_a_due_edition_is_made_once(world: World) -> None:
    """Nothing before its time, one message at it, none a moment later."""
    (paper,) = await world.bring(draft(1, 5))
    subscription = await world.set_up()
    assert await world.beat(NINE - MINUTE) == (0, 0)
    assert await world.beat(NINE) == (1, 1)
    assert await world.beat(NINE) == (0, 0)
    assert await world.beat(NINE + MINUTE) == (0, 0)
    assert [post.keys for post in world.courier.posts] == [[paper.key]]
    assert (await world.again(subscription)).next_due == SATURDAY
    (report,) = await world.subscriptions.reports(subscription)
    assert (report.state, report.message_id, report.occurrence) == (
        "sent",
        world.courier.posts[0].message_id,
        "2026-08-21T09:00:00Z",
    )


async def test_a_restart_that_slept_through_catches_up_once_and_says_late(world: World) -> None:
    """Within twelve hours the newest missed edition comes, marked."""
    await world.bring(draft(1, 5))
    await world.set_up()
    assert await world.beat(NINE + 11 * HOUR) == (1, 1)
    assert world.courier.posts[0].parcel.edition.late
    assert await world.beat(NINE + 11 * HOUR) == (0, 0)


async def test_ten_minutes_are_not_late(world: World) -> None:
    """A slow start is no reason to excuse oneself."""
    await world.bring(draft(1, 5))
    await world.set_up()
    await world.beat(NINE + 10 * MINUTE)
    assert not world.courier.posts[0].parcel.edition.late


async def test_what_was_missed_for_longer_is_skipped(world: World) -> None:
    """After more than twelve hours nothing comes, the next time is planned, and it is listed; not
    even whoever wants every note is told in the channel.
    """
    await world.bring(draft(1, 5))
    subscription = await world.set_up(replace(WISH, notes=Notes.ALL))
    assert await world.beat(NINE + 13 * HOUR) == (0, 0)
    again = await world.again(subscription)
    assert (again.next_due, again.last_edition) == (SATURDAY, None)
    (report,) = await world.subscriptions.reports(subscription)
    assert (report.occurrence, report.state) == ("2026-08-21T09:00:00Z", None)
    assert report.edition == EmptyEdition(NINE, EmptyCause.SKIPPED, 1)


async def test_of_several_missed_only_the_newest_comes(world: World) -> None:
    """Three days asleep, back on Monday at ten: one edition, Monday's; the others are listed."""
    await world.bring(draft(1, 5))
    subscription = await world.set_up()
    assert await world.beat(MONDAY + HOUR) == (1, 1)
    report, skipped = await world.subscriptions.reports(subscription)
    assert report.occurrence == "2026-08-24T09:00:00Z"
    assert report.edition.late
    assert skipped.occurrence == "2026-08-21T09:00:00Z"
    assert skipped.edition == EmptyEdition(NINE, EmptyCause.SKIPPED, 1)  # no weekend
    assert (await world.again(subscription)).next_due == MONDAY + DAY
    assert await world.beat(MONDAY + HOUR) == (0, 0)


async def test_a_paper_is_posted_to_a_target_once(world: World) -> None:
    """Not the next time, not after the digest was removed and set up again."""
    papers = await world.bring(*(draft(n, 10 - n) for n in range(4)))
    subscription = await world.set_up(replace(WISH, limit=3))
    await world.beat(NINE)
    await world.subscriptions.remove(subscription)
    await world.set_up(replace(WISH, limit=3))
    await world.beat(MONDAY)
    assert [post.keys for post in world.courier.posts] == [
        [paper.key for paper in papers[:3]],
        [papers[3].key],
    ]


async def test_two_digests_of_one_channel_do_not_share_a_paper(world: World) -> None:
    """Also where both are due at the same moment."""
    await world.bring(*(draft(n, 10 - n) for n in range(4)))
    for _ in range(2):
        await world.set_up(replace(WISH, limit=2))
    assert await world.beat(NINE) == (2, 2)
    first, second = (set(post.keys) for post in world.courier.posts)
    assert len(first) == len(second) == 2
    assert not first & second


async def test_two_channels_get_the_same_papers(world: World) -> None:
    """What one has seen the other has not."""
    await world.bring(draft(1, 5))
    await world.set_up()
    await world.set_up(target=ChannelTarget(GUILD, 702))
    await world.beat(NINE)
    assert world.courier.posts[0].keys == world.courier.posts[1].keys


async def test_what_the_limit_left_may_rise(world: World) -> None:
    """Left below the limit with five votes, it comes back with fifty and says so."""
    await world.bring(draft(1, 100), draft(2, 5))
    await world.set_up(replace(WISH, limit=1))
    await world.beat(NINE)
    (risen,) = await world.bring(draft(2, 50))
    await world.beat(MONDAY)
    edition = world.courier.posts[1].parcel.edition
    assert isinstance(edition, Edition)
    assert [one.key for one in edition.chosen] == [risen.key]
    reasons = {reason.code: reason.params for reason in edition.chosen[0].reasons}
    assert reasons[ReasonCode.ROSE] == ("5", "50")


async def test_a_first_edition_reaches_back_to_the_newest_day(world: World) -> None:
    """Papers of three weeks ago are better than none; but only the first time."""
    old = FRIDAY - 21 * DAY
    await world.bring(
        draft(1, 5, released=old), draft(2, 4, released=old), draft(3, released=old - DAY)
    )
    subscription = await world.set_up(replace(WISH, limit=1))
    await world.beat(NINE)
    assert len(world.courier.posts[0].keys) == 1
    assert await world.beat(MONDAY) == (1, 1)
    (report, _) = await world.subscriptions.reports(subscription)
    assert isinstance(report.edition, EmptyEdition)
    assert report.edition.cause is EmptyCause.SOURCE_SILENT


async def test_a_silent_source_is_said_where_reaching_back_finds_nothing(world: World) -> None:
    """Old papers that do not match are no news."""
    await world.bring(draft(1, released=FRIDAY - 21 * DAY))
    edition = await world.publisher.preview(replace(WISH, query="zeppelin"), CHANNEL)
    assert isinstance(edition, EmptyEdition)
    assert edition.cause is EmptyCause.SOURCE_SILENT


async def test_a_source_that_does_not_answer_is_the_cause_of_nothing_new(world: World) -> None:
    """After a day without a good answer an empty edition says so, and since when; while the source
    answers, the same emptiness is that everything was shown.
    """
    await world.bring(draft(1, 5))
    subscription = await world.set_up()
    await world.papers.note_health("huggingface", NINE, error=None)
    await world.beat(NINE)
    await world.papers.note_health("huggingface", MONDAY - 25 * HOUR, error=None)
    await world.papers.note_health("huggingface", MONDAY - HOUR, error="html")
    await world.beat(MONDAY)
    edition = (await world.subscriptions.reports(subscription))[0].edition
    assert edition == EmptyEdition(MONDAY, EmptyCause.SOURCE_SILENT, 1, since=FRIDAY)
    await world.papers.note_health("huggingface", MONDAY, error=None)
    edition = await world.publisher.preview(WISH, CHANNEL)
    assert isinstance(edition, EmptyEdition)
    assert edition.cause is EmptyCause.ALL_SHOWN


async def test_one_source_that_answers_is_enough(world: World) -> None:
    """Another that does not is told in status, not as the cause."""
    await world.bring(draft(1, 5))
    await world.papers.note_health("broken", NINE, error="html")
    await world.papers.note_health("huggingface", NINE, error=None)
    edition = await world.publisher.preview(replace(WISH, query="zeppelin"), CHANNEL)
    assert isinstance(edition, EmptyEdition)
    assert edition.cause is EmptyCause.NOTHING_MATCHED


@pytest.mark.parametrize(
    ("days", "cause"), [(3, EmptyCause.NOTHING_MATCHED), (5, EmptyCause.SOURCE_SILENT)]
)
async def test_a_source_that_answers_and_brings_nothing_is_silent_too(
    world: World, days: int, cause: EmptyCause
) -> None:
    """Friday's papers are the newest: on Monday nothing is wrong, on Wednesday Monday's lack."""
    await world.bring(draft(1, 5))
    world.clock.to(NINE + days * DAY)
    await world.papers.note_health("huggingface", world.clock.now(), error=None)
    edition = await world.publisher.preview(replace(WISH, query="zeppelin"), CHANNEL)
    assert isinstance(edition, EmptyEdition)
    assert edition.cause is cause


async def test_a_silent_source_keeps_no_paper_back(world: World) -> None:
    """What is here and new is posted, and says since when nothing came."""
    await world.bring(draft(1, 5))
    await world.papers.note_health("huggingface", NINE, error="html")
    await world.set_up()
    assert await world.beat(MONDAY) == (1, 1)
    assert len(world.courier.posts[0].keys) == 1
    edition = world.courier.posts[0].parcel.edition
    assert isinstance(edition, Edition)
    assert edition.since == FRIDAY


async def test_a_digest_on_friday_evening_in_new_york_comes(world: World) -> None:
    """It is Saturday in the sources' time; Friday's papers are there. Saturday's and Sunday's
    evenings are quiet, Monday's is not.
    """
    evening = replace(WISH, schedule=Schedule("America/New_York", time(20), WISH.schedule.days))
    await world.bring(draft(1, 5))
    subscription = await world.set_up(evening)
    friday = datetime(2026, 8, 22, 0, tzinfo=UTC)
    await world.beat(friday - DAY)
    await world.bring(draft(2, 5))
    for days, sent in ((0, 1), (1, 0), (2, 0)):
        assert await world.beat(friday + days * DAY) == (1, sent)
    await world.bring(draft(3, released=FRIDAY + 3 * DAY))
    assert await world.beat(friday + 3 * DAY) == (1, 1)
    causes = [
        one.edition.cause if isinstance(one.edition, EmptyEdition) else None
        for one in await world.subscriptions.reports(subscription)
    ]
    assert causes == [None, EmptyCause.WEEKEND, EmptyCause.WEEKEND, None]


@pytest.mark.parametrize(
    ("notes", "weekend", "problem"),
    [(Notes.PROBLEMS, 0, 1), (Notes.ALL, 1, 1), (Notes.NONE, 0, 0)],
)
async def test_a_channel_hears_of_nothing_as_its_notes_say(
    world: World, notes: Notes, weekend: int, problem: int
) -> None:
    """Expected emptiness, and emptiness that is somebody's business."""
    await world.set_up(replace(WISH, notes=notes))
    assert await world.beat(NINE) == (1, problem)
    assert await world.beat(SATURDAY) == (1, weekend)


@pytest.mark.parametrize(("notes", "sent"), [(Notes.PROBLEMS, 0), (Notes.ALL, 1), (Notes.NONE, 0)])
async def test_a_reader_hears_of_nothing_only_where_wanted(
    world: World, notes: Notes, sent: int
) -> None:
    """The edition is kept all the same: `/subscriptions` shows its cause."""
    done = await world.subscriptions.subscribe(READER, replace(WISH, notes=notes))
    assert await world.beat(NINE) == (1, sent)
    (report,) = await world.subscriptions.reports(done.subscription)
    assert isinstance(report.edition, EmptyEdition)


async def test_weekends_are_quiet_for_daily_digests_only(world: World) -> None:
    """Whoever set up Saturday wants Saturday."""
    await world.bring(draft(1, 5))
    explicit = replace(WISH, schedule=Schedule("UTC", time(9), WEEKENDS))
    daily = await world.set_up()
    await world.beat(NINE)
    await world.bring(draft(2, 5))
    await world.set_up(explicit, ChannelTarget(GUILD, 702))
    assert await world.beat(SATURDAY) == (2, 1)
    (report, _) = await world.subscriptions.reports(daily)
    assert isinstance(report.edition, EmptyEdition)
    assert report.edition.cause is EmptyCause.WEEKEND
    assert len(world.courier.posts[1].keys) == 2


async def test_now_posts_at_once_and_leaves_the_schedule(world: World) -> None:
    """It says what is left, and tomorrow brings that."""
    await world.bring(draft(1, 9), draft(2, 8), draft(3, 7))
    subscription = await world.set_up(replace(WISH, limit=2))
    done = await world.publisher.now(subscription, 4711)
    assert done.left == 1
    assert await world.publisher.drain() == 1
    assert (await world.again(subscription)).next_due == NINE
    await world.beat(NINE)
    assert [len(post.keys) for post in world.courier.posts] == [2, 1]


async def test_one_command_posts_once(world: World) -> None:
    """Run twice with one interaction id, `/digest now` posts once."""
    await world.bring(*(draft(n, 9) for n in range(4)))
    subscription = await world.set_up(replace(WISH, limit=2))
    first = await world.publisher.now(subscription, 4711)
    second = await world.publisher.now(subscription, 4711)
    assert first.delivery_id is not None
    assert second.delivery_id is None
    assert await world.publisher.drain() == 1


async def test_again_posts_the_last_edition_once_more(world: World) -> None:
    """The same papers, and the next digest is not changed by it."""
    await world.bring(draft(1, 9))
    subscription = await world.set_up()
    await world.beat(NINE)
    done = await world.publisher.now(subscription, 4711, again=True)
    await world.publisher.drain()
    assert [post.keys for post in world.courier.posts] == [world.courier.posts[0].keys] * 2
    assert done.edition == world.courier.posts[0].parcel.edition


async def test_again_without_a_last_edition_makes_a_first(world: World) -> None:
    """There is nothing to repeat."""
    await world.bring(draft(1, 9))
    subscription = await world.set_up()
    done = await world.publisher.now(subscription, 4711, again=True)
    assert isinstance(done.edition, Edition)


async def test_now_with_nothing_new_tells_and_stores_nothing(world: World) -> None:
    """Whoever asked gets the cause; the channel gets no message."""
    subscription = await world.set_up()
    done = await world.publisher.now(subscription, 4711)
    assert isinstance(done.edition, EmptyEdition)
    assert done.delivery_id is None
    assert await world.publisher.drain() == 0
    assert await world.subscriptions.reports(subscription) == []


async def test_a_preview_stores_nothing(world: World) -> None:
    """What was previewed is still new."""
    await world.bring(draft(1, 9))
    await world.set_up()
    previewed = await world.publisher.preview(WISH, CHANNEL)
    assert isinstance(previewed, Edition)
    await world.beat(NINE)
    assert world.courier.posts[0].keys == [one.key for one in previewed.chosen]


async def test_a_paused_digest_gets_nothing(world: World) -> None:
    """Until it is resumed, from its next time on."""
    await world.bring(draft(1, 9))
    subscription = await world.subscriptions.pause(await world.set_up())
    assert await world.beat(NINE) == (0, 0)
    world.clock.to(NINE + HOUR)
    resumed = await world.subscriptions.resume(subscription)
    assert resumed.next_due == SATURDAY


async def test_one_subscription_that_breaks_costs_the_others_nothing(world: World) -> None:
    """A stored query that does not read back is looked at again in an hour; the rest comes."""
    await world.bring(draft(1, 9))
    broken = await world.set_up(target=ChannelTarget(GUILD, 702))
    await world.set_up()
    async with world.database.write() as session:
        await session.run("UPDATE subscription SET query = '(' WHERE id = ?", [broken.id])
    assert await world.beat(NINE) == (1, 1)
    assert (await world.again(broken)).next_due == NINE + HOUR


async def test_a_digest_keeps_its_local_time_over_the_change_of_clocks(world: World) -> None:
    """09:00 in Berlin is 07:00 UTC in summer and 08:00 in winter."""
    world.clock.to(datetime(2026, 10, 24, 12, tzinfo=UTC))
    subscription = await world.set_up(
        replace(WISH, schedule=Schedule("Europe/Berlin", time(9), WISH.schedule.days))
    )
    assert subscription.next_due == datetime(2026, 10, 25, 8, tzinfo=UTC)


async def test_two_people_who_ask_at_once_get_two_editions(world: World) -> None:
    """Nothing is posted twice, by hand and by hand or by hand and by the clock."""
    await world.bring(*(draft(number, number) for number in range(1, 7)))
    subscription = await world.set_up(replace(WISH, limit=2))
    world.clock.to(NINE)
    await asyncio.gather(
        world.publisher.now(subscription, 1),
        world.publisher.tick(),
        world.publisher.now(subscription, 2),
    )
    await world.publisher.drain()
    shown = [key for post in world.courier.posts for key in post.keys]
    assert len(shown) == 6
    assert len(set(shown)) == 6


@pytest.mark.parametrize(("notes", "sent"), [(Notes.PROBLEMS, 0), (Notes.ALL, 1), (Notes.NONE, 0)])
async def test_nothing_new_behind_a_holiday_is_no_problem(
    world: World, notes: Notes, sent: int
) -> None:
    """Labor Day is Monday, 7 September: Tuesday's empty edition is kept, and posted only where all
    notes are wanted.
    """
    monday, tuesday = (datetime(2026, 9, day, 9, tzinfo=UTC) for day in (7, 8))
    world.clock.to(monday - HOUR)
    await world.bring(draft(1, 5, released=monday.date()))
    subscription = await world.set_up(replace(WISH, notes=notes))
    assert await world.beat(monday) == (1, 1)
    assert await world.beat(tuesday) == (1, sent)
    (report, _) = await world.subscriptions.reports(subscription)
    assert isinstance(report.edition, EmptyEdition)
    assert report.edition.cause is EmptyCause.HOLIDAY


async def test_what_comes_behind_a_holiday_is_posted(world: World) -> None:
    """A holiday keeps no paper back."""
    tuesday = datetime(2026, 9, 8, 9, tzinfo=UTC)
    world.clock.to(tuesday - HOUR)
    await world.bring(draft(1, 5, released=tuesday.date()))
    await world.set_up()
    assert await world.beat(tuesday) == (1, 1)
    assert len(world.courier.posts[0].keys) == 1
