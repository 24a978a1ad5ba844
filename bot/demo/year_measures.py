"""The measures of a played year: what a network does about what its report found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain.measures import AboutKind, Measure, MeasureKind, MeasureState
from domain.network import Network
from domain.vocabulary import Sector
from storage.store import Store

#: The rule that spoke, what is done about it, and whom it is about.
_FOUND = (
    ("o4", MeasureKind.INVITE, AboutKind.SECTOR, Sector.POLICE.value),
    ("o5", MeasureKind.RELEASE, AboutKind.ALL, ""),
    ("o12", MeasureKind.EXCHANGE, AboutKind.ALL, ""),
)
#: Until which quarter of the next year each of them is due, and how far it is at its end.
_DUE = (2, 3, 4)
_BECAME = (MeasureState.DONE, MeasureState.DROPPED, MeasureState.UNDER_WAY)


def worked_out(network: Network, year: int) -> Iterator[Measure]:
    """Yield what offices undertake once the report is out; the network sees to the last."""
    offices = [office.slug for office in network.offices[: len(_FOUND) - 1]]
    for (rule, what, kind, about), office, due in zip(_FOUND, [*offices, None], _DUE, strict=False):
        day = date(year + 1, 1, 12)
        yield Measure(0, year, day, rule, what.value, kind, about, office, year + 1, due)


async def undertake(store: Store, network: Network, year: int, *, last: bool) -> None:
    """Keep the measures of a year; what became of those of the last one, nobody knows yet."""
    for made, became in zip(worked_out(network, year), _BECAME, strict=False):
        number = await store.measures.add(made)
        if not last:
            await store.measures.note(number, date(year + 1, 3 * made.due_quarter, 20), became)
