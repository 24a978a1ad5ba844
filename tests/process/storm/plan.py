"""What will happen, drawn from a seed before it begins: the same seed, the same storm."""

from __future__ import annotations

import random
from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What goes wrong between the bot and Telegram for some seconds."""

    REFUSED = "refused"
    BEFORE = "reset before"
    AFTER = "reset after"
    BAD_GATEWAY = "502"
    WAIT = "429 with a time"
    WAIT_UNTOLD = "429 without"
    GARBAGE = "garbage"
    CUT = "cut body"
    DRIP = "slow drip"
    SLOW = "2 s a call"
    LATE = "accepted late"


#: How likely a call is met, by fault.
CHANCES = {
    Fault.REFUSED: 1.0,
    Fault.BEFORE: 0.4,
    Fault.AFTER: 0.4,
    Fault.BAD_GATEWAY: 0.6,
    Fault.WAIT: 0.4,
    Fault.WAIT_UNTOLD: 0.2,
    Fault.GARBAGE: 0.4,
    Fault.CUT: 0.4,
    Fault.DRIP: 0.5,
    Fault.SLOW: 1.0,
    Fault.LATE: 0.5,
}


class Blow(StrEnum):
    """What strikes the bot, its database or its clock."""

    KILL = "kill"
    FREEZE = "freeze"
    DATABASE = "database"
    CLOCK = "clock"
    LETTERS = "letters"
    CALL_OFF = "call off"


class Intent(StrEnum):
    """What somebody has in mind; what is pressed depends on what they see."""

    NEWEST = "press what was written last"
    STALE = "press something old"
    LIST = "/termine"
    MINE = "/meine"
    HELP = "/hilfe"
    QUICK = "waver"


_MINDS = {
    Intent.NEWEST: 50,
    Intent.STALE: 15,
    Intent.LIST: 8,
    Intent.MINE: 6,
    Intent.HELP: 5,
    Intent.QUICK: 20,
}


@dataclass(frozen=True)
class Size:
    """How long and how large a storm is; seconds."""

    seconds: float = 60.0
    people: int = 8
    trainings: int = 3
    seats: int = 3
    kills: int = 2
    freezes: int = 1
    restarts: int = 1
    steps: int = 2
    pause: float = 2.5  # between two acts of one person, on average
    faults: tuple[Fault, ...] = tuple(Fault)


@dataclass(frozen=True)
class Window:
    """A fault from a moment to a moment, in seconds."""

    begins: float
    ends: float
    fault: Fault


@dataclass(frozen=True)
class Strike:
    """A blow at a moment; `amount` is how long, or by how many seconds."""

    at: float
    blow: Blow
    amount: float = 0.0
    whom: int = 0


@dataclass(frozen=True)
class Act:
    """Somebody acts at a moment; `draw` decides among what they see."""

    at: float
    who: int
    intent: Intent
    draw: int


@dataclass(frozen=True)
class Plan:
    """All of it, each in its order."""

    seed: int
    size: Size
    windows: tuple[Window, ...]
    strikes: tuple[Strike, ...]
    acts: tuple[Act, ...]
    crowd_at: float


def planned(seed: int, size: Size, *, several: bool) -> Plan:
    """Draw a storm; `several` says that there are replicas and a database of its own."""
    draw = random.Random(f"storm:{seed}")
    return Plan(
        seed,
        size,
        tuple(_windows(draw, size)),
        tuple(_strikes(draw, size, several=several)),
        tuple(_acts(draw, size)),
        draw.uniform(0.4, 0.8) * size.seconds,
    )


def _windows(draw: random.Random, size: Size) -> list[Window]:
    """Let each kind of fault come, one after the other, with some calm between."""
    found, at, kinds = list[Window](), 4.0, list[Fault]()
    while at < size.seconds - 3:
        if not kinds:
            kinds = draw.sample(list(size.faults), len(size.faults))
        ends = min(at + draw.uniform(2.5, 5.0), size.seconds)
        found.append(Window(at, ends, kinds.pop()))
        at = ends + draw.uniform(0.5, 2.0)
    return found


def _strikes(draw: random.Random, size: Size, *, several: bool) -> list[Strike]:
    blows = [Blow.KILL] * size.kills + [Blow.FREEZE] * size.freezes + [Blow.CLOCK] * size.steps
    blows += [Blow.DATABASE] * (size.restarts if several else 0)
    draw.shuffle(blows)
    room = (size.seconds - 15) / max(1, len(blows))
    found = [
        Strike(9 + room * (n + draw.random() * 0.5), blow, _amount(draw, blow), draw.randrange(2))
        for n, blow in enumerate(blows)
    ]
    found += [Strike(at, Blow.LETTERS) for at in range(3, int(size.seconds), 5)]
    found.append(Strike(size.seconds * draw.uniform(0.4, 0.7), Blow.CALL_OFF))
    return sorted(found, key=lambda each: each.at)


def _amount(draw: random.Random, blow: Blow) -> float:
    if blow is Blow.FREEZE:
        return draw.choice([3.0, 6.0, 12.0])
    if blow is Blow.CLOCK:
        return float(draw.choice([-240, -90, -30, 30, 90, 240]))
    return 0.0


def _acts(draw: random.Random, size: Size) -> list[Act]:
    found = []
    minds, weights = list(_MINDS), list(_MINDS.values())
    for who in range(size.people):
        at = 1 + draw.random() * 3
        found.append(Act(at, who, Intent.LIST, draw.randrange(1 << 30)))
        while (at := at + draw.expovariate(1 / size.pause)) < size.seconds:
            intent = draw.choices(minds, weights)[0]
            found.append(Act(at, who, intent, draw.randrange(1 << 30)))
    return sorted(found, key=lambda each: each.at)
