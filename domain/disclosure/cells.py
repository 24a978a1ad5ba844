"""Numbers to publish and how they hang together: what an attacker knows before reading."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import takewhile
from typing import Any


class Mode(StrEnum):
    """How small numbers are protected: cells hidden, or all counts rounded to fives."""

    SUPPRESS = "suppress"
    ROUND5 = "round5"


@dataclass(frozen=True, slots=True)
class Range:
    """What a reader learns of a number: it lies between both ends; `high` None is no limit."""

    low: int
    high: int | None

    @property
    def exact(self) -> bool:
        """Whether the number is known."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Cell:
    """One number.

    `people` numbers are hidden when small. `printed` is False for what is only implied by
    others: it must not become known either. Dearer tiers are hidden later: -1 what stands in the
    annex or is for internal use, 0 cells, 1 sums of parts, 2 and 3 main totals. Who is named in
    `known_to` knows it before reading. `said` is what a reader learns if it is printed, where that
    is not the number itself (a rounded mean). That there is a row for it at all tells that it is
    `least` or more.
    """

    id: str
    value: int
    table: str
    people: bool = True
    printed: bool = True
    tier: int = 0
    known_to: frozenset[str] = frozenset()
    said: Range | None = None
    least: int = 0

    @property
    def opened(self) -> Range:
        """What a reader learns if it is printed."""
        return self.said or Range(self.value, self.value)


#: More than any sum of a report reaches: the upper end of a relation that has none.
FAR = 10**7


@dataclass(frozen=True, slots=True)
class Relation:
    """Everybody knows: the weighted sum of these cells lies between `low` and `high`.

    What weighs nothing is left out: it may have any value.
    """

    terms: tuple[tuple[int, str], ...]
    low: int = 0
    high: int = 0

    def __post_init__(self) -> None:
        """Leave out what weighs nothing: weights come from data, and 0 is a number."""
        if not all(weight for weight, _ in self.terms):
            weighed = tuple((weight, name) for weight, name in self.terms if weight)
            object.__setattr__(self, "terms", weighed)


@dataclass(frozen=True, slots=True)
class SaidHint:
    """A hint as it was printed: its rule, what it was about, and the value it spoke of.

    `value` is None where the list it stood for may have been longer than what was printed.
    """

    code: str
    kind: str
    slug: str
    value: Fraction | None
    unit: str


@dataclass(frozen=True, slots=True)
class Publication:
    """What was published earlier: the values of then, what was said of each, what hung together.

    Cells that are not in `said` were not printed. `of_years` is what the same document says of
    other years; it is remembered with those.

    `maybe` names what was only looked at, or follows from a figure that tells less: whether any
    reader knows it is not known. So it must be protected against, and nothing may rely on it.
    `maybe_lines` are those of the relations of which the same is true.
    """

    values: Mapping[str, int]
    said: Mapping[str, Range]
    relations: tuple[Relation, ...] = ()
    of_years: Mapping[int, Publication] = field(default_factory=dict, compare=False)
    mode: Mode = Mode.SUPPRESS
    #: The day on which it was handed out; None as long as it is not.
    made_on: date | None = field(default=None, compare=False)
    #: None if nobody noted it: so it was in versions before 0.2.
    maybe: frozenset[str] | None = frozenset()
    maybe_lines: frozenset[Relation] = frozenset()
    #: The hints of a whole report; None of an excerpt, and if nobody noted them.
    hints: tuple[SaidHint, ...] | None = None

    def surely(self, name: str) -> Range | None:
        """Return what readers certainly learnt of a number; None if nothing."""
        return None if name in (self.maybe or ()) else self.said.get(name)

    def adds_to(self, out: Sequence[Publication]) -> bool:
        """Return whether it says anything that those since the last correction did not say."""
        since = takewhile(self._counts_as, reversed(out))
        return bool(_told(self).difference(*map(_told, since)))

    def _counts_as(self, other: Publication) -> bool:
        """Return whether the other has the same values, as far as it has them."""
        return self.mode is other.mode and all(
            other.values.get(name, value) == value for name, value in self.values.items()
        )


