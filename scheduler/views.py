"""Draws the answers that say where somebody stands, from the facts of the moment of sending.

An answer that waited, or is repeated, would else tell what was true when it was written.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.message import Message
from domain.offer import Search
from domain.paging import Part, part_of
from domain.person import Person
from domain.standing import Stand
from domain.training import Training
from domain.view import View
from domain.vocabulary import EventStatus
from scheduler.rendering import Dropped, Facts, standing
from talk.offer import Browse, led_by, sought_by
from texts import cards, offer, standings
from texts.calendar_file import calendar_document
from texts.cards import Standing

Draw = Callable[[Facts, Person], Awaitable[Message | Dropped]]


async def view(facts: Facts) -> Message | Dropped:
    """Draw what an answer shows."""
    assert facts.person is not None  # nothing is drawn for nobody
    drawn = await _VIEWS[View(facts.delivery.facts["view"])](facts, facts.person)
    if isinstance(drawn, Dropped):
        return drawn
    if way := facts.delivery.facts.get("way"):
        drawn = offer.led_back(facts.texts, drawn, way)
    return drawn.changing(facts.delivery.replaces)


async def _card(facts: Facts, person: Person) -> Message:
    now_standing = await standing(facts, facts.course, person)
    drawn = cards.card(facts.texts, facts.network, facts.course, now_standing)
    note = facts.delivery.facts.get("note")
    if note is None:
        return drawn
    return Message(f"{facts.texts(note)}\n\n{drawn.text}", drawn.buttons)


async def _details(facts: Facts, person: Person) -> Message:
    now_standing = await standing(facts, facts.course, person)
    return cards.details(facts.texts, facts.network, facts.course, now_standing)


async def _leaving(facts: Facts, person: Person) -> Message:
    """Ask whether somebody gives up what they have; who has nothing any more sees the card."""
    training = facts.course
    now_standing = await standing(facts, training, person)
    if now_standing.stand is Stand.NEITHER or training.status is EventStatus.CANCELLED:
        return cards.card(facts.texts, facts.network, training, now_standing)
    late = now_standing.approve_by is None and facts.now >= training.plan.withdraw_by
    return cards.ask_leave(facts.texts, facts.network, training, now_standing, late=late)


async def _left(facts: Facts, person: Person) -> Message:
    """Say what was given up, unless somebody has registered again by now."""
    texts, training = facts.texts, facts.course
    now_standing = await standing(facts, training, person)
    if now_standing.stand is not Stand.NEITHER:
        return cards.card(texts, facts.network, training, now_standing)
    if Stand(facts.delivery.facts["was"]) is Stand.SEAT:
        return Message(standings.said(texts, "left", Stand.SEAT))
    said = texts("leave-line-done", title=training.title)
    return Message(said, (cards.menu_row(texts),))


async def _off(facts: Facts, person: Person) -> Message | Dropped:
    texts, training = facts.texts, facts.course
    if (await standing(facts, training, person)).stand is not Stand.NEITHER:
        return Dropped("registered-again")
    said = texts(
        "leave-done", title=training.title, moved_up=facts.delivery.facts.get("moved_up", 0)
    )
    file = calendar_document(texts, facts.network, training, Standing(), facts.now, withdrawn=True)
    return Message(f"{said}\n\n{texts('leave-file')}", (cards.menu_row(texts),), file)


async def _calendar(facts: Facts, person: Person) -> Message:
    texts, training = facts.texts, facts.course
    now_standing = await standing(facts, training, person)
    file = calendar_document(texts, facts.network, training, now_standing, facts.now)
    text = cards.when(texts, facts.network, training)
    if training.status is EventStatus.CANCELLED:
        text += f"\n{texts('closed-cancelled')} {texts('calendar-off')}"
    return Message(text, document=file)


async def _offered(facts: Facts, person: Person) -> Message:
    """List what fits what somebody looks for; a row of an earlier release knows the page only."""
    said, trainings = facts.delivery.facts, facts.desk.store.trainings
    look = led_by(said["look"]) if "look" in said else Browse(said.get("page", 0))
    found = await trainings.offered(facts.now)
    search = Search(facts.network, person.sector, sought_by(look), found)
    part = part_of(search.found, look.page)
    read = await trainings.many([each.id for each in part.items])
    shown = part.holding([read[each.id] for each in part.items if each.id in read])
    return offer.listed(facts.texts, search, await _standings(facts, shown, person))


async def _mine(facts: Facts, person: Person) -> Message:
    page = facts.delivery.facts.get("page", 0)
    found = await facts.desk.store.registrations.page_of_person(person.id, facts.now, page)
    return cards.mine(facts.texts, facts.network, await _standings(facts, found, person), facts.now)


async def _standings(facts: Facts, found: Part[Training], person: Person) -> cards.Listed:
    return found.holding([(each, await standing(facts, each, person)) for each in found.items])


_VIEWS: dict[View, Draw] = {
    View.CARD: _card,
    View.DETAILS: _details,
    View.LEAVING: _leaving,
    View.LEFT: _left,
    View.OFF: _off,
    View.CALENDAR: _calendar,
    View.OFFERED: _offered,
    View.MINE: _mine,
}
