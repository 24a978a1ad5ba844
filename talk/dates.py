"""Questions for days, moments, and events with their times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from domain import plan_sketch
from talk.form import Choice
from talk.question import Answers, Problem, Setting, Taken


class When(Choice):
    """A day: the likely ones are offered, any of them may be typed as people write days."""


@dataclass(frozen=True, slots=True)
class Moment(Choice):
    """A moment to come, at most so `far` ahead: some are offered, any other may be typed.

    `settled` returns the answers with a moment, which may be moved; or why it cannot be. Where it
    is asked `until` when something lasts, a day alone means its end.
    """

    settled: Callable[[Setting, datetime], Answers | Problem] = field(kw_only=True)
    far: timedelta = field(kw_only=True)
    until: bool = field(default=False, kw_only=True)

    def pick(self, at: Setting, value: str) -> Taken:
        """Take a moment of a button: offered, or asked back for what was typed."""
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None or abs(moment - at.now) > self.far:
            raise ValueError(f"{value!r} is not offered")
        return self.settled(at, moment)


class DatePart(StrEnum):
    """What a question asks of a date."""

    DAY = "day"
    STARTS = "starts"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Span(Choice):
    """A day to come with its times, or a part of them: some are offered, any may be typed.

    What is `known` of it completes what is said; `settled` returns the answers with that, also of
    other parts if they were said along with this one, or why it cannot be.
    """

    part: DatePart = field(kw_only=True)
    known: Callable[[Setting], plan_sketch.When] = field(kw_only=True)
    settled: Callable[[Setting, plan_sketch.When], Taken] = field(kw_only=True)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of a file: a last day stands for itself there."""
        return (self.name, "end-day") if self.part is DatePart.ENDS else (self.name,)

    def pick(self, at: Setting, value: str) -> Taken:
        """Take what a button says of the date: offered, or asked back for what was typed."""
        said = plan_sketch.When.unpack(value)
        if getattr(said, self.part) is None:
            raise ValueError(f"{value!r} does not say the {self.part}")
        return self.settled(at, said)
