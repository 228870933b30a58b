"""The courier: what Discord answers becomes an outcome, and a part that may be there is found."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import discord
import pytest
import simcord

from bot.core.deliveries import (
    Failed,
    Missing,
    Outcome,
    Parcel,
    PartState,
    Refusal,
    Refused,
    Sent,
    Unreadable,
    nonce,
)
from bot.core.editions import AnyEdition, Edition, EmptyCause, EmptyEdition
from bot.core.schedules import DAILY, Schedule
from bot.core.subscriptions import (
    ChannelTarget,
    Paused,
    PauseReason,
    Subscription,
    Target,
    Undelivered,
    UserTarget,
    Wish,
)
from bot.core.topics import Topic, Topics
from bot.storage.database import Database
from bot.storage.papers import PaperRows
from bot.storage.people import PeopleRows
from bot.ui.link.client import PaperboyClient
from bot.ui.link.courier import DiscordCourier

NOW = datetime(2026, 1, 1, tzinfo=UTC)
WISH = Wish("*", Schedule("UTC", time(9), DAILY))
TOPICS = Topics((Topic("agents", 9, 1.0),), (Topic("diffusion", 1, 9.0),))
NOTHING = EmptyEdition(NOW, EmptyCause.NOTHING_MATCHED, 3)
WITH_TOPICS = Edition(NOW, (), topics=TOPICS)


class WorldClock:
    """SimCord's time."""

    def __init__(self) -> None:
        self.env: simcord.Env | None = None

    def now(self) -> datetime:
        """Return the world's instant."""
        return self.env.now() if self.env is not None else NOW

    def monotonic(self) -> float:
        """Return the seconds since the world began."""
        return (self.now() - NOW).total_seconds()


@dataclass
class Place:
    """A server with a channel, and a courier to it."""

    env: simcord.Env
    client: PaperboyClient
    courier: DiscordCourier
    people: PeopleRows
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    owner: simcord.UserHandle

    @property
    def target(self) -> ChannelTarget:
        """The channel, as a target."""
        return ChannelTarget(self.guild.id, self.channel.id)

    def subscription(self, target: Target | None = None, **changed: int) -> Subscription:
        """Make a subscription to the channel, or elsewhere."""
        wish = replace(WISH, **changed)  # type: ignore[arg-type] - fields by name
        return Subscription(5, target or self.target, wish, NOW, self.owner.id, NOW)

    def parcel(
        self,
        part: int = 7,
        target: Target | None = None,
        edition: AnyEdition = NOTHING,
    ) -> Parcel:
        """Make a parcel with a small message."""
        return Parcel(
            part, 1, "o", 1, nonce(5, "o", part), PartState.PLANNED, None, NOW, 0,
            self.subscription(target), edition,
        )  # fmt: skip

    def refuse(self, status: int, code: int = 0, path: str = "/channels/*/messages") -> None:
        """Let Discord answer so from now on."""
        self.env.inject_error("POST", path, status=status, code=code, times=None)

    def forbid(self, **permissions: bool) -> simcord.ChannelHandle:
        """Make a channel in which everybody lacks something."""
        overwrite = discord.PermissionOverwrite(**permissions)
        return self.guild.create_text_channel(
            "closed", overwrites={self.guild.default_role: overwrite}
        )


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[Place]:
    """Build the place."""
    clock = WorldClock()
    async with Database.open(folder / "paperboy.db") as database:
        people = PeopleRows(database)
        client = PaperboyClient(shard_count=1)
        courier = DiscordCourier(client, PaperRows(database), people, clock)
        env = simcord.Env(client, shard_count=1)
        await env.start()
        clock.env = env
        try:
            owner = env.create_user("ada")
            guild = env.create_guild("Reading Group", owner=owner)
            channel = guild.create_text_channel("papers")
            yield Place(env, client, courier, people, guild, channel, owner)
        finally:
            await env.shutdown()


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Place]:
    """A server with a channel, and a courier to it."""
    async with opened(tmp_path) as one:
        yield one


async def test_a_part_arrives_and_is_found_again(place: Place) -> None:
    """By the button that carries its id; another part's message is not it."""
    with place.env.time_context():
        sent = await place.courier.send(place.parcel())
        assert isinstance(sent, Sent)
        assert place.channel.history()[-1].id == sent.message_id
        since = place.env.now()
        assert await place.courier.find(place.parcel(), since) == sent
        assert await place.courier.find(place.parcel(part=70), since) == Missing()
        later = since + timedelta(hours=1)
        assert await place.courier.find(place.parcel(), later) == Missing()


