"""The dates of a series: told one by one while it is planned, moved or dropped later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from domain.plan import Problem, next_date, with_date
from domain.plan_series import Later
from domain.plan_sketch import Sketch, When
from domain.session import MOST_SESSIONS
from talk import form as asking
from talk.dates import DatePart, Span
from talk.form import DONE, Setting, Still, Taken
from talk.plan_offers import Step, dated, why

#: What buttons carry: one more date, none instead of this one, this one as it was.
ADD, DROP, STAY = "+", "drop", "stay"
#: Under this name stands the date that is changed; no question has it.
CHANGED = "session"
#: So many days from its own a date is likely to be moved.
_NEAR = (-7, -1, 1, 7)


def further(at: Setting) -> tuple[Later, ...]:
    """Return the dates after the first one."""
    return dated(at).later


def changing(at: Setting) -> Later | None:
    """Return the date that is changed; None if none is, or if it is gone meanwhile."""
    named = at.answers.get(CHANGED)
    return next((each for each in further(at) if each.pack() == named), None)


def _put(at: Setting, later: Sequence[Later]) -> Still:
    said = {name: answer for name, answer in at.answers.items() if name not in {CHANGED, *_FOLLOWS}}
    return Still({**said, Step.SESSIONS: [each.pack() for each in later]})


#: What follows from all dates.
_FOLLOWS = (Step.UNITS,)


def settled(at: Setting, said: When) -> Taken:
    """Take one more date, or another one in the place of the one that is changed."""
    found = with_date(dated(at), said, at.network, changing(at))
    if isinstance(found, Problem):
        return asking.Problem(why(found))
    return _put(at, found.later)


def known(at: Setting) -> When:
    """Return what is likely of the date that is typed."""
    sketch = dated(at)
    usual = changing(at) or next_date(sketch)
    if usual is None or sketch.day is None:
        return When(sketch.day)
    return When(usual.day(sketch.day), usual.starts, usual.ends)


def _near(sketch: Sketch, one: Later) -> list[str]:
    assert sketch.day is not None
    days = [one.day(sketch.day) + timedelta(days=by) for by in _NEAR]
    return [When(day).pack() for day in days if day > sketch.day]


def offers(at: Setting) -> Sequence[str]:
    """Return the dates there are and one more; of one that is changed the days near it."""
    sketch, one = dated(at), changing(at)
    if one is not None:
        return [*_near(sketch, one), DROP, STAY]
    more = [ADD] if next_date(sketch) and len(sketch.later) + 1 < MOST_SESSIONS else []
    return [*(each.pack() for each in sketch.later), *more, DONE]


class Dates(Span):
    """The further dates of a series: one more by a button or typed, each changed or left out."""

    @property
    def columns(self) -> tuple[str, ...]:
        """None: a series does not come out of a file."""
        return ()

    def pick(self, at: Setting, value: str) -> Taken:
        """Take a button: a date that is there, one more, or what becomes of the changed one."""
        if value == DONE:
            return {**_unchanged(at), self.name: [each.pack() for each in further(at)]}
        if value in {ADD, DROP, STAY}:
            return self._done(at, value)
        if any(each.pack() == value for each in further(at)):
            return Still({**at.answers, CHANGED: value})
        return Span.pick(self, at, value)

    def _done(self, at: Setting, value: str) -> Taken:
        one = changing(at)
        if value == ADD:
            return settled(replace(at, answers=_unchanged(at)), When())
        if value == DROP and one is not None:
            return _put(at, [each for each in further(at) if each != one])
        return Still(_unchanged(at))


def _unchanged(at: Setting) -> asking.Answers:
    return {name: answer for name, answer in at.answers.items() if name != CHANGED}


def none(_: Setting) -> list[str]:
    """Return that a training has one date, until somebody names another."""
    return []


SESSIONS = Dates(
    Step.SESSIONS,
    offers,
    abreast=2,
    a_page=MOST_SESSIONS + 2,
    default=none,
    part=DatePart.DAY,
    known=known,
    settled=settled,
)
