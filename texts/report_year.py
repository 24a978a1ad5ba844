"""A year in chat, before any of its figures: which one, how its versions are called, the ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from domain.message import Button, Message, Rows
from domain.network import Network
from domain.report_order import Wanted
from talk.form import Question, Setting
from talk.report import REPORT, ShowFigures, ShowQuarter
from texts import report_names
from texts.cards import menu_row
from texts.catalogue import Texts
from texts.faces import Face, Page

#: More pages of hints than any network can have.
MOST_PAGES = 99


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: coordinators also find what is internal; `office` is theirs, if they have one."""

    coordinates: bool = False
    office: str = ""


class YearChoice(Face):
    """How the choice of the year reads."""

    def head(self, page: Page) -> str:
        """Return what the report is called, or that its year still runs."""
        runs = page.at.about.runs
        if runs is not None:
            return page.texts("figures-not-over", year=str(runs))
        return page.texts("report-head", title=report_names.title(page.texts, page.at.network))

    def label(self, _texts: Texts, _at: Setting, _question: Question, value: Any) -> str:
        """Return a year as it is."""
        return str(value)

    def ways(self, page: Page) -> Rows:
        """Return the way to the menu."""
        return (menu_row(page.texts),)


FACE = YearChoice(REPORT)


def back_row(texts: Texts, year: int) -> tuple[Button, ...]:
    """Return the way back to a year's figures."""
    return (Button(texts.plain("figures-back", year=str(year)), ShowFigures(year).pack()),)


def which_quarter(texts: Texts, year: int, quarters: Sequence[int]) -> Message:
    """Ask for a quarter."""
    rows = tuple(
        (Button(quarter_name(texts, year, each), ShowQuarter(year, each).pack()),)
        for each in quarters
    )
    return Message(texts("figures-which-quarter", year=str(year)), (*rows, back_row(texts, year)))


def quarter_name(texts: Texts, year: int, quarter: int) -> str:
    """Return how a quarter is called."""
    return texts.plain("figures-quarter", quarter=str(quarter), year=str(year))


def named(texts: Texts, network: Network, wanted: Wanted) -> str:
    """Return how a version of the report is called, as its own title page does."""
    title, year = report_names.title(texts, network), str(wanted.year)
    if wanted.quarter:
        return quarter_name(texts, wanted.year, wanted.quarter)
    if wanted.office:
        office = network.find_office(wanted.office)
        label = office.short_label if office else wanted.office
        return texts.plain("figures-own-report", title=title, year=year, office=label)
    return texts.plain("figures-report", title=title, year=year)


def moment(texts: Texts) -> Message:
    """Say that figures are being worked out."""
    return Message(texts("figures-moment"))


def not_over(texts: Texts, year: int) -> Message:
    """Say that a year's figures come once it is over."""
    return Message(texts("figures-not-over", year=str(year)), (menu_row(texts),))
