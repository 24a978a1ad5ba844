"""The access log in words: a line for each day, role and deed; nobody is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.deeds import Done, Month
from domain.message import Button, Message, Rows
from domain.network import Network
from domain.paging import Part
from talk.action import Action
from talk.deeds import ChooseDeeds, ShowDeeds
from texts import paging
from texts.cards import menu_row
from texts.catalogue import Texts
from texts.dates import month, plain_day
from texts.institutions import district_or_slug


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of a month, of one office or of all; the log reaches from `first` to `today`."""

    of: Month
    office: str
    part: Part[Done]
    first: date
    today: date


def listed(texts: Texts, network: Network, page: LogPage) -> Message:
    """Return a page of the log, with the ways to other months and offices."""
    name = month(page.of.first, texts.language)
    whose = _office(texts, network, page.office)
    head = texts("deeds-head", month=name, office=whose)
    lines = [_line(texts, network, each, page) for each in page.part.items]
    body = "\n".join(lines) if lines else texts("deeds-none")
    kept = texts("deeds-kept", days=network.retention.actions_days)
    text = "\n\n".join([paging.heading(texts, head, page.part), body, kept])
    return Message(text, (*_ways(texts, page), menu_row(texts)))


def _line(texts: Texts, network: Network, each: Done, page: LogPage) -> str:
    said = {
        "day": plain_day(each.day, texts.language),
        "role": texts.label("deeds-role", each.role),
        "what": texts.label("deed", each.deed),
    }
    if page.office or not each.office:
        line = texts("deeds-line-own", **said)
    else:
        line = texts("deeds-line", **said, office=_office(texts, network, each.office))
    title = [] if each.title is None else [texts("deeds-training", title=each.title)]
    often = [texts("deeds-often", n=each.n)] if each.n > 1 else []
    return "\n".join([line, *title, *often])


def _office(texts: Texts, network: Network, slug: str) -> str:
    return district_or_slug(texts, network, slug) if slug else texts.plain("deeds-all")


def _ways(texts: Texts, page: LogPage) -> Rows:
    of, office = page.of, page.office

    def turn(number: int) -> Action:
        return ShowDeeds(of.year, of.month, office, number)

    months = [of.later(step) for step in (-1, 1)]
    row = tuple(
        Button(month(each.first, texts.language), ShowDeeds(each.year, each.month, office).pack())
        for each in months
        if each.following > page.first and each.first <= page.today
    )
    choose = Button(texts.plain("deeds-choose"), ChooseDeeds(of.year, of.month).pack())
    return (*paging.turns(texts, page.part, turn), *([row] if row else []), (choose,))


def choose(texts: Texts, network: Network, of: Month, offices: Sequence[str]) -> Message:
    """Ask of which office a month is shown: of those that have lines, or of all."""
    rows = [
        (Button(_office(texts, network, slug), ShowDeeds(of.year, of.month, slug).pack()),)
        for slug in ["", *offices]
    ]
    text = texts("deeds-which", month=month(of.first, texts.language))
    return Message(text, (*rows, menu_row(texts)))
