"""Every action that a control can name, gathered once. A name stands for one action for ever: a
button of last year still says it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.ui.controls import Handler
from bot.ui.digests import digest_controls, digest_status
from bot.ui.papers import (
    library_controls,
    lookup_controls,
    paper_controls,
    publications,
    search_controls,
    similar,
    translation_controls,
)
from bot.ui.people import help_controls, privacy_controls
from bot.ui.subscriptions import subscription_controls

_FAMILIES = (
    paper_controls.HANDLERS,
    translation_controls.HANDLERS,
    similar.HANDLERS,
    lookup_controls.HANDLERS,
    search_controls.HANDLERS,
    publications.HANDLERS,
    digest_controls.HANDLERS,
    digest_status.HANDLERS,
    subscription_controls.HANDLERS,
    library_controls.HANDLERS,
    privacy_controls.HANDLERS,
    help_controls.HANDLERS,
)


def _gathered() -> Mapping[str, Handler]:
    handlers: dict[str, Handler] = {}
    for family in _FAMILIES:
        twice = handlers.keys() & family.keys()
        if twice:
            raise ValueError(f"two actions of one name: {sorted(twice)}")
        handlers |= family
    return MappingProxyType(handlers)


HANDLERS = _gathered()
