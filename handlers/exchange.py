"""Noting an exchange between institutions: four taps, and a way back until the night."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime

from domain.exchange import contact_of
from domain.vocabulary import Topic
from handlers import forms
from handlers.context import Host, Router, Visit
from handlers.doors import on_command, on_tap
from handlers.forms import on_form
from talk.exchange import EXCHANGE, NoteExchange, TakeExchangeBack, own
from talk.form import Answers, Setting
from texts import exchange


async def begin(visit: Visit, _: object) -> None:
    """Answer /austausch: ask with whom."""
    await forms.begin(visit, EXCHANGE)


async def _followed(visit: Visit, _: Answers) -> Collection[Topic]:
    return await visit.store.persons.topics(visit.person.id)


async def note(visit: Visit, at: Setting) -> None:
    """Note the exchange."""
    contact = contact_of(own(at), at.answers)
    number = await visit.store.exchange.note(visit.person.id, contact, visit.now)
    visit.show(exchange.noted(visit.texts, at, number))


async def leave(visit: Visit, _: Setting) -> None:
    """Answer «Nichts eintragen»."""
    visit.show(exchange.left(visit.texts))


async def take_back(visit: Visit, action: TakeExchangeBack) -> None:
    """Answer «Rückgängig», which works until the nightly fold."""
    noted_at = datetime.fromtimestamp(action.seconds, UTC)
    store = visit.store.exchange
    if await store.take_back(action.pending_id, visit.person.id, noted_at):
        visit.show(exchange.taken_back(visit.texts))
    else:
        visit.notice("exchange-too-late", alert=True)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(router, Host(exchange.FACE, note, leave, about=_followed))
    on_command(router, "austausch", begin)
    on_tap(router, NoteExchange, begin)
    on_tap(router, TakeExchangeBack, take_back)
