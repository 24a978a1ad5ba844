"""Chooses what stays hidden, so that no attacker can work out what must not be known.

Small counts are hidden first; then, as long as an attacker of `domain.disclosure.attack` finds
one out, the cheapest others with it; last, what turned out unnecessary is opened again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, product

from domain.disclosure.attack import System
from domain.disclosure.cells import Cell, Mode, Publication, Range, Relation, World, rounded
from domain.disclosure.moves import Move
from domain.disclosure.repair import CHANGES

_ZERO_COST = 500
_TIER_COST = 1_000_000
#: How many of the cheapest candidates are tried together before one is simply taken.
_TRIED = 10
#: How far from the truth worlds are looked for that show what to hide.
_STEPS = 3
#: How many numbers differ in such a world at most, if there is none in which fewer do.
_MANY = 24
_HIDDEN = Range(1, None)
_HIDDEN_AMONG_ZEROS = Range(0, None)


@dataclass(frozen=True, slots=True)
class Decision:
    """What is hidden, and what was found out already from earlier publications."""

    mode: Mode
    hidden: frozenset[str]
    lost: frozenset[str]


def decide(world: World, smallest: int, mode: Mode = Mode.SUPPRESS) -> Decision:
    """Return what to hide of a world so that nothing small can be worked out."""
    return _Search(_Merged(world, smallest, mode)).run()


class _Merged:
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

    def _need(self, cell: Cell) -> int | None:
        """Return how far possible values must spread for a number that is small."""
        if not cell.people or not 0 < abs(cell.value) < self.smallest:
            return None
        return 1 if self.mode is Mode.ROUND5 else self.smallest - 2

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
        """Return what a reader knows of each number, who may know some of them before."""
        read = learned(self.cells, hidden, self.mode)
        known = {}
        for name in self.truth:
            cell, now = self.cells.get(name), read.get(name, _HIDDEN_AMONG_ZEROS)
            if cell and knower in cell.known_to:
                now = Range(cell.value, cell.value)
            known[name] = _both(self.before.get(name), now)
        return known


def learned(cells: Mapping[str, Cell], hidden: Iterable[str], mode: Mode) -> dict[str, Range]:
    """Return what a reader learns of each cell that is printed, also of those that are hidden.

    Where no zero of a table is hidden, readers see that the hidden ones are none.
    """
    gone = set(hidden)
    zeros = {cells[n].table for n in gone if not cells[n].value}
    return {name: _read(cell, gone, zeros, mode) for name, cell in cells.items() if cell.printed}


def _read(cell: Cell, gone: set[str], zeros: set[str], mode: Mode) -> Range:
    if cell.id not in gone:
        return said(cell, mode)
    return _HIDDEN_AMONG_ZEROS if cell.table in zeros and not cell.least else _HIDDEN


def said(cell: Cell, mode: Mode) -> Range:
    """Return what a reader learns of a cell that is printed."""
    if mode is Mode.ROUND5 and cell.people:
        middle = rounded(cell.value)
        return Range(max(cell.least, middle - 2), middle + 2)
    return cell.opened


def _both(one: Range | None, other: Range) -> Range:
    if one is None:
        return other
    highs = [r.high for r in (one, other) if r.high is not None]
    return Range(max(one.low, other.low), min(highs, default=None))


class _Systems:
    """One attacker a knower, made when first needed; None knows only what is printed."""

    def __init__(
        self,
        merged: _Merged,
        relations: Mapping[str, list[Relation]],
        hidden: set[str],
        worlds: list[Mapping[str, int]],
        moves: dict[frozenset[str], list[Move]],
        thorough: bool,
    ) -> None:
        self._merged, self._relations, self._moves = merged, relations, moves
        self._thorough = thorough
        self._hidden, self._worlds = hidden, worlds
        self.made: dict[str | None, System] = {}

    def __getitem__(self, knower: str | None) -> System:
        if knower not in self.made:
            known = self._merged.known(self._hidden, knower)
            truth = self._merged.truth
            self.made[knower] = System(
                truth, known, self._relations, self._worlds, self._moves, thorough=self._thorough
            )
        return self.made[knower]


class _Search:
    """Hides more and more until nothing guarded can be found out, then opens what it can."""

    def __init__(self, merged: _Merged) -> None:
        self._merged = merged
        self._worlds: list[Mapping[str, int]] = []
        self._moves: dict[frozenset[str], list[Move]] = {}
        self._neighbours = _neighbours(merged.relations)
        self._relations: dict[str, list[Relation]] = {}
        for relation in merged.relations:
            for _, name in relation.terms:
                self._relations.setdefault(name, []).append(relation)
        self.lost: set[str] = set()
        self._finder: str | None = None
        self._open_anyway = self._known_without_print()
        self.first = self._first()

    def _first(self) -> set[str]:
        merged = self._merged
        if merged.mode is Mode.ROUND5:
            return set()
        small = {name for name in merged.needs if name in merged.cells}
        return {name for name in small if merged.cells[name].printed}

    def _known_without_print(self) -> set[str]:
        """Return what everybody knows even if nothing is printed; hiding it would be of no use."""
        printed = {name for name, cell in self._merged.cells.items() if cell.printed}
        known = self._merged.known(printed, None)
        system = System(self._merged.truth, known, self._relations, (), self._moves)
        return {name for name in printed if system.knows(name)}

    def run(self) -> Decision:
        hidden = set(self.first)
        while (found := self._found_out(hidden)) is not None:
            more = self._cheapest(hidden, found)
            if more:
                hidden |= more
            else:
                self.lost.add(found)
        for name in sorted(hidden - self.first, key=self._cost, reverse=True):
            if self._found_out(hidden - {name}, thorough=False) is None:
                hidden.discard(name)
        return Decision(self._merged.mode, frozenset(hidden), frozenset(self.lost))

    def _cost(self, name: str) -> tuple[int, str]:
        cell = self._merged.cells[name]
        return cell.tier * _TIER_COST + (abs(cell.value) or _ZERO_COST), name

    def _guarded(self, hidden: Iterable[str]) -> dict[str, int]:
        """Return how far each number must spread: what is small, and what is hidden with it."""
        return {**dict.fromkeys(hidden, 1), **self._merged.needs}

    def _systems(self, hidden: set[str], thorough: bool) -> _Systems:
        return _Systems(self._merged, self._relations, hidden, self._worlds, self._moves, thorough)

    def _found_out(
        self, hidden: set[str], only: str | None = None, *, thorough: bool = True
    ) -> str | None:
        """Return a guarded number that somebody can work out; None if there is none."""
        guarded = self._guarded(hidden)
        systems = self._systems(hidden, thorough)
        found = None
        for name in [only] if only else sorted(guarded, key=lambda n: (-guarded[n], n)):
            if name not in self.lost and not self._safe(name, guarded[name], systems):
                found = name
                break
        self._keep(systems)
        return found

    def _safe(self, name: str, need: int, systems: _Systems) -> bool:
        everybody = systems[None]
        if not everybody.spreads(name, need):
            self._finder = None
            return False
        for who in sorted(self._concerned(name, everybody)):
            if not systems[who].spreads(name, need):
                self._finder = who
                return False
        return True

    def _concerned(self, name: str, everybody: System) -> set[str]:
        """Return who knows a number that hangs together with this one, but not this one."""
        cells = self._merged.cells
        near = everybody.part(name).of
        who = {knower for n in near if n in cells for knower in cells[n].known_to}
        return who - (cells[name].known_to if name in cells else frozenset())

    def _keep(self, systems: _Systems) -> None:
        fresh = {
            tuple(sorted(w.items())): w for system in systems.made.values() for w in system.worlds
        }
        fresh.update({tuple(sorted(w.items())): w for w in self._worlds})
        self._worlds = list(fresh.values())[-400:]

    def _cheapest(self, hidden: set[str], found: str) -> set[str]:
        """Return the cheapest cells that make a number safe; one to go on with if none do."""
        candidates = self._candidates(hidden, found)
        tried = [{name} for name in candidates[:_TRIED]]
        tried += [set(pair) for pair in combinations(candidates[: _TRIED // 2], 2)]
        bundles = sorted(self._bundles(hidden, found, self._finder), key=self._costs)
        tried += bundles
        for more in sorted(tried, key=self._costs):
            if self._found_out(hidden | more, found, thorough=False) is None:
                return more
        return bundles[0] if bundles else set(candidates[:1])

    def _costs(self, names: set[str]) -> int:
        return sum(self._cost(name)[0] for name in names)

    def _bundles(self, hidden: set[str], found: str, knower: str | None) -> list[set[str]]:
        """Return cells that, hidden together, allow a world in which the number is another one.

        The knower is who can work it out so far. Such a world is looked for as if everything
        could be hidden, main totals last.
        """
        need = self._guarded(hidden)[found]
        wanted = [d for step in range(need, need + _STEPS) for d in (step, -step)]
        may = {n for n in self._merged.cells if self._may_hide(n, hidden)}
        for most, tier in product((CHANGES, _MANY), range(4)):
            able = {n for n in may if self._merged.cells[n].tier <= tier}
            known = self._merged.known(hidden | able, knower)
            system = System(self._merged.truth, known, self._relations, (), self._moves)
            worlds = system.near(found, wanted, self._dear(may), most)
            bundles = [bundle for world in worlds if (bundle := set(world) & able)]
            if bundles:
                return bundles
        return []

    def _dear(self, may: set[str]) -> Callable[[str], int]:
        """Return what each number costs in such a world; who is hidden already costs nothing."""
        return lambda name: self._cost(name)[0] if name in may else -_TIER_COST

    def _candidates(self, hidden: set[str], found: str) -> list[str]:
        """Return printed cells that hang together with a number through what is unknown."""
        known = self._merged.known(hidden, None)
        seen, edge, near = {found}, [found], set()
        while edge:
            for name in self._neighbours.get(edge.pop(), ()):
                if name in seen:
                    continue
                seen.add(name)
                near.add(name)
                if not known[name].exact:
                    edge.append(name)
        return sorted((n for n in near if self._may_hide(n, hidden)), key=self._cost)

    def _may_hide(self, name: str, hidden: set[str]) -> bool:
        cell = self._merged.cells.get(name)
        before = self._merged.before.get(name)
        if cell is None or not cell.printed or name in hidden or name in self._open_anyway:
            return False
        return before is None or not before.exact


def _neighbours(relations: Iterable[Relation]) -> dict[str, set[str]]:
    near: dict[str, set[str]] = {}
    for relation in relations:
        names = {name for _, name in relation.terms}
        for name in names:
            near.setdefault(name, set()).update(names - {name})
    return near
