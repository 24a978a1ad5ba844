"""Chooses what stays hidden, so that no attacker can work out what must not be known.

Small counts are hidden first. As long as `domain.disclosure.watch` says that a guarded number, or
a small sum of hidden ones, could be worked out, others are hidden with it: all that could be are,
and then the dearest are opened again, one by one, as long as the number stays safe. Last, each
that is hidden so is tried open once more. What stays hidden is chosen here, by cost, then name;
the solver answers only whether.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from domain.disclosure.cells import KnownTooWell, Mode, Narrows, World
from domain.disclosure.merged import Merged, Room
from domain.disclosure.solver import Solver
from domain.disclosure.sums import Side
from domain.disclosure.watch import Proof, Secret, Watch, Worlds

_ZERO_COST = 500
#: What may pay for an aside: the annex and what is for internal use.
_ANNEX = -1


@dataclass(frozen=True, slots=True)
class Decision:
    """What is hidden, and which asides are not told.

    `lost` had been worked out from earlier publications already, or is told by what everybody
    knows: such a number keeps what was left of it.
    """

    mode: Mode
    hidden: frozenset[str]
    lost: frozenset[KnownTooWell] = frozenset()
    untold: frozenset[str] = frozenset()


def decide(world: World, smallest: int, solver: Solver, mode: Mode = Mode.SUPPRESS) -> Decision:
    """Return what to hide of a world so that nothing small can be worked out.

    Narrows if that is not enough beside what was published earlier.
    """
    search = _Search(world, smallest, solver, mode)
    hidden = search.run(set())
    told: set[str] = set()
    for aside in world.asides:
        if not aside.relations:
            told.add(aside.name)  # who reads it learns nothing of people
            continue
        more = _Search(world.told({*told, aside.name}), smallest, solver, mode, search)
        found = more.affordable(hidden)
        if found is not None:
            hidden, search = found, more
            told.add(aside.name)
    untold = frozenset(aside.name for aside in world.asides) - told
    return Decision(mode, frozenset(hidden), frozenset(search.lost), untold)


class _Search:
    """Hides more and more until nothing guarded can be found out, then opens what it can.

    `without` is the search in which an aside was not told yet: what it tells is this version's
    doing, so nothing more than there may be lost.
    """

    def __init__(
        self,
        world: World,
        smallest: int,
        solver: Solver,
        mode: Mode,
        without: _Search | None = None,
    ) -> None:
        self._merged = merged = Merged(world, smallest, mode)
        self._told_more = without is not None
        self.watch = Watch(merged, solver, {name: self._dear(name) for name in merged.truth})
        if without is not None:
            self.watch.learn_from(without.watch)
        self._sides: dict[str, list[Side]] = {}
        for side in merged.sides.all:
            for name in side.names:
                self._sides.setdefault(name, []).append(side)
        printed = {name for name, cell in merged.cells.items() if cell.printed}
        self._hideable = printed - merged.known_anyway()
        if without is not None:
            self._hideable = {n for n in self._hideable if merged.cells[n].tier <= _ANNEX}
        self._first = set(self._small())
        self.lost: set[KnownTooWell] = set(without.lost) if without is not None else set()

    def _small(self) -> Iterator[str]:
        """Yield what is hidden in any case: every small number that would be printed as it is."""
        if self._merged.mode is Mode.SUPPRESS:
            cells = self._merged.cells
            yield from (n for n in self._merged.needs if n in cells and cells[n].printed)

    def _dear(self, name: str) -> int:
        """Return how unwilling a number is to move in a world that is looked for."""
        cell = self._merged.cells.get(name)
        return 1 if cell is None or not cell.printed else 2 + 5 ** max(0, cell.tier + 1)

    def _cost(self, name: str) -> tuple[int, int, str]:
        cell = self._merged.cells[name]
        return cell.tier, abs(cell.value) or _ZERO_COST, name

    def run(self, hidden: set[str]) -> set[str]:
        """Return what to hide, besides what is hidden already."""
        hidden = self._first | hidden
        proofs = self._protected(hidden)
        self._opened(hidden, proofs)
        return hidden

    def affordable(self, hidden: set[str]) -> set[str] | None:
        """Return what to hide where more is told; None if more than the annex must pay for it."""
        more = set(hidden)
        try:
            proofs = self._protected(more)
        except Narrows:
            return None
        self._opened(more, proofs)
        return more

    def _protected(self, hidden: set[str]) -> dict[Secret, Proof]:
        """Hide more until every secret is kept; return how each is."""
        rooms = self._merged.rooms(hidden)
        proofs: dict[Secret, Proof] = {}
        waiting = self._secrets(hidden, rooms)
        while waiting:
            again: dict[Secret, None] = {}
            for secret in waiting:
                proof, more = self._kept(secret, rooms, hidden)
                proofs[secret] = proof
                if more:
                    hidden |= more
                    rooms = self._merged.rooms(hidden)
                    again |= dict.fromkeys([*_beside(more), *self._sums(self._near(more), rooms)])
            waiting = [secret for secret in again if secret not in proofs]
        return {secret: proofs[secret] for secret in self._secrets(hidden, rooms)}

    def _secrets(self, hidden: set[str], rooms: Mapping[str, Room]) -> list[Secret]:
        """Return how far each guarded number must spread, each that is hidden beside, each sum."""
        needs = sorted(self._merged.needs.items(), key=lambda each: (-each[1], each[0]))
        numbers = [Secret((name,), need) for name, need in needs]
        beside = _beside(hidden - self._merged.needs.keys())
        sums = dict.fromkeys(self._sums(self._merged.sides.all, rooms))
        return [*numbers, *beside, *sums]

    def _near(self, names: Iterable[str]) -> list[Side]:
        """Return the sides of lines on which these numbers stand."""
        return list(dict.fromkeys(side for n in sorted(names) for side in self._sides.get(n, ())))

    def _sums(self, sides: Iterable[Side], rooms: Mapping[str, Room]) -> Iterator[Secret]:
        """Yield the small sums that remain on sides of lines, and those of who knows more."""
        merged = self._merged
        for side in sides:
            if names := merged.sides.left(side, rooms.keys()):
                yield Secret(names, side.need)
            unknown = rooms.keys() & side.names
            for who, own in merged.own.items():
                if not own.isdisjoint(unknown) and (
                    names := merged.sides.left(side, unknown - own)
                ):
                    yield Secret(names, side.need, who)

    def _kept(
        self, secret: Secret, rooms: Mapping[str, Room], hidden: set[str]
    ) -> tuple[Proof, set[str]]:
        """Return the proof that a secret is kept, and what must be hidden for it."""
        more: set[str] = set()
        while not isinstance(proof := self.watch.prove(secret, rooms), Proof):
            found = self._more(secret, proof, hidden | more)
            more |= found
            rooms = self._merged.rooms(hidden | more)
        return proof, more

    def _more(self, secret: Secret, knower: str | None, hidden: set[str]) -> set[str]:
        """Return what to hide, so that this reader cannot work a secret out; dear ones last."""
        tried = []
        for able in self._choices(hidden):
            rooms = self._merged.rooms(hidden | able)
            if (worlds := self.watch.worlds(secret, rooms, knower)) is not None:
                return self._fewest(secret, knower, hidden, able, rooms, worlds)
            tried.append(rooms)
        self._settle(secret, knower, tried)
        return set()

    def _choices(self, hidden: set[str]) -> Iterator[set[str]]:
        """Yield what may be hidden: all, or all but what is better known by that, or what was."""
        able = self._hideable - hidden
        yield able
        all_hidden = hidden | able
        if fewer := {name for name in able if self._merged.hiding_tells(name, all_hidden)}:
            yield able - fewer
        if again := able & self._merged.hidden_before:
            yield again

    def _fewest(
        self,
        secret: Secret,
        knower: str | None,
        hidden: set[str],
        able: set[str],
        rooms: Mapping[str, Room],
        worlds: Worlds,
    ) -> set[str]:
        """Return what must be hidden of what may be; the dearest are tried open first."""
        left = hidden | able
        for name in sorted(able, key=self._cost, reverse=True):
            touched = self._merged.touched(name, left)
            left.discard(name)
            rooms = self._without(rooms, touched, left)
            if all(touched.isdisjoint(world) for world in worlds):
                continue
            found = self.watch.worlds(secret, rooms, knower)
            if found is not None:
                worlds = found
            else:
                left.add(name)
                rooms = {**rooms, **{each: self._merged.room(each, left) for each in touched}}
        return left - hidden

    def _settle(
        self, secret: Secret, knower: str | None, tried: Sequence[Mapping[str, Room]]
    ) -> None:
        """Let a secret be as open as it was before this version; Narrows if it would be more."""
        watch, name = self.watch, secret.names[0]
        beside = name not in self._merged.needs or name in self._merged.beside
        if secret in _beside(secret.names) and beside:
            watch.settle(secret, knower, 0)  # nothing small: it need not be hidden
            return
        before = 0 if self._told_more else watch.reach(secret, self._merged.rooms_before(), knower)
        left = max(watch.reach(secret, rooms, knower) for rooms in tried)
        if self._told_more or left < before:
            raise Narrows(self._merged.lost(name))
        watch.settle(secret, knower, before)
        if len(secret.names) == 1 and knower is None:
            self.lost.add(self._merged.lost(name))

    def _opened(self, hidden: set[str], proofs: dict[Secret, Proof]) -> None:
        """Open what need not be hidden: each is tried once, the dearest first."""
        rooms = self._merged.rooms(hidden)
        for name in sorted(hidden - self._first, key=self._cost, reverse=True):
            touched = self._merged.touched(name, hidden)
            hidden.discard(name)
            fewer = self._without(rooms, touched, hidden)
            no_more = _beside({name} - self._merged.needs.keys())
            beside = {each: proofs.pop(each) for each in no_more if each in proofs}
            found = self._still(touched, fewer, proofs)
            if found is None:
                hidden.add(name)
                proofs.update(beside)
            else:
                rooms = fewer
                proofs.update(found)

    def _without(
        self, rooms: Mapping[str, Room], touched: Iterable[str], hidden: set[str]
    ) -> dict[str, Room]:
        """Return the rooms where more is known of some numbers."""
        found = dict(rooms)
        for name in touched:
            if (room := self._merged.room(name, hidden)) != (0, 0):
                found[name] = room
            else:
                found.pop(name, None)
        return found

    def _still(
        self, touched: set[str], rooms: Mapping[str, Room], proofs: Mapping[Secret, Proof]
    ) -> dict[Secret, Proof] | None:
        """Return the new proofs if all is kept although less is hidden; None if not."""
        doubtful = [s for s, proof in proofs.items() if not touched.isdisjoint(proof.names)]
        fresh = [s for s in self._sums(self._near(touched), rooms) if s not in proofs]
        found: dict[Secret, Proof] = {}
        for secret in [*doubtful, *fresh]:
            proof = self.watch.prove(secret, rooms)
            if not isinstance(proof, Proof):
                return None
            found[secret] = proof
        return found


def _beside(names: Iterable[str]) -> list[Secret]:
    """Return: what is hidden with something else must not be known either, or it hides nothing."""
    return [Secret((name,), 1) for name in sorted(names)]
