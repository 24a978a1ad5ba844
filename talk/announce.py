"""Announcing a training: whom, when, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from domain.announce import Whom, audience_of
from domain.announce_audience import Audience, Reach, offered_times, urgent
from domain.announce_back import MANY
from domain.announce_saved import SavedAudience, may_save
from domain.quiet import next_allowed
from domain.training import Training
from talk.action import Action, OfBroadcast, OfTraining, Switch
from talk.announce_saved import (
    AGAIN,
    KEEP,
    NOT_AGAIN,
    NOT_KEEP,
    NOT_TOPIC,
    TOPIC,
    Send,
    ToWhom,
    switch,
)
from talk.dates import Moment
from talk.form import Answers, Form, Problem, Review, Setting, Several, these
from talk.institutions import districts

#: The ways to send.
NOW, URGENT, LATER = "now", "urgent", "later"
#: How long a button with a moment is good for, and how far ahead the moment lies at most.
FAR = timedelta(days=800)


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is announced, how many it reaches, how many seconds that takes, and what is saved."""

    training: Training
    reach: Reach
    seconds: float
    saved: Sequence[SavedAudience] = ()


def allowed(at: Setting, moment: datetime) -> datetime:
    """Return a moment, or the end of the quiet time it lies in."""
    return next_allowed(max(moment, at.now), at.network.quiet, at.network.zone)


def _sectors(at: Setting) -> Sequence[str]:
    """Return those the training is for."""
    return at.about.training.plan.sectors or at.network.sectors


def said(name: str, value: str) -> Callable[[Setting], bool]:
    """Return the condition that a question was answered so."""
    return lambda at: bool(at.answers.get(name) == value)


def _ways(at: Setting) -> Sequence[str]:
    """Return how it can be sent now; at night at once only what is urgent."""
    reach, said = at.about.reach, at.answers
    first = allowed(at, at.now)
    at_once = [URGENT] if first != at.now and urgent(at.about.training, first) else []
    found = [NOW, *at_once, LATER] if reach.people else []
    if reach.told:
        found.append(switch(said, AGAIN, NOT_AGAIN))
    if said.get("whom") not in {Whom.ALL, Whom.SUBSCRIBERS}:
        found.append(switch(said, TOPIC, NOT_TOPIC))
    return [*found, *(keeping(at, "whom", audience_of(said)) if reach.people else ())]


def keeping(at: Setting, whom: str, audience: Audience) -> Sequence[str]:
    """Return the switch that saves an audience which was put together, if it can be saved."""
    if at.answers.get(whom) != Whom.SOME or not may_save(at.about.saved, audience):
        return ()
    return (switch(at.answers, KEEP, NOT_KEEP),)


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
        ToWhom("whom", these(Whom), labels="audience"),
        Several("offices", districts, asked_if=said("whom", Whom.SOME)),
        Several("sectors", _sectors, labels="sector", asked_if=said("whom", Whom.SOME)),
        Send("send", _ways, back="whom"),
        Moment("at", _moments, settled=_settled, far=FAR, asked_if=_LATER),
        Review("sure", asked_if=_to_many),
        Review("confirm", asked_if=_LATER),
    ),
)


class Announce(OfTraining):
    """«Ankündigen»: leads to audience and time."""

    CODE = "ann"


class Stop(OfBroadcast):
    """«Anhalten» of an announcement that waits or runs."""

    CODE = "anstop"


class TakeBackAnnouncement(OfBroadcast):
    """«Zurücknehmen» of an announcement that nobody got yet."""

    CODE = "anback"


@dataclass(frozen=True, slots=True)
class Resolve(Action):
    """What to do about unknown deliveries: send them again (1) or leave them (0)."""

    CODE = "anres"
    broadcast_id: int
    again: Switch
