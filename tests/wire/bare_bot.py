"""A bare discord.py bot: the peer that the loopback server is tried with and measured against.

Environment: `DISCORD_TOKEN`; `BARE_BOT_API_URL`, the REST base address; `BARE_BOT_READY_TIMEOUT`,
discord.py's wait for further guilds in seconds (default 2); `BARE_BOT_STEPS`, a JSON list of
commands run once the bot is ready, each printed with its outcome as a line of JSON:

    ["send", channel, nonce, text]      ["dm", user, text]      ["edit", channel, message, text]
    ["history", channel, limit]         ["flood", text, channel, channel, …]

It prints a line `ready` when it is, and `resumed` after a resume. Nothing here is Paperboy's.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time

import discord
import discord.gateway
import discord.http
import yarl
from discord import app_commands, ui
from discord.ext import commands

WORDS = ("attention", "attentive", "retention")


def say(**line: object) -> None:
    """Print one line of JSON at once."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


class Form(ui.Modal, title="A form"):
    """One text input under a label."""

    note: ui.Label[Form] = ui.Label(
        text="Your note", component=ui.TextInput(custom_id="note", max_length=20)
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Answer with what was written."""
        assert isinstance(self.note.component, ui.TextInput)
        await interaction.response.send_message(
            f"noted {self.note.component.value} in {interaction.locale}", ephemeral=True
        )


class Card(ui.LayoutView):
    """Text in a container, with buttons and a select under it."""

    def __init__(self, text: str) -> None:
        super().__init__(timeout=None)
        self.shown: ui.TextDisplay[Card] = ui.TextDisplay(text)
        press: ui.Button[Card] = ui.Button(label="Press", custom_id="v1:press")
        form: ui.Button[Card] = ui.Button(label="Form", custom_id="v1:form")
        later: ui.Button[Card] = ui.Button(label="Later", custom_id="v1:later")
        pick: ui.Select[Card] = ui.Select(
            custom_id="v1:pick", options=[discord.SelectOption(label=word) for word in WORDS]
        )
        press.callback, form.callback, later.callback = self.pressed, self.opened, self.deferred
        pick.callback = self.picked
        picture = ui.Thumbnail[Card]("https://example.org/picture.png")
        self.add_item(
            ui.Container(
                ui.Section(self.shown, accessory=picture),
                ui.ActionRow(press, form, later),
                ui.ActionRow(pick),
            )
        )

    async def pressed(self, interaction: discord.Interaction) -> None:
        """Update the card itself."""
        self.shown.content = f"pressed by {interaction.user.name} in {interaction.locale}"
        await interaction.response.edit_message(view=self)

    async def opened(self, interaction: discord.Interaction) -> None:
        """Open the form."""
        await interaction.response.send_modal(Form())

    async def deferred(self, interaction: discord.Interaction) -> None:
        """Take the click, think, then fill the answer and follow up."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.edit_original_response(content="thought about it")
        await interaction.followup.send("and once more", ephemeral=True)

    async def picked(self, interaction: discord.Interaction) -> None:
        """Say what was picked."""
        assert interaction.data is not None
        values = interaction.data.get("values", [])
        await interaction.response.send_message(f"picked {', '.join(values)}", ephemeral=True)


async def complete(_: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Offer the words that contain what was typed."""
    return [app_commands.Choice(name=word, value=word) for word in WORDS if typed in word]


@app_commands.command(description="Says it back.")
@app_commands.describe(text="what to say")
@app_commands.autocomplete(text=complete)
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
async def echo(
    interaction: discord.Interaction, text: str, where: discord.TextChannel | None = None
) -> None:
    """Show the text and where it came from, on a card."""
    place = f"{interaction.locale} {interaction.guild_locale} {interaction.context.to_array()}"
    target = f" {where.name}" if where else ""
    may = interaction.app_permissions.send_messages
    await interaction.response.send_message(view=Card(f"{text}{target} | {place} {may}"))


@app_commands.command(description="Never answers.")
async def silent(interaction: discord.Interaction) -> None:
    """Leave the person waiting."""
    say(heard=str(interaction.id))


@app_commands.command(description="Answers with 80 buttons' worth of text.")
async def wrong(interaction: discord.Interaction) -> None:
    """Send what Discord refuses, and say how it refused."""
    try:
        await interaction.response.send_message("x" * 2001)
    except discord.HTTPException as error:
        await interaction.response.send_message(f"{error.status} {error.code} {error.text}")


@app_commands.context_menu(name="Quote")
async def quote(interaction: discord.Interaction, message: discord.Message) -> None:
    """Repeat a message's content."""
    await interaction.response.send_message(f"> {message.content}", ephemeral=True)


class BareBot(commands.AutoShardedBot):
    """The smallest bot that uses what a digest bot uses."""

    def __init__(self) -> None:
        super().__init__(
            commands.when_mentioned,
            intents=discord.Intents(guilds=True),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            guild_ready_timeout=float(os.environ.get("BARE_BOT_READY_TIMEOUT", "2")),
        )
        self.started = time.perf_counter()
        self.steps: list[list[str]] = json.loads(os.environ.get("BARE_BOT_STEPS", "[]"))

    async def setup_hook(self) -> None:
        """Register the commands."""
        for command in (echo, silent, wrong, quote):
            self.tree.add_command(command)
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do not spread identifies: the server has its own say about that."""

    async def on_ready(self) -> None:
        """Run the steps, once: a new session makes the bot ready again."""
        say(ready=round(time.perf_counter() - self.started, 3), guilds=len(self.guilds))
        steps, self.steps = self.steps, []
        for step in steps:
            try:
                outcome = await self.run_step(step)
            except discord.HTTPException as error:
                outcome = {"status": error.status, "code": error.code, "text": error.text}
            say(step=step[0], outcome=outcome)

    async def on_shard_resumed(self, shard_id: int) -> None:
        """Say so."""
        say(resumed=shard_id)

    async def on_guild_channel_create(self, channel: discord.abc.GuildChannel) -> None:
        """Say which."""
        say(channel=channel.name)

    async def run_step(self, step: list[str]) -> object:
        """Run one command of the environment; returns what there is to say about it."""
        match step:
            case ["send", channel, nonce, text]:
                target = self.get_partial_messageable(int(channel))
                return (await target.send(text, nonce=nonce)).id
            case ["dm", user, text]:
                direct = await (await self.fetch_direct(int(user))).send(text)
                return direct.id
            case ["edit", channel, message, text]:
                target = self.get_partial_messageable(int(channel))
                return (await target.get_partial_message(int(message)).edit(content=text)).content
            case ["history", channel, limit]:
                target = self.get_partial_messageable(int(channel))
                return [m.content async for m in target.history(limit=int(limit))]
            case ["flood", text, *channels]:
                targets = [self.get_partial_messageable(int(channel)) for channel in channels]
                return len(await asyncio.gather(*(target.send(text) for target in targets)))
            case _:
                raise ValueError(f"unknown step {step!r}")

    async def fetch_direct(self, user: int) -> discord.PartialMessageable:
        """Open a direct channel by the user's id."""
        data = await self.http.start_private_message(user)
        return self.get_partial_messageable(int(data["id"]))


def main() -> None:
    """Point discord.py at the server and run."""
    base = yarl.URL(os.environ["BARE_BOT_API_URL"])
    discord.http.Route.BASE = str(base)
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = base.with_scheme("ws").with_path("/gateway")
    BareBot().run(os.environ["DISCORD_TOKEN"])


if __name__ == "__main__":
    main()
