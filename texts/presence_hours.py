"""How much somebody attended: where it is said, and how it reads wherever it stands."""

from __future__ import annotations

from domain.manage import Numbers
from domain.manage_people import Attendee
from domain.message import Button, Message, Rows
from domain.network import Network
from domain.paging import Part, part_of
from domain.presence_shortened import Shortened, attended_units, is_shortened
from domain.register import Registration
from domain.session import Session
from domain.standing import Stand, stand
from domain.training import Plan, Training
from talk.presence import SeePresence
from talk.presence_hours import OneHours, SeeHours, SetSession, SetUnits
from texts import cards, manage_people, paging, session
from texts.catalogue import Html, Texts

#: Two numbers of seats stand abreast, and four of units, which are short.
_ABREAST, _UNITS_ABREAST = 2, 4
#: So many numbers of units a page offers.
_UNITS_A_PAGE = 24


def said(texts: Texts, plan: Plan, shortened: Shortened) -> str:
    """Return how much of it somebody attended, `5 von 8 UE`; empty for the whole."""
    if not is_shortened(plan, shortened):
        return ""
    units = attended_units(plan, shortened)
    return texts.plain("presence-hours-of", units=units, whole=plan.units)


def listed(texts: Texts, network: Network, of: Numbers, part: Part[Attendee]) -> Message:
    """Return a page of who has a seat and how much each attended, where it was not the whole."""
    training = of.training
    shown = manage_people.Listed(of, part, {})
    head = texts(
        "presence-hours-head", title=training.title, when=cards.when(texts, network, training)
    )
    lines = [_line(texts, network, shown, at) for at in range(len(part.items))]
    body = Html("\n".join(lines or [texts("people-none")]))
    text = "\n\n".join([paging.heading(texts, head, part), body, texts("presence-hours-hint")])
    return Message(text, _rows(texts, training, part))


def _line(texts: Texts, network: Network, shown: manage_people.Listed, at: int) -> str:
    line, own = manage_people.line_of(texts, network, shown, at), shown.part.items[at].registration
    hours = said(texts, shown.of.training.plan, own.shortened)
    return f"{line} – {hours}" if hours else line


def _rows(texts: Texts, training: Training, part: Part[Attendee]) -> Rows:
    seated = [e.registration for e in part.items if stand(e.registration) is Stand.SEAT]
    buttons = [
        Button(
            texts.plain("people-seat", code=f"{own.seat_code:02}"),
            OneHours(training.id, own.seat_code, part.page, 0).pack(),
        )
        for own in seated
    ]
    back = Button(texts.plain("button-back"), SeePresence(training.id, part.page).pack())
    turns = paging.turns(texts, part, lambda page: SeeHours(training.id, page))
    return (*_abreast(buttons, _ABREAST), *turns, (back,))


def _abreast(buttons: list[Button], n: int) -> Rows:
    return tuple(tuple(buttons[at : at + n]) for at in range(0, len(buttons), n))


def asked(
    texts: Texts, network: Network, training: Training, own: Registration, about: OneHours
) -> Message:
    """Ask how much somebody attended: so many units, or which sessions of a series.

    The number says who it is: a question stays in the chat for longer than names may.
    """
    plan, code = training.plan, f"{own.seat_code:02}"
    when = cards.when(texts, network, training)
    parts = [texts("presence-hours-head", title=training.title, when=when)]
    name = "sessions" if plan.series else "units" if plan.units > 1 else "none"
    parts.append(texts(f"presence-hours-ask-{name}", code=code))
    if hours := said(texts, plan, own.shortened):
        parts.append(texts("presence-hours-now", hours=hours))
    if plan.series:
        switches = [_session(texts, network, own, each, about) for each in plan.dates]
        rows = _abreast(switches, 1)
    else:
        rows = _units(texts, plan, about)
    back = Button(texts.plain("button-back"), SeeHours(training.id, about.page).pack())
    return Message("\n\n".join(parts), (*rows, (back,)))


def _session(
    texts: Texts, network: Network, own: Registration, one: Session, about: OneHours
) -> Button:
    missed = one.number in own.shortened.missed
    state = texts.plain("presence-missed" if missed else "presence-came")
    label = texts.plain(
        "presence-hours-session", when=session.date(texts, network, one), state=state
    )
    turned = SetSession(about.training_id, about.code, one.number, int(not missed), about.page)
    return Button(label, turned.pack())


def _units(texts: Texts, plan: Plan, about: OneHours) -> Rows:
    """Return a button for each number of units up to all of them."""
    number, code, page = about.training_id, about.code, about.page
    if plan.units <= 1:
        return ()
    part = part_of(range(1, plan.units), about.part, _UNITS_A_PAGE)
    buttons = [
        Button(texts.plain("presence-hours-n", units=n), SetUnits(number, code, n, page).pack())
        for n in part.items
    ]
    whole = Button(
        texts.plain("presence-hours-all", units=plan.units),
        SetUnits(number, code, plan.units, page).pack(),
    )
    turns = paging.turns(texts, part, lambda at: OneHours(number, code, page, at))
    return (*_abreast(buttons, _UNITS_ABREAST), *turns, (whole,))
