"""C14 in the world that is protected: seats kept for offices, and who sat on them or beyond.

Everybody knows the programme: how many seats a training had, and how many of them were kept for
whom. Nobody sits beyond a quota that is not used up, and whoever sits has one of the seats.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from domain.disclosure.cells import FAR, Cell, Relation, total_of
from domain.report.facts import Facts, QuotaUse, SeatsKept

#: More than anybody has seats beyond a quota, as far as anybody would think.
_MANY = 10_000


@dataclass(frozen=True, slots=True)
class SeatCells:
    """The numbers of seats kept, and how they hang together."""

    cells: dict[str, Cell] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)

    def add(self, name: str, n: int, *, people: bool, printed: bool, knows: Iterable[str]) -> str:
        """Add a number, and return its name."""
        table = name.rpartition("/")[0]
        self.cells[name] = Cell(name, n, table, people, printed, known_to=frozenset(knows))
        return name

    def at_most(self, terms: Iterable[tuple[int, str]], most: int, value: int) -> None:
        """Add that a sum is so much at most, unless odd numbers say otherwise."""
        if value <= most:
            left = tuple((-weight, name) for weight, name in terms)
            self.relations.append(Relation(left, -most, FAR))


def kept_seats(facts: Facts, wholes: Mapping[str, Cell]) -> SeatCells:
    """Return who sat on seats that were kept, and who beyond; what was left tells the former."""
    made, seats = SeatCells(), list(facts.seats_kept())
    for each in seats:
        _training(made, each)
    for office, use in facts.quota_use().items():
        of_office = [one for one in seats if office in one.kept]
        _office(made, office, use, of_office, facts.network.report.small_cell)
    if seats:
        _all_are_counted(made, list(facts.quota_use()), wholes)
    return made


def _training(made: SeatCells, of: SeatsKept) -> None:
    """Add what can be thought of one training: nobody prints it, so nobody tells if it changes."""
    sitting: list[str] = []
    for office, kept in of.kept.items():
        used, which = of.used[office], f"{of.training}/{office}"
        numbers = {"within": min(used, kept), "beyond": max(0, used - kept), "full": used >= kept}
        within, beyond, full = (
            made.add(f"seat-{part}/{which}", int(n), people=False, printed=False, knows=[office])
            for part, n in numbers.items()
        )
        most = max(_MANY, used) if of.seats is None or used > of.seats else of.seats - kept
        made.relations.append(Relation(((1, full),), 0, 1))
        made.relations.append(Relation(((1, within),), 0, kept))
        made.relations.append(Relation(((1, within), (-kept, full)), 0, FAR))
        made.relations.append(Relation(((-1, beyond), (most, full)), 0, FAR))
        sitting += [within, beyond]
    if of.seats is not None:
        made.at_most([(1, name) for name in sitting], of.seats, sum(of.used.values()))


def _office(
    made: SeatCells, office: str, use: QuotaUse, seats: Sequence[SeatsKept], smallest: int
) -> None:
    """Add the seats of an office: kept and used, left, beyond."""

    def add(name: str, n: int, *, people: bool = True, printed: bool = False) -> str:
        return made.add(f"{name}/{office}", n, people=people, printed=printed, knows=[office])

    told = _large(use.kept, smallest)
    within = add("quota-within", use.within, printed=told)
    left = add("quota-released", use.released, people=False, printed=told)
    beyond = add("quota-beyond", use.beyond, printed=told and _enough(office, seats, smallest))
    made.relations.append(Relation(((1, within), (1, left)), use.agreed, use.agreed))
    for part, whole in (("within", within), ("beyond", beyond)):
        parts = [f"seat-{part}/{each.training}/{office}" for each in seats]
        made.relations.append(total_of(whole, parts))


def _large(kept: Sequence[int], smallest: int) -> bool:
    """Return whether it may be said how much of a quota was used.

    Of what is small itself, that a number is hidden would tell it. Hidden beside some who sat
    beyond it and some seats left, it lies between the smallest training's quota and the whole.
    """
    least = min(kept)
    return sum(kept) >= smallest and (least >= smallest or sum(kept) - least >= smallest - 1)


def _enough(office: str, seats: Sequence[SeatsKept], smallest: int) -> bool:
    """Return whether it may be said how many of an office sat beyond its quota.

    Hidden, it says that there are some, and so that the quota was used up: where the offices
    together have taken nearly all seats then, that would tell how many each had. Where no seat
    was left to take, everybody knows that there are none.
    """
    if all(one.seats == one.kept[office] for one in seats):
        return True
    offices = {each for one in seats for each in one.kept}
    unkept = sum(
        _MANY if one.seats is None else one.seats - sum(one.kept.values()) for one in seats
    )
    return unkept >= smallest - 2 + len(offices)


def _all_are_counted(made: SeatCells, offices: Iterable[str], wholes: Mapping[str, Cell]) -> None:
    """Add that whoever sat is one of all that had a seat; so is who gave it up late."""
    used = [f"quota-{part}/{office}" for office in offices for part in ("within", "beyond")]
    for whole, beside in (("registered-all", ["late"]), ("registered", [])):
        values = {**wholes, **made.cells}
        there = sum(values[name].value for name in [*used, *beside])
        terms = [*((1, name) for name in [*used, *beside]), (-1, whole)]
        made.at_most(terms, 0, there - wholes[whole].value)
