"""Chooses what stays hidden, so that no attacker can work out what must not be known.

Small counts are hidden first; then, as long as an attacker of `domain.disclosure.attack` finds
one out, or a small sum of hidden ones, the cheapest others with it; last, what turned out
unnecessary is opened again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, product

from domain.disclosure.attack import System
from domain.disclosure.cells import Mode, Range, Relation, World
from domain.disclosure.merged import Merged
from domain.disclosure.moves import Move
from domain.disclosure.repair import CHANGES
from domain.disclosure.sums import Side

_ZERO_COST = 500
_TIERS = range(-1, 4)
#: What costs less than anything: to hide what is hidden already.
_FREE = -1_000_000
#: How many of the cheapest candidates are tried together before one is simply taken.
_TRIED = 10
#: How far from the truth worlds are looked for that show what to hide.
_STEPS = 3
#: How many numbers differ in such a world at most, if there is none in which fewer do.
_MANY = 24


@dataclass(frozen=True, slots=True)
class Decision:
    """What is hidden, and what was found out already from earlier publications."""

    mode: Mode
    hidden: frozenset[str]
    lost: frozenset[str]


def decide(world: World, smallest: int, mode: Mode = Mode.SUPPRESS) -> Decision:
    """Return what to hide of a world so that nothing small can be worked out."""
    return _Search(Merged(world, smallest, mode)).run()


class _Systems:
    """One attacker a knower, made when first needed; None knows only what is printed."""

    def __init__(
        self,
        merged: Merged,
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
        self._known: dict[str | None, dict[str, Range]] = {}

    def __getitem__(self, knower: str | None) -> System:
        if knower not in self.made:
            known = self.known(knower)
            sums = {name: rest.names for name, rest in self._merged.rests.of(known).items()}
            self.made[knower] = System(
                self._merged.truth,
                known,
                self._relations,
                self._worlds,
                self._moves,
                sums,
                thorough=self._thorough,
            )
        return self.made[knower]

    def known(self, knower: str | None) -> dict[str, Range]:
        """Return what somebody knows of each number."""
        if knower not in self._known:
            self._known[knower] = self._merged.known(self._hidden, knower)
        return self._known[knower]


@dataclass(frozen=True, slots=True)
class _Secret:
    """A number that must spread so far, or the sum of some on a side of a line.

    `knower` is who can work it out, or who alone could; None is everybody.
    """

    name: str
    need: int
    names: tuple[str, ...]
    side: Side | None = None
    knower: str | None = None


class _Search:
    """Hides more and more until nothing guarded can be found out, then opens what it can."""

    def __init__(self, merged: Merged) -> None:
        self._merged = merged
        self._worlds: list[Mapping[str, int]] = []
        self._moves: dict[frozenset[str], list[Move]] = {}
        self._neighbours = _neighbours(merged.relations)
        self._relations: dict[str, list[Relation]] = {}
        for relation in merged.relations:
            for _, name in relation.terms:
                self._relations.setdefault(name, []).append(relation)
        self.lost: set[str] = set()
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
                self.lost.add(found.name)
        for name in sorted(hidden - self.first, key=self._cost, reverse=True):
            if self._found_out(hidden - {name}, thorough=False) is None:
                hidden.discard(name)
        return Decision(self._merged.mode, frozenset(hidden), frozenset(self.lost))

    def _cost(self, name: str) -> tuple[int, str]:
        cell = self._merged.cells[name]
        return _tier_cost(cell.tier) + (abs(cell.value) or _ZERO_COST), name

    def _systems(self, hidden: set[str], thorough: bool) -> _Systems:
        return _Systems(self._merged, self._relations, hidden, self._worlds, self._moves, thorough)

    def _found_out(
        self, hidden: set[str], only: _Secret | None = None, *, thorough: bool = True
    ) -> _Secret | None:
        """Return something guarded that somebody can work out; None if there is nothing."""
        systems = self._systems(hidden, thorough)
        if only is None:
            secrets = [*self._numbers(hidden), *self._rests(systems)]
        elif only.side is None:
            secrets = [replace(only, knower=None)]
        else:
            secrets = [each for each in self._rests(systems) if each.side is only.side]
        kept = (each for each in secrets if each.name not in self.lost)
        found = next((out for each in kept if (out := self._out(each, systems))), None)
        self._keep(systems)
        return found

    def _numbers(self, hidden: Iterable[str]) -> list[_Secret]:
        """Return how far each number must spread: what is small, and what is hidden with it."""
        guarded = {**dict.fromkeys(hidden, 1), **self._merged.needs}
        wanted = sorted(guarded.items(), key=lambda each: (-each[1], each[0]))
        return [_Secret(name, need, (name,)) for name, need in wanted]

    def _rests(self, systems: _Systems) -> Iterator[_Secret]:
        """Yield the small sums that remain of lines, those of who knows more at the end."""
        known = systems.known(None)
        open_to_all = self._merged.rests.of(known)
        for name, rest in open_to_all.items():
            yield _Secret(name, rest.side.need, rest.names, rest.side)
        for knower, own in self._merged.own.items():
            for name, rest in self._merged.rests.of(known, own).items():
                if name not in open_to_all:
                    yield _Secret(name, rest.side.need, rest.names, rest.side, knower)

    def _out(self, secret: _Secret, systems: _Systems) -> _Secret | None:
        """Return a secret together with who can work it out; None if nobody can."""
        if not systems[secret.knower].spreads(secret.name, secret.need):
            return secret
        if secret.knower is None:
            for who in sorted(self._concerned(secret, systems[None])):
                if not systems[who].spreads(secret.name, secret.need):
                    return replace(secret, knower=who)
        return None

    def _concerned(self, secret: _Secret, everybody: System) -> set[str]:
        """Return who knows a number that hangs together with this one, but none of its own."""
        cells = self._merged.cells
        near = everybody.part(secret.name).of
        who = {knower for n in near if n in cells for knower in cells[n].known_to}
        return who.difference(*(cells[n].known_to for n in secret.names if n in cells))

    def _keep(self, systems: _Systems) -> None:
        found = [world for system in systems.made.values() for world in system.plain_worlds()]
        fresh = {tuple(sorted(w.items())): w for w in [*found, *self._worlds]}
        self._worlds = list(fresh.values())[-400:]

    def _cheapest(self, hidden: set[str], found: _Secret) -> set[str]:
        """Return the cheapest cells that make a number safe; one to go on with if none do."""
        candidates = self._candidates(hidden, found)
        tried = [{name} for name in candidates[:_TRIED]]
        tried += [set(pair) for pair in combinations(candidates[: _TRIED // 2], 2)]
        bundles = sorted(self._bundles(hidden, found), key=self._costs)
        tried += bundles
        for more in sorted(tried, key=self._costs):
            if self._found_out(hidden | more, found, thorough=False) is None:
                return more
        return bundles[0] if bundles else set(candidates[:1])

    def _costs(self, names: set[str]) -> int:
        return sum(self._cost(name)[0] for name in names)

    def _bundles(self, hidden: set[str], found: _Secret) -> list[set[str]]:
        """Return cells that, hidden together, allow a world in which the number is another one.

        Such a world is looked for as if everything could be hidden, main totals last.
        """
        steps = range(found.need, found.need + _STEPS)
        wanted = [d for step in steps for d in (step, -step)]
        sums = {} if found.side is None else {found.name: found.names}
        may = {n for n in self._merged.cells if self._may_hide(n, hidden)}
        for most, tier in product((CHANGES, _MANY), _TIERS):
            able = {n for n in may if self._merged.cells[n].tier <= tier}
            known = self._merged.known(hidden | able, found.knower)
            system = System(self._merged.truth, known, self._relations, (), self._moves, sums)
            worlds = system.near(found.name, wanted, self._dear(may), most)
            bundles = [bundle for world in worlds if (bundle := set(world) & able)]
            if bundles:
                return bundles
        return []

    def _dear(self, may: set[str]) -> Callable[[str], int]:
        """Return what each number costs in such a world; who is hidden already costs nothing."""
        return lambda name: self._cost(name)[0] if name in may else _FREE

    def _candidates(self, hidden: set[str], found: _Secret) -> list[str]:
        """Return printed cells that hang together with a number through what is unknown."""
        known = self._merged.known(hidden, None)
        seen, edge, near = set(found.names), list(found.names), set()
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


def _tier_cost(tier: int) -> int:
    """Return what the cheapest of a tier costs: more than many of the tier below it."""
    return 100 ** (tier + 2) if tier >= 0 else 0


def _neighbours(relations: Iterable[Relation]) -> dict[str, set[str]]:
    near: dict[str, set[str]] = {}
    for relation in relations:
        names = {name for _, name in relation.terms}
        for name in names:
            near.setdefault(name, set()).update(names - {name})
    return near
