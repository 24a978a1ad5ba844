"""The world together with what was published earlier, and what a reader knows of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from domain.disclosure.cells import (
    ROUNDING,
    Cell,
    Mode,
    Publication,
    Range,
    Relation,
    World,
    rounded,
)
from domain.disclosure.sums import Rests, Side, sides_of

_HIDDEN = Range(1, None)
_HIDDEN_AMONG_ZEROS = Range(0, None)


class Merged:
    """The world together with earlier publications, in one set of numbers and relations.

    The attacker is taken to know which numbers have changed since, and in which direction.
    """

    def __init__(self, world: World, smallest: int, mode: Mode) -> None:
        self.cells, self.smallest, self.mode = world.cells, smallest, mode
        self.truth = {name: cell.value for name, cell in world.cells.items()}
        self.relations = list(dict.fromkeys(world.relations))
        self.before: dict[str, Range] = {}
        self.needs = {
            n: need for n, c in world.cells.items() if (need := self._need(c)) is not None
        }
        for number, earlier in enumerate(world.earlier):
            self._take_in(f"{number}:", earlier)
        self.rests = Rests(self.truth, self._sides(), smallest)
        self.own: dict[str | None, list[str]] = {}
        for name, cell in self.cells.items():
            for who in cell.known_to:
                self.own.setdefault(who, []).append(name)
        self._open = self._all_open()

    def _sides(self) -> Iterable[Side]:
        """Yield what lines add up, where all of it is people."""
        for relation in self.relations:
            for names in sides_of(relation):
                now = all(name in self.cells for name in names)
                if all(self.cells[n].people for n in names if n in self.cells):
                    yield Side(names, self._far if now else 1)

    @property
    def _far(self) -> int:
        """How far possible values of something small must spread."""
        return 1 if self.mode is Mode.ROUND5 else self.smallest - 2

    def _need(self, cell: Cell) -> int | None:
        """Return how far possible values must spread for a number that is small."""
        if not cell.people or not 0 < abs(cell.value) < self.smallest:
            return None
        return self._far

    def _take_in(self, mark: str, earlier: Publication) -> None:
        names = {
            name: self._same_or_old(mark, name, value) for name, value in earlier.values.items()
        }
        for name, value in earlier.values.items():
            key = names[name]
            said = earlier.said.get(name, _HIDDEN_AMONG_ZEROS)
            self.before[key] = _both(self.before.get(key), said)
            was_hidden = name in earlier.said and said.high is None
            if was_hidden or (not said.exact and 0 < value < self.smallest):
                self.needs.setdefault(key, 1)
        known = set(self.relations)
        for relation in earlier.relations:
            terms = tuple((weight, names[name]) for weight, name in relation.terms)
            old = Relation(terms, relation.low, relation.high)
            if old not in known:
                self.relations.append(old)

    def _same_or_old(self, mark: str, name: str, value: int) -> str:
        """Return the number's key: its own if it is still the same, else one for what it was."""
        if self.truth.get(name) == value:
            return name
        old = mark + name
        self.truth[old] = value
        if name in self.cells:
            self._add_step(mark, name, old)
        return old

    def _add_step(self, mark: str, name: str, old: str) -> None:
        """Guard the difference: who came between two publications must not be recognised."""
        step = f"{mark}{name}:step"
        up = 1 if self.truth[name] > self.truth[old] else -1
        size = abs(self.truth[name] - self.truth[old])
        self.truth[step] = size
        self.before[step] = _HIDDEN
        self.relations.append(Relation(((1, name), (-1, old), (-up, step))))
        if self.cells[name].people and size < self.smallest:
            self.needs[step] = 1

    def known(self, hidden: Iterable[str], knower: str | None) -> dict[str, Range]:
        """Return what a reader knows of each number, who may know some of them before.

        The search asks for it thousands of times, and little differs from when all is open.
        """
        known, gone = dict(self._open), set(hidden)
        zeros = _with_zeros(self.cells, gone)
        for name in gone:
            if self.cells[name].printed:
                known[name] = _both(self.before.get(name), _unread(self.cells[name], zeros))
        for name in self.own.get(knower, ()):
            value = self.truth[name]
            known[name] = _both(self.before.get(name), Range(value, value))
        return known

    def _all_open(self) -> dict[str, Range]:
        """Return what is known of each number when nothing is hidden."""
        read = learned(self.cells, (), self.mode)
        return {
            name: _both(self.before.get(name), read.get(name, _HIDDEN_AMONG_ZEROS))
            for name in self.truth
        }


def learned(cells: Mapping[str, Cell], hidden: Iterable[str], mode: Mode) -> dict[str, Range]:
    """Return what a reader learns of each cell that is printed, also of those that are hidden.

    Where no zero of a table is hidden, readers see that the hidden ones are none.
    """
    gone = set(hidden)
    zeros = _with_zeros(cells, gone)
    return {
        name: _unread(cell, zeros) if name in gone else said(cell, mode)
        for name, cell in cells.items()
        if cell.printed
    }


def _with_zeros(cells: Mapping[str, Cell], hidden: Iterable[str]) -> set[str]:
    """Return the tables in which a zero is hidden."""
    return {cells[name].table for name in hidden if not cells[name].value}


def _unread(cell: Cell, zeros: set[str]) -> Range:
    """Return what a reader learns of a cell that is hidden."""
    return _HIDDEN_AMONG_ZEROS if cell.table in zeros and not cell.least else _HIDDEN


def said(cell: Cell, mode: Mode) -> Range:
    """Return what a reader learns of a cell that is printed."""
    if mode is Mode.ROUND5 and cell.people:
        middle = rounded(cell.value)
        return Range(max(cell.least, middle - ROUNDING), middle + ROUNDING)
    return cell.opened


def _both(one: Range | None, other: Range) -> Range:
    if one is None:
        return other
    highs = [r.high for r in (one, other) if r.high is not None]
    return Range(max(one.low, other.low), min(highs, default=None))
