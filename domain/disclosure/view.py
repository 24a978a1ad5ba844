"""The one way from a count of people to a page: asks the decision, then shows or hides."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from domain.disclosure.cells import ROUNDING, KnownTooWell, Mode, Publication, World, rounded
from domain.disclosure.merged import learned
from domain.disclosure.protect import Decision, decide
from domain.disclosure.solver import Solver
from domain.disclosure.values import SEAL, Shown, Sign, Unit
from domain.disclosure.values import _shown as made


class View:
    """What one reader sees of a world. `office` reads its own numbers openly."""

    def __init__(self, world: World, decision: Decision, office: str | None = None) -> None:
        self._world, self._decision, self._office = world, decision, office

    def __call__(self, name: str, unit: Unit = Unit.PEOPLE) -> Shown:
        """Show a number; KeyError if the world has no such cell or may not print it."""
        cell = self._world.cells[name]
        if not cell.printed:
            raise KeyError(f"{name} is not meant to be printed")
        if self._office is not None and self._office in cell.known_to:
            return made(cell.value, unit)
        if name in self._decision.hidden:
            return Shown(Sign.HIDDEN, None, unit, SEAL)
        if self._decision.mode is Mode.ROUND5 and cell.people:
            return made(rounded(cell.value), unit, ROUNDING)
        return made(cell.value, unit)

    def __contains__(self, name: str) -> bool:
        """Whether there is such a number to print."""
        return name in self._world.cells and self._world.cells[name].printed

    def mean(self, name: str, of: str, smallest: int) -> Shown:
        """Show the mean of a sum over a count, to one decimal, if the base is large enough."""
        n = self._world.cells[of].value
        if n < smallest or name not in self._world.cells:
            return Shown(Sign.TOO_FEW, None, Unit.MEAN, SEAL)
        if {name, of} & self._decision.hidden:
            return Shown(Sign.HIDDEN, None, Unit.MEAN, SEAL)
        total = self._world.cells[name].value
        return made(tenths(total, n), Unit.MEAN)

    def tells(self, aside: str) -> bool:
        """Whether figures about things may be shown; KeyError if they were never tried."""
        if aside not in {each.name for each in self._world.asides}:
            raise KeyError(aside)
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

    def publication(self) -> Publication:
        """Return what is to be remembered once this view has been published."""
        aside = {each.name for each in self._world.asides} - self._decision.untold
        world = self._world.told(aside)
        values = {name: cell.value for name, cell in world.cells.items()}
        read = learned(world.cells, self._decision.hidden, self.mode)
        return Publication(values, read, world.relations, mode=self.mode)

    def excerpt(self, *names: str) -> Publication:
        """Return what is to be remembered once only these numbers have been published."""
        whole = self.publication()
        return replace(whole, said={name: whole.said[name] for name in names})


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
