"""Coming in: consent first, then the few questions, then the next trainings."""

from __future__ import annotations

from dataclasses import replace

from domain.draft import Draft
from domain.invite import Invitation, InvitationProblem, change, join, look, weigh
from domain.message import Message
from domain.network import Names
from domain.person import Newcomer, Person, Place, current_consent, tidy_name
from handlers import account, forms, presence, substitute
from handlers.commands import list_commands
from handlers.context import Host, Router, Visit, Who
from handlers.doors import may_try, on_command, on_tap, wrong
from handlers.forms import on_form
from handlers.menu import show_menu
from handlers.offer import open_link
from handlers.register import offered
from talk.form import Answers, Setting
from talk.join import (
    JOIN,
    KEEP,
    Agree,
    AgreedBefore,
    BadInvitation,
    Begin,
    Decline,
    place_of,
)
from talk.profile import NAME
from talk.start import Opening, Purpose, read
from texts import join as wording
from texts import profile


async def start(visit: Visit, said: str) -> None:
    """Answer /start, and what the link was for that somebody opened."""
    opening = read(said)
    if opening.of and opening.purpose is not Purpose.TRAINING and not may_try(visit):
        return
    match opening.purpose:
        case Purpose.INVITATION:
            await _opened(visit, opening.of)
        case Purpose.TRAINING | Purpose.SUBSTITUTE | Purpose.CHECK_IN:
            await _linked(visit, opening)
        case Purpose.ACCOUNT:
            await account.open_link(visit, opening)


async def _linked(visit: Visit, opening: Opening) -> None:
    """Open it for members; of old consent they agree anew first, others learn how."""
    if visit.known is None:
        visit.show(wording.linked(visit.texts, visit.network, opening))
    elif not visit.known.consented:
        visit.show(wording.consent(visit.texts, visit.network, opening.written()))
    elif opening.purpose is Purpose.SUBSTITUTE:
        await substitute.open_link(visit, opening.of)
    elif opening.purpose is Purpose.CHECK_IN:
        await presence.open_link(visit, opening.of)
    else:
        await open_link(visit, opening.of)


async def _opened(visit: Visit, token: str) -> None:
    """Answer an invitation with the consent, and none with the menu or the closed door."""
    if token:
        await _invited(visit, token)
    elif visit.known is None:
        visit.show(wording.closed_network(visit.texts, visit.network))
    elif not visit.known.consented:
        visit.show(wording.consent(visit.texts, visit.network, ""))
    else:
        list_commands(visit, visit.known)
        await show_menu(visit)


async def _invited(visit: Visit, token: str) -> None:
    """Answer an opened invitation: who has agreed to the text of today is not asked again."""
    if visit.known is not None and visit.known.consented:
        await _again(visit, token)
        return
    found = await look(visit.store.invitations, token, visit.now)
    if isinstance(found, InvitationProblem):
        _bad(visit, found)
    else:
        visit.show(wording.consent(visit.texts, visit.network, token))


def _bad(visit: Visit, problem: InvitationProblem) -> None:
    """Say what is wrong with an invitation; one that is none was perhaps guessed."""
    if problem is InvitationProblem.UNKNOWN:
        wrong(visit)
    visit.show(wording.bad_invitation(visit.texts, problem))


async def begin(visit: Visit, action: Begin) -> None:
    """Show the first message again, in the language of the button."""
    await start(visit, action.token)


async def bad_invitation(visit: Visit, action: BadInvitation) -> None:
    """Say again what is wrong with an invitation, in the language of the button."""
    problem = next((each for each in InvitationProblem if each == action.problem), None)
    if problem is None:
        visit.notice("stale-button", alert=True)
    else:
        visit.show(wording.bad_invitation(visit.texts, problem))


async def agree(visit: Visit, action: Agree) -> None:
    """Answer «Einverstanden»: from here on something is kept, and what was read."""
    if action.token and not may_try(visit):
        return
    if action.version != current_consent():
        ask_consent(visit, action.token)
    elif visit.known is not None:
        await _renew(visit, visit.known)
        await _again(visit, action.token)
    elif (opening := read(action.token)).purpose is Purpose.ACCOUNT:
        await account.agreed(visit, opening)
    elif action.token:
        await _come_in(visit, action.token)
    else:
        visit.show(wording.closed_network(visit.texts, visit.network))


async def agreed_before(visit: Visit, action: AgreedBefore) -> None:
    """Answer a button that does not say which text it stood beneath: ask anew."""
    ask_consent(visit, action.token)


def ask_consent(visit: Visit, token: str) -> None:
    """Show the text of today with the question for consent."""
    if visit.known is None and not token:
        visit.show(wording.closed_network(visit.texts, visit.network))
    else:
        visit.show(wording.consent(visit.texts, visit.network, token))


async def _renew(visit: Visit, person: Person) -> None:
    """Let a member agree to a newer text; nothing else of them changes."""
    if person.consented:
        return
    await visit.store.persons.set_language(person.id, visit.language)
    visit.known = await visit.store.persons.renew(person.id, current_consent(), visit.today)
    list_commands(visit, visit.known)


async def _come_in(visit: Visit, token: str) -> None:
    """Let a newcomer in, after the question for the district where that is open."""
    await forms.begin(visit, JOIN, {"token": token, "consent": current_consent()})


async def _invitation(visit: Visit, said: Answers) -> Invitation | None:
    """Return the invitation; None, and why, if it lets nobody in or changes nothing."""
    token, person = said["token"], visit.known
    if person is not None:
        return await _weighed(visit, token, person)
    if said.get("consent") != current_consent():
        ask_consent(visit, token)
        return None
    found = await look(visit.store.invitations, token, visit.now)
    if isinstance(found, InvitationProblem):
        _bad(visit, found)
        return None
    return found


