"""**Why these?**, the private answer: each chosen paper's reasons, and what left the others out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.editions import Edition, EmptyEdition, Rule
from bot.core.pages import Cost, fit
from bot.ui.digests.digest import empty_cause
from bot.ui.digests.reasons import because
from bot.ui.escape import plain
from bot.ui.messages import MOST_CHARACTERS, MOST_COMPONENTS, NOTICE_COLOUR, Layout

if TYPE_CHECKING:
    from bot.ui.digests.digest import Issue
    from bot.ui.i18n import Words


def why_card(issue: Issue, words: Words) -> Layout:
    """Return, privately, why each paper was chosen and what left the others out."""
    message = Layout(colour=NOTICE_COLOUR)
    edition = issue.edition
    if isinstance(edition, EmptyEdition):
        message.text(f"### {words('why-title')}\n{empty_cause(edition, words)}")
        return message
    head = f"### {words('why-title')}\n{words('why-rule')}"
    foot = "-# " + _left_out(edition, words)
    lines = [
        f"**{n}**  {plain(issue.papers[c.key].title, 60)}\n-# {because(c.reasons, words)}"
        for n, c in enumerate((c for c in edition.chosen if c.key in issue.papers), start=1)
    ]
    room = Cost(MOST_COMPONENTS, MOST_CHARACTERS - len(head) - len(foot) - 2)
    told = fit([Cost(0, len(text) + 1) for text in lines], room)
    message.text(head)
    message.text("\n".join([*lines[:told], *(["…"] if told < len(lines) else [])]))
    message.text(foot)
    return message


def _left_out(edition: Edition, words: Words) -> str:
    counts = {
        Rule.NOT_MATCHING: edition.not_matching,
        Rule.SHOWN_BEFORE: sum(out.rule is Rule.SHOWN_BEFORE for out in edition.left_out),
        Rule.TOO_SIMILAR: sum(out.rule is Rule.TOO_SIMILAR for out in edition.more),
        Rule.BELOW_LIMIT: sum(out.rule is Rule.BELOW_LIMIT for out in edition.more),
        Rule.WITHDRAWN: sum(out.rule is Rule.WITHDRAWN for out in edition.left_out),
    }
    told = [
        words("left-out-" + rule.value.replace("_", "-"), count=count)
        for rule, count in counts.items()
        if count
    ]
    return words("why-left-out", rules=" · ".join(told)) if told else words("why-all-here")
