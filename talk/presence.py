"""Who is there: taps on the list at the door."""

from __future__ import annotations

from dataclasses import dataclass

from domain.presence import Mark
from talk.action import Action, OfTraining, Position


@dataclass(frozen=True, slots=True)
class SeePresence(Action):
    """«Wer da ist»: a page of the people of a training, to be marked."""

    CODE = "prs"
    training_id: int
    page: Position


@dataclass(frozen=True, slots=True)
class MarkPresence(Action):
    """Mark who has this number as the button says, so that a second tap changes nothing."""

    CODE = "prm"
    training_id: int
    code: int
    mark: Mark
    page: Position


class SeekPresence(OfTraining):
    """«Suchen»: whom to mark, by what is typed."""

    CODE = "prk"


@dataclass(frozen=True, slots=True)
class LetFirstIn(Action):
    """«Nächste Person hereinlassen»: the first of the line, if a seat is free."""

    CODE = "prl"
    training_id: int
    page: Position
