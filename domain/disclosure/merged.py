"""The world together with what was published earlier, and what a reader knows of both."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from domain.disclosure.cells import (
    FAR,
    Cell,
    KnownTooWell,
    Mode,
    Publication,
    Range,
    Relation,
    World,
)
from domain.disclosure.reading import ANYTHING, HIDDEN, rows_of, said, unread, zeros_of
from domain.disclosure.sums import Side, Sides, composed, sides_of, totals

_EITHER_WAY = Range(-FAR, None)

#: How far from the truth a number may lie, below and above.
Room = tuple[int, int]


class Merged:
    """The world together with earlier publications, in one set of numbers and relations.

    The attacker is taken to know which numbers changed from one version to the next, and in which
    direction, whether or not this version is handed out.
    """

    def __init__(self, world: World, smallest: int, mode: Mode) -> None:
        self.cells, self.smallest, self.mode = world.cells, smallest, mode
        self.truth = {name: cell.value for name, cell in world.cells.items()}
        self.relations = list(dict.fromkeys(world.relations))
        #: What earlier versions may have told at the most, and what readers surely know of them.
        self.before: dict[str, Range] = {}
        self.surely: dict[str, Range] = {}
        #: What may be put into lines of which nobody may know.
        self._perhaps: dict[Relation, str] = {}
        #: Numbers of which nobody knows before reading whether they are above zero, or below.
        self._either_way: set[str] = set()
        self._earlier = world.earlier
        self._tables = rows_of(self.cells)
        #: How far possible values of each guarded number must spread.
        self.needs = {
            n: need for n, c in world.cells.items() if (need := self._need(c)) is not None
        }
        #: What an earlier version hid beside small numbers: hidden again if it can be, no more.
        self.beside: set[str] = set()
        #: What some earlier version hid.
        self.hidden_before: set[str] = set()
        self._steps: list[Side] = []
        #: What stands for a number in each version that had it.
        self._keys: dict[str, list[str]] = {}
        #: Which number of which version a key stands for, where it is not this version's own.
        self._stands_for: dict[str, KnownTooWell] = {}
        #: What was only ever told aside: figures about things, of which this version may be silent.
        self._aside: set[str] = set()
        for number, earlier in enumerate(world.earlier):
            self._take_in(f"{number}:", earlier)
        self._know_what_changed()
        self.sides = Sides(self.truth, [*self._sides(), *self._steps], smallest)
        self.own: dict[str | None, frozenset[str]] = self._known_to()
        self._zeros = zeros_of(self.cells)
        self._open = {name: said(cell, mode) for name, cell in self.cells.items() if cell.printed}
        self._rooms_before: dict[str, Room] | None = None

    def _known_to(self) -> dict[str | None, frozenset[str]]:
        """Return the numbers each reader knows before reading: its own, and what they were."""
        own: dict[str | None, set[str]] = {}
        for key in self.truth:
            stands_for = self._stands_for.get(key)
            cell = self.cells.get(stands_for.name if stands_for else key)
            for who in sorted(cell.known_to) if cell else ():
                own.setdefault(who, set()).add(key)
        return {who: frozenset(keys) for who, keys in sorted(own.items(), key=str)}

    def _sides(self) -> Iterator[Side]:
        """Yield what lines add up, where all of it is people."""
        perhaps = frozenset(self._perhaps.values())
        parts = totals(self.relations)
        for relation in self.relations:
            if any(name in perhaps for _, name in relation.terms):
                continue  # what an aside told of things; sums of people have lines of their own
            for side in sides_of(relation):
                for names in composed(side, parts):
                    now = all(name in self.cells for name in names)
                    if all(map(self._counts_people, names)):
                        yield Side(names, self._far if now else 1)

    def _counts_people(self, key: str) -> bool:
        """Return whether a number counts people, or a change of it; one that is gone may."""
        stands_for = self._stands_for.get(key)
        name = stands_for.name if stands_for else key
        return self.cells[name].people if name in self.cells else name not in self._aside

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
        self._aside |= _only_aside(earlier)
        same = self._same_rows(earlier)
        names = {
            name: self._same_or_old(mark, KnownTooWell(name, earlier.made_on), value)
            for name, value in earlier.values.items()
        }
        for name, value in earlier.values.items():
            key = names[name]
            said = earlier.said.get(name, self._there(name, value))
            sure = self._sure(earlier, name, same)
            self.before[key] = _both(self.before.get(key), said)
            if name in earlier.said and said.high is None:
                self.hidden_before.add(key)
            self.surely[key] = _both(self.surely.get(key), sure)
            if self._of_people(name, earlier) and not sure.exact and 0 < value < self.smallest:
                self.needs.setdefault(key, self._far)
            elif name in earlier.said and said.high is None and key not in self.needs:
                self.needs[key] = 1
                self.beside.add(key)
        known = set(self.relations)
        for relation in earlier.relations:
            terms = tuple((weight, names[name]) for weight, name in relation.terms)
            old = Relation(terms, relation.low, relation.high)
            if old not in known:
                self._take_line(old, sure=relation not in earlier.maybe_lines)
                self._steps += self._changed(relation, names)

    def _there(self, name: str, value: int) -> Range:
        """Return what somebody may know of an earlier number that nobody printed.

        Who is told that a row was corrected knows that it was there.
        """
        least = self.cells[name].least if name in self.cells else 0
        return Range(min(least, value), None) if least else ANYTHING

    def _sure(self, earlier: Publication, name: str, same: Collection[str]) -> Range:
        """Return what readers surely know of an earlier number; `same` are rows as they are now.

        That it was hidden tells nobody for sure that there was anyone, for none is hidden, too;
        only a row that stands there for nothing else does. Who takes it to be told by one version
        and not by another, is not to be told by this one. But what somebody concludes from a table
        they conclude each time, as long as it is the same.
        """
        sure = earlier.surely(name) or ANYTHING
        least = self.cells[name].least if name in self.cells else 0
        told = name in same or min(least, earlier.values[name])
        return ANYTHING if sure == HIDDEN and not told else sure

    def _same_rows(self, earlier: Publication) -> set[str]:
        """Return the rows of tables that were all read in an earlier version, and are the same.

        Main figures stand by themselves.
        """
        if not earlier.said.keys() <= self.cells.keys():
            return set()
        read = {n for n in earlier.said if earlier.surely(n) and earlier.values[n] == self.truth[n]}
        return {n for table, rows in self._tables.items() if rows <= read for n in rows - {table}}

    def _take_line(self, line: Relation, *, sure: bool) -> None:
        """Take in a line; into one of which nobody may know, who does not may put any number.

        For who does, that number is none: so there is no room for it where a version is protected.
        """
        if sure:
            self.relations.append(line)
        elif line not in self._perhaps:
            name = self._perhaps[line] = f"perhaps {len(self._perhaps)}"
            self.truth[name] = 0
            self.relations.append(Relation((*line.terms, (-1, name)), line.low, line.high))

    def _of_people(self, name: str, earlier: Publication) -> bool:
        """Return whether an earlier number counts people; one that is gone does if it was shown."""
        return self.cells[name].people if name in self.cells else name in earlier.said

    def _same_or_old(self, mark: str, told: KnownTooWell, value: int) -> str:
        """Return the number's key: that of this version if it is the same, or of an earlier one.

        Who is told that a correction was taken back knows as much.
        """
        name = told.name
        if self._is_ours(name):
            self.truth[mark + name], self._stands_for[mark + name] = value, told
            return mark + name
        keys = self._keys.setdefault(name, [])
        key = next((k for k in (name, *keys) if self.truth.get(k) == value), mark + name)
        if key not in self.truth:
            self.truth[key] = value
            self._stands_for[key] = told
            self._add_step(told, name, key)
        if keys and keys[-1] != key:
            self._add_step(told, key, keys[-1])
            self._know_step(name, key, keys[-1])
        keys.append(key)
        return key

    def _is_ours(self, name: str) -> bool:
        """Return whether we only work with a number: nobody counts it, nor tells if it changed."""
        cell = self.cells.get(name)
        ours = cell is not None and not cell.people and not cell.printed
        return ours and name not in self._aside

    def _add_step(self, told: KnownTooWell, new: str, old: str) -> None:
        """Guard the difference: who came between two publications must not be recognised."""
        step = _step(new, old)
        if new not in self.truth or step in self.truth:
            return
        size, name = self.truth[new] - self.truth[old], told.name
        self.truth[step] = abs(size)
        self._stands_for[step] = told
        self._either_way.add(step)
        self.relations.append(Relation(((1, new), (-1, old), (-1 if size > 0 else 1, step))))
        if name in self.cells and self.cells[name].people and abs(size) < self.smallest:
            self.needs[step] = 1

    def _know_what_changed(self) -> None:
        """Let everybody know what changed since the last version, and in which direction."""
        for name, keys in self._keys.items():
            if keys[-1] != name and name in self.truth:
                self._know_step(name, name, keys[-1])

    def _know_step(self, name: str, new: str, old: str) -> None:
        """Let everybody know that a number changed from one version to the next, and where to.

        Where not the number is told but what it implies, nobody tells how it changed.
        """
        if name in self.cells and self.cells[name].said is not None:
            return
        step = _step(new, old)
        self._either_way.discard(step)
        self.before[step] = self.surely[step] = HIDDEN

    def _changed(self, relation: Relation, names: Mapping[str, str]) -> Iterator[Side]:
        """Yield what changed on each side of a line: the sum of it is a number of people, too."""
        steps = tuple(
            (weight if self.truth[name] > self.truth[names[name]] else -weight, name)
            for weight, name in relation.terms
            if names[name] != name and name in self.cells and self.cells[name].people
        )
        for side in sides_of(Relation(steps, relation.low, relation.high)):
            yield Side(tuple(_step(name, names[name]) for name in side), 1)

    def room(self, name: str, hidden: Collection[str]) -> Room:
        """Return how far a number may lie from the truth for who reads what is not hidden."""
        return self._room(name, self._read(name, hidden), self.before)

    def rooms(self, hidden: Collection[str]) -> dict[str, Room]:
        """Return how far each unknown number may lie from the truth."""
        perhaps = frozenset(self._perhaps.values())
        found = {name: self.room(name, hidden) for name in self.truth if name not in perhaps}
        return {name: room for name, room in found.items() if room != (0, 0)}

    def rooms_before(self) -> dict[str, Room]:
        """Return the same for who reads nothing of this version, and surely read what came before.

        It is the most that may have been left: what somebody may have read, too, is not taken to
        be known, so that a version tells nothing only because it might be known. Of what was never
        there before this version may say that there is somebody; not of what was there with
        another value.
        """
        if self._rooms_before is None:
            self._rooms_before = self._before_this_version()
        return self._rooms_before

    def _before_this_version(self) -> dict[str, Room]:
        there = self.before.keys() | self._keys.keys()
        gone = {name for name, cell in self.cells.items() if cell.printed}
        found = {
            name: self._room(
                name, ANYTHING if name in there else self._read(name, gone), self.surely
            )
            for name in self.truth
        }
        found |= dict.fromkeys(self._perhaps.values(), (-FAR, FAR))
        return {name: room for name, room in found.items() if room != (0, 0)}

    def known_anyway(self) -> set[str]:
        """Return what everybody can add up though nothing is printed; hiding it hides nothing."""
        open_, known = self.rooms_before().keys(), set(self.truth)
        known -= open_
        lines = [r for r in self.relations if r.low == r.high]
        while more := {n for line in lines if (n := _only(line, known)) is not None}:
            known |= more
        return known

    def lost(self, key: str) -> KnownTooWell:
        """Return which number is told, and when something was last said of it."""
        if key in self._stands_for:
            return self._stands_for[key]
        days = (each.made_on for each in reversed(self._earlier) if key in each.values)
        return KnownTooWell(key, next(days, None))

    def _room(self, name: str, read: Range, known: Mapping[str, Range]) -> Room:
        low, high, value = read.low, read.high, self.truth[name]
        if (before := known.get(name)) is not None:
            low = max(low, before.low)
            if before.high is not None:
                high = before.high if high is None else min(high, before.high)
        return min(0, low - value), FAR if high is None else max(0, high - value)

    def _read(self, name: str, hidden: Collection[str]) -> Range:
        cell = self.cells.get(name)
        if name in self._either_way:
            return _EITHER_WAY
        if cell is None or not cell.printed:
            return ANYTHING
        if name in hidden:
            return unread(cell, not self._zeros.get(cell.table, set()).isdisjoint(hidden))
        return self._open[name]

    def hiding_tells(self, name: str, hidden: Collection[str]) -> bool:
        """Return whether a number would be known better, hidden with these, than if it is printed.

        What is rounded to none is: hidden beside no zero, it says that there are some.
        """
        printed, unread = self.room(name, ()), self.room(name, hidden)
        return unread[0] > printed[0] or unread[1] < printed[1]

    def touched(self, name: str, hidden: Collection[str]) -> set[str]:
        """Return the numbers of which more is known once this one is opened."""
        cell = self.cells[name]
        zeros = self._zeros.get(cell.table, set())
        if name in zeros and len(zeros.intersection(hidden)) == 1:
            return self._tables[cell.table].intersection(hidden)
        return {name}


def _only_aside(earlier: Publication) -> set[str]:
    """Return the numbers of which nothing is known but by what figures about things tell."""
    aside, plain = (
        {
            name
            for line in earlier.relations
            if (line in earlier.maybe_lines) is maybe
            for _, name in line.terms
        }
        for maybe in (True, False)
    )
    return aside - plain - earlier.said.keys()


def _step(new: str, old: str) -> str:
    return f"{new}-{old}"


def _only(line: Relation, known: Collection[str]) -> str | None:
    """Return the only number of a line that is not known; None if there are more, or none."""
    unknown = [name for _, name in line.terms if name not in known]
    return unknown[0] if len(unknown) == 1 else None


def _both(one: Range | None, other: Range) -> Range:
    if one is None:
        return other
    highs = [r.high for r in (one, other) if r.high is not None]
    return Range(max(one.low, other.low), min(highs, default=None))
