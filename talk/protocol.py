"""Entering into the ledger: one form, whose questions depend on what is entered."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from domain import protocol
from domain.agreements import titles
from domain.ledger.correction import Reason
from domain.protocol import FORMATS, MINUTES, MOST, NOTHING, Matter
from domain.protocol_rows import JudgedBy
from domain.vocabulary import GoalStatus, Procedure
from talk.action import Action
from talk.dates import When
from talk.form import Choice, Form, Keys, Number, Review, Setting, Several, these

#: A meeting lasts no longer than a day.
MOST_MINUTES = 24 * 60
#: The ways to other days and entries, which are listed from the newest.
EARLIER = ("protocol-newer", "protocol-older")
#: What the button carries that marks all offices.
EVERYBODY = "all"


def matter_of(at: Setting) -> Matter:
    """Return what is entered."""
    return Matter(at.answers["matter"])


def _of(*matters: Matter) -> Callable[[Setting], bool]:
    return lambda at: matter_of(at) in matters


_PROCEDURE = _of(Matter.PROCEDURE)
_MEETING, _RESULT = _of(Matter.MEETING), _of(Matter.RESULT)
_CORRECTION, _YEARLY = _of(Matter.CORRECTION), _of(Matter.GOAL, Matter.RESULT)


def _numbered(at: Setting) -> bool:
    """Return whether a number is asked for; in a correction only a total has one."""
    if matter_of(at) is not Matter.CORRECTION or "entry" not in at.answers:
        return matter_of(at) in {Matter.ADVICE, Matter.GOAL, Matter.CORRECTION}
    return protocol.has_number(at.about.entry(int(at.answers["entry"])))


def _days(at: Setting) -> Sequence[str]:
    return [day.isoformat() for day in protocol.days(at.about)]


def _offices(at: Setting) -> Sequence[str]:
    return [office.slug for office in at.network.offices]


def _sectors(at: Setting) -> Sequence[str]:
    return at.network.sectors


def _anybody(at: Setting) -> bool:
    return bool(at.answers.get("offices") or at.answers.get("sectors"))


def _titles(at: Setting) -> Sequence[str]:
    return titles(at.network.agreements)


def _agreed(at: Setting) -> bool:
    return bool(at.answers.get("agreed"))


def _everybody(at: Setting) -> Mapping[str, Sequence[str]]:
    return {EVERYBODY: _offices(at)}


def _replaced(at: Setting) -> Sequence[str]:
    return [NOTHING, *(str(each.number) for each in at.about.in_force())]


def _replacing(at: Setting) -> bool:
    """Return whether it is asked what an agreement takes the place of: something is in force."""
    return _PROCEDURE(at) and bool(at.about.in_force())


def _quarters(at: Setting) -> Sequence[str]:
    return protocol.quarters(at.about)


def _years(at: Setting) -> Sequence[str]:
    return [str(year) for year in protocol.years(matter_of(at), at.about)]


def _goals(at: Setting) -> Sequence[str]:
    return protocol.goals_of(matter_of(at), int(at.answers["year"]), at.about)


def _entries(at: Setting) -> Sequence[str]:
    return [str(number) for number in protocol.leading(at.about)]


def _same(at: Setting) -> str:
    """Return why a number cannot be: a correction must change it."""
    if matter_of(at) is not Matter.CORRECTION:
        return ""
    entry = at.about.entry(int(at.answers["entry"]))
    same = entry is None or entry.n == at.answers["number"]
    return "protocol-same-number" if same else ""


PROTOCOL = Form(
    "protocol",
    (
        When(
            "day",
            _days,
            turns=EARLIER,
            abreast=2,
            asked_if=_of(Matter.MEETING, Matter.PROCEDURE),
        ),
        Choice("format", these(FORMATS), labels="format", asked_if=_MEETING),
        Number("minutes", 1, MOST_MINUTES, MINUTES, minutes=True, asked_if=_MEETING),
        Several("offices", _offices, asked_if=_MEETING),
        Several("sectors", _sectors, labels="sector", enough=_anybody, asked_if=_MEETING),
        Choice("procedure", _titles, asked_if=_PROCEDURE, closed=tuple(Procedure)),
        Several("agreed", _offices, asked_if=_PROCEDURE, enough=_agreed, whole=_everybody),
        Choice("replaces", _replaced, asked_if=_replacing, turns=EARLIER),
        Choice("quarter", _quarters, abreast=2, asked_if=_of(Matter.ADVICE)),
        Choice("year", _years, abreast=2, asked_if=_YEARLY),
        Choice("goal", _goals, labels="goal", asked_if=_YEARLY),
        Choice("status", these(GoalStatus), labels="goal-status", abreast=2, asked_if=_RESULT),
        Choice("judged", these(JudgedBy), labels="judged", asked_if=_RESULT),
        Choice("entry", _entries, turns=EARLIER, asked_if=_CORRECTION),
        Keys("number", 0, MOST, _same, asked_if=_numbered),
        Choice("reason", these(Reason), labels="correction-reason", asked_if=_CORRECTION),
        Review("check"),
    ),
)


class Protocol(Action):
    """«Eintrag ins Protokoll»: what can be entered."""

    CODE = "log"


@dataclass(frozen=True, slots=True)
class EnterMatter(Action):
    """One of the things that can be entered."""

    CODE = "log-k"
    matter: Matter
