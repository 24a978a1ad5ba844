"""The dates of a series that people know of: one is moved, or falls out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from domain.manage import Numbers
from domain.plan_told import alone
from talk.action import Action, OfTraining, Within

#: Under this name stands the session that moves; no question has it.
SESSION = "session"
#: The number of a session: one that was dropped keeps its own.
Number = Annotated[int, Within(1, 999)]


class AllSessions(OfTraining):
    """«Termine»: the dates of a series."""

    CODE = "ses"


@dataclass(frozen=True, slots=True)
class OneSession(Action):
    """One date of a series, and what can become of it."""

    CODE = "seo"
    training_id: int
    session: Number


@dataclass(frozen=True, slots=True)
class MoveSession(Action):
    """«Verschieben»: asks for the new date."""

    CODE = "sem"
    training_id: int
    session: Number


@dataclass(frozen=True, slots=True)
class DropSession(Action):
    """«Ja, streichen»."""

    CODE = "sed"
    training_id: int
    session: Number


def narrowed(of: Numbers, session: int) -> Numbers | None:
    """Return a training as if it had this date alone; None if it has no such date."""
    plan = alone(of.training.plan, session)
    return None if plan is None else replace(of, training=replace(of.training, plan=plan))
