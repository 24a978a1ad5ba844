"""What becomes of the report of a played year: measures are worked out, and all offices agree."""

from __future__ import annotations

from datetime import date

from bot.commands.yearly import WantedReport, figures
from bot.demo.year_measures import undertake
from domain import endorse
from domain.endorse import Endorsed, Endorsement
from domain.ledger.sealing import contents
from domain.network import Network
from storage.database import Database
from storage.store import Store

#: The days of January on which it is handed out, and on which offices answer.
_HANDED_OUT, _FIRST, _SECOND = 8, 13, 14


async def conclude(database: Database, network: Network, year: int, *, last: bool) -> None:
    """Hand out the report of a year, work out its measures, and let the offices agree."""
    out = WantedReport(year, date(year + 1, 1, _HANDED_OUT), publish=True)
    await figures(database, network, out)
    async with database.transaction() as store:
        await undertake(store, network, year, last=last)
        await _agree(store, network, year)


async def _agree(store: Store, network: Network, year: int) -> None:
    """Let all offices agree, the last one after a remark. Raises TypeError if it cannot."""
    offices = [office.slug for office in network.offices]
    seen = await contents(store, network, year)
    first = [(each, Endorsed.AGREES) for each in offices[:-1]] + [(offices[-1], Endorsed.WORDING)]
    answers = [(office, _FIRST, said) for office, said in first]
    answers.append((offices[-1], _SECOND, Endorsed.AGREES))
    for office, day, said in answers:
        given = Endorsement(office, date(year + 1, 1, day), said, seen)
        if (why := await endorse.answer(store, offices, given, year)) is not None:
            raise TypeError(f"{office} cannot answer: {why}")
