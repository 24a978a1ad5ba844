"""Moves accounts to another chat once the old one has had its day to say no."""

from __future__ import annotations

import structlog

from domain import account as rules
from domain.account import AccountMove, Moved, NoMove
from domain.channel import Address
from domain.delivery import Kind, Letter
from domain.message import Message
from domain.person import Person
from domain.reach import back_by
from scheduler.singly import singly
from scheduler.tools import Tools
from storage.store import Store
from texts import account as wording

#: Where a link is set aside that cannot be read.
PLACE = "account_move"

_log = structlog.get_logger(__name__)


async def run(tools: Tools) -> None:
    """Move what is due, each in a transaction of its own, and tell both chats.

    Where nothing moves, the office that made the link is told.
    """
    now = tools.now()
    async with tools.database.reading() as store:
        due = await store.accounts.due(now)
        unused = await store.accounts.unused(now)

    async def move(store: Store, number: int) -> None:
        done = await rules.move(store, number, now)
        if isinstance(done, Moved):  # whom the old chat did not reach is reminded in the new one
            to = done.person.address.channel
            await back_by(store, tools.network, done.person.id, to, now)
        if done is not None:
            await store.deliveries.put(*_letters(tools, number, done))
            if isinstance(done, AccountMove):
                member = await store.persons.get(done.person_id)
                await _tell_office(tools, store, number, member, NoMove.TAKEN)
            _log.info("account moved" if isinstance(done, Moved) else "account not moved")

    async def take_back(store: Store, number: int) -> None:
        member = await rules.unused(store, number, now)
        await _tell_office(tools, store, number, member, NoMove.UNUSED)

    await singly(tools, PLACE, due, move)
    await singly(tools, PLACE, unused, take_back)


async def _tell_office(
    tools: Tools, store: Store, number: int, member: Person | None, why: NoMove
) -> None:
    if member is None:
        return

    def words(to: Person) -> Message:
        return wording.no_move(tools.texts.in_language(to.language), why, member)

    await rules.tell_office(store, member, f"{why}:{number}", tools.now(), words)


def _letters(tools: Tools, number: int, done: Moved | AccountMove) -> list[Letter]:
    """Return what both chats read; where nothing moved, only the new one asked for it."""
    if isinstance(done, AccountMove):
        texts = tools.texts.in_language(done.language)
        return [_letter(tools, f"no:{number}", done.to, wording.not_moved(texts, tools.network))]
    texts = tools.texts.in_language(done.person.language)
    return [
        _letter(tools, f"away:{number}", done.before, wording.moved_away(texts)),
        _letter(tools, f"here:{number}", done.person.id, wording.moved_here(texts)),
    ]


def _letter(tools: Tools, key: str, to: Address | int | None, message: Message) -> Letter:
    return Letter(
        key=f"account-{key}",
        kind=Kind.ALERT,
        due_at=tools.now(),
        person_id=to if isinstance(to, int) else None,
        address=None if isinstance(to, int) else to,
        message=message,
    )
