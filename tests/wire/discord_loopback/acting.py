"""People: what a test lets them do, and what they get back.

Every act is sent through the gateway as Discord sends it and returns once the bot has answered.
A deferred answer is awaited until it is filled. Without an answer within the limit NoAnswer is
raised; what the person's own app would have prevented raises NotAvailable before anything is sent.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import components as ui
from .command_rules import MESSAGE_MENU
from .errors import NoAnswer, NotAvailable
from .events import ALWAYS, Event, invoker_json
from .interactions import Interaction, Kind, Response
from .invoking import (
    GUILD_INSTALL,
    context_of,
    find_command,
    installations,
    invoke,
    resolve,
)
from .modals import submitted
from .payloads import message_json, resolved_channel_json
from .permissions import DIRECT
from .state import GROUP_DM, Channel, Message, User

if TYPE_CHECKING:
    from .gateway import Gateway
    from .hub import Hub
    from .settings import Json

ATTACHMENT_LIMIT = 10 * 1024 * 1024
FILL_TIMEOUT = 20.0


@dataclass(slots=True, eq=False, repr=False)
class Actor(User):
    """A person with an app in their hand."""

    hub: Hub = field(kw_only=True)
    gateway: Gateway = field(kw_only=True)

    async def slash(
        self,
        where: Channel,
        path: str,
        options: Mapping[str, object] | None = None,
        *,
        locale: str | None = None,
    ) -> Interaction:
        """Use a slash command; `path` is “paper” or “digest source add”.

        Values are str, int, float, bool, a Channel, User or Role, or an Upload for a file.
        """
        call = invoke(self.hub, self, where, path, options or {})
        data: Json = {"id": call.command["id"], "name": call.command["name"], "type": 1}
        data |= {"options": call.options, "resolved": call.resolved}
        only_mine = GUILD_INSTALL not in call.command["integration_types"]
        return await self._act(Kind.COMMAND, where, path, data, locale, user_only=only_mine)

    async def autocomplete(
        self,
        where: Channel,
        path: str,
        option: str,
        typed: str,
        others: Mapping[str, object] | None = None,
        *,
        locale: str | None = None,
    ) -> Interaction:
        """Type into an option; the answer's `choices` are what the person is offered."""
        values = {**(others or {}), option: typed}
        call = invoke(self.hub, self, where, path, values, focused=option)
        data: Json = {"id": call.command["id"], "name": call.command["name"], "type": 1}
        data["options"] = call.options
        return await self._act(Kind.AUTOCOMPLETE, where, path, data, locale)

    async def message_menu(
        self, message: Message, name: str, *, locale: str | None = None
    ) -> Interaction:
        """Use a message's context menu command."""
        where = message.channel
        command = find_command(self.hub, self, where, name, MESSAGE_MENU)
        target = str(message.id)
        data: Json = {"id": command["id"], "name": name, "type": MESSAGE_MENU, "target_id": target}
        data["resolved"] = {"messages": {target: message_json(message)}}
        return await self._act(Kind.COMMAND, where, name, data, locale)

    async def click(
        self, message: Message, custom_id: str, *, locale: str | None = None
    ) -> Interaction:
        """Press a button; `message.custom_id("Save")` finds one by its label."""
        button = self._component(message, custom_id, {ui.BUTTON})
        data: Json = {"custom_id": custom_id, "component_type": ui.BUTTON, "id": button["id"]}
        where = message.channel
        return await self._act(Kind.COMPONENT, where, custom_id, data, locale, source=message)

    async def select(
        self, message: Message, custom_id: str, *picked: object, locale: str | None = None
    ) -> Interaction:
        """Pick from a select menu: option values, or Users, Roles and Channels."""
        menu = self._component(message, custom_id, ui.SELECTS)
        offered = {option["value"] for option in menu.get("options") or []}
        if menu["type"] == ui.STRING_SELECT and not offered.issuperset(picked):
            raise NotAvailable(f"{custom_id}: {picked!r} is not among {sorted(offered)}")
        low, high = menu.get("min_values", 1), menu.get("max_values", 1)
        if not low <= len(picked) <= high:
            raise NotAvailable(f"{custom_id}: {len(picked)} picked, not {low} to {high}")
        resolved: Json = {}
        values = resolve(self.hub, message.channel, picked, resolved)
        data: Json = {"custom_id": custom_id, "component_type": menu["type"], "id": menu["id"]}
        data |= {"values": values, "resolved": resolved}
        where = message.channel
        return await self._act(Kind.COMPONENT, where, custom_id, data, locale, source=message)

    async def submit_modal(
        self,
        shown: Interaction,
        values: Mapping[str, object] | None = None,
        *,
        locale: str | None = None,
    ) -> Interaction:
        """Fill in the modal that an interaction opened, by custom id or label, and send it."""
        if shown.modal is None:
            raise NotAvailable(f"{shown.name!r} opened no modal")
        resolved: Json = {}
        data = submitted(self.hub, shown.channel, shown.modal, values or {}, resolved)
        data["resolved"] = resolved
        name = str(shown.modal["custom_id"])
        return await self._act(Kind.MODAL, shown.channel, name, data, locale, source=shown.source)

    def say(self, where: Channel, content: str) -> Message:
        """Write a message of their own."""
        world = self.hub.world
        message = Message(world.next_id(), where, self, world.now(), content=content)
        world.post(message)
        return message

    def chat_with(self, *others: User) -> Channel:
        """A conversation without the bot: a direct one, or a group of three and more."""
        kind = GROUP_DM if len(others) > 1 else 1
        return self.hub.world.direct(self, *others, kind=kind)

    def _component(
        self, message: Message, custom_id: str, kinds: frozenset[int] | set[int]
    ) -> Json:
        if message.deleted or (message.only_for or self) is not self:
            raise NotAvailable(f"{self.name} does not see message {message.id}")
        for _, component in ui.walk(message.components):
            if component.get("custom_id") == custom_id and component["type"] in kinds:
                if component.get("disabled"):
                    raise NotAvailable(f"{custom_id!r} is disabled")
                return component
        present = [c["custom_id"] for _, c in ui.walk(message.components) if "custom_id" in c]
        raise NotAvailable(f"no component {custom_id!r} among {present}")

    async def _act(
        self,
        kind: Kind,
        where: Channel,
        name: str,
        data: Json,
        locale: str | None,
        *,
        source: Message | None = None,
        user_only: bool = False,
    ) -> Interaction:
        hub = self.hub
        owners = installations(where, self)
        only_mine = user_only or GUILD_INSTALL not in owners
        token = secrets.token_urlsafe(48)
        interaction = Interaction(
            hub.world.next_id(), token, kind, self, where, name, hub.time, only_mine, source
        )
        hub.interactions[token] = interaction
        payload = self._payload(interaction, data, locale or self.locale)
        guild = where.guild if where.guild is not None and where.guild.bot_present else None
        if not self.gateway.dispatch(Event("INTERACTION_CREATE", payload, guild, ALWAYS)):
            raise NoAnswer(f"{name!r}: the bot is not connected")
        await self._answer(interaction)
        return interaction

    async def _answer(self, interaction: Interaction) -> None:
        limit = self.hub.settings.interaction_limit
        what = f"an answer to {interaction.name!r}"
        try:
            await self.hub.signals.until(lambda: interaction.answered, limit, what)
        except TimeoutError as error:
            raise NoAnswer(str(error)) from error
        if interaction.response is Response.DEFERRED:
            what = f"the deferred answer to {interaction.name!r} to be filled"
            await self.hub.signals.until(lambda: not interaction.pending, FILL_TIMEOUT, what)

    def _payload(self, interaction: Interaction, data: Json, locale: str) -> Json:
        where = interaction.channel
        guild = where.guild
        bot = self.hub.world.bot
        held = where.permissions_of(bot) if guild is not None and guild.bot_present else DIRECT
        payload: Json = {
            "id": str(interaction.id),
            "application_id": str(bot.id),
            "type": int(interaction.kind),
            "token": interaction.token,
            "version": 1,
            "data": data,
            "channel_id": str(where.id),
            "channel": resolved_channel_json(where, where.permissions_of(self)),
            "app_permissions": str(int(held)),
            "locale": locale,
            "context": context_of(where),
            "authorizing_integration_owners": {
                str(kind): owner for kind, owner in installations(where, self).items()
            },
            "entitlements": [],
            "entitlement_sku_ids": [],
            "attachment_size_limit": ATTACHMENT_LIMIT,
            **invoker_json(where, self),
        }
        if guild is not None:
            payload["guild_id"] = str(guild.id)
            payload["guild_locale"] = guild.locale
            payload["guild"] = {"id": str(guild.id), "locale": guild.locale, "features": []}
        if interaction.source is not None:
            payload["message"] = message_json(interaction.source)
        return payload
