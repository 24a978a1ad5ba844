"""How much of a training somebody attended, where it was less than the whole.

It stands on the registration beside the mark, is read by the hosts and the person only, is counted
by nobody and goes with the registration. It changes no sum.
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.training import Plan


@dataclass(frozen=True, slots=True)
class Shortened:
    """What somebody attended less: so many units of the one date, or these sessions missed."""

    units: int | None = None
    missed: frozenset[int] = frozenset()


WHOLE = Shortened()


def attended_units(plan: Plan, shortened: Shortened) -> int:
    """Return the teaching units that somebody attended; never more than there were.

    Of a series the sessions count that were not missed. One that fell out meanwhile is no loss.
    """
    if plan.series:
        return sum(each.units for each in plan.dates if each.number not in shortened.missed)
    return plan.units if shortened.units is None else min(shortened.units, plan.units)


def is_shortened(plan: Plan, shortened: Shortened) -> bool:
    """Return whether somebody attended less than the whole, as the training is now."""
    if plan.series:
        return any(each.number in shortened.missed for each in plan.dates)
    return attended_units(plan, shortened) < plan.units


def with_units(plan: Plan, units: int) -> Shortened | None:
    """Return that somebody attended so many units; None if that cannot be said of the training."""
    if plan.series or not 1 <= units <= plan.units:
        return None
    return WHOLE if units == plan.units else Shortened(units=units)


def with_session(
    plan: Plan, shortened: Shortened, number: int, *, missed: bool
) -> Shortened | None:
    """Return the same with one session missed or not; None if none would be left, or it is none."""
    numbers = {each.number for each in plan.dates}
    if not plan.series or number not in numbers:
        return None
    now = shortened.missed & numbers
    after = now | {number} if missed else now - {number}
    return None if after == numbers else Shortened(missed=frozenset(after))
