"""Seats kept for the people of an office: who may have which seat before the release."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

#: No registration has this number: it stands for somebody who is not registered yet.
NEWCOMER = 0


@dataclass(frozen=True, slots=True)
class Share:
    """Seats of a training that are kept for an office, or that its people or block seats have.

    `waits` is the number of a registration that has none and waits for one, `away` says that
    nobody can be reached there.
    """

    office: str
    n: int = 1
    kept: bool = False
    waits: int | None = None
    away: bool = False


@dataclass(frozen=True, slots=True)
class Division:
    """A training's seats before the release: an office's people take its own quota first.

    `quotas` are the seats kept for each office, `used` those that its people and block seats
    have. `line` names the registrations that wait and their offices, first come first.
    """

    seats: int
    quotas: Mapping[str, int]
    used: Mapping[str, int]
    line: tuple[tuple[int, str], ...] = ()

    @property
    def bound(self) -> int:
        """How many seats are given away or kept for an office."""
        return sum(
            max(self.used.get(office, 0), self.quotas.get(office, 0))
            for office in {*self.used, *self.quotas}
        )

    @property
    def given(self) -> int:
        """How many seats are given away."""
        return sum(self.used.values())

    def admits(self, office: str) -> bool:
        """Return whether somebody of this office may have a seat, whoever waits."""
        if self.given >= self.seats:
            return False
        own = self.used.get(office, 0) < self.quotas.get(office, 0)
        return own or self.bound < self.seats

    def admitted(self) -> tuple[list[int], Division]:
        """Return which registrations in line get a seat now, and the seats after that."""
        now, first, rest = self, list[int](), list[tuple[int, str]]()
        for number, office in self.line:
            if now.admits(office):
                first.append(number)
                now = now.with_one(office)
            else:
                rest.append((number, office))
        return first, Division(now.seats, now.quotas, now.used, tuple(rest))

    def with_one(self, office: str) -> Division:
        """Return the seats with one more given to this office."""
        used = {**self.used, office: self.used.get(office, 0) + 1}
        return Division(self.seats, self.quotas, used, self.line)

    def seats_newcomer(self, office: str) -> bool:
        """Return whether the next one who comes from this office gets a seat."""
        line = (*self.line, (NEWCOMER, office))
        first, _ = Division(self.seats, self.quotas, self.used, line).admitted()
        return NEWCOMER in first

    def free(self, office: str) -> int:
        """Return how many who come now from this office would get a seat."""
        _, after = self.admitted()
        own = max(0, after.quotas.get(office, 0) - after.used.get(office, 0))
        common = max(0, after.seats - after.bound)
        return min(own + common, max(0, after.seats - after.given))

    def keeps(self, office: str) -> bool:
        """Return whether seats look free that are kept for other offices than this one."""
        return self.given < self.seats and not self.free(office)

    def most(self, office: str) -> int:
        """Return the largest quota that this office can have beside all the others."""
        used = self.used.get(office, 0)
        others = self.bound - max(used, self.quotas.get(office, 0))
        return max(0, self.seats - others)


def divided(seats: int, shares: Iterable[Share]) -> Division:
    """Return how seats stand, by office, from what is kept and taken, first come first.

    In line are those who can be told of a seat.
    """
    quotas, used = Counter[str](), Counter[str]()
    line: list[tuple[int, str]] = []
    for each in shares:
        if each.waits is None:
            (quotas if each.kept else used)[each.office] += each.n
        elif not each.away:
            line.append((each.waits, each.office))
    return Division(seats, quotas, used, tuple(line))
