"""The parts of an assessment: chapter by chapter, hint by hint; each can be left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from domain.assessment_parts import SaidOfHint, is_chapter, part_not_kept
from domain.typed import several_lines
from talk.action import Action, Position, Within, Year
from talk.form import Choice, Form, Review, Setting, Words, these
from talk.measures import HintNamed


class PartNamed:
    """The bounds of a part's name: a chapter there is, or a hint."""

    def __contains__(self, name: str) -> bool:
        return is_chapter(name) or name in HintNamed()


#: What a part is called by on a button.
Part = Annotated[str, PartNamed()]


def _of_hint(at: Setting) -> bool:
    return not is_chapter(at.answers["part"])


def _because(at: Setting) -> bool:
    """Return whether a reason must be given: that it is different is none."""
    return at.answers.get("verdict") == SaidOfHint.DIFFERS


def said(at: Setting) -> str:
    """Return what was written; nothing, if it was left out."""
    return at.answers.get("reason") or at.answers.get("words") or ""


def _problem(at: Setting) -> str:
    why = part_not_kept(said(at))
    return "" if why is None else f"assessment-{why}"


PARTS = Form(
    "assessment-part",
    (
        Choice("verdict", these(SaidOfHint), labels="verdict", asked_if=_of_hint),
        Words(
            "words",
            several_lines,
            _problem,
            optional=True,
            paragraphs=True,
            asked_if=lambda at: not _because(at),
        ),
        Words("reason", several_lines, _problem, paragraphs=True, asked_if=_because),
        Review("check", asked_if=lambda at: bool(said(at))),
    ),
    patience=lambda _: timedelta(hours=1),
)


@dataclass(frozen=True, slots=True)
class AssessChapters(Action):
    """«Abschnitte bewerten»: from this one on, one after the other."""

    CODE = "ass-c"
    year: Year
    number: Position


@dataclass(frozen=True, slots=True)
class AssessHint(Action):
    """«Bewerten»: a hint on a page of the potentials."""

    CODE = "ass-h"
    year: Year
    page: Position
    part: Part


@dataclass(frozen=True, slots=True)
class AssessHints(Action):
    """«Alle Hinweise nacheinander bewerten», «Überspringen»: from this one on."""

    CODE = "ass-n"
    year: Year
    number: Position


@dataclass(frozen=True, slots=True)
class JudgeHint(Action):
    """«Trifft zu», «Teilweise», «Anders, weil …»: of one that is asked about by itself.

    The verdict is its place in the list: with its name, that of a long topic has no room.
    """

    CODE = "jdg"
    year: Year
    number: Position
    verdict: Annotated[int, Within(0, len(SaidOfHint) - 1)]
    part: Part


@dataclass(frozen=True, slots=True)
class DropPart(Action):
    """«Diesen Text entfernen»."""

    CODE = "ass-x"
    year: Year
    part: Part
