"""The command line: `paperboy run · demo · check · import · index · preview · backup`.

Exit codes: 0 it did what was asked, 1 it could not, 2 it was asked wrongly.
"""

from __future__ import annotations

import asyncio
import gc
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import __version__, config
from bot.process import logs

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from rich.console import Console

app = typer.Typer(
    name="paperboy",
    help="The Discord bot that brings research papers to the people who read them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: with rich, a flag would be shown with a value, `<bool>`
)

_MARKS = {
    "ok": "[green]✓[/] ",
    "warning": "[yellow]![/] ",
    "fault": "[red]✗[/] ",
    "info": "[blue]·[/] ",
}

ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", "-c", help="The configuration; config.toml where it is, by default."),
]


@cache
def _console(*, stderr: bool = False) -> Console:
    """Return a console; rich is loaded with the first word that is printed."""
    from rich.console import Console

    return Console(stderr=stderr)


def _say(text: str, mark: str = "") -> None:
    """Print a line; the text may hold anything, also what rich would take for markup."""
    from rich.markup import escape

    _console().print(f"{mark}{escape(text)}", highlight=False, soft_wrap=True)


def main() -> None:
    """Run the command line."""
    gc.disable()  # until the work begins: modules being loaded are no garbage
    app()


def _version(wanted: bool) -> None:
    if wanted:
        _say(f"paperboy {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")
    ] = False,
) -> None:
    del version


def _complain(text: str) -> None:
    """Say what is wrong; the text may hold anything, also what rich would take for markup."""
    from rich.markup import escape

    marked = f"[red]✗[/] {escape(text)}"
    _console(stderr=True).print(marked, highlight=False, soft_wrap=True)


def _settings(path: Path | None, *, errand: bool = True) -> config.Settings:
    """Read the settings, or say every fault and leave. An errand prints its answer and logs what
    is wrong; the bot logs what happens, and its logs are set up later, for it is in a hurry.
    """
    try:
        settings = config.load(path)
    except config.ConfigError as error:
        _complain(f"{error}:")
        for fault in error.faults:
            _complain(fault)
        raise typer.Exit(2) from error
    secret = (settings.token.get_secret_value(),) if settings.token else ()
    if errand:
        level = "warning" if settings.log.level == "info" else settings.log.level
        logs.configure(level, settings.log.format, secret)
    else:
        logs.configure_later(settings.log.level, settings.log.format, secret)
    return settings


def _do(work: Coroutine[object, object, int]) -> None:
    """Run, and turn what is known to go wrong into a sentence and an exit code."""
    from bot.storage.errors import StorageError

    gc.enable()
    try:
        code = asyncio.run(work)
    except StorageError as error:
        _complain(str(error))
        raise typer.Exit(1) from error
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
    raise typer.Exit(code)


@app.command()
def run(path: ConfigOption = None) -> None:
    """Run the bot until SIGTERM or Ctrl-C."""
    settings = _settings(path, errand=False)
    if settings.token is None:
        _complain(
            "There is no token: set DISCORD_TOKEN, or discord.token_file in the configuration. "
            "`paperboy demo` shows the whole bot without one."
        )
        raise typer.Exit(2)
    from bot.errands import run as errand
    from bot.ui.link.connection import NeverAcceptedError

    async def work() -> int:
        try:
            await errand.run(settings)
        except NeverAcceptedError as error:
            _complain(str(error))
            return 1
        return 0

    _do(work())


@app.command()
def check(path: ConfigOption = None) -> None:
    """Say what is missing, and how to invite the bot.

    Looks at the configuration, the database, the sources, the token, the intents and the
    permissions in every channel that has a digest; prints the address that invites the bot.
    """
    settings = _settings(path)
    used = path or (config.DEFAULT_PATH if config.DEFAULT_PATH.is_file() else None)
    _say(f"configuration: {used or 'the defaults and the environment'}", _MARKS["ok"])
    from bot.errands import check as errand

    async def work() -> int:
        faults = 0
        async for finding in errand.look(settings):
            faults += finding.mark == "fault"
            _say(f"{finding.what}: {finding.told}", _MARKS[finding.mark])
        return 1 if faults else 0

    _do(work())


@app.command("import")
def import_(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE", help="Recorded days of Hugging Face Daily Papers."),
    ],
    path: ConfigOption = None,
) -> None:
    """Read recorded papers into the database.

    They are history and make no news; importing them twice changes nothing.
    """
    settings = _settings(path)
    from bot.errands import importing

    _do(importing.import_files(settings, files, _console(), _console(stderr=True)))


@app.command()
def preview(
    query: Annotated[str, typer.Option(help="What the digest is about.")] = "*",
    limit: Annotated[int, typer.Option(min=1, max=15, help="Papers.")] = 9,
    timezone: Annotated[str, typer.Option(help="Whose day it is.")] = "UTC",
    path: ConfigOption = None,
) -> None:
    """Show the digest that would be posted now."""
    settings = _settings(path)
    from bot.errands import preview as errand

    _do(errand.preview(settings, query, limit, timezone, _console(), _console(stderr=True)))


@app.command()
def backup(
    target: Annotated[
        Path, typer.Argument(metavar="FILE", help="The new file; it must not exist.")
    ],
    path: ConfigOption = None,
) -> None:
    """Copy the database, also while the bot runs."""
    settings = _settings(path)
    from bot.storage.copies import copy_database
    from bot.storage.migrate import examine, load_steps

    async def work() -> int:
        if not settings.database.path.exists():
            _complain(f"There is no database at {settings.database.path}.")
            return 1
        # An older version is copied as it is: that is what a copy before an update is for.
        examine(settings.database.path, load_steps())
        copy_database(settings.database.path, target)
        size = f"{target.stat().st_size / 1e6:.1f} MB, checked"
        _say(f"{target}: {size}", _MARKS["ok"])
        return 0

    _do(work())


@app.command()
def index(path: ConfigOption = None) -> None:
    """Build the title index anew.

    A running bot does that by itself where it has to.
    """
    settings = _settings(path)
    from bot.errands import indexing

    _do(indexing.index(settings, _console(), _console(stderr=True)))


@app.command()
def demo(
    papers: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Recorded days instead of the bundled papers."),
    ] = None,
    once: Annotated[
        bool, typer.Option("--once", help="Do it all without a person, print it, and leave.")
    ] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The start page's port.")] = 8400,
    pictures: Annotated[Path, typer.Option(help="Where --once puts its pictures.")] = Path("out"),
) -> None:
    """Show the whole bot in a simulated Discord.

    It comes with a page to try it, and needs no token.
    """
    try:
        from bot.demo.show import show_once, stay_up
    except ModuleNotFoundError as error:
        _complain(f"The demo needs {error.name}: pip install 'paperboy-bot[demo]'")
        raise typer.Exit(1) from error
    logs.configure("warning", "auto")
    files = papers or []
    _do(show_once(files, pictures, _console()) if once else stay_up(files, port, _console()))
