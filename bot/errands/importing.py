"""`paperboy import`: recorded days into the database, with a progress bar and honest counts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bot.compose import open_app
from bot.errands.alone import alone
from bot.errands.counted import counted
from bot.sources.errors import SourceAnswerInvalid, SourceError
from bot.sources.huggingface import read_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console

    from bot.config import Settings
    from bot.core.papers import PaperDraft
    from bot.sources.errors import Reason

_INSTEAD = "stop it first, or let it fetch by itself: its titles are in its memory"
_REASONS_SHOWN = 10
_INVALID: Mapping[Reason, str] = {
    "html": "it is a web page",
    "empty": "it is empty",
    "truncated": "it breaks off",
    "too_large": "it is too large",
    "not_json": "it is no JSON",
    "wrong_shape": "it is no list of papers as Hugging Face gives them",
}


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
        with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
            task = bar.add_task("importing", total=len(files))
            for file in files:
                papers: Sequence[PaperDraft] = ()
                try:
                    reading = read_file(file)
                except SourceError as error:
                    unreadable += 1
                    papers = error.rescued
                    told = f"✗ {file}: {_why(error)}"
                    if papers:
                        told += f"; {counted(len(papers), 'whole paper')} before that came"
                    err.print(told, markup=False, highlight=False, soft_wrap=True)
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
        + (f" · {counted(unreadable, 'file')} unreadable" if unreadable else ""),
        highlight=False,
    )
    for reason, count in rejected.most_common(_REASONS_SHOWN):
        out.print(f"  {count} × {reason}", markup=False, highlight=False)
    if len(rejected) > _REASONS_SHOWN:
        out.print(f"  and {len(rejected) - _REASONS_SHOWN} more kinds")
    days = f"from {holdings.oldest} to {holdings.newest}" if holdings.papers else "nothing yet"
    out.print(f"indexed now: {counted(holdings.papers, 'paper')}, {days}", highlight=False)
    return 1 if unreadable else 0


def _why(error: SourceError) -> str:
    """Say what is wrong with a file."""
    match error:
        case SourceAnswerInvalid(reason=reason):
            return _INVALID[reason]
        case SourceError(__cause__=FileNotFoundError()):
            return "no such file"
        case SourceError(__cause__=OSError(strerror=str(why))):
            return why[:1].lower() + why[1:]
        case _:
            return str(error)
