"""A member's new account: a link is made by the coordination office; the old chat may stop it."""

from __future__ import annotations

from domain import account as rules
from domain.account import AccountMove, NoMove, NotMoved
from domain.deeds import Deed
from domain.delivery import Kind, Letter, Priority
from domain.message import Message
from domain.person import Person
from handlers.context import Router, Visit, Who
from handlers.doors import on_tap, wrong
from storage.crypto import new_token
from talk.account import AskAccount, MakeAccountLink, StopAccount
from talk.start import Opening, Purpose
from texts import account as wording
from texts import join


async def _own(visit: Visit, person_id: int) -> Person | None:
    """Return a member whose account the visitor can move; else say why not."""
    member = await visit.store.persons.get(person_id)
    if member is None:
        visit.notice("members-gone", alert=True)
        return None
    why = rules.not_yours(visit.person, member)
    if why is not None:
        visit.notice(f"account-not-{why}", alert=True)
        return None
    return member


async def ask(visit: Visit, action: AskAccount) -> None:
    """Answer «Neues Telegram-Konto» with what that is."""
    member = await _own(visit, action.person_id)
    if member is not None:
        visit.show(wording.ask(visit.texts, member))


async def make(visit: Visit, action: MakeAccountLink) -> None:
    """Answer «Link erstellen»: the link for one person, as a message that can be passed on."""
    member = await _own(visit, action.person_id)
    if member is None:
        return
    token = new_token()
    ends = await rules.make(visit.store, visit.person, member, token, visit.now)
    if not isinstance(ends, NotMoved):
        link = visit.tools.link(Opening(Purpose.ACCOUNT, token))
        visit.say(wording.made(visit.texts, visit.network, ends, link))


async def open_link(visit: Visit, opening: Opening) -> None:
    """Answer an opened link: a stranger is asked for consent; nothing is kept before."""
    found = await rules.look(visit.store, opening.of, visit.address, visit.now)
    if isinstance(found, NotMoved):
        _refuse(visit, found)
    else:
        visit.show(join.consent(visit.texts, visit.network, opening.written()))


def _refuse(visit: Visit, why: NotMoved) -> None:
    if why is NotMoved.GONE:
        wrong(visit)
    visit.show(wording.refused(visit.texts, why))


async def agreed(visit: Visit, opening: Opening) -> None:
    """Go on for who agreed: the old chat is told, and has a day to stop it."""
    store, now = visit.store, visit.now
    found = await rules.claim(store, opening.of, visit.address, visit.language, now)
    if isinstance(found, NotMoved):
        _refuse(visit, found)
        return
    member, moves_at = found
    texts = visit.tools.texts.in_language(member.language)
    visit.letters.append(
        Letter(
            key=f"account:{member.id}:{now.timestamp():.0f}",
            kind=Kind.ALERT,
            due_at=now,
            person_id=member.id,
            priority=Priority.ANSWER,
            message=wording.told(texts, visit.network, moves_at),
        )
    )
    visit.show(wording.waits(visit.texts, visit.network, moves_at))


async def stop(visit: Visit, _: StopAccount) -> None:
    """Answer «Wechsel stoppen», in the old chat."""
    stopped = await rules.stop(visit.store, visit.person)
    visit.show(wording.stopped(visit.texts, done=stopped is not None))
    if stopped is not None and stopped.to is not None:
        visit.letters.append(_to_new_chat(visit, stopped))
        await _tell_office(visit, visit.person, stopped)


async def _tell_office(visit: Visit, member: Person, of: AccountMove) -> None:
    def words(to: Person) -> Message:
        texts = visit.tools.texts.in_language(to.language)
        return wording.no_move(texts, NoMove.STOPPED, member)

    await rules.tell_office(visit.store, member, f"stopped:{of.id}", visit.now, words)


def _to_new_chat(visit: Visit, of: AccountMove) -> Letter:
    texts = visit.tools.texts.in_language(of.language)
    return Letter(
        key=f"account-stopped:{of.id}",
        kind=Kind.ALERT,
        due_at=visit.now,
        address=of.to,
        message=wording.not_moved(texts, visit.network),
    )


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, AskAccount, ask, Who.COORDINATORS)
    on_tap(router, MakeAccountLink, make, Who.COORDINATORS, Deed.ACCOUNT)
    on_tap(router, StopAccount, stop)
