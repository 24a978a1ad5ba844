"""The people of one training as its hosts read them, and what who is taken out reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.manage import Numbers
from domain.manage_people import Attendee, NotRemoved
from domain.message import Button, Document, Message, Rows, Style
from domain.network import Network
from domain.paging import Part
from domain.seats import Place
from domain.standing import Stand, stand, stand_of
from domain.training import Training
from domain.vocabulary import EventStatus, RegistrationStatus, Sector
from talk.form import Leave, Review
from talk.manage import ManageOne
from talk.manage_people import REMOVAL, FindSeat, SeePeople, TakeOut
from talk.presence import SeePresence
from talk.seats import AddBlock
from texts import cards, paging
from texts.catalogue import Texts
from texts.faces import Face, Page
from texts.institutions import in_order, institution
from texts.manage import numbers_line

#: Two numbers of seats stand abreast.
_ABREAST = 2


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the people of a training; what is `booked` for institutions ends the last one.

    `door` is set where it can be marked, or read, who is there.
    """

    of: Numbers
    part: Part[Attendee]
    booked: Mapping[Place, int]
    door: bool = False


def listed(texts: Texts, network: Network, shown: Listed, now: datetime, note: str = "") -> Message:
    """Return a page: seat codes, institutions, names where they may be read; the line; blocks."""
    training, part = shown.of.training, shown.part
    when = cards.when(texts, network, training)
    head = texts("people-head", title=training.title, when=when)
    head = f"{head}\n{numbers_line(texts, shown.of)}"
    lines = [line_of(texts, network, shown, n) for n in range(len(part.items))]
    lines += _booked(texts, network, shown.booked)
    body = lines or [texts("people-none")]
    open_ = may_take_out(training, now)
    hint = [texts("people-hint")] if open_ and part.items else []
    parts = [*([note] if note else []), paging.heading(texts, head, part), "\n".join(body), *hint]
    return Message("\n\n".join(parts), _rows(texts, shown, open_=open_))


_OFF = frozenset({EventStatus.CANCELLED, EventStatus.HELD})


def line_of(texts: Texts, network: Network, shown: Listed, at: int) -> str:
    """Return the line of somebody on the page: the seat or the place in line, and where from.

    Beside it stands that the own office must still approve.
    """
    each = shown.part.items[at]
    if stand(each.registration) is Stand.LINE:
        place = shown.part.first + at - shown.of.taken
        line = _who(texts, network, each, _WAITS, place=place)
    else:
        line = _who(texts, network, each, _SEAT)
    held = each.registration.approve_by is not None
    return f"{line} ({texts('people-held')})" if held else line


#: What a line says of somebody without a name, and of somebody with one.
_SEAT = ("manage-seat", "manage-seat-named")
_WAITS = ("people-waits", "people-waits-named")


def _who(texts: Texts, network: Network, each: Attendee, says: tuple[str, str], **more: int) -> str:
    """Return the line of somebody, with a name only where it may be read."""
    where = institution(texts, network, each.office, Sector(each.sector))
    values: dict[str, str | int] = {
        "code": f"{each.registration.seat_code:02}",
        "institution": where,
        **more,
    }
    if each.name:
        return texts(says[1], name=each.name, **values)
    return texts(says[0], **values)


def _booked(texts: Texts, network: Network, booked: Mapping[Place, int]) -> list[str]:
    return [
        texts(
            "manage-seat-block",
            institution=institution(texts, network, office, Sector(sector)),
            n=booked[office, sector],
        )
        for office, sector in in_order(network, booked)
    ]


def may_take_out(training: Training, now: datetime) -> bool:
    """Return whether somebody can still be taken out of a training."""
    return not training.running(now) and training.status not in _OFF


def taking_out(texts: Texts, training: Training, people: Sequence[Attendee]) -> Rows:
    """Return a button for each of these people that takes them out, by the number."""
    buttons = [
        Button(texts.plain("people-seat", code=f"{code:02}"), TakeOut(training.id, code).pack())
        for code in (each.registration.seat_code for each in people)
    ]
    return tuple(tuple(buttons[at : at + _ABREAST]) for at in range(0, len(buttons), _ABREAST))


def _rows(texts: Texts, shown: Listed, *, open_: bool) -> Rows:
    """Return a button for each person as long as somebody can be taken out, and the ways on."""
    number, part = shown.of.training.id, shown.part
    rows = [*taking_out(texts, shown.of.training, part.items if open_ else ())]
    rows += paging.turns(texts, part, lambda page: SeePeople(number, page))
    find = Button(texts.plain("people-find"), FindSeat(number).pack())
    more = Button(texts.plain("people-add"), AddBlock(number).pack())
    ways = (*([find] if part.pages > 1 else []), *([more] if open_ else []))
    rows += [ways] if ways else []
    back = Button(texts.plain("manage-this"), ManageOne(number).pack())
    door = Button(texts.plain("presence-button"), SeePresence(number, 0).pack())
    return (*rows, (*([door] if shown.door else []), back))


class Removing(Face):
    """How the questions read before somebody is taken out."""

    def head(self, page: Page) -> str:
        """Return which training it is about, and who."""
        texts, network, about = page.texts, page.at.network, page.at.about
        training, who = about.training, about.who
        when = cards.when(texts, network, training)
        head = texts("removal-head", title=training.title, when=when)
        if who is None:
            return head
        return f"{head}\n{_who(texts, network, who, _SEAT)}"

    def ask(self, page: Page) -> str:
        """Ask; at last, say what follows, and of which reason the person reads."""
        if isinstance(page.question, Review):
            reason = page.texts.label("removal-reason", page.at.answers["reason"])
            return page.texts("removal-sure", reason=reason)
        return Face.ask(self, page)

    def style(self, page: Page, _value: str) -> Style:
        """Return how a button stands out: what cannot be undone is marked."""
        return Style.DANGER if isinstance(page.question, Review) else Style.PLAIN

    def ways(self, page: Page) -> Rows:
        """Return the one way out."""
        out = Button(page.texts.plain("removal-no"), Leave(page.version).pack())
        return ((out,),)


FACE = Removing(REMOVAL)


def removed(texts: Texts, code: int, moved_up: int) -> str:
    """Say that somebody was taken out, and how many move up."""
    parts = [texts("removal-done", code=f"{code:02}")]
    if moved_up:
        parts.append(texts("manage-moved-up", people=moved_up))
    return " ".join(parts)


def not_removed(texts: Texts, why: NotRemoved, code: int) -> str:
    """Say why nobody was taken out."""
    if why is NotRemoved.CLOSED:
        return texts("removal-not-closed")
    return texts("removal-not-gone", code=f"{code:02}")


def taken_out(
    texts: Texts,
    network: Network,
    training: Training,
    told: Mapping[str, str],
    document: Document | None,
) -> Message:
    """Tell somebody that they were taken out of a training, and why; `told` are row's facts."""
    was = stand_of(RegistrationStatus(told["was"]))
    when = cards.when(texts, network, training)
    office = network.find_office(training.host)
    text = texts(
        f"taken-out-{was}",
        title=training.title,
        when=when,
        reason=texts.label("removal-reason", told["reason"]),
        host=office.label if office else network.name,
    )
    if document is not None:
        text = f"{text}\n\n{texts('leave-file')}"
    return Message(text, (cards.menu_row(texts),), document)
