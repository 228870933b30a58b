"""The table of faults: what is done to the bot, what readers see of it, what whoever may mend it is
told, what the ledger holds, and what happens once it is mended.

A row without `mended` mends itself: what it says is how it ends. Whatever is told is told once.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import fault_acts as acts
import fault_strikes as strikes
from discord_loopback import Permission, Settings
from fault_scene import FORGETFUL, IN_A_HURRY, WRONG_CLOCK, Ledger
from fault_strikes import Act

Seen = tuple[tuple[str, ...], ...]
"""Per place, a phrase of each message that is there, oldest first."""

NOTHING: tuple[str, ...] = ()
ONE: tuple[str, ...] = ("📰 Papers",)
MINE: tuple[str, ...] = ("📬 Your papers",)
HELLO = "Your papers will come here"
SENT = Ledger(("sent",))


@dataclass(frozen=True, slots=True)
class Mended:
    """How it is mended, and what there is then; `told` comes to what was told before."""

    by: Act
    seen: Seen
    ledger: Ledger
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """One row. `attempts` is how often the bot wrote to each place in the end, `waits` how many
    seconds at least lie between its first two, `asks` what somebody does who wants to know.
    """

    name: str
    sets: Act
    seen: Seen
    told: tuple[str, ...] = ()
    ledger: Ledger = SENT
    mended: Mended | None = None
    asks: Act | None = None
    attempts: tuple[int, ...] | None = None
    waits: float = 0.0
    program: str = IN_A_HURRY
    settings: Settings = field(default_factory=Settings)


def twice(name: str, sets: Act) -> Fault:
    """A fault that strikes one place before Discord stored the message and one after."""
    return Fault(name, sets, (ONE, ONE), ledger=Ledger(("sent",) * 2), attempts=(2, 2))


FAULTS = (
    *(twice(f"HTTP {n}", strikes.answers(n)) for n in (500, 502, 503, 504)),
    twice("the connection is reset", strikes.resets),
    twice("the answer comes when nobody waits for it any more", strikes.answers_late),
    Fault(
        "the session is invalidated",
        strikes.invalidates,
        (ONE,),
        attempts=(1,),
        mended=Mended(acts.is_answered, (ONE,), SENT),
    ),
    Fault(
        "the gateway drops in the middle of a fan-out",
        strikes.drops_after_three,
        (MINE,) * 8,
        ledger=Ledger(("sent",) * 8),
        attempts=(1,) * 8,
        mended=Mended(acts.resumes, (MINE,) * 8, Ledger(("sent",) * 8)),
    ),
    *(
        Fault(f"429, {scope}", strikes.brakes(scope), (ONE,), attempts=(2,), waits=1.5)
        for scope in ("user", "shared", "global")
    ),
    Fault(
        "429 by Cloudflare",
        strikes.blocks,
        (MINE,) * 50,
        ledger=Ledger(("sent",) * 50),
        mended=Mended(acts.few_knocked, (MINE,) * 50, Ledger(("sent",) * 50)),
    ),
    Fault(
        "a stored message is answered 502, its repeat by Cloudflare",
        strikes.hides_by_cloudflare,
        (ONE,),
        attempts=(2,),
        program=IN_A_HURRY + FORGETFUL,
        settings=Settings(nonce_window=2.0),
    ),
    Fault(
        "a stored message is answered 502, its repeat by a long limit",
        strikes.hides_by_a_long_limit,
        (ONE,),
        ledger=Ledger(("sending",)),
        mended=Mended(acts.half_a_minute_passes, (ONE,), SENT),
        attempts=(2,),
        program=IN_A_HURRY + FORGETFUL,
        settings=Settings(nonce_window=2.0),
    ),
    Fault(
        "a stored message is answered 502, its repeat is refused",
        strikes.hides_by_a_refusal,
        (ONE,),
        told=("although it has all permissions",),
        ledger=Ledger(("sending",), ("missing_permission",)),
        mended=Mended(acts.refusal_ends, (ONE,), SENT),
        attempts=(2,),
        program=IN_A_HURRY + FORGETFUL,
        settings=Settings(nonce_window=2.0),
    ),
    Fault(
        "a repeat is held up until its nonce is forgotten",
        strikes.holds_the_repeat_up,
        (ONE, ONE),
        ledger=Ledger(("sent",) * 2),
        attempts=(1, 2),
        program=IN_A_HURRY + "steps.NONCE_HOLDS = datetime.timedelta(seconds=2.9);",
        settings=Settings(nonce_window=3.0),
    ),
    Fault(
        "40003, direct messages are opened too fast",
        strikes.opens_too_fast,
        (NOTHING, NOTHING),
        asks=acts.operator_looks,
        told=("direct_messages_braked",),
        ledger=Ledger(("planned",) * 2),
        mended=Mended(acts.an_hour_passes, (MINE, MINE), Ledger(("sent",) * 2)),
        attempts=(1, 1),
    ),
    Fault(
        "20026, the bot is flagged as spam",
        strikes.is_flagged,
        (NOTHING,),
        asks=acts.operator_looks,
        told=("direct_messages_braked",),
        ledger=Ledger(("planned",)),
        mended=Mended(acts.an_hour_passes, (MINE,), SENT),
        attempts=(2,),
    ),
    Fault(
        "50007, direct messages are closed",
        acts.closes,
        (NOTHING,),
        asks=acts.reader_asks,
        told=("Stopped since", "Your papers could not be delivered"),
        ledger=Ledger(("refused",), ("dm_closed",)),
        mended=Mended(acts.opens, ((HELLO, *MINE),), SENT, ("Papers come again",)),
        attempts=(4,),
    ),
    Fault(
        "50278, no server is shared",
        acts.leaves,
        (NOTHING,),
        ledger=Ledger(("refused",), ("dm_closed",)),
        mended=Mended(acts.joins, ((HELLO, *MINE),), SENT, ("Papers come again",)),
        attempts=(3,),
    ),
    Fault(
        "50001, the channel is hidden",
        acts.denies(Permission.VIEW_CHANNEL),
        (NOTHING,),
        told=("Paperboy lacks **View Channel**",),
        ledger=Ledger(("refused",), ("missing_permission",)),
        mended=Mended(acts.allows, (ONE,), SENT),
        attempts=(2,),
    ),
    Fault(
        "50013, nothing may be written",
        acts.denies(Permission.SEND_MESSAGES),
        (NOTHING,),
        told=("Paperboy lacks **Send Messages**",),
        ledger=Ledger(("refused",), ("missing_permission",)),
        mended=Mended(acts.allows, (ONE,), SENT),
        attempts=(2,),
    ),
    Fault(
        "10003, the channel is gone",
        acts.deletes_the_channel,
        (NOTHING,),
        told=("the channel is gone",),
        ledger=Ledger(("refused",), ("channel_gone",)),
        mended=Mended(acts.moves, (NOTHING, ONE), Ledger(("refused", "sent"))),
        attempts=(1, 1),
    ),
    Fault(
        "the server is gone",
        strikes.removes_the_bot,
        (NOTHING,),
        told=("kept for 30 days",),
        ledger=Ledger(("refused",), ("channel_gone",)),
        mended=Mended(acts.invites, (ONE,), SENT),
        attempts=(2,),
    ),
    Fault(
        "an answer is lost where the history is closed",
        strikes.loses_unreadably,
        (NOTHING,),
        asks=acts.ada_asks,
        told=("may or may not have arrived",),
        ledger=Ledger(("unsure",)),
        mended=Mended(acts.sends_again, (ONE,), SENT),
        attempts=(2,),
        program=IN_A_HURRY + FORGETFUL,
        settings=Settings(nonce_window=0.0),
    ),
    Fault(
        "an answer is lost behind a thousand messages",
        strikes.loses_in_a_crowd,
        (("talk",) * 1_000,),
        ledger=Ledger(("unsure",)),
        attempts=(1,),
        program=IN_A_HURRY + FORGETFUL,
        settings=Settings(nonce_window=0.0),
    ),
    Fault(
        "an answer is lost, and Discord has forgotten the nonce",
        strikes.loses,
        (ONE,),
        attempts=(1,),
        program=IN_A_HURRY + FORGETFUL,
        settings=Settings(nonce_window=0.0),
    ),
    Fault(
        "the message is deleted",
        strikes.digest,
        (NOTHING,),
        asks=acts.somebody_deletes,
        mended=Mended(acts.restarts, (NOTHING,), SENT),
        attempts=(1,),
    ),
    Fault(
        "the message is deleted before it was heard of", strikes.deletes, (NOTHING,), attempts=(2,)
    ),
    Fault(
        "`/digest now` while the scheduled one is sent",
        strikes.holds_until_asked,
        (NOTHING,),
        ledger=Ledger(("sending",)),
        mended=Mended(acts.posts_now, (ONE * 2,), Ledger(("sent",) * 2)),
        attempts=(2,),
    ),
    Fault(
        "the schedule is changed to a time that has passed",
        strikes.digest,
        (ONE,),
        mended=Mended(acts.plans_an_hour_ago, (ONE,), SENT),
        attempts=(1,),
    ),
    Fault(
        "the clock is set back",
        acts.right_clock,
        (ONE,),
        mended=Mended(acts.sets_the_clock_back, (ONE,) * 3, Ledger(("sent",) * 3)),
        attempts=(1, 1, 1),
        program=IN_A_HURRY + WRONG_CLOCK,
    ),
    Fault(
        "the sources are down",
        strikes.sources_fail,
        (("Nothing has arrived from the sources",),),
        asks=acts.ada_asks_around,
        told=("No papers are here yet", "Hugging Face Daily Papers: failed"),
        mended=Mended(
            acts.sources_recover,
            (("Nothing has arrived from the sources", *ONE),),
            Ledger(("sent",) * 2),
        ),
        attempts=(2,),
    ),
)
