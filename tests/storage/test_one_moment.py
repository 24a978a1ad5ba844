"""What is read in one go is of one moment, whatever others write meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.gathering import gather
from domain.network import Network
from storage.database import Database
from storage.shelf import Shelf
from tests.process.conftest import TITLE, in_weeks


class Between:
    """Has a training planned by somebody else after each statement of a reading."""

    def __init__(self, database: Database, network: Network, patch: pytest.MonkeyPatch) -> None:
        self._database, self._network = database, network
        self._busy = False
        self.planned = 0
        ask = Shelf._run

        async def asked(shelf: Shelf, *given: Any) -> Any:
            found = await ask(shelf, *given)
            if not self._busy:
                await self._plan()
            return found

        patch.setattr(Shelf, "_run", asked)

    async def _plan(self) -> None:
        self._busy = True
        plan = in_weeks(self._network, TITLE, 20, self.planned)
        async with self._database.transaction() as store:
            await store.trainings.add(plan, "rkn-kaarst", None)
        self.planned += 1
        self._busy = False


async def test_a_report_is_of_the_moment_at_which_it_was_begun(
    database: Database, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = (datetime.now(UTC) + timedelta(days=28)).date()
    between = Between(database, network, monkeypatch)

    found = await gather(database, network, day.year, day)

    assert between.planned > 5
    assert found.material.trainings == []
    assert found.order.ahead == ()


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
async def test_who_only_reads_cannot_write(database: Database) -> None:
    with pytest.raises(sa.exc.DBAPIError, match="read-only"):
        async with database.reading() as store:
            await store.trainings.remove(1)
