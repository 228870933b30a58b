"""The command tree and what stands for every control: what may be used before the rest is loaded
waits for it; and Discord is told the commands only when they changed.
"""

from __future__ import annotations

import hashlib
import json
import logging
from typing import TYPE_CHECKING, Any, cast

import discord
from discord import app_commands, ui

if TYPE_CHECKING:
    import re

    from bot.services.ports import SettingStore
    from bot.ui.link.client import PaperboyClient

log = logging.getLogger(__name__)

_TOLD = "commands-synced"


class Tree(app_commands.CommandTree["PaperboyClient"]):
    """The command tree; whatever a command raises is answered."""

    async def interaction_check(self, _interaction: discord.Interaction, /) -> bool:
        """Let what is typed in the first second wait until the commands are there."""
        await self.client.wait_until_installed()
        return True

    async def on_error(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError, /
    ) -> None:
        """Answer the user; an autocomplete that failed shows no choices."""
        from bot.ui import failures  # noqa: PLC0415 - the bot connects before this is loaded

        if interaction.type is discord.InteractionType.autocomplete:
            log.error("autocomplete_failed", exc_info=error, extra=failures.about(interaction))
            return
        await failures.respond(interaction, error)
        if interaction.response.is_done():  # else Discord takes no answer any more
            await self.client.remind(interaction)


class Pressed(
    ui.DynamicItem[Any],
    template=r"v(?P<version>\d+):(?P<action>[a-z_]+)(?::(?P<arguments>.*))?",
):
    """Any control of ours, handed on to `Furniture.control` once there is one."""

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> Any:
        """Return the real control (called by discord.py)."""
        client = cast("PaperboyClient", interaction.client)
        await client.wait_until_installed()
        return await client.furniture.control.from_custom_id(interaction, item, match)


async def tell_commands(
    tree: app_commands.CommandTree[PaperboyClient],
    application: int | None,
    settings: SettingStore,
) -> None:
    """Tell Discord the commands, only when they or their words in any language differ from what it
    was told last.

    A restart loop would otherwise meet the commands' rate limit (discord.py syncs whenever it is
    asked to). They are translated only then, for that costs a start half a second.
    """
    from bot.ui.i18n import all_texts  # noqa: PLC0415 - the bot connects before this is loaded

    payload = [command.to_dict(tree) for command in tree.get_commands()]
    text = json.dumps([application, payload], sort_keys=True, default=str)
    digest = hashlib.sha256(text.encode() + all_texts()).hexdigest()
    if await settings.get(_TOLD) == digest:
        log.info("commands_unchanged", extra={"commands": len(payload)})
        return
    await tree.sync()
    await settings.set(_TOLD, digest)
    log.info("commands_synced", extra={"commands": len(payload)})
