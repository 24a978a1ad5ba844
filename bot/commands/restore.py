"""`netzbote restore`: puts a backup back, and lets nothing out before somebody has looked."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.backups import BackupProblem, reading
from bot.clock import system_clock
from bot.commands.common import open_database, opened, read_settings, say, table, wait_for
from bot.locked import alone_with
from bot.restored import Restored, bring_up_to_date, check, pour
from bot.settings import Settings
from domain.address import shown
from domain.problem import Problem
from storage import dump
from storage.database import Database
from storage.erasures import Erasures, ErasuresProblem
from storage.outbox.gates import RESTORING
from storage.restoring import Coming, PlannedAnnouncement

_MOMENT = "%Y-%m-%d %H:%M"


def restore(
    file: Annotated[Path | None, typer.Argument(help="The backup.")] = None,
    go: Annotated[
        bool, typer.Option("--go", help="Let everything go out from now on, after a look.")
    ] = False,
    erasures: Annotated[
        Path | None,
        typer.Option(help="Journal of erasures; else that of NETZBOTE_ERASURES_FILE."),
    ] = None,
) -> None:
    """Put a backup back into the empty place that NETZBOTE_DATABASE_URL names.

    Who was erased after the backup is erased again, by the journal of erasures. What was due
    before now is in doubt and is not sent by itself. Nothing at all is sent until you call
    netzbote restore --go. Broken off, it can be called again.
    """
    settings = read_settings()
    if go == (file is not None):
        raise Problem("name the backup: netzbote restore FILE; or after it: netzbote restore --go")
    if file is None:
        wait_for(_let_go(settings))
        return
    path = erasures or settings.erasures_file
    if path is None:
        raise ErasuresProblem("name the journal of erasures: --erasures, or NETZBOTE_ERASURES_FILE")
    done = wait_for(_restored(file, settings, Erasures(path, system_clock)))
    tell(done)
    if done.seals.broken or not done.seals.whole:
        raise Problem("the seals of the ledger do not fit: see docs/ledger.md; sending is held")
    say("Sending is held. Start the bot, look around, then: netzbote restore --go")


async def _restored(file: Path, settings: Settings, erasures: Erasures) -> Restored:
    stand, entries = erasures.read()
    database = open_database(settings, noting=False)
    try:
        with _alone(database):
            if dump.is_empty(database.url):
                contents = pour(file, database, entries, stand)
            elif await _held(database) == RESTORING:
                with reading(file, database.vault) as (contents, _):
                    check(contents, entries, stand, database.vault)
            else:
                raise BackupProblem(
                    f"{shown(settings.database())} is not empty; a backup goes into an empty "
                    "place only: name another one in NETZBOTE_DATABASE_URL, or move it away"
                )
            network, now = settings.load_network(), system_clock()
            return await bring_up_to_date(contents, database, entries, network, now)
    finally:
        await database.close()


def _alone(database: Database) -> AbstractContextManager[None]:
    return alone_with(database.file) if database.file else nullcontext()


async def _held(database: Database) -> str | None:
    try:
        async with database.reading() as store:
            return await store.gates.held()
    except Exception:  # noqa: BLE001 - whatever it is, it is no place that we began to fill
        return None


async def _let_go(settings: Settings) -> None:
    async with opened(settings) as database, database.transaction() as store:
        held, coming = await store.gates.let_go(), await store.restoring.coming()
        planned = await store.restoring.planned()
    if not held:
        raise Problem("sending is not held; there is nothing to let go")
    _list(coming, planned, system_clock())
    say("It goes out from now on.")


def tell(done: Restored) -> None:
    """Say what came back, what was done to it, and what would go out."""
    contents = done.contents
    say(f"Backup of {contents.network} of {contents.taken_at}, made by {contents.version}.")
    say(f"Erased again: {done.erased}. In doubt, as due before now: {done.unknown}.")
    for number in done.called_off:
        say(f"Announcement {number} was due before now and is called off; decide anew.")
    sealed = len(done.seals.seals)
    fits = not done.seals.broken and done.seals.whole
    say(f"Sealed years: {sealed}, {'all as they were sealed' if fits else 'NOT as sealed'}.")
    _list(done.coming, done.planned, system_clock())


def _list(coming: Sequence[Coming], planned: Sequence[PlannedAnnouncement], now: datetime) -> None:
    """List what would go out: what waits already, and what begins later."""
    if not coming and not planned:
        say("Nothing waits to be sent.")
        return
    say("What would go out:")
    rows = [(each.kind.value, each.n, f"{max(each.first, now):{_MOMENT}}") for each in coming]
    if rows:
        table(["kind", "messages", "first (UTC)"], rows)
    if planned:
        begins = [(each.id, f"{each.send_at:{_MOMENT}}", each.title) for each in planned]
        table(["announcement", "begins (UTC)", "training"], begins)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: netzbote restore rhein-kreis-neuss.backup")(restore)
