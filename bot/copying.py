"""Moves everything to an empty database of the other kind: begun once, ended once, resumable."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from bot.held import refuse
from bot.locked import InUse, alone_with
from domain.problem import Problem
from storage import dump, migrate
from storage.copying import TABLES, Connection, CopyProblem, CopySide, compared
from storage.database import Database
from storage.outbox.gates import COPYING, MOVED

#: Is told how many rows of how many are over, and then how many are compared.
Show = Callable[[int, int], None]
_STOP = "stop it first: systemctl stop netzbote"


@dataclass(frozen=True, slots=True)
class Copied:
    """How many rows each table has; nothing if the copy had been finished before."""

    counts: Mapping[str, int]


async def copied(source: Database, target: Database, show: Show) -> Copied:
    """Copy all of it, compare it, close the source and open the target. Raises Problem.

    Broken off at any moment, it goes on where it was when it is called again.
    """
    with ExitStack() as stack:
        await _look_at(source)
        stack.enter_context(_alone(source))
        there = stack.enter_context(CopySide(target.url, "--to"))
        await _make_ready(there, target, source)
        stack.enter_context(_alone(target))
        here = stack.enter_context(CopySide(source.url, "NETZBOTE_DATABASE_URL"))
        return _begun(here, there, source.network, show).finish()


async def _look_at(source: Database) -> None:
    if dump.is_empty(source.url):
        raise CopyProblem("there is nothing to copy; check NETZBOTE_DATABASE_URL")
    found, newest = await migrate.state(source.engine)
    if found != newest:
        raise CopyProblem("the database is not up to date; call: netzbote db upgrade")


async def _make_ready(there: CopySide, target: Database, source: Database) -> None:
    """Lay out the tables of the target, unless it has them. Raises CopyProblem."""
    if target.url == source.url:
        raise CopyProblem("--to names the database that is copied; name another, empty one")
    if there.is_strange():
        raise CopyProblem("the target is not empty; name an empty database in --to")
    found, newest = await migrate.state(target.engine)
    if found not in {None, newest}:
        raise CopyProblem(
            f"the target is at {found}, and this version at {newest}; name an empty one in --to"
        )
    await migrate.upgrade(target.engine)


@contextmanager
def _alone(database: Database) -> Iterator[None]:
    """Keep bots off a SQLite file. Raises Problem if one works on it."""
    with ExitStack() as stack:
        if database.file is not None:
            try:
                stack.enter_context(alone_with(database.file))
            except InUse as error:
                raise InUse(f"{error}; {_STOP}") from None
        yield


@dataclass(frozen=True, slots=True)
class _Move:
    """A copy under way, by its stamp."""

    here: CopySide
    there: CopySide
    stamp: str
    networks: set[str]
    show: Show

    def finish(self) -> Copied:
        with self.here.transaction() as reading:
            self.here.keep_others_out(reading)
            _nobody_works(self.here.leader(reading))
            with self.there.transaction() as writing:
                finished = not self.there.claim(writing, self.stamp, self.networks)
            counts = {} if finished else self._carried_over(reading)
            self.here.hold(reading, self.networks, f"{MOVED}:{self.stamp}")
        with self.there.transaction() as writing:
            self.there.finish(writing, self.stamp, self.networks)
        return Copied(counts)

    def _carried_over(self, reading: Connection) -> Mapping[str, int]:
        """Carry over what is not there yet, and compare all; return how many rows there are."""
        with self.there.transaction() as written:
            done, total = self.there.count(written), self.here.count(reading)
            last = {table.name: self.there.last(written, table) for table in TABLES}
        for table in TABLES:
            for n in self.there.fill(table, self.here.rows(reading, table, last[table.name])):
                done += n
                self.show(done, total)
        with self.there.transaction() as writing:
            self.there.put_numbers(writing, self.here.numbers(reading))
        with self.there.transaction() as written:
            return dict(compared(self.here, reading, self.there, written))


def _begun(here: CopySide, there: CopySide, network: str, show: Show) -> _Move:
    """Close the source for bots, once the target can be taken."""
    with here.transaction() as writing:
        _nobody_works(here.leader(writing))
        networks = {*here.networks(writing), network}
        why, _, stamp = next(iter(sorted(here.holds(writing))), "").partition(":")
        if why not in {"", COPYING, MOVED}:
            refuse(why)
            raise Problem("sending is held after a restore; first let it go: netzbote restore --go")
        stamp = stamp or secrets.token_hex(8)
        with there.transaction() as looking:
            there.look(looking, stamp, anew=why != MOVED)
        if why != MOVED:
            here.hold(writing, networks, f"{COPYING}:{stamp}")
    return _Move(here, there, stamp, networks, show)


def _nobody_works(leader: str | None) -> None:
    if leader is not None:
        raise InUse(f"a bot works on this database ({leader}); {_STOP}")


def stay(source: Database) -> bool:
    """Open a database again that was closed by a copy; False if it was not. Raises Problem."""
    with (
        _alone(source),
        CopySide(source.url, "NETZBOTE_DATABASE_URL") as here,
        here.transaction() as writing,
    ):
        whys = {why.partition(":")[0] for why in here.holds(writing)}
        closed = bool(whys) and whys <= {COPYING, MOVED}
        if closed:
            here.let_go(writing)
    return closed
