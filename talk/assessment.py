"""The coordinators' own words about a year."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, Year


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
class KeepAssessment(Action):
    """«So übernehmen»: what was typed is kept."""

    CODE = "ass-k"
    version: int


@dataclass(frozen=True, slots=True)
class LeaveAssessment(Action):
    """«Verwerfen»: what was typed is forgotten."""

    CODE = "ass-l"
    version: int


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