async def test_a_picture_goes_with_its_message_which_is_found_again(place: Place) -> None:
    """In a channel and in direct messages; the picture hides the button from nobody."""
    reader = UserTarget(place.owner.id, place.owner.dm_channel.id)
    direct = place.owner.dm_channel
    for target, channel in ((place.target, place.channel), (reader, direct)):
        parcel = place.parcel(target=target, edition=WITH_TOPICS)
        with place.env.time_context():
            sent = await place.courier.send(parcel)
            assert isinstance(sent, Sent)
            assert await place.courier.find(parcel, place.env.now()) == sent
        shown = [part.to_dict() for part in channel.history()[-1].components]
        assert "Topics that rose and fell" in str(shown)
        assert "'filename': 'topics.png'" in str(shown) or "/topics.png" in str(shown)


@pytest.mark.parametrize("topics", [TOPICS, Topics((), ())])
async def test_a_message_without_its_picture_goes_out(place: Place, topics: Topics) -> None:
    """Where files are not allowed, or the picture cannot be drawn."""
    closed = place.forbid(attach_files=not topics.rose)
    target = ChannelTarget(place.guild.id, closed.id)
    edition = replace(WITH_TOPICS, topics=topics)
    with place.env.time_context():
        assert isinstance(await place.courier.send(place.parcel(7, target, edition)), Sent)
    shown = [part.to_dict() for part in closed.history()[-1].components]
    assert "v1:why:7" in str(shown)
    assert "Topics that rose" not in str(shown)


async def test_somebody_elses_message_is_not_ours(place: Place) -> None:
    """People talk in the channel, too."""
    member = place.guild.add_member(place.env.create_user("max"))
    await member.send(place.channel, "v1:why:7")
    with place.env.time_context():
        assert await place.courier.find(place.parcel(), place.env.now()) == Missing()


@pytest.mark.parametrize(
    ("status", "code", "outcome"),
    [
        (404, 10003, Refused(Refusal.CHANNEL_GONE, "10003")),
        (403, 50013, Refused(Refusal.MISSING_PERMISSION, "")),
        (400, 50035, Refused(Refusal.INVALID, "400 50035")),
        (503, 0, Failed("discord_error 503")),
    ],
)
async def test_every_answer_becomes_its_outcome(
    place: Place, status: int, code: int, outcome: Outcome
) -> None:
    """Never, not until it is mended, or later."""
    place.refuse(status, code)
    with place.env.time_context():
        assert await place.courier.send(place.parcel()) == outcome


async def test_what_is_missing_is_named(place: Place) -> None:
    """The permissions, by their keys."""
    closed = place.forbid(send_messages=False, read_message_history=False)
    target = ChannelTarget(place.guild.id, closed.id)
    with place.env.time_context():
        assert await place.courier.send(place.parcel(target=target)) == Refused(
            Refusal.MISSING_PERMISSION, "send-messages, read-message-history"
        )


async def test_without_history_nobody_knows(place: Place) -> None:
    """Discord answers with an empty list there: that a part is not in it says nothing."""
    closed = place.forbid(read_message_history=False)
    parcel = place.parcel(target=ChannelTarget(place.guild.id, closed.id))
    with place.env.time_context():
        assert isinstance(await place.courier.send(parcel), Sent)
        assert await place.courier.find(parcel, place.env.now()) == Unreadable()


@pytest.mark.parametrize(("status", "code"), [(403, 50001), (404, 10003), (404, 0)])
async def test_a_channel_that_refuses_to_be_read_is_unreadable(
    place: Place, status: int, code: int
) -> None:
    """Gone, or not to be seen."""
    place.env.inject_error("GET", "/channels/*/messages", status=status, code=code, times=None)
    with place.env.time_context():
        assert await place.courier.find(place.parcel(), place.env.now()) == Unreadable()


async def test_a_channel_that_cannot_be_read_now_is_asked_later(place: Place) -> None:
    """Discord's trouble is no answer."""
    place.env.inject_error("GET", "/channels/*/messages", status=503, times=None)
    with place.env.time_context():
        found = await place.courier.find(place.parcel(), place.env.now())
    assert found == Failed("discord_error 503")


async def test_a_block_page_says_nothing_of_a_channel_and_stops_everything(place: Place) -> None:
    """Whatever is to be sent or read next is not even tried for a minute."""
    place.env.inject_error("GET", "/channels/*/messages", status=403, times=1)
    with place.env.time_context():
        found = await place.courier.find(place.parcel(), place.env.now())
        assert found == Failed("discord_refused 403", 900.0, maybe_sent=False)
        held = Failed("rate_limited", 60.0, maybe_sent=False)
        assert await place.courier.send(place.parcel()) == held
        assert await place.courier.find(place.parcel(), place.env.now()) == held
    assert place.channel.history() == []


