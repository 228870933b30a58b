"""What a lookup may answer: values that say what they are."""

from __future__ import annotations

from bot.core.lookup import Ambiguous, Found, Match, NotFound, Resolution


def told(answer: Resolution) -> str:
    """Say which answer it is, as whoever gets one has to."""
    match answer:
        case Found(match=match):
            return f"found {match.paper_id}"
        case Ambiguous(matches=matches):
            return f"one of {len(matches)}"
        case NotFound(nearest=nearest):
            return f"none, {len(nearest)} near"


def test_every_answer_is_one_of_three() -> None:
    """One paper, several, or none with the nearest."""
    one, other = Match("1", 90.0), Match("2", 60.0)
    assert told(Found(one)) == "found 1"
    assert told(Ambiguous((one, other))) == "one of 2"
    assert told(NotFound((other,))) == "none, 1 near"
    assert Match("1", 90.0) == one
