"""`paperboy index`: the title index built anew beside the database, with a progress bar.

The bot does this by itself where it finds none that fits; here an operator does it, for instance
after a large import, so that the next start has every title at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

from bot.errands.alone import alone
from bot.errands.counted import counted
from bot.process.title_workshop import TitleWorkshop, titles_folder
from bot.services.clock import SystemClock
from bot.services.ports import TitlesFault
from bot.services.titles import Titles
from bot.storage.database import Database
from bot.storage.papers import PaperRows
from bot.storage.title_changes import TitleChanges

if TYPE_CHECKING:
    from rich.console import Console

    from bot.config import Settings

_INSTEAD = "stop it first, or leave it to it: a running bot keeps its index by itself"


async def index(settings: Settings, out: Console, err: Console) -> int:
    """Build and keep the index; returns 1 where that failed."""
    path = settings.database.path
    async with alone(settings, _INSTEAD), Database.open(path) as database:
        titles = Titles(
            PaperRows(database), TitleChanges(database), TitleWorkshop(path), SystemClock()
        )
        columns = (TextColumn("indexing"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
        with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
            task = bar.add_task("indexing", total=100)
            try:
                await titles.rebuild(lambda percent: bar.update(task, completed=percent))
            except TitlesFault as fault:
                err.print(f"✗ {fault}", markup=False, highlight=False, soft_wrap=True)
                return 1
        told = f"{titles_folder(path)}: {counted(len(titles), 'title')}"
        out.print(told, markup=False, highlight=False, soft_wrap=True)
    return 0
