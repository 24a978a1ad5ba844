"""Entering into the ledger: what can be entered, how the form reads, and what was entered."""

from __future__ import annotations

from typing import Any

from domain.ledger.entries import Entry, LedgerKind
from domain.localtime import quarter_of
from domain.message import Button, Message
from domain.protocol import MOST, Matter
from talk.form import Question, Setting
from talk.protocol import EVERYBODY, PROTOCOL, EnterMatter, Protocol, matter_of
from talk.recount import ListClosed
from texts.agreements import agreed_title, title
from texts.cards import menu_row
from texts.catalogue import Texts
from texts.dates import short_day
from texts.faces import Face, Page
from texts.institutions import district_or_slug


def menu(texts: Texts) -> Message:
    """Offer what can be entered."""
    rows = tuple(
        (Button(texts.label("matter", each), EnterMatter(each).pack()),) for each in Matter
    )
    recount = (Button(texts.plain("recount-list"), ListClosed(0).pack()),)
    return Message(texts("protocol-matter"), (*rows, recount, menu_row(texts)))


class Logging(Face):
    """How the form reads."""

    def head(self, page: Page) -> str:
        """Return what is entered."""
        matter = page.texts.label("matter", matter_of(page.at))
        return page.texts("protocol-head", matter=matter)

    def ask(self, page: Page) -> str:
        """Ask; a number by what is entered."""
        texts, matter = page.texts, matter_of(page.at)
        if page.question.name != "number":
            return Face.ask(self, page)
        asked = texts("protocol-number", matter=matter, most=str(MOST))
        if matter is not Matter.ADVICE:
            return asked
        return f"{texts('protocol-so-far', n=_so_far(page.at))}\n{asked}"

    def label(self, texts: Texts, at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called."""
        match question.name:
            case "quarter":
                year, _, quarter = value.partition("-")
                return _quarter(texts, quarter, year)
            case "offices" | "agreed":
                return _office(texts, at, value)
            case "procedure":
                return title(texts, at.network, value)
            case "replaces":
                return _replaced(texts, at, value)
            case "entry":
                entry = at.about.entry(int(value))
                return described(texts, entry) if entry else str(value)
            case "number" | "year":
                return str(value)
        return Face.label(self, texts, at, question, value)


def _office(texts: Texts, at: Setting, value: str) -> str:
    if value == EVERYBODY:
        return texts.plain("protocol-everybody")
    return district_or_slug(texts, at.network, value)


def _replaced(texts: Texts, at: Setting, value: str) -> str:
    found = next((each for each in at.about.in_force() if str(each.number) == value), None)
    if found is None:
        return texts.plain("protocol-replaces-none")
    what, day = agreed_title(texts, at.network, found), short_day(found.day, texts.language)
    return texts.plain("protocol-entry-named", day=day, what=what)


FACE = Logging(PROTOCOL)


def _so_far(at: Setting) -> int:
    """Return the total that stands for the quarter already."""
    year, _, quarter = at.answers["quarter"].partition("-")
    return sum(
        entry.n
        for entry in at.about.of_year(int(year))
        if entry.kind is LedgerKind.ADVICE_TOTAL and quarter_of(entry.day) == int(quarter)
    )


def _quarter(texts: Texts, quarter: str, year: str) -> str:
    return texts.plain("protocol-quarter-named", quarter=quarter, year=year)


def described(texts: Texts, entry: Entry) -> str:
    """Return how a row of the ledger is called."""
    day = short_day(entry.day, texts.language)
    if entry.kind is LedgerKind.ADVICE_TOTAL:
        when = _quarter(texts, str(quarter_of(entry.day)), str(entry.day.year))
        return texts.plain("protocol-entry-advice", when=when, n=entry.n)
    kind = "procedure" if entry.kind is LedgerKind.PROCEDURE_AGREED else "format"
    return texts.plain("protocol-entry-named", day=day, what=texts.label(kind, entry.detail))


def written(texts: Texts, *, corrected: bool) -> Message:
    """Say that it stands in the ledger."""
    text = texts("protocol-corrected") if corrected else texts("protocol-written")
    more = Button(texts.plain("protocol-more"), Protocol().pack())
    return Message(text, ((more,), menu_row(texts)))
