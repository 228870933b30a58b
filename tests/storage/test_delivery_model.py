"""Deliveries against a model: whatever is interleaved, nothing is claimed or delivered twice."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from storage_samples import CHANNEL, DM, NOW, edition_of, plan_of, stored_papers, subscribed

from bot.core.deliveries import PartState
from bot.core.subscriptions import Subscription
from bot.storage.database import Database
from bot.storage.deliveries import DeliveryRows

PAPERS = 6
TARGETS = (CHANNEL, CHANNEL, DM)
"""Of the three subscriptions: two digests share a channel, a reader is a target apart."""
SUBSCRIPTIONS = st.integers(0, 2)
OCCURRENCES = st.sampled_from(["a", "b", "c", "d"])


@dataclass
class ModelPart:
    """A part as it should be: `ready` None while somebody has it, or when it is done."""

    target: int
    keys: set[int]
    state: PartState = PartState.PLANNED
    ready: int | None = 0
    attempts: int = 0


@dataclass
class Model:
    """Everything as it should be."""

    delivered: set[tuple[int, str]] = field(default_factory=set)
    parts: dict[int, ModelPart] = field(default_factory=dict)
    seconds: int = 0


class DeliveriesMachine(RuleBasedStateMachine):
    """Freezes, claims, records and restarts in any order, on a real file."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.runner = asyncio.Runner()
        self.model = Model()
        self.start()
        self.runner.run(stored_papers(self.database, PAPERS))
        self.subscriptions: list[Subscription] = [
            self.runner.run(subscribed(self.database, target)) for target in TARGETS
        ]

    def start(self) -> None:
        """Open the file, as a process that starts does."""
        path = Path(self.folder.name) / "paperboy.db"
        self.database = self.runner.run(Database.connect(path, readers=1))
        self.deliveries = DeliveryRows(self.database)

    def teardown(self) -> None:
        """Close the file and take the folder away."""
        self.runner.run(self.database.close())
        self.runner.close()
        self.folder.cleanup()

    @rule(
        plans=st.lists(
            st.tuples(
                SUBSCRIPTIONS, OCCURRENCES, st.lists(st.sets(st.integers(1, PAPERS)), max_size=2)
            ),
            max_size=3,
        )
    )
    def freeze(self, plans: list[tuple[int, str, list[set[int]]]]) -> None:
        """Freeze a batch: an id where the occurrence is new, None where it was delivered."""
        made = [
            plan_of(self.subscriptions[n], o, edition_of(1), *map(tuple, parts), next_due=None)
            for n, o, parts in plans
        ]
        ids = self.runner.run(self.deliveries.freeze(made, self.now))
        for (number, occurrence, parts), delivery in zip(plans, ids, strict=True):
            assert (delivery is None) == ((number, occurrence) in self.model.delivered)
            if delivery is not None:
                self.model.delivered.add((number, occurrence))
                for keys in parts:
                    self.plan_part(self.target(number), keys)

    def plan_part(self, target: int, keys: set[int]) -> None:
        """Expect a part; a paper that is reserved at its target already stays the other's."""
        free = keys - self.reserved(target)
        number = len(self.model.parts) + 1
        self.model.parts[number] = ModelPart(target, free, ready=self.model.seconds)

    @rule(most=st.integers(1, 3))
    def claim(self, most: int) -> None:
        """Claim: the longest ready, each in its state from before, none that somebody has."""
        ready = sorted(
            (part.ready, number)
            for number, part in self.model.parts.items()
            if part.ready is not None and part.ready <= self.model.seconds
        )
        parcels = self.runner.run(self.deliveries.claim(self.now, most))
        assert [parcel.part_id for parcel in parcels] == [number for _, number in ready[:most]]
        for parcel in parcels:
            part = self.model.parts[parcel.part_id]
            assert (parcel.state, parcel.attempts) == (part.state, part.attempts)
            part.state, part.ready = PartState.SENDING, None
            part.attempts += 1

    @rule(choice=st.integers(0, 99), state=st.sampled_from(PartState), wait=st.integers(0, 3))
    def record(self, choice: int, state: PartState, wait: int) -> None:
        """Record an outcome of a claimed part."""
        claimed = [
            number
            for number, part in self.model.parts.items()
            if part.state is PartState.SENDING and part.ready is None
        ]
        if not claimed:
            return
        number = claimed[choice % len(claimed)]
        part = self.model.parts[number]
        again = self.now + timedelta(seconds=wait)
        self.runner.run(self.deliveries.record([(number, state, again, None, "")]))
        part.state = state
        is_open = state in {PartState.PLANNED, PartState.SENDING}
        part.ready = self.model.seconds + wait if is_open else None
        if state in {PartState.REFUSED, PartState.EXPIRED}:
            part.keys = set()

    @rule()
    def restart(self) -> None:
        """Close the file, open it again, and reopen what was being sent."""
        self.runner.run(self.database.close())
        self.start()
        sending = [p for p in self.model.parts.values() if p.state is PartState.SENDING]
        assert self.runner.run(self.deliveries.reopen()) == len(sending)
        for part in sending:
            part.ready = -int(NOW.timestamp())

    @rule(seconds=st.integers(1, 3))
    def wait(self, seconds: int) -> None:
        """Let time go by."""
        self.model.seconds += seconds

    @invariant()
    def agrees(self) -> None:
        """What is open and what was shown is what the model says."""
        opened = sum(
            part.state in {PartState.PLANNED, PartState.SENDING}
            for part in self.model.parts.values()
        )
        assert self.runner.run(self.deliveries.open_parts()) == opened
        for number, target in ((0, CHANNEL), (2, DM)):
            shown = self.runner.run(self.deliveries.shown(target))
            assert shown == self.reserved(self.target(number))

    def reserved(self, target: int) -> set[int]:
        """The papers that a target's parts hold."""
        return {k for part in self.model.parts.values() if part.target == target for k in part.keys}

    @staticmethod
    def target(number: int) -> int:
        """Where a subscription goes: 0 the channel, 1 the reader."""
        return int(TARGETS[number] == DM)

    @property
    def now(self) -> datetime:
        """The present instant."""
        return NOW + timedelta(seconds=self.model.seconds)


DeliveriesMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=20)
TestDeliveries = DeliveriesMachine.TestCase
