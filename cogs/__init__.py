"""The commands, one file a family. A cog parses, calls one service, shows one card; it knows no
other cog. `FACTORIES` makes them all.
"""

from __future__ import annotations

from cogs.digest import cog as digest
from cogs.help import cog as help_
from cogs.library import cog as library
from cogs.paper import cog as paper
from cogs.privacy import cog as privacy
from cogs.publications import cog as publications
from cogs.search import cog as search
from cogs.settings import cog as settings
from cogs.subscribe import cog as subscribe

FACTORIES = (
    paper,
    search,
    publications,
    subscribe,
    digest,
    library,
    settings,
    privacy,
    help_,
)
