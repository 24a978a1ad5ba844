"""What a reader may see: values that have passed the rule for small numbers, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import InitVar, dataclass, fields, is_dataclass
from enum import StrEnum
from fractions import Fraction

#: Handed to `Shown` by this package; without it there is no value to show.
SEAL = object()


class Unit(StrEnum):
    """What a number counts or measures."""

    PEOPLE = "people"
    THINGS = "things"
    UNITS = "units"
    RATE = "rate"
    MEAN = "mean"
    DAYS = "days"


class Sign(StrEnum):
    """Why there is a number, or none.

    NONE is a true zero, HIDDEN a hidden number, TOO_FEW a rate or mean on too small a base,
    MISSING something nobody recorded.
    """

    VALUE = "value"
    NONE = "none"
    HIDDEN = "hidden"
    TOO_FEW = "too-few"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Shown:
    """A value for readers; only this package can make one (TypeError for everybody else).

    `number` is None unless `sign` is VALUE or NONE. A rate is a fraction of 1. The true number
    lies `off` from it at most.
    """

    sign: Sign
    number: Fraction | None
    unit: Unit
    seal: InitVar[object] = None
    off: int = 0

    def __post_init__(self, seal: object) -> None:
        """Refuse values that have not passed."""
        if seal is not SEAL:
            raise TypeError("A value to show comes from domain.disclosure only.")

    @property
    def open(self) -> bool:
        """Whether there is a number to read."""
        return self.number is not None

    @property
    def plain(self) -> int | float | None:
        """The number for machines; None if there is none."""
        if self.number is None:
            return None
        return self.number.numerator if self.number.denominator == 1 else float(self.number)


def _shown(number: Fraction | int, unit: Unit, off: int = 0) -> Shown:
    return Shown(Sign.VALUE if number else Sign.NONE, Fraction(number), unit, SEAL, off)


def things(n: int) -> Shown:
    """Show a count of events, notices or institutions; the rule does not apply to it."""
    return _shown(n, Unit.THINGS)


def units(n: int) -> Shown:
    """Show teaching units offered."""
    return _shown(n, Unit.UNITS)


def days(n: Fraction | float | None) -> Shown:
    """Show a number of days; None is missing."""
    return missing(Unit.DAYS) if n is None else _shown(Fraction(n), Unit.DAYS)


def missing(unit: Unit = Unit.THINGS) -> Shown:
    """Show that nobody recorded it."""
    return Shown(Sign.MISSING, None, unit, SEAL)


def hidden(unit: Unit = Unit.PEOPLE) -> Shown:
    """Show that there is a number which stays hidden."""
    return Shown(Sign.HIDDEN, None, unit, SEAL)


def too_few(unit: Unit = Unit.PEOPLE) -> Shown:
    """Show that there is too little to say anything."""
    return Shown(Sign.TOO_FEW, None, unit, SEAL)


def share(part: Shown, whole: Shown, smallest_base: int = 0) -> Shown:
    """Show a part of a whole as a rate, from shown numbers only.

    Hidden if either is hidden, TOO_FEW if the base is under `smallest_base`, or may be: a rate on
    a rounded base must not tell that it is larger than it looks.
    """
    for each in (part, whole):
        if each.number is None:
            return Shown(each.sign, None, Unit.RATE, SEAL)
    assert part.number is not None
    if not whole.number or whole.number - whole.off < smallest_base:
        return Shown(Sign.TOO_FEW, None, Unit.RATE, SEAL)
    return _shown(part.number / whole.number, Unit.RATE)


def ratio(part: int, whole: int, unit: Unit, smallest_base: int = 1) -> Shown:
    """Show a rate or mean of things; TOO_FEW if the base is under `smallest_base`."""
    if whole < max(1, smallest_base):
        return Shown(Sign.TOO_FEW, None, unit, SEAL)
    return _shown(Fraction(part, whole), unit)


def shown_in(item: object) -> Iterator[Shown]:
    """Yield every value to show that stands in something made of values, lists and mappings."""
    if isinstance(item, Shown):
        yield item
    elif is_dataclass(item) and not isinstance(item, type):
        for each in fields(item):
            yield from shown_in(getattr(item, each.name))
    elif isinstance(item, Mapping):
        yield from shown_in(tuple(item.values()))
    elif isinstance(item, tuple | list):
        for part in item:
            yield from shown_in(part)


def change(now: Shown, before: Shown) -> Shown:
    """Show the difference of two shown numbers; hidden if either is."""
    for each in (now, before):
        if each.number is None:
            return Shown(each.sign, None, now.unit, SEAL)
    assert now.number is not None
    assert before.number is not None
    return _shown(now.number - before.number, now.unit)
