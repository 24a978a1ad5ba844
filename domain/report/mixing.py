"""What presence tells: where institutions and sectors are said to have been, somebody came.

B2 and E5 say how often each office was at a conference or at a quality dialogue, C15 and C16 how
many sectors meet at a training. Whoever reads them is taken to know who was at which event; so they
are shown only if even then no small number can be worked out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.disclosure.cells import FAR, Aside, Cell, Mode, Relation
from domain.disclosure.values import Shown
from domain.disclosure.view import View
from domain.report.events import Held
from domain.report.facts import Facts
from domain.vocabulary import EventFormat

#: A training counts as mixed from so many sectors on.
MIXED = 3
#: More people than come from a sector to one training, as far as anybody would think.
_MANY = 10_000
#: Which figures tell of presence: those of sectors at trainings, and of offices at meetings.
SECTORS, OFFICES, DIALOGUES = "C15", "B2", "E5"


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


def leaf(each: Held) -> str:
    """Return the name of the cell of who came to an event."""
    return f"event/{each.training.id}"


def asides_of(facts: Facts) -> tuple[Aside, ...]:
    """Return what B2, E5, C15 and C16 would tell of people; what pays for it pays for B2 first."""
    conferences = facts.announced(EventFormat.COORDINATION_CONFERENCE)
    dialogues = facts.announced(EventFormat.QUALITY_DIALOGUE)
    return _offices(OFFICES, conferences), _offices(DIALOGUES, dialogues), _sectors(facts)


def _offices(name: str, meetings: Sequence[Held]) -> Aside:
    """Of each office that was at a meeting somebody came."""
    came = {leaf(each): each.came for each in meetings}
    lines = (Relation(((1, leaf(each)),), _there(each.offices), FAR) for each in meetings)
    return Aside(name, {}, _true((line for line in lines if line.low > 0), came))


def _true(lines: Iterable[Relation], values: Mapping[str, int]) -> tuple[Relation, ...]:
    """Return the lines that hold: after odd corrections there may be fewer people than sectors."""
    return tuple(
        line
        for line in lines
        if line.low <= sum(weight * values[name] for weight, name in line.terms) <= line.high
    )


def _there(counts: Mapping[str, int]) -> int:
    return sum(1 for n in counts.values() if n > 0)


def _sectors(facts: Facts) -> Aside:
    """Of each sector that was at a training somebody came.

    How many sectors were at each training is taken to be known; at how many trainings each sector
    was may be anything that adds up to the same, that its people suffice for, and that is none
    only where nobody came.
    """
    met = [h for h in facts.courses if h.sectors]
    people = facts.by_sector()
    at = {s: sum(1 for h in met if h.sectors.get(s, 0) > 0) for s in people}
    many = max(_MANY, *people.values())
    cells = {
        name: Cell(name, n, "presence", people=False, printed=False)
        for sector, n in at.items()
        if (name := f"presence/{sector}")
    }
    relations = [Relation(((1, leaf(h)),), _there(h.sectors), FAR) for h in met]
    relations.append(
        Relation(tuple((1, name) for name in cells), sum(at.values()), sum(at.values()))
    )
    old = facts.imported_came()
    for sector, name in zip(at, cells, strict=True):
        relations.append(Relation(((1, name),), 0, len(met)))
        relations.append(Relation(((1, f"sector/{sector}"), (-1, name)), 0, FAR))
        if not old:  # people of before Netzbote were at no training that is counted
            relations.append(Relation(((many, name), (-1, f"sector/{sector}")), 0, FAR))
    values = {f"sector/{sector}": n for sector, n in people.items()}
    values |= {leaf(h): h.came for h in met} | {name: cell.value for name, cell in cells.items()}
    return Aside(SECTORS, cells, _true(relations, values))


def tells(mix: Mix, facts: Facts, view: View) -> bool:
    """Whether C15 and C16 would narrow down the number of a sector that must stay hidden.

    Somebody of a sector must have come as often as the sector was there. So presences that the
    other sectors cannot make up give the secret ones a lower end: they are told then, and also
    if each training saw one sector only, for then sectors are sums of printed events. Computed
    from shown numbers alone, as a reader would. Under ten trainings no mean is shown.
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
