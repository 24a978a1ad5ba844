"""Lists every small year that would print what a file prints: plain sums, and no solver.

Whoever reads the CSV of a year beside its programme, and knows no more than a dozen people came,
tries every number of people at each event, from each office, of each sector, and every course of
the registrations. What does not agree with what is printed is crossed out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import product

from domain.network import Network
from domain.vocabulary import EventFormat

#: No more people are tried, and no more of one kind of registrations.
PEOPLE, KIND = 12, 8
HIDDEN, NONE = "·", "–"

Numbers = dict[str, int]
#: A table or list of figures, its row (by number or by name), its column.
Place = tuple[str, int | str, str]
TOPICS = {"Grundlagen des Kinderschutzes": "basics", "Kinderschutz in Schule und Ganztag": "school"}


@dataclass(frozen=True)
class Event:
    """What the programme says of an event."""

    format: EventFormat
    topic: str
    units: int
    seats: int | None

    @property
    def course(self) -> bool:
        """Whether it is a training."""
        return self.format is not EventFormat.COORDINATION_CONFERENCE


def shown_in(file: bytes) -> dict[Place, str]:
    """Return what stands in each cell of a CSV file."""
    rows = list(csv.DictReader(StringIO(file.decode("utf-8-sig")), delimiter=";"))
    by_name = {(row["code"], row["row"], row["column"]): row["shown"] for row in rows}
    return by_name | {
        (row["code"], int(row["number"]), row["column"]): row["shown"] for row in rows
    }


@dataclass(frozen=True)
class Told:
    """What a file prints of each number: the number, or that it is hidden."""

    open: Numbers
    hidden: frozenset[str]

    def fits(self, numbers: Mapping[str, int]) -> bool:
        """Return whether numbers are as they are printed; what is hidden is some."""
        return all(
            self.open.get(name, n) == n and (n > 0 or name not in self.hidden)
            for name, n in numbers.items()
        )


class Listing:
    """All worlds that would print the cells of a file."""

    def __init__(
        self, network: Network, programme: Sequence[Event], file: bytes, maybe_none: Iterable[str]
    ) -> None:
        self._programme = programme
        self._offices = [f"office/{office.slug}" for office in network.offices]
        self._sectors = [f"sector/{sector.value}" for sector in network.sectors]
        self._told = self._read(shown_in(file), set(maybe_none))

    @property
    def hidden(self) -> frozenset[str]:
        """The numbers that are hidden, and of which that is told that they are some."""
        return self._told.hidden

    def spans(self) -> dict[str, tuple[int, int]]:
        """Return the least and the largest value of each number in all worlds."""
        found: dict[str, tuple[int, int]] = {}
        rest: dict[tuple[int, int], list[Numbers]] = {}
        for of_events in self._of_events():
            came = of_events["courses"], of_events["capped"]
            if came not in rest:
                rest[came] = list(self._of_others(*came))
            if rest[came]:
                _widen(found, of_events)
        for worlds in rest.values():
            for numbers in worlds:
                _widen(found, numbers)
        return found

    def _of_events(self) -> Iterator[Numbers]:
        """Yield who may have come to the events, with all sums over them."""
        events = self._programme
        for came in _shares(len(events), range(PEOPLE + 1)):
            courses = [(e, n) for e, n in zip(events, came, strict=True) if e.course]
            numbers = {f"event/{place}": n for place, n in enumerate(came, 1)}
            numbers["came"] = sum(came)
            numbers["hours"] = sum(e.units * n for e, n in zip(events, came, strict=True))
            numbers["courses"] = sum(n for _, n in courses)
            numbers["capped"] = sum(n for e, n in courses if e.seats is not None)
            for topic in {e.topic for e, _ in courses}:
                numbers[f"topic/{topic}"] = sum(n for e, n in courses if e.topic == topic)
            if self._told.fits(numbers):
                yield numbers

    def _of_others(self, courses: int, capped: int) -> Iterator[Numbers]:
        """Yield what else may be true where so many came; nothing where something cannot be."""
        parts = [
            list(self._dealt(self._offices, courses)),
            list(self._dealt(self._sectors, courses)),
            list(self._of_registrations(courses, capped)),
        ]
        if all(parts):
            yield from (numbers for part in parts for numbers in part)

    def _dealt(self, names: list[str], people: int) -> Iterator[Numbers]:
        """Yield how people may be dealt out among names."""
        known = {name: self._told.open[name] for name in names if name in self._told.open}
        unknown = [name for name in names if name not in known]
        left = people - sum(known.values())
        for shares in _shares(len(unknown), [left]):
            numbers = dict(zip(unknown, shares, strict=True))
            if self._told.fits(numbers):
                yield numbers | known

    def _of_registrations(self, courses: int, capped: int) -> Iterator[Numbers]:
        """Yield what may have become of registrations; seats of all trainings end, or of none."""
        for absent, late, early, waited in product(range(KIND + 1), repeat=4):
            first = {"late": late, "early": early, "gone": late + early, "waited": waited}
            first |= {"away": absent, "absent": absent + late, "R": courses + absent + late}
            first |= {"ever": first["R"] + early, "registered": first["R"] if capped else 0}
            if not self._told.fits(first):
                continue
            for promoted in range(min(waited, first["ever"]) + 1):
                direct = first["ever"] - promoted
                queue = {"promoted": promoted, "vain": waited - promoted, "direct": direct}
                numbers = first | queue | {"wishes": direct + waited}
                if self._told.fits(numbers):
                    yield numbers

    def _read(self, shown: Mapping[Place, str], maybe_none: set[str]) -> Told:
        told = {name: shown[place] for place, name in self._places(shown).items()}
        numbers = {
            n: 0 if text == NONE else int(text) for n, text in told.items() if text != HIDDEN
        }
        some = {n for n, text in told.items() if text == HIDDEN}
        return Told(numbers, frozenset(n for n in some if n.partition("/")[0] not in maybe_none))

    def _places(self, shown: Mapping[Place, str]) -> dict[Place, str]:
        """Return which number stands where."""
        tables = {"C4": self._offices, "C5": self._sectors}
        found: dict[Place, str] = {("A", 3, "2026"): "came", ("A", 5, "2026"): "hours"}
        found |= {("X1", n, "Teilnahmen"): f"event/{n}" for n in range(1, len(self._programme) + 1)}
        for code, names in tables.items():
            found |= {(code, n, "Teilnahmen"): name for n, name in enumerate(names, 1)}
            found[code, len(names) + 1, "Teilnahmen"] = "courses"
        found |= {("C6", label, "Teilnahmen"): f"topic/{slug}" for label, slug in TOPICS.items()}
        for (code, row), (part, whole) in _RATES.items():
            found |= {(code, row, "Zähler"): part, (code, row, "Nenner"): whole}
        return {place: name for place, name in found.items() if name and place in shown}


_RATES = {
    ("F-C7", 1): ("capped", ""), ("F-C7", 2): ("registered", ""), ("F-C7", 3): ("waited", "wishes"),
    ("F-C7", 4): ("promoted", "waited"), ("F-C11", 1): ("gone", "ever"),
    ("F-C11", 2): ("late", "ever"), ("F-C11", 3): ("absent", "R"), ("F-E1", 1): ("", "came"),
}  # fmt: skip


def _shares(parts: int, sums: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Yield all ways to deal out each of these numbers."""
    for whole in sums:
        yield from _dealt_out(parts, whole)


def _dealt_out(parts: int, whole: int) -> Iterator[tuple[int, ...]]:
    if parts == 0:
        if whole == 0:
            yield ()
        return
    if parts == 1:
        if whole >= 0:
            yield (whole,)
        return
    for first in range(whole + 1):
        for rest in _dealt_out(parts - 1, whole - first):
            yield (first, *rest)


def _widen(found: dict[str, tuple[int, int]], numbers: Mapping[str, int]) -> None:
    for name, n in numbers.items():
        low, high = found.get(name, (n, n))
        found[name] = min(low, n), max(high, n)
