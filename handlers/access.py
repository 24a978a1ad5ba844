"""Asking to be let in: consent, the institution, and a coordinator who decides."""

from __future__ import annotations

from typing import Any

from domain import access
from domain.access import ASKING, WAITS, AccessRequest, Asked, Decided, NotAsked, NotDecided
from domain.deeds import Deed
from domain.delivery import Kind, Letter, Priority
from domain.message import Message
from domain.person import Newcomer, Person, current_consent
from domain.vocabulary import Role
from handlers import forms
from handlers.commands import list_commands
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_tap
from handlers.forms import on_form
from handlers.join import ask_consent, first_question, start
from talk.access import ACCESS, AgreeToAsk, AskedBefore, LetIn, RequestAccess, TurnAway, place_of
from talk.form import Answers, Setting
from texts import access as cards
from texts import join


async def request_access(visit: Visit, _: RequestAccess) -> None:
    """Answer «Zugang anfragen» with the question for consent."""
    if visit.known is not None:
        await start(visit, "")
    elif not await _waits(visit):
        visit.show(join.consent(visit.texts, visit.network, ASKING))


async def _waits(visit: Visit) -> bool:
    """Say so if this chat has asked already."""
    waiting = await visit.store.access.of_chat(visit.address)
    if waiting is not None:
        place = waiting.newcomer.place
        visit.show(cards.pending(visit.texts, visit.network, place, waiting.code))
    return waiting is not None


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
    newcomer = Newcomer(
        visit.address,
        Role.SPECIALIST,
        place_of(at.answers),
        visit.language,
        consent_version=at.answers["consent"],
    )
    match await access.ask(visit.store, newcomer, visit.now):
        case NotAsked.WAITING:
            await _waits(visit)
        case NotAsked.NOBODY:
            visit.show(cards.nobody(visit.texts, visit.network))
        case Asked(request, deciders):
            visit.letters += [_request(visit, person, request) for person in deciders]
            place = newcomer.place
            visit.show(cards.asked(visit.texts, visit.network, place, request.code))


def _request(visit: Visit, person: Person, asked: AccessRequest) -> Letter:
    number, seconds = asked.id, asked.seconds
    texts = visit.tools.texts.in_language(person.language)
    return Letter(
        key=f"access-request:{number}:{seconds}:{person.id}",
        kind=Kind.ACCESS_REQUEST,
        due_at=visit.now,
        person_id=person.id,
        expires_at=visit.now + WAITS,
        message=cards.request(texts, visit.network, asked.newcomer.place, number, seconds),
    )


def _refuse(visit: Visit, why: NotDecided) -> None:
    if why is NotDecided.NOT_YOURS:
        visit.notice("access-not-yours", alert=True)
        return
    visit.notice("access-decided", alert=True)
    visit.show(cards.decided(visit.texts, "access-decided"))


async def let_in(visit: Visit, action: LetIn) -> None:
    """Answer «Freigeben»."""
    number, seconds, zone = action.request_id, action.seconds, visit.network.zone
    result = await access.let_in(visit.store, visit.person, number, seconds, zone)
    if isinstance(result, NotDecided):
        _refuse(visit, result)
        return
    if result.person is not None:
        await _tell_let_in(visit, result, result.person)
    visit.notice("access-let-in")
    visit.show(cards.decided(visit.texts, "access-let-in"))


async def _tell_let_in(visit: Visit, result: Decided, person: Person) -> None:
    texts = visit.tools.texts.in_language(person.language)
    message = cards.granted(texts, await _welcome(visit, person))
    visit.letters.append(_answer(visit, result, Kind.ACCESS_GRANTED, message))
    list_commands(visit, person)


async def _welcome(visit: Visit, person: Person) -> Message:
    """Return what somebody let in is asked first: for consent, if the text changed meanwhile."""
    if person.consented:
        return await first_question(visit, person)
    texts = visit.tools.texts.in_language(person.language)
    return join.consent(texts, visit.network, "")


async def turn_away(visit: Visit, action: TurnAway) -> None:
    """Answer «Ablehnen»."""
    number, seconds = action.request_id, action.seconds
    result = await access.turn_away(visit.store, visit.person, number, seconds)
    if isinstance(result, NotDecided):
        _refuse(visit, result)
        return
    texts = visit.tools.texts.in_language(result.request.newcomer.language)
    message = cards.declined(texts, visit.network)
    visit.letters.append(_answer(visit, result, Kind.ACCESS_DECLINED, message))
    visit.notice("access-turned-away")
    visit.show(cards.decided(visit.texts, "access-turned-away"))


def _answer(visit: Visit, decided: Decided, kind: Kind, message: Message) -> Letter:
    asked, person = decided.request, decided.person
    return Letter(
        key=f"{kind}:{asked.id}:{asked.seconds}",
        kind=kind,
        due_at=visit.now,
        person_id=person.id if person else None,
        address=None if person else asked.newcomer.address,
        priority=Priority.ANSWER,
        message=message,
    )


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(router, Host(cards.FACE, ask, about=_agreed))
    on_tap(router, RequestAccess, request_access, Who.ANYONE)
    on_tap(router, AgreeToAsk, agree_to_ask, Who.ANYONE)
    on_tap(router, AskedBefore, asked_before, Who.ANYONE)
    on_tap(router, LetIn, let_in, Who.COORDINATORS, Deed.LET_IN)
    on_tap(router, TurnAway, turn_away, Who.COORDINATORS, Deed.TURNED_AWAY)
