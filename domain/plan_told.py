"""What a change is to somebody: told from what they know, and only if it is one to them."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.delivery import Kind
from domain.register import ACTIVE
from domain.training import Plan
from domain.vocabulary import RegistrationStatus

SEATED = frozenset({RegistrationStatus.CONFIRMED})


def dates(of: Plan) -> dict[str, str]:
    """Return what a notice of a move tells as the former date."""
    return {"starts_at": of.starts_at.isoformat(), "ends_at": of.ends_at.isoformat()}


def words(of: Plan) -> dict[str, str]:
    """Return what a notice of a change tells as it was before."""
    return {"title": of.title, "place": of.place, "link": of.link, "mode": of.mode.value}


#: What else a part of a plan is than the fact of its name.
_PARTS = {
    "day": ("starts_at", "ends_at"),
    "mode": ("mode", "place", "link"),
    "deadline": ("deadline_at",),
    "hosts": ("co_hosts",),
}


def stands(of: Plan, part: str) -> int:
    """Return a number for a part as it stands, to see if it is another one later."""
    facts = tuple(getattr(of, name) for name in _PARTS.get(part, (part,)))
    return zlib.crc32(repr(facts).encode())


def moving_up(seats: int | None, given: int, waiting: int) -> int:
    """Return how many who wait get one of so many seats at most; some may be kept for others."""
    return waiting if seats is None else max(0, min(waiting, seats - given))


#: Under this name stand the small things of which somebody is told that they are others now.
SMALL = "small"


def small_of(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the names of the small things that a notice tells of."""
    return tuple(filter(None, str(facts.get(SMALL, "")).split(",")))


@dataclass(frozen=True, slots=True)
class Difference:
    """A change to be told: `old` and `new` facts, and what some still `known` instead of old.

    The known facts are those of notices, by registration, that went to nobody yet. Of `small`
    things it is told what they are now, never what they were: that may be somebody's words.
    """

    kind: Kind
    old: Mapping[str, str]
    new: Mapping[str, str]
    known: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    small: tuple[str, ...] = ()

    @property
    def before(self) -> dict[str, str]:
        """The facts that who was told of everything knows, and the small things to be told."""
        return {**self.old, **({SMALL: ",".join(self.small)} if self.small else {})}

    def believed(self) -> list[tuple[dict[str, str], list[int]]]:
        """Return the facts that people believe who were not told yet, and who they are."""
        found: list[tuple[dict[str, str], list[int]]] = []
        for number, facts in self.known.items():
            was = {name: str(facts.get(name, value)) for name, value in self.old.items()}
            if told := {**dict.fromkeys(small_of(facts)), **dict.fromkeys(self.small)}:
                was[SMALL] = ",".join(told)
            group = next((ids for each, ids in found if each == was), None)
            if group is None:
                found.append((was, [number]))
            else:
                group.append(number)
        return found

    def concerned(self, was: Mapping[str, str]) -> Collection[RegistrationStatus]:
        """Return whom a change from these facts concerns; the link only who has a seat."""
        differs = {name for name in self.new if was[name] != self.new[name]}
        differs |= set(small_of(was))
        if not differs:
            return ()
        return SEATED if differs == {"link"} else ACTIVE
