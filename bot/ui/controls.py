"""Controls: buttons and selects that work for ever, also after a restart.

A control's id says all: `v1:save:8412` is the action `save` of version 1 with the argument 8412,
100 characters at most (Discord's limit). One `DynamicItem` stands for all of them; the action is
looked up among the client's handlers. A message from a version whose action is gone gets a
sentence, not silence, and so does a handler that raises.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, cast

import discord
from discord import ui

from bot.ui import failures
from bot.ui.desk import Desk, Reader, reader_of

if TYPE_CHECKING:
    import re

_ID_MOST = 100
_LABEL_MOST = 80
_OPTION_MOST = 100


@dataclass(frozen=True, slots=True)
class Press:
    """A control was used: by whom, with which arguments from its id, and what was selected."""

    interaction: discord.Interaction
    desk: Desk
    reader: Reader
    arguments: tuple[str, ...]
    values: tuple[str, ...]

    def number(self, index: int) -> int:
        """Return an argument as a number; a forged id is a `ToldError`."""
        try:
            return int(self.arguments[index])
        except (IndexError, ValueError) as error:
            raise failures.ToldError("failure-old-control") from error


Handler = Callable[[Press], Awaitable[None]]


async def press_of(interaction: discord.Interaction, desk: Desk, *arguments: str) -> Press:
    """Return a command or a submitted form as a press: what it asks for, a button may ask too."""
    return Press(interaction, desk, await reader_of(interaction, desk), arguments, ())


class Host(Protocol):
    """What a control needs of its client."""

    @property
    def desk(self) -> Desk:
        """The services."""
        ...

    @property
    def handlers(self) -> Mapping[str, Handler]:
        """The actions, by name."""
        ...


class Control(
    ui.DynamicItem[Any],
    template=r"v(?P<version>\d+):(?P<action>[a-z_]+)(?::(?P<arguments>.*))?",
):
    """One persistent button or select."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Control:
        """Rebuild the control from its id (called by discord.py)."""
        del interaction, match
        return cls(item)

    async def callback(self, interaction: discord.Interaction) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - discord.py's own signature, less its TypeVar
        """Look the action up and call it."""
        try:
            parts = str(self.custom_id).split(":")
            host = cast("Host", interaction.client)
            handler = host.handlers.get(parts[1])
            if parts[0] != "v1" or handler is None:
                raise failures.ToldError("failure-old-control")  # noqa: TRY301 - answered below like all others
            reader = await reader_of(interaction, host.desk)
            values = tuple(getattr(self.item, "values", ()))
            press = Press(interaction, host.desk, reader, tuple(parts[2:]), values)
            await handler(press)
        except Exception as error:  # discord.py would log it and leave the user without an answer  # noqa: BLE001
            await failures.respond(interaction, error)


def control_id(action: str, *arguments: int | str) -> str:
    """Return a control's id. Raises `ValueError` over Discord's 100 characters."""
    made = ":".join(("v1", action, *(str(argument) for argument in arguments)))
    if len(made) > _ID_MOST:
        raise ValueError(f"control id over {_ID_MOST} characters: {made}")
    return made


def button(
    action: str,
    *arguments: int | str,
    label: str | None = None,
    emoji: str | None = None,
    style: discord.ButtonStyle = discord.ButtonStyle.secondary,
    disabled: bool = False,
) -> Control:
    """Return a button for an action."""
    return Control(
        ui.Button(
            style=style,
            label=label[:_LABEL_MOST] if label else label,
            emoji=emoji,
            disabled=disabled,
            custom_id=control_id(action, *arguments),
        )
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a select: what it says, its value, a second line."""

    label: str
    value: str
    detail: str | None = None
    chosen: bool = False


def select(
    action: str, *arguments: int | str, placeholder: str, choices: Sequence[Choice]
) -> Control:
    """Return a select for an action; one to 25 choices, one is taken."""
    options = [
        discord.SelectOption(
            label=choice.label[:_OPTION_MOST] or "…",
            value=choice.value,
            description=(choice.detail or "")[:_OPTION_MOST] or None,
            default=choice.chosen,
        )
        for choice in choices
    ]
    return Control(
        ui.Select(
            custom_id=control_id(action, *arguments),
            placeholder=placeholder[:150],
            options=options,
        )
    )
