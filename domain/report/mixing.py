"""How many sectors meet at a training, and whether saying so tells how many people came."""

from __future__ import annotations

from dataclasses import dataclass

from domain.disclosure.cells import Mode
from domain.disclosure.values import Shown
from domain.disclosure.view import View
from domain.report.facts import Facts

#: A training counts as mixed from so many sectors on.
MIXED = 3


@dataclass(frozen=True, slots=True)
class Mix:
    """Trainings that anybody came to, the sectors that were there summed, and the mixed ones."""

    trainings: int
    presences: int
    mixed: int


def mix_of(facts: Facts) -> Mix:
    """Return the year's mix of sectors."""
    there = [sum(1 for n in h.sectors.values() if n) for h in facts.courses]
    met = [n for n in there if n]
    return Mix(len(met), sum(met), sum(n >= MIXED for n in met))


def tells(mix: Mix, facts: Facts, view: View) -> bool:
    """Whether C15 and C16 would narrow down the number of a sector that must stay hidden.

    Somebody of a sector must have come as often as the sector was there. So presences that the
    other sectors cannot make up give the secret ones a lower end: they are told then, and also
    if each training saw one sector only, for then sectors are sums of printed events. Computed
    from shown numbers alone, as a reader would. Under ten trainings nothing is shown anyway.
    """
    shown = [view(f"sector/{sector}") for sector in facts.by_sector()]
    secret = [_secret(each, facts, view) for each in shown]
    if not any(secret):
        return False
    open_ = [each for each, kept in zip(shown, secret, strict=True) if not kept]
    others = [_most(each, mix.trainings) for each in open_]
    there = sum(1 for most in others if most)
    both = mix.mixed * there + (mix.trainings - mix.mixed) * min(MIXED - 1, there)
    left = mix.presences - min(sum(others), both)
    return left > 1 or mix.presences == mix.trainings


def _secret(each: Shown, facts: Facts, view: View) -> bool:
    """Whether a number is hidden, or rounded so that it may be a small one."""
    if each.number is None or view.mode is Mode.SUPPRESS:
        return each.number is None
    return each.number <= facts.network.report.small_cell


def _most(each: Shown, trainings: int) -> int:
    """Return at how many trainings a sector can have been at the most."""
    return min(trainings, int(each.number or 0))
