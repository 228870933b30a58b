"""OpenReview: ``/notes?id=…``, for its own ids only.

A paper is the note that its discussion is about (``id`` is ``forum``). Since 2023 venues live in
the second API, whose fields are ``{"value": …}``; the older ones are in the first, whose fields are
bare (source: OpenReview's documentation of its two APIs). So both are asked, the newer one first.
Instants are milliseconds since 1970.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from bot.sources.asking import Asking
from bot.sources.drafts import Told, taken
from bot.sources.errors import SourceAnswerInvalid
from bot.sources.values import is_list, is_object, objects_of

if TYPE_CHECKING:
    from bot.core.papers import PaperDraft
    from bot.sources.http import PoliteClient

SOURCE = "openreview"
_PDF = "https://openreview.net/pdf?id="


class OpenReview:
    """A `TitleLookup` for ids only."""

    name = SOURCE
    titles = False

    def __init__(
        self,
        client: PoliteClient,
        base_url: str = "https://api2.openreview.net",
        older_url: str = "https://api.openreview.net",
    ) -> None:
        self._asking = Asking(client, SOURCE)
        self._apis = (base_url.rstrip("/"), older_url.rstrip("/"))

    def takes(self, external: str) -> bool:
        """True for OpenReview's ids."""
        return external.startswith("openreview:")

    async def by_title(self, text: str) -> tuple[PaperDraft, ...]:
        """None: it is not asked for titles."""
        del text
        return ()

    async def by_id(self, external: str) -> PaperDraft | None:
        """The paper with this id."""
        wanted = external.removeprefix("openreview:")
        for api in self._apis:
            answer = await self._asking.get(f"{api}/notes", {"id": wanted})
            if answer is None:
                continue
            data = answer.json()
            if not is_object(data) or not is_list(data.get("notes")):
                raise SourceAnswerInvalid(SOURCE, answer.address, "wrong_shape", "no notes")
            for index, note in enumerate(objects_of(data["notes"])):
                asked = note.get("id") == wanted and note.get("forum", wanted) == wanted
                if asked and (draft := taken(SOURCE, _told(note, external), index)) is not None:
                    return draft
        return None


def _told(note: dict[str, object], external: str) -> Told:
    content = note.get("content")
    fields = content if is_object(content) else {}
    authors, keywords = _bare(fields.get("authors")), _bare(fields.get("keywords"))
    return Told(
        ids=(external,),
        title=_text(fields.get("title")),
        published=_day(note.get("pdate")) or _day(note.get("cdate")) or _day(note.get("tcdate")),
        authors=[one for one in authors if isinstance(one, str)] if is_list(authors) else (),
        abstract=_text(fields.get("abstract")),
        keywords=[one for one in keywords if isinstance(one, str)] if is_list(keywords) else (),
        pdf=_PDF + external.removeprefix("openreview:") if _bare(fields.get("pdf")) else None,
        withdrawn="withdrawn" in _text(fields.get("venue")).lower(),
        venue=_text(fields.get("venue")),
    )


def _bare(field: object) -> object:
    return field.get("value") if is_object(field) else field


def _text(field: object) -> str:
    value = _bare(field)
    return value if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    try:
        return datetime.fromtimestamp(value / 1_000, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
