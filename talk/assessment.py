"""The coordinators' own words about a year: typed, looked at once more, kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from domain.assessment import not_kept
from domain.typed import several_lines
from talk.action import Action, Year
from talk.form import Form, Review, Setting, Words


def _problem(at: Setting) -> str:
    why = not_kept(at.answers["words"])
    return "" if why is None else f"assessment-{why}"


_WORDS = Words("words", several_lines, _problem)
ASSESSMENT = Form(
    "assessment", (_WORDS, Review("check", retakes=_WORDS)), patience=lambda _: timedelta(hours=1)
)


@dataclass(frozen=True, slots=True)
class ShowAssessment(Action):
    """«Fachliche Bewertung» of a year."""

    CODE = "ass"
    year: Year


@dataclass(frozen=True, slots=True)
class WriteAssessment(Action):
    """«Bewertung schreiben»: the next text is taken for it."""

    CODE = "ass-w"
    year: Year


@dataclass(frozen=True, slots=True)
class AskDropAssessment(Action):
    """«Bewertung entfernen»: asks back once."""

    CODE = "ass-a"
    year: Year


@dataclass(frozen=True, slots=True)
class DropAssessment(Action):
    """«Ja, entfernen»."""

    CODE = "ass-d"
    year: Year