def _told(by: Publication) -> set[object]:
    sure = {("surely", name) for name in by.said if by.surely(name) is not None}
    noted = {by.hints} if by.hints is not None else set()
    return {*by.values.items(), *by.said.items(), *by.relations, *sure, *noted}


@dataclass(frozen=True, slots=True)
class KnownTooWell:
    """A number that is known too well whatever is hidden now.

    `made_on` is the day of the earlier version that told of it last; None if everybody knows so
    much without one.
    """

    name: str
    made_on: date | None = None


class DoesNotAddUp(ValueError):
    """The numbers of a year contradict each other, so nothing can be said of them safely."""


class VersionRefused(ValueError):
    """A version that may not be handed out, beside what was handed out of the year before."""


class OtherMode(VersionRefused):
    """The year was first handed out in another mode, and both together tell small numbers.

    `year` keeps `mode`.
    """

    def __init__(self, year: int, mode: Mode) -> None:
        super().__init__(f"the year {year} was first handed out in the mode {mode}")
        self.year, self.mode = year, mode

    def __reduce__(self) -> tuple[type[OtherMode], tuple[int, Mode]]:
        """Let it come out of the process in which reports are made."""
        return OtherMode, (self.year, self.mode)


class Narrows(VersionRefused):
    """However much were hidden, a small number would be known too well beside an earlier version.

    It is as good as `lost`, had this version been handed out.
    """

    def __init__(self, lost: KnownTooWell) -> None:
        super().__init__(f"{lost.name} would be known too well")
        self.lost = lost

    def __reduce__(self) -> tuple[type[Narrows], tuple[Any, ...]]:
        """Let it come out of the process in which reports are made."""
        return Narrows, (self.lost,)


@dataclass(frozen=True, slots=True)
class Aside:
    """What figures about things tell of people: shown only if that tells no small number.

    Whoever reads them is taken to know all of these numbers and relations.
    """

    name: str
    cells: Mapping[str, Cell]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class World:
    """Everything one report wants to print.

    KeyError if a relation names a cell it lacks, DoesNotAddUp if one is not true.
    """

    cells: Mapping[str, Cell]
    relations: tuple[Relation, ...] = ()
    earlier: tuple[Publication, ...] = field(default=())
    asides: tuple[Aside, ...] = ()

    def __post_init__(self) -> None:
        """Find mistakes of ours early: an unknown cell, a sum that is none."""
        _check(self.cells, self.relations)

    def told(self, shown: Collection[str]) -> World:
        """Return the world of who reads these asides, too; none of the others is in it."""
        cells, relations = dict(self.cells), list(self.relations)
        for aside in self.asides:
            if aside.name in shown:
                cells |= aside.cells
                relations += aside.relations
        return World(cells, tuple(relations), self.earlier)


def _check(cells: Mapping[str, Cell], relations: Iterable[Relation]) -> None:
    for relation in relations:
        total = sum(weight * cells[name].value for weight, name in relation.terms)
        if not relation.low <= total <= relation.high:
            raise DoesNotAddUp(f"these do not add up: {relation.terms}")


def total_of(whole: str, parts: Iterable[str]) -> Relation:
    """Return: the parts add up to the whole."""
    return weighted(whole, ((1, part) for part in parts))


def weighted(whole: str, parts: Iterable[tuple[int, str]]) -> Relation:
    """Return: the parts, each times its weight, add up to the whole."""
    return Relation((*parts, (-1, whole)))


#: So far a rounded number lies from the true one at most.
ROUNDING = 2


def rounded(value: int) -> int:
    """Return the nearest multiple of 5; it is off by `ROUNDING` at most."""
    return (value + ROUNDING) // 5 * 5
