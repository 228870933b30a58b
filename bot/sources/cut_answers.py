"""A lookup service's answer that breaks off: what was whole of it is handed on with the fault.

Where the answer is a list in JSON, or an object that holds one, the entries before the break are
whole, and the paper that was asked for stands among the first. The fault stays one: nobody may take
it that the service does not know what did not come.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.sources.cut_json import entries_before_cut

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.core.papers import PaperDraft
    from bot.sources.answers import Answer
    from bot.sources.errors import SourceAnswerInvalid


def rescue(
    fault: SourceAnswerInvalid,
    answer: Answer,
    drafts: Callable[[Iterable[object]], tuple[PaperDraft, ...]],
    key: str = "",
) -> None:
    """Give the fault what came whole of the list under `key`, or of the answer that is the list."""
    if fault.reason != "truncated":
        return
    begins = re.search(rb'"%s"\s*:\s*\[' % re.escape(key.encode()), answer.body) if key else None
    if begins is not None or not key:
        at = begins.end() - 1 if begins is not None else 0
        fault.rescued = drafts(entries_before_cut(answer.body[at:]))
