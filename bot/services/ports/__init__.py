"""The ports: what the services need of the world, in the domain's words.

Storage, sources, the title index and the courier are built elsewhere and wired in `compose`. Every
instant is an aware UTC `datetime`. A key that was merged into another leads to the winner
everywhere. Storage's methods are atomic: each is one transaction.
"""

from __future__ import annotations

from bot.services.ports.added import (
    TOO_MANY_NEW,
    AddedKind,
    AddedSource,
    AddedSourceStore,
    Entry,
    ItemFault,
    KnownHere,
    OwnNews,
    Publication,
    Publications,
    SourceReader,
    Told,
    Unfit,
    UnfitSourceError,
)
from bot.services.ports.clock import Clock
from bot.services.ports.deliveries import (
    Courier,
    DeliveryReport,
    DeliveryStore,
    Opened,
    PartPlan,
    Plan,
)
from bot.services.ports.papers import (
    Holdings,
    PaperLabel,
    PaperStore,
    SearchPage,
    SearchSort,
    TitleRow,
    Upserted,
)
from bot.services.ports.people import (
    Draft,
    DraftStore,
    LibraryStore,
    PeopleStore,
    Preferences,
    SavedPaper,
)
from bot.services.ports.settings import SettingStore
from bot.services.ports.sources import (
    Brought,
    DailySource,
    Linked,
    Linking,
    NewsSource,
    Recalling,
    SourceFault,
    SourceHealth,
    TitleLookup,
    Trouble,
)
from bot.services.ports.subscriptions import SubscriptionStore
from bot.services.ports.titles import (
    Progress,
    TitleChange,
    TitleFinder,
    TitleFollower,
    TitleHistory,
    TitlesFault,
    TitleShelf,
    TitleWorkshop,
)

__all__ = [
    "TOO_MANY_NEW",
    "AddedKind",
    "AddedSource",
    "AddedSourceStore",
    "Brought",
    "Clock",
    "Courier",
    "DailySource",
    "DeliveryReport",
    "DeliveryStore",
    "Draft",
    "DraftStore",
    "Entry",
    "Holdings",
    "ItemFault",
    "KnownHere",
    "LibraryStore",
    "Linked",
    "Linking",
    "NewsSource",
    "Opened",
    "OwnNews",
    "PaperLabel",
    "PaperStore",
    "PartPlan",
    "PeopleStore",
    "Plan",
    "Preferences",
    "Progress",
    "Publication",
    "Publications",
    "Recalling",
    "SavedPaper",
    "SearchPage",
    "SearchSort",
    "SettingStore",
    "SourceFault",
    "SourceHealth",
    "SourceReader",
    "SubscriptionStore",
    "TitleChange",
    "TitleFinder",
    "TitleFollower",
    "TitleHistory",
    "TitleLookup",
    "TitleRow",
    "TitleShelf",
    "TitleWorkshop",
    "TitlesFault",
    "Told",
    "Trouble",
    "Unfit",
    "UnfitSourceError",
    "Upserted",
]
