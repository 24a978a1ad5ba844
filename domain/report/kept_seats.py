"""C14 in the world that is protected: seats kept for offices, and who sat on them or beyond.

Everybody knows the programme: how many seats a training had, and how many of them were kept for
whom. Nobody sits beyond a quota that is not used up, and whoever sits has one of the seats.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from domain.disclosure.cells import FAR, Cell, Relation, total_of
from domain.report.facts import Facts, QuotaUse

#: Of so many seats outside of all quotas nothing can be concluded on a small number within: the
#: unknown rest makes up for every difference that an attacker can think of.
_ENOUGH = 200
#: More than anybody has seats beyond a quota, as far as anybody would think.
_MANY = 10_000


@dataclass(frozen=True, slots=True)
class SeatCells:
    """The numbers of seats kept, and how they hang together."""

    cells: dict[str, Cell] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)

    def add(self, name: str, n: int, *, people: bool, printed: bool, knows: Iterable[str]) -> str:
        """Add a number, and return its name."""
        table = name.rpartition("/")[0] or name
        self.cells[name] = Cell(name, n, table, people, printed, known_to=frozenset(knows))
        return name


def kept_seats(facts: Facts, wholes: Mapping[str, Cell]) -> SeatCells:
    """Return who sat on seats that were kept, and who beyond; what was left tells the former."""
    made, use = SeatCells(), facts.quota_use()
    for office, each in use.items():
        _office(made, office, each, facts.network.report.small_cell)
    used = [f"quota/{office}" for office in use]
    if used:
        _rests(made, used, {name: cell.value for name, cell in wholes.items()})
        _free(made, used, facts)
    return made


def _office(made: SeatCells, office: str, use: QuotaUse, smallest: int) -> None:
    """Add the seats of an office: kept and used, left, beyond."""

    def add(name: str, n: int, *, people: bool = True, printed: bool = False) -> str:
        return made.add(f"{name}/{office}", n, people=people, printed=printed, knows=[office])

    # of what is small itself, that a number is hidden would tell it
    most = use.most_beyond(_MANY)
    told = use.agreed >= smallest
    used = add("quota", use.used)
    within = add("quota-within", use.within, printed=told)
    left = add("quota-released", use.released, people=False, printed=told)
    beyond = add("quota-beyond", use.beyond, printed=told and not 0 < most < smallest)
    full = add("quota-full", int(use.beyond > 0), people=False)
    made.relations.append(total_of(used, [within, beyond]))
    made.relations.append(Relation(((1, within), (1, left)), use.agreed, use.agreed))
    made.relations.append(Relation(((1, within), (-min(use.kept), full)), 0, FAR))
    made.relations.append(Relation(((1, beyond), (-most, full)), -FAR, 0))
    made.relations.append(Relation(((1, full),), 0, 1))


def _rests(made: SeatCells, used: list[str], wholes: Mapping[str, int]) -> None:
    """Add who had a seat and no quota; a seat is counted, too, if it was given up late."""
    n = sum(made.cells[name].value for name in used)
    for whole, name, late in (
        ("registered-all", "quota-others", ["late"]),
        ("registered", "quota-others-limited", []),
    ):
        rest = wholes[whole] - n - sum(map(wholes.__getitem__, late))
        if 0 <= rest < _ENOUGH:
            made.add(name, rest, people=True, printed=False, knows=())
            made.relations.append(total_of(whole, [*used, *late, name]))


def _free(made: SeatCells, used: list[str], facts: Facts) -> None:
    """Add the seats that were left free in trainings with quotas, if all of them are limited."""
    seats = facts.seats_with_quotas()
    free = _ENOUGH if seats is None else seats - sum(made.cells[name].value for name in used)
    if seats is not None and free < _ENOUGH:
        name = made.add("quota-free", free, people=False, printed=False, knows=())
        terms = tuple((1, each) for each in (*used, name))
        made.relations.append(Relation(terms, seats, seats))
