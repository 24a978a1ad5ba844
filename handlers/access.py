"""Asking to be let in: consent, the institution, and a coordinator who decides."""

from __future__ import annotations

from typing import Any

from domain.access import ASKING, WAITS, code, may_decide, responsible, stamp
from domain.delivery import Kind, Letter, Priority
from domain.message import Message
from domain.person import Newcomer, Person, Place, current_consent
from domain.vocabulary import Role
from handlers import forms
from handlers.commands import list_commands
from handlers.context import Router, Visit, Who
from handlers.doors import on_tap
from handlers.forms import Host, on_form
from handlers.join import ask_consent, first_question, start
from storage.invitations import AccessRequest
from talk.access import ACCESS, AgreeToAsk, AskedBefore, LetIn, RequestAccess, TurnAway, place_of
from talk.form import Answers, Setting
from texts import access as cards
from texts import joining


async def request_access(visit: Visit, _: RequestAccess) -> None:
    """Answer «Zugang anfragen» with the question for consent."""
    if visit.known is not None:
        await start(visit, "")
    elif not await _waits(visit):
        visit.show(joining.consent(visit.texts, visit.network, ASKING))


async def _waits(visit: Visit) -> bool:
    """Say so if this chat has asked already."""
    waiting = await visit.store.access.of_chat(visit.chat_id)
    if waiting is not None:
        place, number = waiting.newcomer.place, _code(waiting)
        visit.show(cards.pending(visit.texts, visit.network, place, number))
    return waiting is not None


def _code(asked: AccessRequest) -> str:
    return code(asked.id, stamp(asked.requested_at))


async def agree_to_ask(visit: Visit, action: AgreeToAsk) -> None:
    """Answer «Einverstanden» with the question where this person works."""
    if visit.known is not None:
        await start(visit, "")
    elif await _waits(visit):
        return
    elif action.version != current_consent():
        ask_consent(visit, ASKING)
    else:
        await forms.begin(visit, ACCESS, {"consent": action.version})


async def asked_before(visit: Visit, _: AskedBefore) -> None:
    """Answer a button that does not say which text it stood beneath: ask anew."""
    await request_access(visit, RequestAccess())


async def _agreed(visit: Visit, said: Answers) -> Any:
    """Return something for who agreed to the text of today; None, and an answer, else."""
    if visit.known is not None:
        await start(visit, "")
    elif said.get("consent") == current_consent():
        return ()
    elif not await _waits(visit):
        ask_consent(visit, ASKING)
    return None


async def ask(visit: Visit, at: Setting) -> None:
    """Keep the request and tell those who decide."""
    place, network = place_of(at.answers), visit.network
    if await _waits(visit):
        return
    asked = responsible(place, await visit.store.persons.coordinators())
    if not asked:
        visit.show(cards.nobody(visit.texts, network))
        return
    newcomer = Newcomer(
        visit.chat_id,
        Role.SPECIALIST,
        place,
        visit.language,
        consent_version=at.answers["consent"],
    )
    number = await visit.store.access.add(newcomer, visit.now)
    assert number is not None  # the updates of one chat come one after the other
    visit.letters += [_request(visit, person, place, number) for person in asked]
    shown = code(number, stamp(visit.now))
    visit.show(cards.asked(visit.texts, network, place, shown))


def _request(visit: Visit, person: Person, place: Place, number: int) -> Letter:
    seconds = stamp(visit.now)
    texts = visit.tools.texts.in_language(person.language)
    return Letter(
        key=f"access-request:{number}:{seconds}:{person.id}",
        kind=Kind.ACCESS_REQUEST,
        due_at=visit.now,
        person_id=person.id,
        expires_at=visit.now + WAITS,
        message=cards.request(texts, visit.network, place, number, seconds),
    )


async def _taken(visit: Visit, action: LetIn | TurnAway) -> AccessRequest | None:
    """Take the request out of everybody's hands; None, and a notice, if it is not ours."""
    asked = await visit.store.access.get(action.request_id)
    if asked is None or stamp(asked.requested_at) != action.seconds:
        _too_late(visit)
        return None
    coordinators = await visit.store.persons.coordinators()
    if not may_decide(visit.person, asked.newcomer.place, coordinators):
        visit.notice("access-not-yours", alert=True)
        return None
    taken = await visit.store.access.take(action.request_id)
    if taken is None:
        _too_late(visit)
    return taken


def _too_late(visit: Visit) -> None:
    visit.notice("access-decided", alert=True)
    visit.show(cards.decided(visit.texts, "access-decided"))


async def let_in(visit: Visit, action: LetIn) -> None:
    """Answer «Freigeben»."""
    asked = await _taken(visit, action)
    if asked is None:
        return
    newcomer = asked.newcomer
    if await visit.store.persons.by_chat(newcomer.chat_id) is None:
        person = await visit.store.persons.add(newcomer, asked.requested_at)
        texts = visit.tools.texts.in_language(person.language)
        message = cards.granted(texts, await _welcome(visit, person))
        visit.letters.append(_answer(visit, asked, Kind.ACCESS_GRANTED, message, person))
        list_commands(visit, person)
    visit.notice("access-let-in")
    visit.show(cards.decided(visit.texts, "access-let-in"))


async def _welcome(visit: Visit, person: Person) -> Message:
    """Return what somebody let in is asked first: for consent, if the text changed meanwhile."""
    if person.consented:
        return await first_question(visit, person)
    texts = visit.tools.texts.in_language(person.language)
    return joining.consent(texts, visit.network, "")


async def turn_away(visit: Visit, action: TurnAway) -> None:
    """Answer «Ablehnen»."""
    asked = await _taken(visit, action)
    if asked is None:
        return
    texts = visit.tools.texts.in_language(asked.newcomer.language)
    message = cards.declined(texts, visit.network)
    visit.letters.append(_answer(visit, asked, Kind.ACCESS_DECLINED, message))
    visit.notice("access-turned-away")
    visit.show(cards.decided(visit.texts, "access-turned-away"))


def _answer(
    visit: Visit,
    asked: AccessRequest,
    kind: Kind,
    message: Message,
    person: Person | None = None,
) -> Letter:
    return Letter(
        key=f"{kind}:{asked.id}:{stamp(asked.requested_at)}",
        kind=kind,
        due_at=visit.now,
        person_id=person.id if person else None,
        chat_id=None if person else asked.newcomer.chat_id,
        priority=Priority.ANSWER,
        message=message,
    )


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(router, Host(cards.FACE, ask, about=_agreed))
    on_tap(router, RequestAccess, request_access, Who.ANYONE)
    on_tap(router, AgreeToAsk, agree_to_ask, Who.ANYONE)
    on_tap(router, AskedBefore, asked_before, Who.ANYONE)
    on_tap(router, LetIn, let_in, Who.COORDINATORS)
    on_tap(router, TurnAway, turn_away, Who.COORDINATORS)
