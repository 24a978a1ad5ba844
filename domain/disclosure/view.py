"""The one way from a count of people to a page: asks the decision, then shows or hides."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from domain.disclosure.cells import (
    ROUNDING,
    Cell,
    KnownTooWell,
    Mode,
    Publication,
    World,
    rounded,
)
from domain.disclosure.protect import Decision, decide
from domain.disclosure.reading import learned
from domain.disclosure.solver import Solver
from domain.disclosure.values import SEAL, Shown, Sign, Unit, shown_in
from domain.disclosure.values import _shown as made


class View:
    """What one reader sees of a world. `office` reads its own numbers openly.

    It remembers what it was asked for: nothing else can have been handed out. Who did not read a
    number must not be taken to have read it, or a later version that tells it would seem to tell
    nothing new. So it also knows which values it made: those that stand in a document were read,
    and what was only looked at may have been told by what the document does not say.
    """

    def __init__(self, world: World, decision: Decision, office: str | None = None) -> None:
        self._world, self._decision, self._office = world, decision, office
        self._asked: dict[str, list[Shown]] = {}
        self._asked_aside: set[str] = set()
        self._kept_back: set[str] = set()

    def afresh(self) -> View:
        """Return the same view that was not asked for anything yet."""
        return View(self._world, self._decision, self._office)

    def __call__(self, name: str, unit: Unit = Unit.PEOPLE) -> Shown:
        """Show a number; KeyError if the world has no such cell or may not print it."""
        cell = self._world.cells[name]
        if not cell.printed:
            raise KeyError(f"{name} is not meant to be printed")
        shown = self._shown(cell, unit)
        self._asked.setdefault(name, []).append(shown)
        return shown

    def kept_back(self, name: str, unit: Unit = Unit.PEOPLE) -> Shown:
        """Show that a number is hidden, whatever was decided of it; KeyError if there is none.

        Readers see no other sign than where it was decided, so they learn as much from it.
        """
        shown = Shown(Sign.HIDDEN, None, unit, SEAL)
        if self._world.cells[name].printed:
            self._kept_back.add(name)
            self._asked.setdefault(name, []).append(shown)
        return shown

    def _shown(self, cell: Cell, unit: Unit) -> Shown:
        if self._office is not None and self._office in cell.known_to:
            return made(cell.value, unit)
        if cell.id in self._decision.hidden:
            return Shown(Sign.HIDDEN, None, unit, SEAL)
        if self._decision.mode is Mode.ROUND5 and cell.people:
            return made(rounded(cell.value), unit, ROUNDING)
        return made(cell.value, unit)

    def __contains__(self, name: str) -> bool:
        """Whether there is such a number to print."""
        return name in self._world.cells and self._world.cells[name].printed

    def mean(self, name: str, of: str, smallest: int, tells: Iterable[str] = ()) -> Shown:
        """Show the mean of a sum over a count, to one decimal, if the base is large enough.

        As far as is shown: a base that is not, or that may be smaller than it looks, must not be
        told by its mean. What the mean `tells` are numbers of their own.
        """
        base, told = self(of), list(tells)
        if base.number is None:
            return Shown(Sign.HIDDEN, None, Unit.MEAN, SEAL)
        if base.number - base.off < smallest or name not in self._world.cells:
            return Shown(Sign.TOO_FEW, None, Unit.MEAN, SEAL)
        mean = tenths(self._world.cells[name].value, self._world.cells[of].value)
        hidden = not self._decision.hidden.isdisjoint(told)
        shown = Shown(Sign.HIDDEN, None, Unit.MEAN, SEAL) if hidden else made(mean, Unit.MEAN)
        for each in told:
            self._asked.setdefault(each, []).extend([] if hidden else [shown])
        return shown

    def tells(self, aside: str) -> bool:
        """Whether figures about things may be shown; KeyError if they were never tried."""
        if aside not in {each.name for each in self._world.asides}:
            raise KeyError(aside)
        self._asked_aside.add(aside)
        return aside not in self._decision.untold

    @property
    def hidden(self) -> int:
        """How many numbers are not shown."""
        return len(self._decision.hidden)

    @property
    def lost(self) -> list[KnownTooWell]:
        """What is known too well whatever is hidden, by name."""
        return sorted(self._decision.lost, key=str)

    @property
    def mode(self) -> Mode:
        """How small numbers are protected."""
        return self._decision.mode

    def publication(self, *printed: object) -> Publication:
        """Return what is to be remembered once what is printed has been handed out.

        What was asked for and does not stand there may be known all the same: that a rule is
        silent tells something of what it looked at. Whoever reads an aside is taken to know more
        than it says, so that is never sure.
        """
        world = self._world.told(self._asked_aside - self._decision.untold)
        values = {name: cell.value for name, cell in world.cells.items()}
        hidden = self._decision.hidden | self._kept_back
        learnt = learned(world.cells, hidden, self.mode)
        said = {name: of for name, of in learnt.items() if name in self._asked}
        there = {id(shown) for shown in shown_in(printed)}
        read = {n for n, made_ in self._asked.items() if any(id(each) in there for each in made_)}
        lines = frozenset(world.relations).difference(self._world.relations)
        return Publication(
            values,
            said,
            world.relations,
            mode=self.mode,
            maybe=frozenset(said.keys() - read),
            maybe_lines=lines,
        )


def view_of(
    world: World,
    smallest: int,
    solver: Solver,
    mode: Mode = Mode.SUPPRESS,
    office: str | None = None,
) -> View:
    """Return what a reader sees: the decision is the same for all, an office adds its own.

    Narrows if a number cannot be kept beside what was published earlier.
    """
    return View(world, decide(world, smallest, solver, mode), office)


def tenths(total: int, n: int) -> Fraction:
    """Return a mean as it is printed, to one decimal."""
    return Fraction((20 * total + n) // (2 * n), 10)
