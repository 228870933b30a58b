"""Editions as JSON: whatever was frozen is read back, and what is damaged says so."""

from __future__ import annotations

import json
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st
from storage_samples import NOW, edition_of

from bot.core.editions import (
    Chosen,
    Edition,
    EmptyCause,
    EmptyEdition,
    LeftOut,
    Reason,
    ReasonCode,
    Rule,
)
from bot.core.topics import Topic, Topics
from bot.storage.editions_json import read_edition, write_edition
from bot.storage.errors import EditionFormatError

COUNTS = st.integers(0, 2**63 - 1)
REASONS = st.builds(
    Reason,
    st.sampled_from(ReasonCode),
    st.text(max_size=9),
    st.lists(st.text(max_size=9), max_size=3).map(tuple),
    st.text(max_size=9),
)
CHOSEN = st.builds(Chosen, COUNTS, st.lists(REASONS, max_size=3).map(tuple), COUNTS)
LEFT_OUT = st.lists(st.builds(LeftOut, COUNTS, st.sampled_from(Rule), COUNTS), max_size=3).map(
    tuple
)
TOPIC = st.builds(Topic, st.text(max_size=9), COUNTS, st.integers(0, 10**6).map(lambda n: n / 10))
TOPICS = st.builds(
    Topics, st.lists(TOPIC, max_size=3).map(tuple), st.lists(TOPIC, max_size=3).map(tuple)
)
MADE = st.datetimes(timezones=st.just(UTC))
EDITIONS = st.one_of(
    st.builds(
        Edition,
        MADE,
        st.lists(CHOSEN, max_size=3).map(tuple),
        LEFT_OUT,
        LEFT_OUT,
        COUNTS,
        st.booleans(),
        st.none() | st.dates(),
        st.none() | TOPICS,
    ),
    st.builds(
        EmptyEdition,
        MADE,
        st.sampled_from(EmptyCause),
        COUNTS,
        st.booleans(),
        st.none() | st.dates(),
    ),
)


@given(EDITIONS)
def test_reads_back_what_was_written(edition: Edition | EmptyEdition) -> None:
    """Every edition comes back equal, to the microsecond."""
    assert read_edition(write_edition(edition)) == edition


def test_first_format_is_read_for_ever() -> None:
    """An edition as the first release wrote it is still understood."""
    written = (
        '{"v":1,"made":"2026-08-21T07:00:00+00:00","kind":"papers","chosen":[{"key":1,"upvotes":5,'
        '"reasons":[{"code":"everything","actor":"rule","params":[],"note":""}]}],'
        '"more":[[2,"below_limit",3]],"left_out":[],"not_matching":4,"late":true}'
    )
    read = read_edition(written)
    assert isinstance(read, Edition)
    assert read.chosen == edition_of(1).chosen
    assert (read.made, read.more, read.late) == (NOW, (LeftOut(2, Rule.BELOW_LIMIT, 3),), True)
    assert read.topics is None


def test_first_empty_editions_do_not_say_since_when() -> None:
    """They are still understood."""
    written = (
        '{"v":1,"made":"2026-08-21T07:00:00+00:00","kind":"empty","cause":"source_silent",'
        '"considered":3,"late":false}'
    )
    assert read_edition(written) == EmptyEdition(NOW, EmptyCause.SOURCE_SILENT, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"v": 2, "kind": "empty"}',
        json.dumps({**json.loads(write_edition(edition_of(1))), "made": "yesterday"}),
        json.dumps({**json.loads(write_edition(edition_of(1))), "more": [[1, "whim", 2]]}),
        json.dumps({**json.loads(write_edition(edition_of(1))), "chosen": [{}]}),
        json.dumps({**json.loads(write_edition(edition_of(1))), "topics": {"rose": []}}),
    ],
)
def test_damage_is_told(text: str) -> None:
    """What is no edition, or one of a later format, is an error of storage with its cause."""
    with pytest.raises(EditionFormatError) as raised:
        read_edition(text)
    assert raised.value.__cause__ is not None
