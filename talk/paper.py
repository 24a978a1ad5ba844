"""What is printed of a training, and the check of a certificate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from domain.paper import Paper
from domain.person import tidy_name
from domain.typed import one_line
from domain.units import MOST_UNITS
from talk.action import Action, OfTraining
from talk.form import Form, Number, Setting, Words


class Papers(OfTraining):
    """«Drucken»: which papers there are of a training."""

    CODE = "pp"


@dataclass(frozen=True, slots=True)
class Print(Action):
    """One of the papers, as a file."""

    CODE = "ppo"
    training_id: int
    paper: Paper


class AskCertificate(OfTraining):
    """«Einzelne Bescheinigung»: for which name."""

    CODE = "ppn"


def _problem(at: Setting) -> str:
    return "" if tidy_name(at.answers["name"]) else "join-name-again"


#: So many numbers of units have a button; any may be typed.
_OFFERED = 9


def _units(at: Setting) -> list[int]:
    """Return the numbers of units on offer: all of them first, then fewer."""
    whole = at.about.plan.units
    return list(range(whole, max(0, whole - _OFFERED), -1))


def _several(at: Setting) -> bool:
    """Return whether there is anything to say less of."""
    return bool(at.about.plan.units > 1)


def _too_much(at: Setting) -> str:
    return "paper-extent-most" if at.answers["extent"] > at.about.plan.units else ""


CERTIFICATE = Form(
    "paper",
    (
        Words("name", one_line, _problem, optional=True, open=True),
        Number("extent", 1, MOST_UNITS, _units, _too_much, asked_if=_several, abreast=3),
    ),
    patience=lambda _: timedelta(minutes=15),
)
