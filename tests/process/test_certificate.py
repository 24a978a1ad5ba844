"""`netzbote certificate check`: what one proves, and that a change of keys changes none."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.localtime import local_day
from domain.network import Network
from domain.paper_certificate import Certificate, code_of
from storage import migrate
from storage.crypto import Vault, new_key
from storage.database import Database
from storage.rekey import reseal_all
from tests.process.support import call
from tests.storage.test_registrations import plan

pytestmark = pytest.mark.process

MOMENT = datetime(2024, 3, 1, 9, tzinfo=UTC)
NONE = "belongs to no certificate of this network"


async def printed(database: Database, network: Network, name: str) -> tuple[str, str]:
    """Return the codes of certificates of a training of two units: of all of it, and of one."""
    async with database.transaction() as store:
        training = await store.trainings.add(plan(MOMENT, seats=2), "rkn-kaarst", None)
        key = await store.proofs.certificates()
    made = training.plan
    days = local_day(made.starts_at, network.zone), local_day(made.ends_at, network.zone)
    about = (network.slug, training.id, *days)
    whole, part = Certificate(*about, 2, name), Certificate(*about, 1, name, made.units)
    return code_of(key, whole), code_of(key, part)


async def test_it_says_whose_and_goes_on_after_the_keys_changed(
    network: Network, tmp_path: Path
) -> None:
    old, new = new_key(), new_key()
    url = f"sqlite:///{tmp_path / 'papers.db'}"
    both = Database(url, Vault([new, old]), network.slug)
    first = Database(url, Vault([old]), network.slug)
    await migrate.upgrade(first.engine)
    code, part = await printed(first, network, "Anna Ölßen")
    await first.close()
    async for _ in reseal_all(both):
        pass
    await both.close()
    settings = {
        "NETZBOTE_BOT_TOKEN": "1:demo",
        "NETZBOTE_ENCRYPTION_KEYS": new,
        "NETZBOTE_DATABASE_URL": url,
    }

    def check(*arguments: str) -> tuple[int, str]:
        done = call("certificate", "check", *arguments, settings=settings, cwd=tmp_path)
        return done.returncode, done.stdout + done.stderr

    said = check(code.lower(), "--name", "Anna  Ölßen")
    assert said[0] == 0
    assert "Teaching units: 2\nThe name: fits\n" in said[1]
    assert "The name: DOES NOT FIT" in check(code, "--name", "Anna Olsen")[1]
    assert "A certificate without a name: DOES NOT FIT" in check(code)[1]
    found = json.loads(check(code, "--name", "Anna Ölßen", "--json")[1])
    assert (found["units"], found["name_fits"]) == (2, True)
    assert "Teaching units: 1 of 5: attended in part" in check(part, "--name", "Anna Ölßen")[1]
    altered = ("B" if code[0] == "A" else "A") + code[1:]
    for bad in (altered, "x", code[:-1], ""):
        refused = check(bad)
        assert refused[0] == 1, bad
        assert NONE in refused[1], bad
        assert refused[1].count("\n") == 1
