"""Noting an exchange between institutions: four taps, and a way back until the night."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.draft import Draft
from domain.exchange import TAPS, Party, Tap, answers, contact_of, party_of
from handlers.context import App, Visit
from handlers.dialogues import Dialogue, on_dialogue
from handlers.doors import on_command, on_tap
from talk.exchange import Choose, NoteExchange, StepBack, TakeBack, TurnTopics
from texts import exchange

KIND = "exchange"


def _own(visit: Visit) -> Party:
    return party_of(visit.person.office, visit.person.sector)


async def begin(visit: Visit, _: object) -> None:
    """Answer /austausch: ask with whom."""
    await _ask(visit, TAPS[0], {})


async def _ask(visit: Visit, tap: Tap, said: dict[str, str]) -> None:
    """Keep the answers and ask for the next one; older buttons do not count any more."""
    draft = Draft(KIND, tap, said, visit.update_id)
    await visit.keep(draft)
    await _show(visit, draft)


async def _show(visit: Visit, draft: Draft, page: int = 0) -> None:
    follows = await visit.store.persons.topics(visit.person.id)
    asked = exchange.Question(
        texts=visit.texts,
        network=visit.network,
        own=_own(visit),
        tap=Tap(draft.step),
        said=draft.data,
        version=draft.version,
        page=page,
        follows=follows,
    )
    visit.ask(KIND, exchange.ask(asked))


async def _current(visit: Visit, version: int) -> Draft | None:
    draft = await visit.draft(KIND)
    if draft is None or draft.version != version:
        visit.notice("stale-button", alert=True)
        return None
    return draft


async def choose(visit: Visit, action: Choose) -> None:
    """Take an answer; the fourth notes the exchange."""
    draft = await _current(visit, action.version)
    if draft is None:
        return
    tap = Tap(draft.step)
    if action.value not in answers(tap, _own(visit), visit.network):
        visit.notice("stale-button", alert=True)
        return
    said = {**draft.data, tap.value: action.value}
    if tap is not TAPS[-1]:
        await _ask(visit, TAPS[TAPS.index(tap) + 1], said)
        return
    await visit.finish()
    contact = contact_of(_own(visit), said)
    number = await visit.store.exchange.note(visit.person.id, contact, visit.now)
    visit.show(exchange.noted(visit.texts, visit.network, contact, number, visit.now))


async def turn(visit: Visit, action: TurnTopics) -> None:
    """Show another page of topics."""
    draft = await _current(visit, action.version)
    if draft is not None:
        await _show(visit, draft, action.page)


async def back(visit: Visit, action: StepBack) -> None:
    """Go one step back; from the first one, leave."""
    draft = await _current(visit, action.version)
    if draft is None:
        return
    before = TAPS.index(Tap(draft.step)) - 1
    if before < 0:
        await visit.finish()
        visit.show(exchange.left(visit.texts))
        return
    said = {tap: value for tap, value in draft.data.items() if Tap(tap) in TAPS[:before]}
    await _ask(visit, TAPS[before], said)


async def take_back(visit: Visit, action: TakeBack) -> None:
    """Answer «Rückgängig», which works until the nightly fold."""
    noted_at = datetime.fromtimestamp(action.seconds, UTC)
    store = visit.store.exchange
    if await store.take_back(action.pending_id, visit.person.id, noted_at):
        visit.show(exchange.taken_back(visit.texts))
    else:
        visit.notice("exchange-too-late", alert=True)


def register(application: App) -> None:
    """Open the doors of this feature."""
    on_dialogue(KIND, Dialogue(_show))
    on_command(application, "austausch", begin)
    on_tap(application, NoteExchange, begin)
    on_tap(application, Choose, choose)
    on_tap(application, TurnTopics, turn)
    on_tap(application, StepBack, back)
    on_tap(application, TakeBack, take_back)
