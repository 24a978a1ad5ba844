"""Attacks years of which several versions are out, with corrections between them.

Whoever reads is taken to know which numbers were corrected, and whether up or down, as is
anybody who was told that a report was corrected. Each state of a year is read by a reader of its
own; here they are put together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from math import inf

from tests.disclosure.reader import Reader
from tests.disclosure.solver import Bounds, Line, spread
from tests.report.recount import Recount

SMALL = 5
#: Nobody tells whether these were corrected: they are only what somebody may think of.
UNTOLD = ("seat-",)


class Versions:
    """All states of one year, in order, with what was read of each."""

    def __init__(self, *, rounded: bool = False) -> None:
        self._rounded = rounded
        self.readers: list[Reader] = []

    def state(self, of: Recount) -> Reader:
        """Return the reader of a new state of the year."""
        self.readers.append(Reader(of))
        self.readers[-1].rounded = self._rounded
        return self.readers[-1]

    def unread(self, known: Iterable[str] = ()) -> dict[str, int]:
        """Return how far each guarded number spreads if of the newest state nothing is read.

        `known` is what somebody knows anyway.
        """
        newest = self.readers[-1]
        blank = Reader(newest.of)
        _signs(blank, {name for each in self.readers[:-1] for name in each.true})
        for name in known:
            blank.knows(name)
        blank.rounded = self._rounded
        return _spreads([*self.readers[:-1], blank], self.needs())

    def needs(self) -> dict[str, int]:
        """Return how far each guarded number must spread."""
        return _all_needs(self.readers)

    def spreads(self) -> dict[str, int]:
        """Return how far each guarded number spreads, up to what it needs."""
        return _spreads(self.readers, self.needs())


class _Together:
    def __init__(self, readers: Iterable[Reader]) -> None:
        self.true: dict[str, int] = {}
        self.bounds: Bounds = {}
        self.lines: list[Line] = []
        self.steps: dict[str, int] = {}
        self.names: list[dict[str, str]] = []
        for number, reader in enumerate(readers):
            self._take(number, reader)

    def _take(self, number: int, reader: Reader) -> None:
        names = {name: self._key(number, name, value) for name, value in reader.true.items()}
        for name, key in names.items():
            low, high = reader.bounds[name]
            known = self.bounds.get(key, (-inf, inf))
            self.bounds[key] = max(low, known[0]), min(high, known[1])
        self.lines += [
            ({names[n]: w for n, w in weights.items()}, low, high)
            for weights, low, high in reader.lines
        ]
        self.names.append(names)

    def _key(self, number: int, name: str, value: int) -> str:
        if name.startswith(UNTOLD):
            self.true[f"{number}:{name}"] = value
            return f"{number}:{name}"
        earlier = [names[name] for names in self.names if name in names]
        same = (key for key in earlier if self.true[key] == value)
        key = next(same, f"{number}:{name}")
        self.true[key] = value
        if earlier and earlier[-1] != key:
            self._step(key, earlier[-1])
        return key

    def _step(self, new: str, old: str) -> None:
        """Note a correction: there is one, and everybody knows in which direction."""
        size, step = self.true[new] - self.true[old], f"{old} to {new}"
        self.true[step], self.bounds[step] = abs(size), (1, inf)
        self.lines.append(({new: 1, old: -1, step: -1 if size > 0 else 1}, 0, 0))
        if abs(size) < SMALL:
            self.steps[step] = 1


def _all_needs(readers: list[Reader]) -> dict[str, int]:
    together = _Together(readers)
    found: dict[str, int] = {}
    for names, reader in zip(together.names, readers, strict=True):
        for name, need in reader.needs().items():
            if name not in reader.things and 0 < reader.true[name] < SMALL:
                found[names[name]] = max(need, found.get(names[name], 0))
    steps = {step: need for step, need in together.steps.items() if not _of_things(step, readers)}
    return found | steps


def _of_things(step: str, readers: list[Reader]) -> bool:
    name = step.partition(" to ")[0].partition(":")[2]
    return any(name in reader.things for reader in readers)


def _spreads(readers: list[Reader], needs: dict[str, int]) -> dict[str, int]:
    together = _Together(readers)
    wanted = {name: need for name, need in needs.items() if name in together.bounds}
    found = spread(together.bounds, together.lines, wanted)
    return {name: min(need, found[name]) for name, need in wanted.items()}


def _signs(reader: Reader, there: Collection[str]) -> None:
    """Let even who reads nothing know whether there is anybody where nothing was there before.

    That a new number is hidden says as much, in any version. Of one that was there it may not say
    so: above none, it would tell how much there was at least before it fell.
    """
    for name, value in reader.true.items():
        if value > 0 and name not in there and name not in reader.untold:
            low, high = reader.bounds[name]
            reader.bounds[name] = max(low, 1), high
