"""`paperboy import`: recorded days into the database, with a progress bar and honest counts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot.compose import open_app
from bot.errands.alone import alone
from bot.sources.errors import SourceError
from bot.sources.huggingface import read_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from bot.config import Settings
    from bot.core.papers import PaperDraft

_INSTEAD = "stop it first, or let it fetch by itself: its titles are in its memory"
_REASONS_SHOWN = 10


async def import_files(
    settings: Settings, files: Sequence[Path], out: Console, err: Console
) -> int:
    """Import every file that can be read; returns 1 where one could not."""
    new = updated = unchanged = unreadable = 0
    rejected: Counter[str] = Counter()
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    async with alone(settings, _INSTEAD), open_app(settings, sources=(), titles="none") as app:
        with Progress(*columns, console=err, transient=True) as bar:
            task = bar.add_task("importing", total=len(files))
            for file in files:
                papers: Sequence[PaperDraft] = ()
                try:
                    reading = read_file(file)
                except (SourceError, OSError) as error:
                    unreadable += 1
                    err.print(f"✗ {error}", markup=False, highlight=False)
                    if isinstance(error, SourceError):
                        papers = error.rescued
                else:
                    papers = reading.papers
                    rejected.update(f"{file.name}: {item.reason}" for item in reading.rejected)
                counts = await app.desk.ingest.store(papers)
                new += len(counts.new)
                updated += len(counts.updated)
                unchanged += counts.unchanged
                bar.advance(task)
        holdings = await app.desk.ingest.holdings()
    out.print(
        f"{new} new · {updated} updated · {unchanged} unchanged · {rejected.total()} rejected"
        + (f" · {unreadable} file(s) unreadable" if unreadable else ""),
        highlight=False,
    )
    for reason, count in rejected.most_common(_REASONS_SHOWN):
        out.print(f"  {count} × {reason}", markup=False, highlight=False)
    if len(rejected) > _REASONS_SHOWN:
        out.print(f"  and {len(rejected) - _REASONS_SHOWN} more kinds")
    days = f"from {holdings.oldest} to {holdings.newest}" if holdings.papers else "nothing yet"
    out.print(f"indexed now: {holdings.papers} papers, {days}", highlight=False)
    return 1 if unreadable else 0
