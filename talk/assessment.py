"""The coordinators' own words about a year: typed, looked at once more, kept."""

from __future__ import annotations

from datetime import timedelta

from domain.assessment import not_kept
from domain.typed import several_lines
from talk.action import OfYear
from talk.form import Form, Review, Setting, Words


def _problem(at: Setting) -> str:
    why = not_kept(at.answers["words"])
    return "" if why is None else f"assessment-{why}"


_WORDS = Words("words", several_lines, _problem)
ASSESSMENT = Form(
    "assessment", (_WORDS, Review("check", retakes=_WORDS)), patience=lambda _: timedelta(hours=1)
)


class ShowAssessment(OfYear):
    """«Fachliche Bewertung» of a year."""

    CODE = "ass"


class WriteAssessment(OfYear):
    """«Bewertung schreiben»: the next text is taken for it."""

    CODE = "ass-w"


class AskDropAssessment(OfYear):
    """«Bewertung entfernen»: asks back once."""

    CODE = "ass-a"


class DropAssessment(OfYear):
    """«Ja, entfernen»."""

    CODE = "ass-d"
