"""Correcting one's data and having it left alone; a new office must agree to who comes."""

from __future__ import annotations

from dataclasses import replace

from domain import privacy_place as rules
from domain.deeds import Deed
from domain.delivery import Kind, Letter, Priority
from domain.message import Message
from domain.network import Names
from domain.person import Person, Place
from domain.privacy_place import NotPlaced, Placed
from domain.vocabulary import Sector
from handlers import forms
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_command, on_tap
from handlers.forms import on_form
from talk.form import Setting
from talk.privacy_rights import CORRECT, AgreeToPlace, CorrectPlace, DeclinePlace, Restrict
from texts import privacy_rights as wording


async def correct(visit: Visit, _: object) -> None:
    """Answer /korrigieren."""
    named = visit.network.names is not Names.NEVER
    visit.show(wording.choose(visit.texts, visit.network, visit.person, named=named))


async def correct_place(visit: Visit, _: CorrectPlace) -> None:
    """Ask where the visitor belongs."""
    await forms.begin(visit, CORRECT)


async def ask(visit: Visit, at: Setting) -> None:
    """Keep the wish, and ask the office there."""
    place = Place(at.answers["office"], Sector(at.answers["sector"]))
    asked = await rules.ask(visit.store, visit.person, place, visit.today)
    if isinstance(asked, NotPlaced):
        visit.show(wording.not_placed(visit.texts, asked))
        return
    number, deciders = asked
    for each in deciders:
        texts = visit.tools.texts.in_language(each.language)
        message = wording.request(texts, visit.network, visit.person, place, number)
        visit.letters.append(_letter(visit, f"place:{number}:{each.id}", each, message))
    visit.show(wording.asked(visit.texts, visit.network, place))


def _letter(visit: Visit, key: str, to: Person, message: Message) -> Letter:
    return Letter(
        key=key,
        kind=Kind.ALERT,
        due_at=visit.now,
        person_id=to.id,
        priority=Priority.ANSWER,
        expires_at=visit.now + rules.WAITS,
        message=message,
    )


async def agree(visit: Visit, action: AgreeToPlace) -> None:
    """Answer «Bestätigen»: the member is told."""
    done = await rules.agree(visit.store, visit.person, action.change_id, visit.now)
    if not isinstance(done, Placed):
        _refuse(visit, done)
        return
    member = done.person
    texts = visit.tools.texts.in_language(member.language)
    said = wording.corrected(texts, visit.network, member.place)
    visit.letters.append(_letter(visit, f"placed:{action.change_id}", member, said))
    visit.show(wording.decided(visit.texts, yes=True))


async def decline(visit: Visit, action: DeclinePlace) -> None:
    """Answer «Ablehnen»: the member is told."""
    done = await rules.decline(visit.store, visit.person, action.change_id)
    if isinstance(done, NotPlaced):
        _refuse(visit, done)
        return
    member = await visit.store.persons.get(done.person_id)
    if member is not None:
        said = wording.declined(visit.tools.texts.in_language(member.language), visit.network)
        visit.letters.append(_letter(visit, f"placed:{action.change_id}", member, said))
    visit.show(wording.decided(visit.texts, yes=False))


def _refuse(visit: Visit, why: NotPlaced) -> None:
    visit.notice(f"correct-not-{why}", alert=True)


async def restriction(visit: Visit, _: object) -> None:
    """Answer /einschraenken."""
    visit.show(wording.restriction(visit.texts, visit.person))


async def restrict(visit: Visit, action: Restrict) -> None:
    """Leave alone what is kept of the visitor, or no more."""
    day = visit.today if action.on else None
    if bool(action.on) != visit.person.restricted:
        await visit.store.persons.set_restricted(visit.person.id, day)
    visit.known = replace(visit.person, restricted_on=day)
    visit.show(wording.restriction(visit.texts, visit.known))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(router, Host(wording.FACE, ask))
    on_command(router, "korrigieren", correct)
    on_tap(router, CorrectPlace, correct_place)
    on_tap(router, AgreeToPlace, agree, Who.COORDINATORS, Deed.PLACED)
    on_tap(router, DeclinePlace, decline, Who.COORDINATORS, Deed.PLACED)
    on_command(router, "einschraenken", restriction)
    on_tap(router, Restrict, restrict)
