"""An edition: what one subscription gets for one occurrence of its schedule, and why.

Every chosen paper carries its reasons, every other one the first rule that left it out. Reasons
are codes with parameters; their words are found in the catalogue of the reader's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.core.topics import Topics


class ReasonCode(StrEnum):
    """Why a paper was chosen."""

    MATCHES = "matches"  # terms
    EVERYTHING = "everything"
    TOP_VOTED = "top_voted"  # rank on its day, of how many
    ROSE = "rose"  # votes before, votes now
    DISCUSSED = "discussed"  # comments
    CODE = "code"  # stars, "" where unknown
    PINNED = "pinned"


class Rule(StrEnum):
    """Why a paper was left out; the first rule that applies, in this order."""

    WITHDRAWN = "withdrawn"
    DROPPED = "dropped"
    SHOWN_BEFORE = "shown_before"
    NOT_MATCHING = "not_matching"
    TOO_SIMILAR = "too_similar"
    BELOW_LIMIT = "below_limit"


class EmptyCause(StrEnum):
    """Why an edition has no papers."""

    WEEKEND = "weekend"  # expected: nothing is brought out on these days
    HOLIDAY = "holiday"  # expected: arXiv announced nothing, and nothing came from elsewhere
    SKIPPED = "skipped"  # slept through: too old to be caught up on
    PUT_BACK = "put_back"  # may have come before: an older copy of the database was put back
    SOURCE_SILENT = "source_silent"  # nothing new arrived from any source, though it should have
    NOTHING_MATCHED = "nothing_matched"  # papers came, none matched the query
    ALL_SHOWN = "all_shown"  # what matched was shown here before


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: its code, its actor (``rule``, a source's name, later a person), parameters."""

    code: ReasonCode
    actor: str = "rule"
    params: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A paper of an edition: its key, why it is there, and its votes when the edition was made."""

    key: int
    reasons: tuple[Reason, ...]
    upvotes: int = 0


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A paper that an edition has not, and the first rule that left it out."""

    key: int
    rule: Rule
    upvotes: int = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """What was chosen, best first; `more` is what the limit cut off, best first.

    `left_out` holds the others with their rules, without those that simply did not match
    (`not_matching` counts them). `made` is when the choice was made: votes are of that instant.
    Where a source was silent then `since` is the newest day that has papers, else None. `topics`
    are those that rose and fell, of an edition that comes once a week, where there were any.
    """

    made: datetime
    chosen: tuple[Chosen, ...]
    more: tuple[LeftOut, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    not_matching: int = 0
    late: bool = False
    since: date | None = None
    topics: Topics | None = None

    @property
    def offered(self) -> int:
        """How many papers were new here: the chosen ones and those below the limit."""
        return len(self.chosen) + len(self.more)


@dataclass(frozen=True, slots=True)
class EmptyEdition:
    """No papers, and why. `considered` counts the papers that were looked at; `since` is the newest
    day that has papers where the cause is a silent source, None where that is not known.

    Of occurrences that were passed over `made` is the newest one's instant, `considered` their
    number.
    """

    made: datetime
    cause: EmptyCause
    considered: int = 0
    late: bool = False
    since: date | None = None

    @property
    def expected(self) -> bool:
        """True where nobody needs to be told there: nothing was to be brought."""
        return self.passed_over or self.cause in {EmptyCause.WEEKEND, EmptyCause.HOLIDAY}

    @property
    def passed_over(self) -> bool:
        """True where nothing was chosen at all: it stands for occurrences that were let go."""
        return self.cause in {EmptyCause.SKIPPED, EmptyCause.PUT_BACK}


AnyEdition = Edition | EmptyEdition
