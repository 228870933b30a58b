"""What stops a digest, who is told, and how it goes on by itself, on the wire."""

from __future__ import annotations

from pathlib import Path

from discord_loopback import DiscordServer, Overwrite, Permission, Role, User
from paperboy_peer import due_digest, event, paperboy
from papers_site import PapersSite


async def test_a_missing_permission_is_told_and_mended(
    server: DiscordServer, site: PapersSite, tmp_path: Path
) -> None:
    """A channel the bot may not write in pauses its digest, tells whoever set it up by DM which
    permission is missing; once that permission is given, what was refused arrives.
    """
    guild = server.add_guild("Lab")
    silent: dict[User | Role, Overwrite] = {
        guild.bot_role: Overwrite(deny=Permission.SEND_MESSAGES)
    }
    channel = guild.add_text_channel("papers", silent)
    database = tmp_path / "paperboy.db"
    await due_digest(database, guild, channel)
    async with paperboy(server, site, database) as bot:
        told = await server.message_in(server.dm(guild.owner))
        assert "Send Messages" in told.text
        assert f"<#{channel.id}>" in told.text
        assert not server.messages(channel)
        channel.set_overwrite(guild.bot_role, allow=Permission.SEND_MESSAGES)
        assert (await event(bot, "digest_mended"))["subscription"] == 1
        arrived = await server.message_in(channel)
        assert "Papers" in arrived.text
        assert await bot.stop() == 0
