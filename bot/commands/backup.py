"""`netzbote backup`: writes everything into one sealed file while the bot runs, and tries it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from bot import backups
from bot.backups import named
from bot.clock import system_clock
from bot.commands.common import open_database, read_settings, say, wait_for, words
from bot.commands.restore import tell
from bot.restored import Restored, bring_up_to_date, check, pour
from bot.settings import Settings, SettingsProblem
from storage import dump, migrate
from storage.crypto import Vault
from storage.database import Database
from storage.erasures import Erasures


class _FileFirst(TyperGroup):
    """A group whose command `file` need not be named: `netzbote backup FILE`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands:
            args.insert(0, "file")
        return super().resolve_command(ctx, args)


app = typer.Typer(
    name="backup",
    help="Backups: write one while the bot runs (netzbote backup FILE), and try one.",
    no_args_is_help=True,
    rich_markup_mode=None,
    cls=_FileFirst,
)

File = Annotated[Path, typer.Argument(help="File of the backup.")]


@app.command(epilog="Example: netzbote backup file /var/backups/netzbote --keep 30")
def file(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", help="File to write, or a folder: then it is named.")
    ],
    keep: Annotated[
        int | None,
        typer.Option(
            min=1, max=3650, help="Delete those in the same folder that are older (in days)."
        ),
    ] = None,
) -> None:
    """Write a backup while the bot runs, sealed with the keys of the data, and read it again.

    The word "file" may be left out: netzbote backup FILE. Keep the keys elsewhere,
    and the journal of erasures (NETZBOTE_ERASURES_FILE) beside the backups.
    """
    settings, now = read_settings(), system_clock()
    erasures = journal(settings)
    database = open_database(settings)
    target = named(path, database.network, now) if path.is_dir() else path
    size = wait_for(_written(target, database, erasures, now))
    say(words("backup-written", path=str(target), n=size.file, content=size.content))
    if keep is not None:
        for old in backups.forget_old(target.parent, database.network, erasures, keep, now):
            say(f"{old} deleted.")


def journal(settings: Settings) -> Erasures:
    """Return the journal of erasures. Raises SettingsProblem if none is kept."""
    erasures = settings.erasures()
    if erasures is None:
        raise SettingsProblem(
            "NETZBOTE_ERASURES_FILE is not set; name a file beside the backups. Without it a "
            "restored backup would bring erased people back"
        )
    return erasures


async def _written(
    target: Path, database: Database, erasures: Erasures, now: datetime
) -> backups.BackupSize:
    try:
        revision, _ = await migrate.state(database.engine)
        return backups.write(target, database, erasures, revision or "", now)
    finally:
        await database.close()


@app.command(epilog="Example: netzbote backup verify /var/backups/netzbote/netzbote.backup")
def verify(path: File) -> None:
    """Restore a backup into a place that is gone afterwards, and say what would be there."""
    settings = read_settings()
    erasures = journal(settings)
    tell(wait_for(_tried(path, settings, erasures)))
    say("It can be restored. Nothing was changed.")


async def _tried(path: Path, settings: Settings, erasures: Erasures) -> Restored:
    network, vault = settings.load_network(), Vault(settings.keys())
    here = Database(settings.database(), vault, network.slug)
    await here.close()
    stand, entries = erasures.read()
    with dump.elsewhere(here.url, path.parent) as url:
        place = Database(url.render_as_string(hide_password=False), vault, network.slug)
        try:
            contents = pour(path, place, entries, stand)
            check(contents, entries, stand, vault)
            return await bring_up_to_date(contents, place, entries, network, system_clock())
        finally:
            await place.close()


def register(whole: typer.Typer) -> None:
    """Add these commands."""
    whole.add_typer(app)
