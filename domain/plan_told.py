"""What a change is to somebody: told from what they know, and only if it is one to them."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from domain.delivery import Kind
from domain.register import ACTIVE
from domain.session import Session
from domain.training import Plan
from domain.vocabulary import RegistrationStatus

SEATED = frozenset({RegistrationStatus.CONFIRMED})
#: Under this name stand the dates of a series.
SESSIONS = "sessions"


def dates(of: Plan) -> dict[str, str]:
    """Return what a notice of a move tells as the former date, and of a series as all dates."""
    said = {"starts_at": of.starts_at.isoformat(), "ends_at": of.ends_at.isoformat()}
    if of.sessions:
        said[SESSIONS] = " ".join(
            f"{e.number}:{int(e.starts_at.timestamp())}:{int(e.ends_at.timestamp())}"
            for e in of.sessions
        )
    return said


@dataclass(frozen=True, slots=True)
class Redated:
    """A session of a series as somebody knows it, and as it is now; None if it fell out."""

    before: Session
    after: Session | None


def redated(facts: Mapping[str, Any], plan: Plan) -> list[Redated]:
    """Return which sessions are others now than a notice's facts say, in their former order."""
    now = {each.number: each for each in plan.dates}
    was = [_known(one) for one in str(facts[SESSIONS]).split()]
    found = [(before, now.get(before.number)) for before in was]
    return [Redated(b, a) for b, a in found if a is None or a.moments != b.moments]


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


def alone(of: Plan, session: int) -> Plan | None:
    """Return a plan as if it had the session of this number alone; None if it has none such."""
    one = next((each for each in of.dates if each.number == session), None)
    if one is None:
        return None
    starts_at, ends_at = one.moments
    return replace(
        of, starts_at=starts_at, ends_at=ends_at, sessions=(), dropped=(), units=one.units
    )


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


def _known(said: str) -> Session:
    number, starts, ends = map(int, said.split(":"))
    return Session(
        number, datetime.fromtimestamp(starts, UTC), datetime.fromtimestamp(ends, UTC), units=0
    )


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

    def concerned(
        self, was: Mapping[str, str], *, begun: bool = False
    ) -> Collection[RegistrationStatus]:
        """Return whom a change from these facts concerns; the link only who has a seat.

        Who still waits when a series has `begun` waits for nothing any more.
        """
        differs = {name for name in self.new if was[name] != self.new[name]}
        differs |= set(small_of(was))
        if not differs:
            return ()
        return SEATED if begun or differs == {"link"} else ACTIVE
