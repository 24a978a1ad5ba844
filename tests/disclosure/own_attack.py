"""The attacker: what can be said about a hidden number from everything that is printed.

A hidden number is safe only if whole worlds are found that agree with all that is printed and
differ in it. Where the search gives up, the number counts as found out: never the other way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from domain.disclosure.cells import Range, Relation, total_of
from tests.disclosure.own_moves import SLACK, Move, combined, moves
from tests.disclosure.own_repair import Repairer

#: Stands for "no limit"; smaller only means that fewer worlds count as possible.
_FAR = 10**7
#: Steps of one search, and how far it strays from the truth in one number.
_STEPS = 60
_STRAY = 12
_EXTRA = 4
#: How many moves are tried in pairs, and how often one is made at most.
_PAIRED = 40
#: Up to so many unknown numbers that hang together, pairs and a full search are worth it.
_SMALL = 60
#: How many changes are tried for a world that shows what to hide.
_PATIENT = 3000
_ENOUGH = 50

#: The usual case: nothing is left that adds up to something small.
NO_SUMS: Mapping[str, tuple[str, ...]] = MappingProxyType({})

_Bounds = dict[str, tuple[int, int]]


class _Part:
    """Unknown numbers that hang together, with the relations between them alone."""

    def __init__(self, bounds: _Bounds, relations: Sequence[Relation]) -> None:
        self.relations = relations
        self.of: dict[str, list[int]] = {name: [] for name in bounds}
        for index, relation in enumerate(relations):
            for _, name in relation.terms:
                self.of[name].append(index)
        self.bounds = self.tightened(bounds, list(bounds))
        self._repairer: Repairer | None = None
        #: One plain sum: then the bounds say it all, every value between them is possible.
        self.simple = len(relations) <= 1 and all(
            abs(w) == 1 for r in relations for w, _ in r.terms
        )

    def room(self, name: str) -> tuple[int, int] | None:
        """Return the bounds of a number, or of the slack of a rounded sum."""
        if self.bounds is None:
            return None
        if name in self.bounds:
            return self.bounds[name]
        relation = self.relations[int(name.rpartition(":")[2])]
        return relation.low, relation.high

    def slacks(self, truth: Mapping[str, int]) -> dict[str, int]:
        """Return the true value of each rounded sum."""
        return {
            SLACK.format(index): sum(weight * truth[name] for weight, name in relation.terms)
            for index, relation in enumerate(self.relations)
            if relation.low != relation.high
        }

    def tightened(self, bounds: _Bounds, changed: Iterable[str]) -> _Bounds | None:
        """Return the bounds drawn as tight as each relation alone allows; None if none is left."""
        tight = dict(bounds)
        waiting = dict.fromkeys(index for name in changed for index in self.of[name])
        for _ in range(40 * len(self.relations) + 40):
            if not waiting:
                break
            index = next(iter(waiting))
            del waiting[index]
            moved = _tighten(self.relations[index], tight)
            if moved is None:
                return None
            waiting.update(dict.fromkeys(i for name in moved for i in self.of[name]))
        return tight

    def repairer(self, truth: Mapping[str, int]) -> Repairer:
        """Return what finds worlds near the truth; made once."""
        if self._repairer is None:
            assert self.bounds is not None
            self._repairer = Repairer(self.bounds, self.relations, self.of, truth)
        return self._repairer

    def agrees(self, values: _Bounds) -> bool:
        """Return whether a whole world satisfies every relation."""
        return all(
            r.low <= sum(weight * values[name][0] for weight, name in r.terms) <= r.high
            for r in self.relations
        )


class System:
    """All numbers with what is known of each, and the relations between them.

    `truth` must satisfy everything; it is where the search starts. `worlds` are differences
    from the truth that were found possible when less or as much was known. `sums` are guarded
    like numbers, by the names of their parts. Who is not `thorough` gives up early.
    """

    def __init__(
        self,
        truth: Mapping[str, int],
        known: Mapping[str, Range],
        relations: Mapping[str, Sequence[Relation]],
        worlds: Sequence[Mapping[str, int]] = (),
        known_moves: dict[frozenset[str], list[Move]] | None = None,
        sums: Mapping[str, tuple[str, ...]] = NO_SUMS,
        *,
        thorough: bool = True,
    ) -> None:
        self._truth, self._relations, self._thorough = dict(truth), dict(relations), thorough
        self._known_moves = {} if known_moves is None else known_moves
        self._bounds: _Bounds = {
            name: (r.low, _FAR if r.high is None else r.high) for name, r in known.items()
        }
        self._sums = sums
        for name, parts in sums.items():
            self._add_up(name, parts)
        self._parts: dict[str, _Part] = {}
        self.worlds = [self._summed(world) for world in worlds if self._allows(world)]
        self._reach: dict[str, tuple[int, int]] = {}
        for world in self.worlds:
            self._note(world)

    def _add_up(self, name: str, parts: tuple[str, ...]) -> None:
        """Take in a sum as a number of its own."""
        self._truth[name] = sum(self._truth[part] for part in parts)
        self._bounds[name] = (0, _FAR)
        relation = total_of(name, parts)
        for each in (name, *parts):
            self._relations[each] = [*self._relations.get(each, ()), relation]

    def _summed(self, world: Mapping[str, int]) -> dict[str, int]:
        """Return a world with the differences of all sums."""
        sums = {name: sum(world.get(p, 0) for p in parts) for name, parts in self._sums.items()}
        return {**world, **{name: difference for name, difference in sums.items() if difference}}

    def plain_worlds(self) -> list[dict[str, int]]:
        """Return the worlds that were found, without sums: whoever comes next has others."""
        return [{n: d for n, d in world.items() if n not in self._sums} for world in self.worlds]

    def _allows(self, world: Mapping[str, int]) -> bool:
        for name, difference in world.items():
            low, high = self._bounds[name]
            if not low <= self._truth[name] + difference <= high:
                return False
        return True

    def _note(self, world: Mapping[str, int]) -> None:
        for name, difference in world.items():
            down, up = self._reach.get(name, (0, 0))
            self._reach[name] = (min(down, difference), max(up, difference))

    def spreads(self, name: str, need: int) -> bool:
        """Return whether two possible worlds differ in this number by `need` or more."""
        low, high = self._bounds[name]
        if high - low < need:
            return False
        if self._seen(name) >= need:
            return True
        part = self.part(name)
        if part.bounds is None or part.bounds[name][1] - part.bounds[name][0] < need:
            return False
        return part.simple or self._moves(part, name, need)

    def knows(self, name: str) -> bool:
        """Return whether the bounds alone tell this number."""
        bounds = self.part(name).bounds if self._is_open(name) else self._bounds
        return bounds is not None and bounds[name][0] == bounds[name][1]

    def _moves(self, part: _Part, name: str, need: int) -> bool:
        """Try the moves that keep all sums; search further only if these do not spread enough."""
        key = frozenset(part.of)
        if key not in self._known_moves:
            self._known_moves[key] = moves(sorted(part.of), part.relations)
        able = [move for move in self._known_moves[key] if name in move]
        if not able:
            return False
        truth = {**self._truth, **part.slacks(self._truth)}
        if self._walks(part, truth, able, name, need) or self._repaired(part, name, need):
            return True
        if not self._thorough or len(part.of) > _SMALL:
            return False
        pairs = self._pairs(able, self._known_moves[key], name)
        return self._walks(part, truth, pairs, name, need) or self._search(part, name, need)

    def _walks(
        self,
        part: _Part,
        truth: Mapping[str, int],
        tried: Iterable[Move],
        name: str,
        need: int,
    ) -> bool:
        for move in tried:
            self._walk(part, truth, move)
            if self._seen(name) >= need:
                return True
        return False

    def _repaired(self, part: _Part, name: str, need: int) -> bool:
        """Look for worlds in which few numbers differ."""
        repairer = part.repairer(self._truth)
        for step in [*range(need, need + _EXTRA), *range(need - 1, 0, -1)]:
            for difference in (step, -step):
                world = repairer.world(name, difference)
                if world is not None:
                    self.worlds.append(world)
                    self._note(world)
                    if self._seen(name) >= need:
                        return True
        return False

    @staticmethod
    def _pairs(able: list[Move], every: list[Move], name: str) -> Iterator[Move]:
        for one in able[:_PAIRED]:
            for other in every[:_PAIRED]:
                if one is not other:
                    yield from combined(one, other, name)

    def _walk(self, part: _Part, truth: Mapping[str, int], move: Move) -> None:
        """Note how far a move can be made in both directions."""
        least, most = -_FAR, _FAR
        for name, step in move.items():
            room = part.room(name)
            if room is None:
                return
            low, high = _divided(step, (room[0] - truth[name], room[1] - truth[name]))
            least, most = max(least, low), min(most, high)
        for times in (max(least, -_ENOUGH), min(most, _ENOUGH)):
            if times and least <= 0 <= most:
                world = {n: s * times for n, s in move.items() if n in self._truth}
                self.worlds.append(world)
                self._note(world)

    def _seen(self, name: str) -> int:
        down, up = self._reach.get(name, (0, 0))
        return up - down

    def near(
        self, name: str, differences: Iterable[int], dear: Callable[[str], int], most: int
    ) -> Iterator[dict[str, int]]:
        """Yield worlds in which a number differs so much, and few others do, dear ones last.

        `most` is how many numbers differ at most.
        """
        part = self.part(name)
        if part.bounds is None:
            return
        repairer = Repairer(part.bounds, part.relations, part.of, self._truth, dear, most)
        for difference in differences:
            world = repairer.world(name, difference, _PATIENT)
            if world is not None:
                yield world

    def part(self, name: str) -> _Part:
        """Return all unknown numbers that hang together with an unknown one."""
        if name not in self._parts:
            names, relations = self._together(name)
            bounds = {each: self._bounds[each] for each in names}
            part = _Part(bounds, [self._reduced(relation) for relation in relations])
            self._parts.update(dict.fromkeys(names, part))
        return self._parts[name]

    def _together(self, name: str) -> tuple[set[str], list[Relation]]:
        names, relations, edge = {name}, {}, [name]
        while edge:
            for relation in self._relations.get(edge.pop(), ()):
                if id(relation) in relations:
                    continue
                relations[id(relation)] = relation
                fresh = {n for _, n in relation.terms if self._is_open(n)} - names
                names |= fresh
                edge.extend(fresh)
        return names, sorted(relations.values(), key=lambda relation: relation.terms)

    def _is_open(self, name: str) -> bool:
        low, high = self._bounds[name]
        return low < high

    def _reduced(self, relation: Relation) -> Relation:
        """Return the relation of the unknown numbers alone."""
        fixed = sum(w * self._bounds[n][0] for w, n in relation.terms if not self._is_open(n))
        terms = tuple((w, n) for w, n in relation.terms if self._is_open(n))
        return Relation(terms, relation.low - fixed, relation.high - fixed)

    def _search(self, part: _Part, name: str, need: int) -> bool:
        assert part.bounds is not None
        low, high = part.bounds[name]
        truth = self._truth[name]
        for step in [*range(need, need + _EXTRA), *range(need - 1, 0, -1)]:
            for value in (truth + step, truth - step):
                possible = low <= value <= high and self._find(part, name, value)
                if possible and self._seen(name) >= need:
                    return True
        return False

    def _find(self, part: _Part, name: str, value: int) -> bool:
        assert part.bounds is not None
        start = {**part.bounds, name: (value, value)}
        found = self._descend(part, start, name, [_STEPS])
        if found is None:
            return False
        differences = {n: low - self._truth[n] for n, (low, _) in found.items()}
        world = {n: d for n, d in differences.items() if d}
        self.worlds.append(world)
        self._note(world)
        return True

    def _descend(
        self, part: _Part, bounds: _Bounds, changed: str, steps: list[int]
    ) -> _Bounds | None:
        tight = part.tightened(bounds, [changed])
        if tight is None:
            return None
        free = [(high - low, name) for name, (low, high) in tight.items() if low < high]
        if not free:
            return tight if part.agrees(tight) else None
        _, name = min(free)
        for value in _near(self._truth[name], *tight[name]):
            steps[0] -= 1
            if steps[0] < 0:
                return None
            found = self._descend(part, {**tight, name: (value, value)}, name, steps)
            if found is not None:
                return found
        return None


def _near(truth: int, low: int, high: int) -> Iterator[int]:
    """Yield possible values, those near the truth first."""
    start = min(max(truth, low), high)
    yield start
    for step in range(1, _STRAY):
        if start + step <= high:
            yield start + step
        if start - step >= low:
            yield start - step


def _tighten(relation: Relation, bounds: _Bounds) -> list[str] | None:
    """Draw the bounds of one relation's numbers tight; return whose changed, None if impossible."""
    ends = [_ends(weight, bounds[name]) for weight, name in relation.terms]
    least, most = sum(e[0] for e in ends), sum(e[1] for e in ends)
    if least > relation.high or most < relation.low:
        return None
    moved = []
    for (weight, name), (smallest, largest) in zip(relation.terms, ends, strict=True):
        low, high = bounds[name]
        if low == high:
            continue
        room = (relation.low - (most - largest), relation.high - (least - smallest))
        new_low, new_high = _divided(weight, room)
        new_low, new_high = max(low, new_low), min(high, new_high)
        if new_low > new_high:
            return None
        if (new_low, new_high) != (low, high):
            bounds[name] = (new_low, new_high)
            moved.append(name)
    return moved


def _ends(weight: int, bound: tuple[int, int]) -> tuple[int, int]:
    a, b = weight * bound[0], weight * bound[1]
    return (a, b) if a <= b else (b, a)


def _divided(weight: int, room: tuple[int, int]) -> tuple[int, int]:
    """Return the whole numbers that, times the weight, lie in the room."""
    if weight > 0:
        return -(-room[0] // weight), room[1] // weight
    return -(room[1] // -weight), -room[0] // -weight
