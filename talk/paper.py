"""What is printed of a training, and the check of a certificate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from domain.paper import Paper
from domain.person import tidy_name
from domain.typed import one_line
from talk.action import Action
from talk.form import Form, Setting, Words


@dataclass(frozen=True, slots=True)
class Papers(Action):
    """«Drucken»: which papers there are of a training."""

    CODE = "pp"
    training_id: int


@dataclass(frozen=True, slots=True)
class Print(Action):
    """One of the papers, as a file."""

    CODE = "ppo"
    training_id: int
    paper: Paper


@dataclass(frozen=True, slots=True)
class AskCertificate(Action):
    """«Einzelne Bescheinigung»: for which name."""

    CODE = "ppn"
    training_id: int


def _problem(at: Setting) -> str:
    return "" if tidy_name(at.answers["name"]) else "join-name-again"


CERTIFICATE = Form(
    "paper",
    (Words("name", one_line, _problem, optional=True),),
    patience=lambda _: timedelta(minutes=15),
)
