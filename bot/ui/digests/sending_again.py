"""**Send again**, for a part of which nobody knows whether it arrived: that part and no other.

It is sent for whoever saw that it is not there. Discord drops it if it was there after all and only
minutes have passed; two presses send it once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.core.deliveries import PartState
from bot.core.editions import Edition
from bot.ui.controls import button
from bot.ui.digests.digest_controls import link_of, must_be_postable, of_this_server
from bot.ui.digests.panel_digest import mention, resent_notice
from bot.ui.failures import ToldError
from bot.ui.messages import Notice, answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.subscriptions import Subscription
    from bot.services.ports import DeliveryReport
    from bot.ui.controls import Control, Handler, Press
    from bot.ui.i18n import Words

_LOOKED_THROUGH = 25  # deliveries, of which one is the part's


def again_buttons(
    reports: Sequence[DeliveryReport], subscription: Subscription, words: Words
) -> list[Control]:
    """Return a button for every part that may or may not have arrived, named by its day if there
    are several.
    """
    unsure = [report for report in reports if report.state is PartState.UNSURE]
    zone = ZoneInfo(subscription.wish.schedule.timezone)
    return [
        button(
            "digest_resend",
            report.part_id,
            label=words("button-send-again")
            if len(unsure) == 1
            else words("button-send-again-of", when=words.day(report.made.astimezone(zone).date())),
        )
        for report in unsure
        if report.part_id is not None
    ]


async def _resend(press: Press) -> None:
    """Send the part once more, and say what became of it."""
    interaction, words, desk = press.interaction, press.reader.words, press.desk
    part_id = press.number(0)
    found = await desk.deliveries.edition_of_part(part_id)
    if found is None:
        raise ToldError("digest-was-removed")
    subscription, delivery_id, edition = found
    of_this_server(press, subscription)
    if subscription.paused is not None:
        raise ToldError("digest-resend-stopped", channel=mention(subscription))
    must_be_postable(press, subscription)
    await interaction.response.defer(ephemeral=True, thinking=True)
    if not await desk.publisher.resend(part_id):
        raise ToldError("digest-resend-done")
    await desk.publisher.bring(delivery_id)
    reports = await desk.subscriptions.reports(subscription, _LOOKED_THROUGH)
    report = next((one for one in reports if one.part_id == part_id), None)
    count = len(edition.chosen) if isinstance(edition, Edition) else 0
    link = link_of(subscription, report) if report is not None else None
    refused = report is not None and report.state is PartState.REFUSED
    text = resent_notice(subscription, words, count=count, link=link, refused=refused)
    await answer(interaction, Notice(text))


HANDLERS: dict[str, Handler] = {"digest_resend": _resend}
