"""Puts a backup back into an empty place, and brings it up to date before anybody sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.backups import BackupProblem, Contents, reading
from domain.ledger import sealing
from domain.ledger.seal import Checked
from domain.network import Network
from domain.privacy import erase_member
from storage import dump, migrate
from storage.crypto import Vault
from storage.database import Database
from storage.erasures import ErasureLine, ErasuresProblem, JournalStand
from storage.outbox.gates import RESTORED, RESTORING, Gates
from storage.restoring import Coming, PlannedAnnouncement
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and what was done to it; `unknown` rows were due before the restore."""

    contents: Contents
    erased: int
    unknown: int
    called_off: Sequence[int]
    seals: Checked
    coming: Sequence[Coming]
    planned: Sequence[PlannedAnnouncement]


def check(
    contents: Contents, entries: Sequence[ErasureLine], stand: JournalStand, vault: Vault
) -> None:
    """Raise ErasuresProblem unless the journal goes on from where it was at the backup."""
    if stand.journal != contents.journal:
        raise ErasuresProblem(
            "this is another journal of erasures than the one of the backup; take the one that "
            f"was kept with it ({contents.journal}, this is {stand.journal})"
        )
    if stand.last < contents.last:
        raise ErasuresProblem(
            "this journal of erasures is older than the backup "
            f"(line {stand.last}, at the backup {contents.last}); take the newest copy of it"
        )
    later = {each.gone.version for each in entries if each.n > contents.last}
    if missing := sorted(later - {"", *vault.versions}):
        raise ErasuresProblem(
            f"the journal of erasures names the key {missing[0]}, which is not among ours; put it "
            "behind the newest in NETZBOTE_ENCRYPTION_KEYS"
        )


def pour(
    path: Path, database: Database, entries: Sequence[ErasureLine], stand: JournalStand
) -> Contents:
    """Fill an empty place with a backup; nobody sends from it until it is brought up to date."""
    with reading(path, database.vault) as (contents, pieces):
        if contents.network != database.network:
            raise BackupProblem(
                f"{path} is of the network {contents.network}, and NETZBOTE_NETWORK names "
                f"{database.network}"
            )
        if contents.database != dump.kind(database.url):
            raise BackupProblem(
                f"{path} comes from {contents.database}; name an empty database of that kind in "
                "NETZBOTE_DATABASE_URL"
            )
        check(contents, entries, stand, database.vault)
        dump.poured(pieces, database.url, Gates.to_hold(contents.network, RESTORING))
    return contents


async def bring_up_to_date(
    contents: Contents,
    database: Database,
    entries: Sequence[ErasureLine],
    network: Network,
    now: datetime,
) -> Restored:
    """Migrate, erase again who was erased since, doubt what was due, and hold all sending.

    Each step may be done twice: whoever was broken off begins here anew.
    """
    await migrate.upgrade(database.engine)
    async with database.transaction() as store:
        await store.restoring.forget_links()
        unknown = await store.restoring.doubt(now)
        called_off = await store.restoring.call_off(now)
        erased = await _erase_again(store, entries, network, now)
        await store.gates.hold(RESTORED)
    await database.tidy()
    async with database.reading() as store:
        seals = await sealing.verify(store, network)
        coming, planned = await store.restoring.coming(), await store.restoring.planned()
    return Restored(contents, erased, unknown, called_off, seals, coming, planned)


async def _erase_again(
    store: Store, entries: Sequence[ErasureLine], network: Network, now: datetime
) -> int:
    gone = [each.gone for each in entries if each.network == network.slug]
    people, requests = await store.restoring.erased_since(gone)
    for number in people:
        await store.restoring.forget_chat(number)
        await erase_member(store, network, number, now)
    await store.restoring.drop_requests(requests)
    await store.restoring.number_on(gone)
    return len(people) + len(requests)