async def test_a_part_not_seen_before_the_servers_are_known_is_asked_for_again(
    place: Place,
) -> None:
    """Just after a login nobody knows whether the history was there to be read."""
    with place.env.time_context():
        place.client.clear()
        found = await place.courier.find(place.parcel(), place.env.now())
    assert found == Failed("not_ready")


async def test_what_was_attempted_before_is_kept_open_whatever_refuses_it(place: Place) -> None:
    """The repeat was refused, and the first one may be there."""
    again = replace(place.parcel(), state=PartState.SENDING)
    with place.env.time_context():
        again = replace(again, attempted=place.env.now())
        place.refuse(403, 50013)
        refused = Refused(Refusal.MISSING_PERMISSION, "", maybe_sent=True)
        assert await place.courier.send(again) == refused


async def test_direct_messages_are_opened_one_every_few_seconds(place: Place) -> None:
    """Who is to wait is told for how long; a channel that is known does not wait."""
    readers = [place.env.create_user(name) for name in ("max", "kim", "lee")]
    for reader in readers:
        place.guild.add_member(reader)
    max_, kim, lee = (place.parcel(n, UserTarget(r.id)) for n, r in enumerate(readers))
    with place.env.time_context():
        assert isinstance(await place.courier.send(max_), Sent)
        for parcel, seconds in ((kim, 5.0), (lee, 10.0), (kim, 5.0)):
            wait = Failed("dm_opened_later", seconds, maybe_sent=False)
            assert await place.courier.send(parcel) == wait
        assert isinstance(await place.courier.send(max_), Sent)
        assert isinstance(await place.courier.open_dm(lee.subscription.created_by or 0, "en"), int)


async def test_a_reader_whose_dm_is_not_known_gets_it_opened(place: Place) -> None:
    """There is nothing to look into; what is sent opens it, and its id is remembered."""
    parcel = place.parcel(target=UserTarget(place.owner.id))
    with place.env.time_context():
        assert await place.courier.find(parcel, NOW) == Missing()
        assert isinstance(await place.courier.send(parcel), Sent)
        assert await place.people.dm_channel(place.owner.id) == place.owner.dm_channel.id


async def test_a_dm_that_cannot_be_opened_now_is_not_called_closed(place: Place) -> None:
    """A passing fault says nothing about the reader."""
    place.env.inject_error("POST", "/users/@me/channels", status=503, times=None)
    with place.env.time_context():
        opened_to = await place.courier.open_dm(place.owner.id, "en")
    assert opened_to == Failed("discord_error 503")


async def test_a_dm_is_opened_with_a_hello_and_then_used(place: Place) -> None:
    """The remembered channel will do, and its history reads back."""
    place.guild.add_member(reader := place.env.create_user("max"))
    with place.env.time_context():
        channel = await place.courier.open_dm(reader.id, "en")
        assert isinstance(channel, int)
        assert channel == reader.dm_channel.id
        await place.people.set_dm_channel(reader.id, channel, NOW)
        parcel = place.parcel(target=UserTarget(reader.id))
        sent = await place.courier.send(parcel)
        assert isinstance(sent, Sent)
        assert await place.courier.find(parcel, place.env.now()) == sent
    assert len(reader.dm_channel.history()) == 2


async def test_a_closed_dm_is_not_opened(place: Place) -> None:
    """Only a message shows that it is closed."""
    reader = place.env.create_user("max")
    place.refuse(403, 50007)
    with place.env.time_context():
        assert await place.courier.open_dm(reader.id, "en") is None


async def test_an_alert_goes_to_its_channel(place: Place) -> None:
    """With the permissions by the names that Discord shows."""
    alerts = place.guild.create_text_channel("alerts")
    paused = Paused(PauseReason.MISSING_PERMISSION, NOW, "send-messages, view-channel")
    with place.env.time_context():
        await place.courier.alert(place.subscription(alerts_channel_id=alerts.id), paused)
    (message,) = alerts.history()
    said = str(message.components[0].to_dict())
    assert f"<#{place.channel.id}>" in said
    assert "Send Messages" in said
    assert "View Channel" in said


async def test_an_alert_without_a_channel_goes_to_who_set_it_up(place: Place) -> None:
    """Where that is refused, too, or nobody is known any more, it is only logged."""
    paused = Paused(PauseReason.CHANNEL_GONE, NOW, "10003")
    with place.env.time_context():
        await place.courier.alert(place.subscription(), paused)
        assert len(place.owner.dm_channel.history()) == 1
        place.refuse(403, 50007)
        await place.courier.alert(place.subscription(), paused)
        await place.courier.alert(replace(place.subscription(), created_by=None), paused)
    assert len(place.owner.dm_channel.history()) == 1


