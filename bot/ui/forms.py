"""Forms: Discord's modals, whose every end is an answer.

A form ends with the process that showed it; what was typed into one that did not pass is kept in a
draft, and a button opens it again with the same text. A field's text is at most what Discord takes
(4,000 characters), a form has at most five fields.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.ui import failures
from bot.ui.controls import Press, button, press_of
from bot.ui.escape import cut, plain
from bot.ui.failures import ToldError
from bot.ui.messages import Notice, answer

if TYPE_CHECKING:
    from bot.ui.i18n import Words

_TITLE, _LABEL, _HELP, _LINE = 45, 45, 100, 4_000
_PATIENCE = 15 * 60.0  # as long as Discord keeps an interaction's token
_KIND = "form"

Typing = Mapping[str, str]
Done = Callable[[Press, Typing], Awaitable[None]]
Faults = Sequence[tuple[str, Exception]]
"""A field's key in the words, and what is wrong with what was typed there."""


@dataclass(frozen=True, slots=True)
class Blank:
    """One line to fill in. `key` names it, in the words too; `value` is what stands there.

    It takes `most` characters, or as many as `value` has: what is cut would be sent off as cut.
    """

    key: str
    value: str
    most: int = 100


class Form(ui.Modal):
    """A modal with some lines of text."""

    def __init__(self, press: Press, title: str, blanks: Sequence[Blank], done: Done) -> None:
        words = press.reader.words
        super().__init__(title=cut(words(title), _TITLE), timeout=_PATIENCE)
        self._press, self._done = press, done
        self._inputs: dict[str, ui.TextInput[Form]] = {}
        for blank in blanks:
            fits = len(blank.value) <= _LINE
            line: ui.TextInput[Form] = ui.TextInput(
                default=(blank.value if fits else "") or None,
                required=False,
                max_length=min(max(blank.most, len(blank.value)), _LINE),
                custom_id=blank.key,
            )
            self._inputs[blank.key] = line
            self.add_item(
                ui.Label(
                    text=cut(words(blank.key), _LABEL),
                    description=cut(words(f"{blank.key}-help"), _HELP),
                    component=line,
                )
            )

    async def on_submit(self, interaction: discord.Interaction, /) -> None:
        """Hand over what was typed."""
        typed = {key: line.value for key, line in self._inputs.items()}
        press = await press_of(interaction, self._press.desk, *self._press.arguments)
        await self._done(press, typed)

    async def on_error(self, interaction: discord.Interaction, error: Exception, /) -> None:
        """Answer what the form's end raised."""
        await failures.respond(interaction, error)


async def show(press: Press, title: str, blanks: Sequence[Blank], done: Done) -> None:
    """Open a form. `done` is called with a new press, for the same arguments."""
    await press.interaction.response.send_modal(Form(press, title, blanks, done))


async def tell_faults(press: Press, action: str, typed: Typing, faults: Faults) -> None:
    """Say what is wrong, field by field; a button opens the form again with what was typed."""
    draft = await press.desk.drafts.open(press.reader.user_id, _KIND, typed, press.desk.clock.now())
    words = press.reader.words
    again = button(action, press.number(0), draft, label=words("form-try-again"))
    await answer(press.interaction, Notice(fault_words(faults, words), [again]))


def fault_words(faults: Faults, words: Words) -> str:
    """Return a line a fault: the field, and what is wrong there."""
    return "\n".join(
        words(
            "form-fault",
            field=words(key),
            why=failures.explain(fault, words) or words("failure-invalid"),
        )
        for key, fault in faults
    )


async def typed_before(press: Press) -> Typing:
    """Return what was typed into this form the last time, if it is opened again for that."""
    if len(press.arguments) <= 1:
        return {}
    draft = await press.desk.drafts.get(press.number(1))
    if draft is None or draft.user_id != press.reader.user_id or draft.kind != _KIND:
        return {}
    return {key: str(value) for key, value in draft.body.items()}


def whole_number(text: str, least: int, most: int) -> int:
    """Read a whole number. Raises `ToldError` for anything else, or one out of range."""
    written = text.strip()
    if not (written.isdecimal() and len(written) < 10 and least <= int(written) <= most):  # noqa: PLR2004 - ten digits are out of every range here
        raise ToldError("form-number", text=plain(text, 40), least=least, most=most)
    return int(written)
