"""Asks who is not confirmed whether they still work there, and lets go who does not answer."""

from __future__ import annotations

from datetime import date, timedelta

import structlog

from domain import people as rules
from domain.delivery import Kind, Letter
from domain.localtime import local_day
from domain.message import Message
from domain.person import Person
from domain.privacy import Erased, erase
from domain.quiet import next_allowed
from domain.rights import CONFIRMED, care
from scheduler.singly import singly
from scheduler.tools import Tools
from storage.store import Store
from texts import people as wording

#: What could not go out in time still goes out so many days later.
LATE = timedelta(days=3)
#: Where somebody is set aside whose row cannot be read.
PLACE = "person"
_BEGIN = date.min

_log = structlog.get_logger(__name__)


async def run(tools: Tools) -> None:
    """Remind coordinators, ask who is not confirmed, and let go who did not answer in time."""
    today = local_day(tools.now(), tools.network.zone)
    await _remind(tools, today)
    await _ask_all(tools, today)
    await _ask_again(tools, today)
    await _let_go(tools, today)


def _alert(
    tools: Tools, key: str, person: Person, message: Message, *, gone: bool = False
) -> Letter:
    network = tools.network
    return Letter(
        key=key,
        kind=Kind.ALERT,
        due_at=next_allowed(tools.now(), network.quiet, network.zone),
        person_id=None if gone else person.id,
        address=person.address if gone else None,
        message=message,
    )


async def _remind(tools: Tools, today: date) -> None:
    """Tell the coordinators of an office, once a month, that members are to be confirmed."""
    last = today + rules.TOLD_BEFORE - rules.HOLDS
    async with tools.database.transaction() as store:
        offices = await store.members.offices_unconfirmed(
            today - rules.HOLDS + timedelta(days=1), last, CONFIRMED
        )
        if not offices:
            return
        letters = [
            _alert(
                tools,
                rules.REMIND_KEY.format(person=each.id, month=f"{today:%Y-%m}"),
                each,
                wording.to_confirm(tools.texts.in_language(each.language)),
            )
            for each in await store.persons.coordinators()
            if each.reachable and set(care(each).offices) & set(offices)
        ]
        await store.deliveries.put(*letters)


async def _ask_all(tools: Tools, today: date) -> None:
    async with tools.database.reading() as store:
        unconfirmed = await store.members.ids_unconfirmed(today - rules.HOLDS, CONFIRMED)

    async def ask(store: Store, number: int) -> None:
        member = await store.persons.get(number)
        if member is not None:
            await store.members.set_asked(number, today)
            await store.deliveries.put(_question(tools, member, today, 1))

    await singly(tools, PLACE, unconfirmed, ask)


async def _ask_again(tools: Tools, today: date) -> None:
    day = today - rules.TO_ANSWER + rules.ASKED_AGAIN
    async with tools.database.reading() as store:
        silent = await store.members.ids_asked(day - LATE, day)

    async def ask(store: Store, number: int) -> None:
        member = await store.persons.get(number)
        if member is not None and member.asked_on is not None:
            await store.deliveries.put(_question(tools, member, member.asked_on, 2))

    await singly(tools, PLACE, silent, ask)


def _question(tools: Tools, member: Person, asked_on: date, time: int) -> Letter:
    texts = tools.texts.in_language(member.language)
    message = wording.still_there(texts, tools.network, member, rules.leaves_on(asked_on))
    key = rules.QUESTION_KEY.format(person=member.id, day=asked_on, time=time)
    return _alert(tools, key, member, message)


async def _let_go(tools: Tools, today: date) -> None:
    async with tools.database.reading() as store:
        silent = await store.members.ids_asked(_BEGIN, today - rules.TO_ANSWER)
    gone: list[int] = []

    async def let_go(store: Store, number: int) -> None:
        member = await store.persons.get(number)
        if member is None or member.asked_on is None:
            return
        now = tools.now()
        if isinstance(await erase(store, tools.network, member.address, member, now), Erased):
            said = wording.unanswered(tools.texts.in_language(member.language))
            await store.deliveries.put(
                _alert(tools, f"unanswered:{number}", member, said, gone=True)
            )
            gone.append(number)

    await singly(tools, PLACE, silent, let_go)
    if gone:
        _log.info("members left without an answer", members=len(gone))
