"""The figures of a year, and its files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from domain.report_order import QUARTERS
from talk.action import Action, OfYear, Position, Within, Year
from talk.form import Choice, Form, Setting


@dataclass(frozen=True, slots=True)
class YearsOpen:
    """Which years somebody may read, the newest first; `runs` is the one that is to end first."""

    years: Sequence[int]
    runs: int | None = None


def _years(at: Setting) -> Sequence[str]:
    return [str(year) for year in at.about.years]


REPORT = Form("report", (Choice("year", _years, abreast=2),))

Quarter = Annotated[int, Within(QUARTERS.start, QUARTERS.stop - 1)]


class ShowFigures(OfYear):
    """The figures of a year; 0 asks which one."""

    CODE = "fig"


class MakeReport(OfYear):
    """«Bericht als Dateien»: the whole report of a year."""

    CODE = "files"


class OpenYear(OfYear):
    """A year of the choice: its figures, and its charts as pictures."""

    CODE = "rep-y"


@dataclass(frozen=True, slots=True)
class Potentials(Action):
    """«Optimierungspotentiale»: a page of what the rules found."""

    CODE = "rep-p"
    year: Year
    page: Position


class ByPlace(OfYear):
    """«Nach Jugendamt und Handlungsfeld»: the attendances in words."""

    CODE = "rep-b"


class MakeOwn(OfYear):
    """«Nur mein Jugendamt»: the report with one's own numbers open."""

    CODE = "rep-o"


class ChooseQuarter(OfYear):
    """«Quartalszahlen»: which quarter."""

    CODE = "rep-q"


@dataclass(frozen=True, slots=True)
class ShowQuarter(Action):
    """The main figures of a quarter."""

    CODE = "rep-qs"
    year: Year
    quarter: Quarter


@dataclass(frozen=True, slots=True)
class MakeQuarter(Action):
    """A quarter's main figures as files."""

    CODE = "rep-qf"
    year: Year
    quarter: Quarter
