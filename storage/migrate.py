"""Brings a database to the tables of this version, and says how far it is."""

from __future__ import annotations

import contextlib
import re
from collections.abc import AsyncIterator
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.address import secrets_in, shown
from storage import disk
from storage.database import DatabaseAway, DatabaseProblem
from storage.outage import refused
from storage.release import release

_FOLDER = Path(__file__).with_name("migrations")
_NAMED = re.compile(
    r'^revision, down_revision = "(?P<own>\w+)", (?:None|"(?P<down>\w+)")', re.MULTILINE
)
#: Any number that no other program locks on the same database.
_LOCK = 0x6E65_747A_626F_7465
#: While tables change, the version before may run on: who waits longer for a lock than so lets
#: everybody go on, and tries again. What has its locks may take its time.
_BRIEFLY = "SET LOCAL lock_timeout = '5s'; SET LOCAL statement_timeout = 0"
#: Where Alembic keeps the revision.
_VERSIONS = "alembic_version"
#: What PostgreSQL says of a lock that was not got in time.
_NOT_IN_TIME = "55P03"


class OtherVersion(DatabaseProblem):
    """The tables are of a version that this one does not know; the message names the way out."""


async def upgrade(engine: AsyncEngine) -> bool:
    """Bring the database to the newest tables; return whether there was anything to do.

    Several processes may start at once: one migrates, the others wait for it. Raises
    DatabaseAway if a server does not answer, OtherVersion for tables that are not ours,
    DatabaseProblem if the database cannot be used.
    """
    try:
        return await _upgrade(engine)
    except (sa.exc.DBAPIError, OSError) as error:
        raise problem(engine, error) from error


def problem(
    engine: AsyncEngine | sa.Engine, error: Exception, named: str = "NETZBOTE_DATABASE_URL"
) -> DatabaseProblem:
    """Return the driver's failure as one line without passwords; `named` holds its address."""
    reason = str(getattr(error, "orig", error)).strip().partition("\n")[0]
    address = engine.url.render_as_string(hide_password=False).replace("sqlite+inline", "sqlite")
    for secret in sorted(secrets_in(address), key=len, reverse=True):
        reason = reason.replace(secret, "…")
    if getattr(getattr(error, "orig", None), "sqlstate", None) == _NOT_IN_TIME:
        return DatabaseAway(
            f"The tables of {shown(address)} are in use by another process for too long, and stay "
            "as they are; call it again, or end what works on them: netzbote, a backup, psql"
        )
    text = f"The database {shown(address)} cannot be used: {_file(engine, error) or reason}"
    if engine.dialect.name == "postgresql" and refused(error):
        return DatabaseProblem(f"{text}; check {named}")
    lost = isinstance(error, OSError) or (
        isinstance(error, sa.exc.OperationalError) and engine.dialect.name == "postgresql"
    )
    return DatabaseAway(text) if lost else DatabaseProblem(text)


def _file(engine: AsyncEngine | sa.Engine, error: Exception) -> str:
    """Say what is wrong with a SQLite file itself; empty if nothing is known."""
    name = str(getattr(getattr(error, "orig", None), "sqlite_errorname", ""))
    path = Path(engine.url.database or "")
    if name == "SQLITE_FULL":
        return disk.full(path)
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_READONLY")):
        return disk.unwritable(path)
    if isinstance(error, OSError) and engine.dialect.name == "sqlite":
        return disk.why(error, path)
    return ""


async def _upgrade(engine: AsyncEngine) -> bool:
    async with engine.connect() as connection:
        found = await _revision(connection)
        if found == newest():
            return False
    from storage import alembic_runs  # memory: most starts do without Alembic

    async with _may_make_tables_anew(engine) as connection:
        if connection.dialect.name == "postgresql":
            await connection.execute(sa.text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
            await connection.execute(sa.text(_BRIEFLY))
        if await _revision(connection) == newest():
            return False
        await connection.run_sync(alembic_runs.upgrade)
        ours = sa.text("UPDATE alembic_version SET release = :ours")
        await connection.execute(ours, {"ours": release()})
    return True


async def state(engine: AsyncEngine) -> tuple[str | None, str]:
    """Return the database's revision and the newest one.

    Raises OtherVersion if it is not one of ours, DatabaseProblem if it cannot be asked.
    """
    try:
        async with engine.connect() as connection:
            return await _revision(connection), newest()
    except (sa.exc.DBAPIError, OSError) as error:
        raise problem(engine, error) from error


@contextlib.asynccontextmanager
async def _may_make_tables_anew(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Yield a connection in a transaction in which SQLite lets a table be made anew.

    There a table that is dropped takes with it whatever leads to its rows, unless foreign keys
    are off, which they can be from outside of a transaction only. Whether all rows still have
    what they lead to is looked for before the commit.
    """
    async with engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            async with connection.begin():
                yield connection
            return
        raw = (await connection.get_raw_connection()).driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys=OFF")
        try:
            async with connection.begin():
                yield connection
                lost = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all()
                if lost:
                    raise DatabaseProblem(
                        f"{len(lost)} rows would lead nowhere; nothing is changed"
                    )
        finally:
            raw.execute("PRAGMA foreign_keys=ON")


def _foreign(revision: str, made_by: str | None) -> str:
    """Say why a database of a revision that is not ours cannot be used, and what to do."""
    here = f"this is netzbote {release() or 'of an unknown version'}"
    if revision < min(revisions()):
        return (
            f"The database is at {revision}, and {here}, which begins with {min(revisions())}: "
            "run the version before this one once, then this one."
        )
    by = f", brought there by netzbote {made_by}" if made_by else ""
    wanted = f"netzbote {made_by}" if made_by else "the version that was here before"
    return (
        f"The database is at {revision}{by}, and {here}, which knows nothing after {newest()}: "
        f"install {wanted}, or a later one, or put back the backup from before the update into an "
        "empty place with: netzbote restore FILE"
    )


def newest() -> str:
    """Return the newest revision: the one that none builds upon."""
    named = _named()
    (head,) = named.keys() - set(named.values())
    return head


def revisions() -> frozenset[str]:
    """Return all revisions of this version."""
    return frozenset(_named())


def _named() -> dict[str, str | None]:
    """Return each revision with the one it builds upon, read from the files."""
    texts = [path.read_text(encoding="utf-8") for path in (_FOLDER / "versions").glob("*.py")]
    return {match["own"]: match["down"] for match in map(_NAMED.search, texts) if match}


async def _revision(connection: AsyncConnection) -> str | None:
    if not await connection.run_sync(lambda sync: sa.inspect(sync).has_table(_VERSIONS)):
        return None
    found: str | None = await connection.scalar(sa.text("SELECT version_num FROM alembic_version"))
    if found is not None and found not in revisions():
        raise OtherVersion(_foreign(found, await _made_by(connection)))
    return found


async def _made_by(connection: AsyncConnection) -> str | None:
    """Return which release brought the tables to where they are; None before any said so."""
    columns = await connection.run_sync(lambda sync: sa.inspect(sync).get_columns(_VERSIONS))
    if "release" not in {column["name"] for column in columns}:
        return None
    made_by: str | None = await connection.scalar(sa.text(f"SELECT release FROM {_VERSIONS}"))  # noqa: S608 - ours
    return made_by
