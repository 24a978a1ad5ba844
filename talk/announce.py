"""Announcing a training: whom, when, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from domain.announce import Whom
from domain.announce_audience import Reach, offered_times, urgent
from domain.announce_back import MANY
from domain.quiet import next_allowed
from domain.training import Training
from talk.action import Action, Switch
from talk.dates import Moment
from talk.form import Answers, Choice, Form, Problem, Review, Setting, Several, Still, Taken, these
from talk.institutions import districts

#: The ways to send, and whether those are told again who were told already.
NOW, URGENT, LATER = "now", "urgent", "later"
AGAIN, NOT_AGAIN = "again", "not-again"
#: How long a button with a moment is good for, and how far ahead the moment lies at most.
FAR = timedelta(days=800)


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is announced, how many it reaches, and how many seconds that takes."""

    training: Training
    reach: Reach
    seconds: float


def allowed(at: Setting, moment: datetime) -> datetime:
    """Return a moment, or the end of the quiet time it lies in."""
    return next_allowed(max(moment, at.now), at.network.quiet, at.network.zone)


def _sectors(at: Setting) -> Sequence[str]:
    """Return those the training is for."""
    return at.about.training.plan.sectors or at.network.sectors


def _some(name: str) -> Callable[[Setting], bool]:
    return lambda at: bool(at.answers.get(name))


def said(name: str, value: str) -> Callable[[Setting], bool]:
    """Return the condition that a question was answered so."""
    return lambda at: bool(at.answers.get(name) == value)


def _ways(at: Setting) -> Sequence[str]:
    """Return how it can be sent now; at night at once only what is urgent."""
    reach, told = at.about.reach, bool(at.answers.get("again"))
    first = allowed(at, at.now)
    at_once = [URGENT] if first != at.now and urgent(at.about.training, first) else []
    found = [NOW, *at_once, LATER] if reach.people else []
    return [*found, NOT_AGAIN if told else AGAIN] if reach.told else found


@dataclass(frozen=True, slots=True)
class Send(Choice):
    """When it is sent; who was told already can be told again meanwhile."""

    def chosen(self, at: Setting, value: str) -> Taken:
        """Take a way to send, or whom besides."""
        if value in {AGAIN, NOT_AGAIN}:
            return Still({**at.answers, "again": value == AGAIN})
        return {**at.answers, self.name: value}


def goes_out(at: Setting) -> datetime:
    """Return when it goes out: at the moment chosen, at once, or when the quiet time ends."""
    way = at.answers.get("send", LATER)
    if way == LATER:
        return max(datetime.fromisoformat(at.answers["at"]), at.now)
    return at.now if way == URGENT else allowed(at, at.now)


def _moments(at: Setting) -> Sequence[str]:
    until = at.about.training.plan.starts_at
    offered = offered_times(at.now, until, at.network.quiet, at.network.zone)
    return [moment.astimezone(UTC).isoformat() for moment in offered]


def _settled(at: Setting, moment: datetime) -> Answers | Problem:
    """Return a moment out of the quiet time it may lie in, before the training begins."""
    sent = allowed(at, moment)
    if sent >= at.about.training.plan.starts_at:
        return Problem("announce-too-late")
    return {**at.answers, "at": sent.isoformat(), "shifted": sent > max(moment, at.now)}


def _to_many(at: Setting) -> bool:
    """Return whether it is asked a second time: it goes to very many at once."""
    return at.about.reach.people > MANY and at.answers.get("send") != LATER


_LATER = said("send", LATER)
ANNOUNCE = Form(
    "announce",
    (
        Choice("whom", these(Whom), labels="audience"),
        Several("offices", districts, enough=_some("offices"), asked_if=said("whom", Whom.OFFICES)),
        Several(
            "sectors",
            _sectors,
            labels="sector",
            enough=_some("sectors"),
            asked_if=said("whom", Whom.SECTORS),
        ),
        Send("send", _ways, back="whom"),
        Moment("at", _moments, settled=_settled, far=FAR, asked_if=_LATER),
        Review("sure", asked_if=_to_many),
        Review("confirm", asked_if=_LATER),
    ),
)


@dataclass(frozen=True, slots=True)
class Announce(Action):
    """«Ankündigen»: leads to audience and time."""

    CODE = "ann"
    training_id: int


@dataclass(frozen=True, slots=True)
class Stop(Action):
    """«Anhalten» of an announcement that waits or runs."""

    CODE = "anstop"
    broadcast_id: int


@dataclass(frozen=True, slots=True)
class TakeBackAnnouncement(Action):
    """«Zurücknehmen» of an announcement that nobody got yet."""

    CODE = "anback"
    broadcast_id: int


@dataclass(frozen=True, slots=True)
class Resolve(Action):
    """What to do about unknown deliveries: send them again (1) or leave them (0)."""

    CODE = "anres"
    broadcast_id: int
    again: Switch
