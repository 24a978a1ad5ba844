"""Who is there: the list at the door, and what who opened the code reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.message import Button, Message, Rows
from domain.network import Network
from domain.presence import Marked, NotNow, mark_of, next_mark
from domain.presence_door import CheckedIn, NotCheckedIn
from domain.register import Registration
from domain.standing import Stand, stand
from domain.training import Training
from talk.manage_people import SeePeople
from talk.presence import LetFirstIn, MarkPresence, SeekPresence, SeePresence
from talk.presence_hours import SeeHours
from talk.register import Details
from texts import cards, manage_people, paging, presence_hours, session
from texts.catalogue import Html, Texts
from texts.manage_people import Listed

#: Two numbers of seats stand abreast.
_ABREAST = 2


@dataclass(frozen=True, slots=True)
class Marking:
    """A page of the people of a training, and how many are marked; `open` if more can be."""

    of: Listed
    marks: Marked
    open: bool


def listed(texts: Texts, network: Network, shown: Marking) -> Message:
    """Return a page: who has a seat, with the mark, and who waits."""
    of = shown.of
    training = of.of.training
    when = cards.when(texts, network, training)
    marks = shown.marks
    head = texts(
        "presence-head", title=training.title, when=when, came=marks.came, missed=marks.missed
    )
    lines = [_line(texts, network, of, at) for at in range(len(of.part.items))]
    body = Html("\n".join(lines or [texts("people-none")]))
    hint = texts("presence-hint" if shown.open else "presence-not-closed")
    text = "\n\n".join([paging.heading(texts, head, of.part), body, hint])
    return Message(text, _rows(texts, shown))


def _line(texts: Texts, network: Network, of: Listed, at: int) -> str:
    line, own = manage_people.line_of(texts, network, of, at), of.part.items[at].registration
    return marked(texts, of.of.training, line, own)


def marked(texts: Texts, training: Training, line: str, own: Registration) -> str:
    """Return the line of somebody with what is marked of them behind it."""
    mark = "" if own.came is None else texts(f"presence-{mark_of(own.came)}")
    hours = presence_hours.said(texts, training.plan, own.shortened)
    said = ", ".join(filter(None, (mark, hours)))
    return f"{line} – {said}" if said else line


def marking(texts: Texts, training: Training, people: Sequence[tuple[Registration, int]]) -> Rows:
    """Return a button for each of these registrations that marks it, and leads to its page."""
    buttons = [
        Button(
            texts.plain("people-seat", code=f"{own.seat_code:02}"),
            MarkPresence(training.id, own.seat_code, next_mark(own.came), page).pack(),
        )
        for own, page in people
    ]
    return tuple(tuple(buttons[at : at + _ABREAST]) for at in range(0, len(buttons), _ABREAST))


def _rows(texts: Texts, shown: Marking) -> Rows:
    training, part = shown.of.of.training, shown.of.part
    seated = [e.registration for e in part.items if stand(e.registration) is Stand.SEAT]
    rows = [*marking(texts, training, [(own, part.page) for own in seated if shown.open])]
    rows += paging.turns(texts, part, lambda page: SeePresence(training.id, page))
    if part.pages > 1:
        rows.append((Button(texts.plain("people-find"), SeekPresence(training.id).pack()),))
    if seated or not shown.open:
        hours = SeeHours(training.id, part.page).pack()
        rows.append((Button(texts.plain("presence-hours-button"), hours),))
    if shown.open and shown.of.of.waiting:
        let_in = LetFirstIn(training.id, part.page).pack()
        rows.append((Button(texts.plain("presence-let-first-in"), let_in),))
    back = Button(texts.plain("button-back"), SeePeople(training.id, 0).pack())
    return (*rows, (back,))


def why_not(texts: Texts, why: NotNow) -> str:
    """Return the sentence that says why nothing is noted, plain."""
    return texts.plain(f"presence-not-{why}")


def checked_in(texts: Texts, network: Network, done: CheckedIn, now: datetime) -> Message:
    """Say that somebody is checked in, or was before; of a series for which of its dates."""
    training = done.training
    when = cards.when(texts, network, training, now)
    before = "again" if training.plan.series else "before"
    said = "presence-checked-in" if done.fresh else f"presence-checked-in-{before}"
    details = Button(texts.plain("button-details"), Details(training.id).pack())
    text = f"{texts(said)}\n\n{texts('presence-of', title=training.title, when=when)}"
    return Message(text, ((details,), cards.menu_row(texts)))


def refused(texts: Texts, network: Network, done: NotCheckedIn) -> Message:
    """Say why somebody is not checked in, and when a code holds."""
    parts = [texts(f"presence-not-{done.why}")]
    if done.session is not None:
        parts.append(texts("presence-holds", when=session.date(texts, network, done.session)))
    return Message("\n".join(parts), (cards.menu_row(texts),))