async def _weighed(visit: Visit, token: str, person: Person) -> Invitation | None:
    store = visit.store
    found = await weigh(store.invitations, store.persons, token, person, visit.now)
    if isinstance(found, InvitationProblem):
        if found is InvitationProblem.UNKNOWN:
            wrong(visit)
        await _no_change(visit, person, found)
        return None
    return found


async def come(visit: Visit, at: Setting) -> None:
    """Let a newcomer in, or a member change; only now a use counts."""
    place, token = place_of(at), at.answers["token"]
    if place is None or not _there(visit, at.about, place):
        visit.show(wording.bad_invitation(visit.texts, InvitationProblem.UNKNOWN))
    elif visit.known is None:
        await _enter(visit, token, at.about, place)
    elif at.answers["change"] == KEEP:
        visit.show(wording.kept(visit.texts, visit.network, visit.known))
    else:
        await _change(visit, at, visit.known)


def _there(visit: Visit, invitation: Invitation, place: Place) -> bool:
    """Return whether one can belong to a place; a newcomer's that was not asked for stands."""
    stands = visit.known is None and invitation.place() is not None
    return stands or visit.network.has_institution(place.office, place.sector)


async def _enter(visit: Visit, token: str, invitation: Invitation, place: Place) -> None:
    newcomer = Newcomer(
        visit.address,
        invitation.role,
        place,
        visit.language,
        consent_version=current_consent(),
    )
    store = visit.store
    doors, people, waiting = store.invitations, store.persons, store.access
    person = await join(doors, people, waiting, token, newcomer, visit.now, visit.network.zone)
    if isinstance(person, InvitationProblem):
        visit.show(wording.bad_invitation(visit.texts, person))
        return
    visit.known = person
    list_commands(visit, person)
    visit.ask(NAME.name, await first_question(visit, person))
    if visit.network.names is Names.NEVER:
        await _offer(visit)


async def _again(visit: Visit, token: str) -> None:
    """Answer a member's invitation or link; without one there is only the menu."""
    opening = read(token)
    if opening.purpose is Purpose.ACCOUNT:
        await account.open_link(visit, opening)
    elif opening.purpose is not Purpose.INVITATION:
        await _linked(visit, opening)
    elif token:
        await _ask_change(visit, token, visit.person)
    else:
        await show_menu(visit)


async def _ask_change(visit: Visit, token: str, person: Person) -> None:
    """Show the role and place of before and of the invitation; nothing changes yet."""
    await forms.begin(visit, JOIN, {"token": token, "was": _standing(person)})


async def _no_change(visit: Visit, person: Person, why: InvitationProblem) -> None:
    """Say why nothing changes; who has just come in is asked the open question again."""
    naming = await visit.draft(NAME.name)
    if why is InvitationProblem.SAME and naming is not None and naming.data.get("joining"):
        await forms.again(visit, naming)
    else:
        visit.show(wording.no_change(visit.texts, visit.network, person, why))


def _standing(person: Person) -> list[str]:
    return [person.role, person.office, person.sector]


async def _change(visit: Visit, at: Setting, person: Person) -> None:
    """Answer «Ändern»."""
    token, office = at.answers["token"], at.answers.get("office")
    if at.answers.get("was") != _standing(person):  # changed meanwhile: what was shown is not true
        await _ask_change(visit, token, person)
        return
    store = visit.store
    new = await change(store.invitations, store.persons, token, person, office, visit.now)
    if isinstance(new, InvitationProblem):
        await _no_change(visit, person, new)
        return
    visit.known = new
    list_commands(visit, new)
    visit.show(wording.changed(visit.texts, visit.network, new))


async def first_question(visit: Visit, person: Person) -> Message:
    """Return what a newcomer is asked: the voluntary name, or nothing where it is never asked."""
    texts = visit.tools.texts.in_language(person.language)
    if visit.network.names is Names.NEVER:
        await visit.store.drafts.drop(person.address)
        return wording.done(texts, visit.network, person)
    return await forms.opening(visit, person, NAME, {"joining": True})


async def _unnamed(visit: Visit, draft: Draft) -> Message:
    """Return how somebody stands who was asked for a name and broke off."""
    if visit.known is not None and draft.data.get("joining"):
        return wording.done(visit.texts, visit.network, visit.known)
    return Message(visit.texts("abort-done"))


async def named(visit: Visit, at: Setting) -> None:
    """Keep a name, or that there is none."""
    typed = at.answers["name"]
    name = tidy_name(typed) if typed else None
    await visit.store.persons.set_name(visit.person.id, name)
    visit.known = replace(visit.person, name=name)
    if at.answers.get("joining"):
        visit.show(wording.done(visit.texts, visit.network, visit.known))
        await _offer(visit)
    else:
        visit.show(profile.name_kept(visit.texts, name))


async def _offer(visit: Visit) -> None:
    """Show the next trainings in a message of their own."""
    visit.message_id = None
    await offered(visit, None)


async def decline(visit: Visit, _: Decline) -> None:
    """Answer «Nicht einverstanden»: nothing is kept of who is no member."""
    if visit.known is not None:
        visit.text("join-declined-member")
        return
    await visit.finish()
    await visit.store.access.drop(visit.address)
    visit.text("join-declined")


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_command(router, "start", start, Who.ANYONE)
    on_tap(router, Begin, begin, Who.ANYONE)
    on_tap(router, BadInvitation, bad_invitation, Who.ANYONE)
    on_tap(router, Agree, agree, Who.ANYONE)
    on_tap(router, AgreedBefore, agreed_before, Who.ANYONE)
    on_tap(router, Decline, decline, Who.ANYONE)
    on_form(router, Host(profile.FACE, named, stands=_unnamed))
    on_form(router, Host(wording.FACE, come, about=_invitation))
