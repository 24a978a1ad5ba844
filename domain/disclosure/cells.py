"""Numbers to publish and how they hang together: what an attacker knows before reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


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
class Publication:
    """What was published earlier: the values of then, what was said of each, what hung together.

    Cells that are not in `said` were not printed. `of_years` is what the same document says of
    other years; it is remembered with those.
    """

    values: Mapping[str, int]
    said: Mapping[str, Range]
    relations: tuple[Relation, ...] = ()
    of_years: Mapping[int, Publication] = field(default_factory=dict, compare=False)


class DoesNotAddUp(ValueError):
    """The numbers of a year contradict each other, so nothing can be said of them safely."""


@dataclass(frozen=True, slots=True)
class World:
    """Everything one report wants to print.

    KeyError if a relation names a cell it lacks, DoesNotAddUp if one is not true.
    """

    cells: Mapping[str, Cell]
    relations: tuple[Relation, ...] = ()
    earlier: tuple[Publication, ...] = field(default=())

    def __post_init__(self) -> None:
        """Find mistakes of ours early: an unknown cell, a sum that is none."""
        for relation in self.relations:
            total = sum(weight * self.cells[name].value for weight, name in relation.terms)
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
