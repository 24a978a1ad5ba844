"""The attacker: what everybody, and each who knows more, could say about a guarded number.

A number is safe only if two whole worlds were found that agree with all that is known and lie far
enough apart in it. Each is checked here, in whole numbers, whoever found it. What has been found
once is tried again before anything is searched: most of it stays possible when more is hidden.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.disclosure.cells import Relation
from domain.disclosure.merged import Merged, Room
from domain.disclosure.solver import Differences, Program, Solver

Rooms = Mapping[str, Room]
Worlds = tuple[Differences, ...]

#: How many worlds are remembered of each number.
_KEPT = 24


@dataclass(frozen=True, slots=True)
class Secret:
    """Numbers whose sum must spread so far; `knower` is who alone could take the rest off."""

    names: tuple[str, ...]
    need: int
    knower: str | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """The worlds that keep a secret, by who reads; who is not named is kept out as everybody."""

    worlds: Mapping[str | None, Worlds]
    #: All numbers that differ in one of the worlds.
    names: frozenset[str]


class Watch:
    """Answers whether secrets are kept, for any set of numbers that are not printed."""

    def __init__(self, merged: Merged, solver: Solver, dear: Mapping[str, int]) -> None:
        self._merged = merged
        self._lines = [_of_differences(each, merged.truth) for each in merged.relations]
        self._program: Program = solver.program(dear, self._lines)
        self._of: dict[str, list[Relation]] = {}
        for line in self._lines:
            for _, name in line.terms:
                self._of.setdefault(name, []).append(line)
        self._worlds: dict[str, list[Differences]] = {}
        #: The rooms in which no world was found, by what was asked; nor is there one in less room.
        self._without: dict[tuple[Sequence[str], frozenset[str], int], Rooms] = {}
        #: How far a secret spreads at the most, where less is known of it already than it needs.
        self._needs: dict[tuple[tuple[str, ...], str | None], int] = {}

    def need(self, secret: Secret, knower: str | None) -> int:
        """Return how far a secret must spread for a reader."""
        return self._needs.get((secret.names, knower), secret.need)

    def settle(self, secret: Secret, knower: str | None, need: int) -> None:
        """Take it that a secret need not spread further: so much earlier versions left of it."""
        self._needs[secret.names, knower] = need

    def learn_from(self, other: Watch) -> None:
        """Take over what was settled where less was told, and the worlds still possible."""
        self._needs.update(other._needs)
        found = {id(world): world for worlds in other._worlds.values() for world in worlds}
        for world in found.values():
            if self._adds_up(world):
                self._remember(world)

    def prove(self, secret: Secret, rooms: Rooms) -> Proof | str | None:
        """Return the proof that nobody can work a secret out; else who can (None is everybody)."""
        readers: list[str | None] = [secret.knower]
        worlds: dict[str | None, Worlds] = {}
        if secret.knower is None:
            readers += self._others(secret)
        for reader in readers:
            if reader is not None and reader != secret.knower and self._same(worlds, reader):
                continue
            found = self.worlds(secret, rooms, reader)
            if found is None:
                return reader
            worlds[reader] = found
        together = (world for each in worlds.values() for world in each)
        return Proof(worlds, frozenset().union(*together))

    def _others(self, secret: Secret) -> Iterator[str]:
        """Yield who knows numbers of its own, but none of these."""
        for who, own in self._merged.own.items():
            if who is not None and own.isdisjoint(secret.names):
                yield who

    def _same(self, worlds: Mapping[str | None, Worlds], reader: str) -> bool:
        """Return whether what keeps everybody out keeps this reader out, too."""
        own = self._merged.own[reader]
        return all(own.isdisjoint(world) for world in worlds[None])

    def worlds(self, secret: Secret, rooms: Rooms, reader: str | None) -> Worlds | None:
        """Return the worlds that keep a secret from a reader; None if there are none."""
        need = self.need(secret, reader)
        fixed = self._merged.own.get(reader, frozenset())
        if need <= 0:
            return ()
        known = self._remembered(secret, rooms, fixed, need)
        return known if known is not None else self._search(secret, rooms, fixed, need)

    def _remembered(
        self, secret: Secret, rooms: Rooms, fixed: frozenset[str], need: int
    ) -> Worlds | None:
        far: list[tuple[int, Differences]] = [(0, {}), (0, {})]
        for name in secret.names:
            for world in self._worlds.get(name, ()):
                moved = _moved(world, secret.names)
                if far[0][0] <= moved <= far[1][0] or not _possible(world, rooms, fixed):
                    continue
                far[moved > 0] = moved, world
                if far[1][0] - far[0][0] >= need:
                    return tuple(world for moved, world in far if moved)
        return None

    def _search(
        self, secret: Secret, rooms: Rooms, fixed: frozenset[str], need: int
    ) -> Worlds | None:
        """Ask for a world so far above the truth, or below, or for two that are so far apart."""
        names = secret.names
        for step in (need, -need):
            if (world := self._ask(rooms, fixed, names, step)) is not None:
                return (world,)
        for step in range(1, need):  # most that are told cannot move at all, so that comes first
            above = self._ask(rooms, fixed, names, step)
            if above is None:
                return None
            below = self._ask(rooms, fixed, names, step - need)
            if below is not None:
                return above, below
        return None

    def _ask(
        self, rooms: Rooms, fixed: frozenset[str], names: Sequence[str], step: int
    ) -> Differences | None:
        """Return a world, unless there was none when no less was hidden."""
        asked = (names, fixed, step)
        if (before := self._without.get(asked)) is not None and _within(rooms, before):
            return None
        world = self._found(rooms, fixed, names, step)
        if world is None:
            self._without[asked] = rooms
        return world

    def _found(
        self, rooms: Rooms, fixed: frozenset[str], names: Sequence[str], step: int
    ) -> Differences | None:
        inner = fixed.intersection(rooms)
        world = self._program.world(rooms, inner, names, step)
        if world is None or not self._is_one(world, rooms, fixed):
            return None
        if abs(_moved(world, names)) < abs(step) or (_moved(world, names) > 0) != (step > 0):
            return None
        self._remember(world)
        return world

    def _remember(self, world: Differences) -> None:
        for name in world:
            kept = self._worlds.setdefault(name, [])
            kept.insert(0, world)
            del kept[_KEPT:]

    def _is_one(self, world: Differences, rooms: Rooms, fixed: frozenset[str]) -> bool:
        """Check a world to the unit: each number within its room, each line between its ends."""
        return _possible(world, rooms, fixed) and self._adds_up(world)

    def _adds_up(self, world: Differences) -> bool:
        lines = {id(line): line for name in world for line in self._of.get(name, ())}
        return all(
            line.low <= sum(weight * world.get(n, 0) for weight, n in line.terms) <= line.high
            for line in lines.values()
        )

    def reach(self, secret: Secret, rooms: Rooms, reader: str | None) -> int:
        """Return how far a secret spreads for a reader, up to what it needs."""
        fixed = self._merged.own.get(reader, frozenset())
        for need in range(self.need(secret, reader), 0, -1):
            if self._remembered(secret, rooms, fixed, need) is not None:
                return need
            if self._search(secret, rooms, fixed, need) is not None:
                return need
        return 0


def _of_differences(relation: Relation, truth: Mapping[str, int]) -> Relation:
    whole = sum(weight * truth[name] for weight, name in relation.terms)
    return Relation(relation.terms, relation.low - whole, relation.high - whole)


def _within(rooms: Rooms, others: Rooms) -> bool:
    """Return whether no number has more room than in the others."""
    if rooms is others:
        return True
    for name, (low, high) in rooms.items():
        other = others.get(name)
        if other is None or low < other[0] or high > other[1]:
            return False
    return True


def _moved(world: Differences, names: Iterable[str]) -> int:
    return sum(world.get(name, 0) for name in names)


def _possible(world: Differences, rooms: Rooms, fixed: frozenset[str]) -> bool:
    for name, difference in world.items():
        low, high = rooms.get(name, (0, 0))
        if not low <= difference <= high or name in fixed:
            return False
    return True
