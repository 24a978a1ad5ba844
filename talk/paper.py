"""What is printed of a training, and the check of a certificate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from domain.paper import Paper
from domain.person import tidy_name
from domain.typed import one_line
from talk.action import Action, OfTraining
from talk.form import Form, Setting, Words


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


CERTIFICATE = Form(
    "paper",
    (Words("name", one_line, _problem, optional=True),),
    patience=lambda _: timedelta(minutes=15),
)
