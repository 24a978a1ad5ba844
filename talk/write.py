"""A word to many: to whom, what, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from domain.announce_audience import Among, offered_times, urgent
from domain.announce_back import MANY
from domain.announce_saved import SavedAudience
from domain.training import Training
from domain.typed import several_lines
from domain.write import OF_OFFICE, Many, meant, not_written
from talk.action import Action, OfBroadcast, OfTraining, Switch
from talk.announce import FAR, LATER, NOW, URGENT, allowed, keeping, said
from talk.announce_saved import Send, ToWhom
from talk.dates import Moment
from talk.form import Answers, Choice, Form, Problem, Review, Setting, Several, Words
from talk.institutions import districts

#: To everybody in the network, or to some of it.
ALL, SOME = "all", "some"
#: So far ahead a word of no training may be planned.
AHEAD = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Readers:
    """What a word is about, how many it goes to, and what can be chosen that was saved.

    `came` is set where it was marked who was there.
    """

    training: Training | None
    many: Many
    saved: Sequence[SavedAudience] = ()
    came: bool = False


def _circles(at: Setting) -> Sequence[str]:
    """Return whom a word can be for."""
    training = at.about.training
    if training is None:
        return (ALL, SOME)
    late = training.closed(at.now) is not None
    out = {Among.UNANSWERED} if late else set()
    if not at.about.came:
        out.add(Among.CAME)
    return (*(each for each in Among if each not in out), OF_OFFICE)


def _problem(at: Setting) -> str:
    why = not_written(at.answers["words"])
    return "" if why is None else f"write-{why}"


def _ways(at: Setting) -> Sequence[str]:
    """Return how it can be sent now; at night at once only what cannot wait."""
    if not at.about.many.people:
        return ()
    first, training = allowed(at, at.now), at.about.training
    pressing = first != at.now and training is not None and urgent(training, first)
    found = [NOW, *([URGENT] if pressing else []), LATER]
    return [*found, *keeping(at, "to", meant(at.answers))]


def _sectors(at: Setting) -> Sequence[str]:
    return at.network.sectors


def _moments(at: Setting) -> Sequence[str]:
    offered = offered_times(at.now, at.now + AHEAD, at.network.quiet, at.network.zone)
    return [moment.astimezone(UTC).isoformat() for moment in offered]


def _settled(at: Setting, moment: datetime) -> Answers | Problem:
    """Return a moment out of the quiet time it may lie in, not too far ahead."""
    sent = allowed(at, moment)
    if sent > at.now + AHEAD:
        return Problem("write-too-far")
    return {**at.answers, "at": sent.isoformat(), "shifted": sent > max(moment, at.now)}


def _to_many(at: Setting) -> bool:
    """Return whether it is asked a second time: it goes to very many at once."""
    return at.about.many.people > MANY and at.answers.get("send") != LATER


_LATER = said("send", LATER)
_TEXT = Words("words", several_lines, _problem)
WRITE = Form(
    "write",
    (
        ToWhom("to", _circles, labels="write-to", closed=(ALL, SOME, *Among, OF_OFFICE)),
        Choice("office", districts, asked_if=said("to", OF_OFFICE)),
        Several("offices", districts, asked_if=said("to", SOME)),
        Several("sectors", _sectors, labels="sector", asked_if=said("to", SOME)),
        _TEXT,
        Send("send", _ways, back="words"),
        Moment("at", _moments, settled=_settled, far=FAR, asked_if=_LATER),
        Review("sure", asked_if=_to_many),
        Review("confirm", asked_if=_LATER),
    ),
    patience=lambda _: timedelta(hours=1),
)


class Write(OfTraining):
    """«Nachricht» to those of a training."""

    CODE = "wr"


class WriteToAll(Action):
    """«Mitteilung ans Netzwerk»: a word of no training."""

    CODE = "wra"


class TakeBackWord(OfBroadcast):
    """«Zurücknehmen» of a word that nobody got yet, or that waits for its time."""

    CODE = "wrb"


@dataclass(frozen=True, slots=True)
class ResolveWord(Action):
    """What to do about unknown deliveries of a word: send them again (1) or leave them (0)."""

    CODE = "wrr"
    broadcast_id: int
    again: Switch
