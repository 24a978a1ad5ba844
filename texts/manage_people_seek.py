"""Looking for somebody on the list of a training: what was typed, and who was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.manage import Numbers
from domain.manage_people import A_PAGE
from domain.manage_people_seek import Found
from domain.message import Button, Message, Rows
from domain.network import Network
from domain.paging import Part
from domain.standing import Stand, stand
from talk.manage_people import SEEKING, SeePeople
from talk.presence import SeePresence
from texts import cards, manage_people, presence
from texts.catalogue import Texts
from texts.faces import Face

FACE = Face(SEEKING)
_NUMBER = re.compile(r"(?i)(?:(?:nr\.?|nummer|platz|seat|number)\s*)?([0-9]{1,5})")
_PAGE = re.compile(r"(?i)(?:seite|s\.|page|p\.)\s*([0-9]{1,3})")


@dataclass(frozen=True, slots=True)
class SoughtSeat:
    """What was typed: the number of a seat, a page from 1, or how a name begins."""

    code: int | None = None
    page: int | None = None
    name: str = ""


def read(text: str) -> SoughtSeat:
    """Return what a typed text looks for."""
    if page := _PAGE.fullmatch(text):
        return SoughtSeat(page=int(page[1]))
    if number := _NUMBER.fullmatch(text):
        return SoughtSeat(code=int(number[1]))
    return SoughtSeat(name=text)


def none(texts: Texts, sought: SoughtSeat, pages: int) -> str:
    """Return why nobody was found, as HTML."""
    if sought.name:
        return texts("seeking-none-name")
    if sought.code is not None:
        return texts("seeking-none-code", code=f"{sought.code:02}")
    return texts("seeking-none-page", pages=pages)


@dataclass(frozen=True, slots=True)
class Hits:
    """Who was found of a training; at the `door` they are marked, else taken out, while `open`."""

    of: Numbers
    found: Sequence[Found]
    door: bool
    open: bool


def found(texts: Texts, network: Network, hits: Hits) -> Message:
    """Return the rows of who was found, the first ten of them."""
    training, shown = hits.of.training, hits.found[:A_PAGE]
    when = cards.when(texts, network, training)
    head = texts("people-head", title=training.title, when=when)
    lines = [_line(texts, network, hits, each) for each in shown]
    parts = [head, texts("seeking-found", n=len(hits.found)), "\n".join(lines)]
    if len(hits.found) > len(shown):
        parts.append(texts("seeking-first", n=len(shown)))
    return Message("\n\n".join(parts), _rows(texts, hits, shown))


def _line(texts: Texts, network: Network, hits: Hits, one: Found) -> str:
    alone = manage_people.Listed(hits.of, Part([one.who], one.at, one.at + 1, 1), {})
    line = manage_people.line_of(texts, network, alone, 0)
    if not hits.door:
        return line
    return presence.marked(texts, hits.of.training, line, one.who.registration)


def _rows(texts: Texts, hits: Hits, shown: Sequence[Found]) -> Rows:
    training, page = hits.of.training, shown[0].page
    rows: Rows = ()
    if hits.open and hits.door:
        seated = [each for each in shown if stand(each.who.registration) is Stand.SEAT]
        people = [(each.who.registration, each.page) for each in seated]
        rows = presence.marking(texts, training, people)
    elif hits.open:
        rows = manage_people.taking_out(texts, training, [each.who for each in shown])
    whole = SeePresence(training.id, page) if hits.door else SeePeople(training.id, page)
    return (*rows, (Button(texts.plain("seeking-list"), whole.pack()),))