@pytest.mark.parametrize(
    ("status", "code", "settled"), [(403, 50007, True), (503, 0, False), (403, 0, False)]
)
async def test_who_cannot_be_told_just_now_is_told_later(
    place: Place, status: int, code: int, settled: bool
) -> None:
    """A passing fault is not a closed door, neither for the channel nor for the person."""
    alerts = place.guild.create_text_channel("alerts")
    place.refuse(status, code)
    gone = Paused(PauseReason.CHANNEL_GONE, NOW, "10003")
    with place.env.time_context():
        assert await place.courier.alert(place.subscription(), gone) is settled
        to_channel = place.subscription(alerts_channel_id=alerts.id)
        assert await place.courier.alert(to_channel, gone) is False


async def test_an_alert_pulls_and_heeds_the_brake_on_direct_messages(place: Place) -> None:
    """It opens none while it is on; whose channel is known is told."""
    gone = Paused(PauseReason.CHANNEL_GONE, NOW, "10003")
    place.env.inject_error("POST", "/users/@me/channels", status=403, code=40003, times=1)
    with place.env.time_context():
        for _ in range(2):
            assert await place.courier.alert(place.subscription(), gone) is False
        assert await place.courier.open_dm(place.owner.id, "en") == Failed(
            "dm_brake", 3600.0, maybe_sent=False
        )
        await place.people.set_dm_channel(place.owner.id, place.owner.dm_channel.id, NOW)
        assert await place.courier.alert(place.subscription(), gone) is True
    assert len(place.owner.dm_channel.history()) == 1


@pytest.mark.parametrize(
    ("cause", "phrase"),
    [
        ("too_late", "twelve hours"),
        ("400 50035", "(400 50035)"),
        ("400 200000", "AutoMod"),
        ("400 240000", "harmful"),
    ],
)
async def test_an_edition_that_did_not_arrive_is_told(
    place: Place, cause: str, phrase: str
) -> None:
    """With why, and that nothing stops."""
    with place.env.time_context():
        assert await place.courier.alert(place.subscription(), Undelivered(NOW, cause)) is True
    (message,) = place.owner.dm_channel.history()
    assert phrase in str(message.components[0].to_dict())


async def test_whether_a_digest_may_be_posted_is_known_beforehand(place: Place) -> None:
    """All three permissions in a channel that is there; a reader's messages are another matter."""
    closed = place.forbid(send_messages=False)
    with place.env.time_context():
        assert await place.courier.may_post(place.subscription())
        for target in (
            ChannelTarget(place.guild.id, closed.id),
            ChannelTarget(place.guild.id, 404),
            ChannelTarget(404, place.channel.id),
            UserTarget(place.owner.id),
        ):
            assert not await place.courier.may_post(place.subscription(target))


async def test_what_was_held_up_says_that_it_is_late(place: Place) -> None:
    """It was made in time; Discord, or a missing permission, kept it for an hour."""
    with place.env.time_context():
        in_time = await place.courier.send(place.parcel())
        held_up = replace(place.parcel(part=8), created=NOW - timedelta(hours=1))
        late = await place.courier.send(held_up)
    assert isinstance(in_time, Sent)
    assert isinstance(late, Sent)
    assert in_time.message_id is not None
    assert late.message_id is not None
    texts = {m.id: str([c.to_dict() for c in m.components]) for m in place.channel.history()}
    assert "planned time" not in texts[in_time.message_id]
    assert "planned time" in texts[late.message_id]


async def test_a_server_without_the_bot_is_gone(place: Place) -> None:
    """A channel that is not known may be a thread in the archive; without access to a server that
    is not known, the bot was removed from it.
    """
    elsewhere = place.subscription(ChannelTarget(404, place.channel.id))
    with place.env.time_context():
        assert await place.courier.is_gone(elsewhere)
        for target in (place.target, ChannelTarget(place.guild.id, 404), UserTarget(1)):
            assert not await place.courier.is_gone(place.subscription(target))
        place.refuse(403, 50001)
        left = replace(place.parcel(), subscription=elsewhere)
        gone, barred = Refusal.CHANNEL_GONE, Refusal.MISSING_PERMISSION
        assert await place.courier.send(left) == Refused(gone, "50001")
        assert await place.courier.send(place.parcel()) == Refused(barred, "")


async def test_a_refusal_that_no_permission_explains_is_told_as_that(place: Place) -> None:
    """Whoever can mend it is not sent to look for permissions that are there."""
    paused = Paused(PauseReason.MISSING_PERMISSION, NOW)
    with place.env.time_context():
        await place.courier.alert(place.subscription(), paused)
    (message,) = place.owner.dm_channel.history()
    said = str(message.components[0].to_dict())
    assert "although it has all permissions it needs" in said
    assert "View Channel" not in said
