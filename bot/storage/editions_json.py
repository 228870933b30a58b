"""An edition as JSON text, frozen with its delivery, and back.

Format 1 is one object: ``v``, ``kind`` (``papers`` or ``empty``) and the fields of the value.
Chosen papers are objects; `more` and `left_out` are triples ``[key, rule, upvotes]``, for there
are many of them, and so are topics: ``[name, now, usual]``. Instants keep their microseconds. A
format once released is read for ever.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

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
from bot.storage.errors import EditionFormatError

if TYPE_CHECKING:
    from bot.core.editions import AnyEdition

FORMAT = 1


def write_edition(edition: AnyEdition) -> str:
    """Write an edition in the newest format."""
    written: dict[str, object] = {"v": FORMAT, "made": edition.made.isoformat()}
    match edition:
        case Edition():
            written |= {
                "kind": "papers",
                "chosen": [_write_chosen(chosen) for chosen in edition.chosen],
                "more": _write_left_out(edition.more),
                "left_out": _write_left_out(edition.left_out),
                "not_matching": edition.not_matching,
            }
            if edition.since is not None:  # as the first release wrote it, where nothing is wrong
                written["since"] = edition.since.isoformat()
            if edition.topics is not None:
                written["topics"] = {
                    "rose": _write_topics(edition.topics.rose),
                    "fell": _write_topics(edition.topics.fell),
                }
        case EmptyEdition():
            written |= {
                "kind": "empty",
                "cause": edition.cause,
                "considered": edition.considered,
                "since": None if edition.since is None else edition.since.isoformat(),
            }
    written["late"] = edition.late
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def read_edition(text: str) -> AnyEdition:
    """Read an edition. Raises `EditionFormatError` for what `write_edition` never wrote."""
    try:
        said: dict[str, Any] = json.loads(text)
        if said["v"] != FORMAT:
            raise ValueError(f"format {said['v']}")  # noqa: TRY301 - told like other damage
        made = datetime.fromisoformat(said["made"])
        if said["kind"] == "empty":
            return _read_empty(said, made)
        return Edition(
            made,
            tuple(_read_chosen(one) for one in said["chosen"]),
            _read_left_out(said["more"]),
            _read_left_out(said["left_out"]),
            int(said["not_matching"]),
            bool(said["late"]),
            _read_since(said),
            _read_topics(said.get("topics")),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise EditionFormatError(f"a stored edition cannot be read: {error!r}") from error


def _read_empty(said: dict[str, Any], made: datetime) -> EmptyEdition:
    return EmptyEdition(
        made,
        EmptyCause(said["cause"]),
        int(said["considered"]),
        bool(said["late"]),
        _read_since(said),
    )


def _read_since(said: dict[str, Any]) -> date | None:
    since = said.get("since")  # what the first release wrote has none
    return None if since is None else date.fromisoformat(since)


def _write_chosen(chosen: Chosen) -> dict[str, object]:
    return {
        "key": chosen.key,
        "upvotes": chosen.upvotes,
        "reasons": [
            {
                "code": reason.code,
                "actor": reason.actor,
                "params": list(reason.params),
                "note": reason.note,
            }
            for reason in chosen.reasons
        ],
    }


def _read_chosen(said: dict[str, Any]) -> Chosen:
    reasons = tuple(
        Reason(
            ReasonCode(reason["code"]),
            str(reason["actor"]),
            tuple(str(param) for param in reason["params"]),
            str(reason["note"]),
        )
        for reason in said["reasons"]
    )
    return Chosen(int(said["key"]), reasons, int(said["upvotes"]))


def _write_left_out(papers: tuple[LeftOut, ...]) -> list[tuple[int, str, int]]:
    return [(paper.key, paper.rule, paper.upvotes) for paper in papers]


def _read_left_out(said: list[tuple[int, str, int]]) -> tuple[LeftOut, ...]:
    return tuple(LeftOut(int(key), Rule(rule), int(upvotes)) for key, rule, upvotes in said)


def _write_topics(topics: tuple[Topic, ...]) -> list[tuple[str, int, float]]:
    return [(topic.name, topic.now, topic.usual) for topic in topics]


def _read_topics(said: dict[str, list[tuple[str, int, float]]] | None) -> Topics | None:
    if said is None:  # nothing to say, or older than the topics
        return None
    rose, fell = (
        tuple(Topic(str(name), int(now), float(usual)) for name, now, usual in said[way])
        for way in ("rose", "fell")
    )
    return Topics(rose, fell)
