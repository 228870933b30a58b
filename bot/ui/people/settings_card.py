"""What is remembered of a person, and for what is not, what is taken instead and from where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.core.zones import load_zone, zones_for_locale
from bot.ui.escape import plain
from bot.ui.i18n import best_language, words_in
from bot.ui.messages import Notice

if TYPE_CHECKING:
    from datetime import datetime

    from bot.services.ports import Preferences

_ZONE = 60


def settings_card(  # noqa: PLR0913 - what was chosen, and what that changed
    chosen: Preferences,
    locale: str,
    now: datetime,
    *,
    changed: bool,
    followed: int = 0,
    zone_only_new: bool = False,
) -> Notice:
    """Return the settings in the language that they choose; `locale` is the person's Discord's.

    `followed` subscriptions took language or machine text over at once; `zone_only_new` says that
    there are some that keep their time zone.
    """
    language = best_language(chosen.language, locale)
    words = words_in(language)
    source = "settings-chosen" if chosen.language is not None else "settings-from-discord"
    lines = [
        f"### {words('settings-title')}",
        words("settings-language", language=words("language-name"), source=words(source)),
        _timezone(chosen.timezone, locale, now, language),
        words(
            "settings-ai",
            ai=words("choice-hide" if chosen.machine_text is False else "choice-show"),
            source=words(
                "settings-chosen" if chosen.machine_text is not None else "settings-default"
            ),
        ),
        "-# " + words("settings-hint"),
    ]
    if changed:
        news = [words("settings-saved")]
        if followed:
            news.append(words("settings-followed", count=followed))
        if zone_only_new:
            news.append(words("settings-zone-kept"))
        lines.insert(1, words.sentences(news))
    return Notice("\n".join(lines))


def _timezone(chosen: str | None, locale: str, now: datetime, language: str) -> str:
    words = words_in(language)
    guessed = next(iter(zones_for_locale(locale)), None)
    zone = chosen or guessed
    if zone is None:
        return words("settings-timezone-none")
    shown = words(
        "choice-zone", zone=plain(zone, _ZONE), time=f"{now.astimezone(load_zone(zone)):%H:%M}"
    )
    source = words("settings-chosen" if chosen is not None else "settings-guessed")
    return words("settings-timezone", zone=shown, source=source)
