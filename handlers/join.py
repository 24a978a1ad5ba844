"""Coming in: consent first, then the few questions, then the next trainings."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from domain.actions import Agree, ChooseOffice, Decline, WithoutName
from domain.draft import Draft
from domain.invitation import Invitation, InvitationProblem, join, look
from domain.message import Message
from domain.network import Names
from domain.person import Newcomer, Person, Place, tidy_name
from domain.vocabulary import COUNTY_WIDE, Sector
from handlers.commands import list_commands
from handlers.context import App, Visit
from handlers.dialogues import Dialogue, on_dialogue
from handlers.doors import Who, on_command, on_tap
from handlers.menu import show_menu
from handlers.register import offered
from texts import joining, profile

JOINING = "join"
NAMING = "name"
#: How long a typed text is taken for the name that was asked for; later it might be anything.
ASKED_ON_JOINING, ASKED_LATER = timedelta(days=1), timedelta(hours=1)


async def start(visit: Visit, token: str) -> None:
    """Answer /start: with a token the consent, without one the menu or the closed door."""
    if token:
        await _invited(visit, token)
    elif visit.known is None:
        visit.say(joining.closed_network(visit.texts, visit.network))
    elif not visit.known.consented:
        visit.say(joining.consent(visit.texts, visit.network, ""))
    else:
        list_commands(visit, visit.known)
        await show_menu(visit)


async def _invited(visit: Visit, token: str) -> None:
    found = await look(visit.store.invitations, token, visit.now)
    if isinstance(found, InvitationProblem):
        visit.say(joining.bad_invitation(visit.texts, found))
    else:
        visit.say(joining.consent(visit.texts, visit.network, token))


async def agree(visit: Visit, action: Agree) -> None:
    """Answer «Einverstanden»: from here on something is kept."""
    if not action.token:
        await _renew(visit)
        return
    if visit.known is not None and await visit.draft(NAMING):
        # A second tap must not take a second use.
        visit.show(await first_question(visit, visit.known))
        return
    found = await look(visit.store.invitations, action.token, visit.now)
    if isinstance(found, InvitationProblem):
        visit.show(joining.bad_invitation(visit.texts, found))
        return
    place = _place(found)
    if place is None:
        await visit.keep(Draft(JOINING, "office", {"token": action.token}))
        visit.show(joining.which_office(visit.texts, visit.network))
        return
    await _enter(visit, action.token, found, place)


async def _renew(visit: Visit) -> None:
    """Let a member agree to a newer text."""
    if visit.known is None:
        visit.show(joining.closed_network(visit.texts, visit.network))
        return
    person = visit.known
    newcomer = Newcomer(visit.chat_id, person.role, Place(person.office, person.sector))
    visit.known = await visit.store.persons.admit(person.id, newcomer, visit.now)
    list_commands(visit, visit.known)
    await show_menu(visit)


def _place(invitation: Invitation) -> Place | None:
    """Return where the invitation puts somebody; None if the office must be asked for."""
    if invitation.office is not None:
        return Place(invitation.office, invitation.sector or Sector.YOUTH_OFFICE)
    return None


async def choose_office(visit: Visit, action: ChooseOffice) -> None:
    """Take the district a newcomer works in."""
    draft = await visit.draft(JOINING)
    known = action.office == COUNTY_WIDE or visit.network.find_office(action.office)
    if draft is None or not known:
        visit.notice("stale-button", alert=True)
        return
    token = draft.data["token"]
    found = await look(visit.store.invitations, token, visit.now)
    if isinstance(found, InvitationProblem):
        await visit.finish()
        visit.show(joining.bad_invitation(visit.texts, found))
        return
    place = Place(action.office, found.sector or Sector.OTHER)
    await _enter(visit, token, found, place)


async def _enter(visit: Visit, token: str, invitation: Invitation, place: Place) -> None:
    newcomer = Newcomer(visit.chat_id, invitation.role, place, visit.language)
    person = await join(visit.store.invitations, visit.store.persons, token, newcomer, visit.now)
    if isinstance(person, InvitationProblem):
        visit.show(joining.bad_invitation(visit.texts, person))
        return
    await visit.store.access.drop(visit.chat_id)
    visit.known = person
    list_commands(visit, person)
    if person.name:
        await visit.finish()
        visit.show(joining.done(visit.texts, visit.network, person))
        await _offer(visit)
        return
    visit.show(await first_question(visit, person))
    if visit.network.names is Names.NEVER:
        await _offer(visit)


async def first_question(visit: Visit, person: Person) -> Message:
    """Return what a newcomer is asked: the voluntary name, or nothing where it is never asked."""
    texts = visit.tools.texts.in_language(person.language)
    if visit.network.names is Names.NEVER:
        await visit.store.drafts.drop(person.chat_id)
        return joining.done(texts, visit.network, person)
    await ask_name(visit, person, joining_now=True)
    return joining.ask_name(texts, visit.network, person)


async def ask_name(visit: Visit, person: Person, *, joining_now: bool) -> None:
    """Take the next text of this person for a name."""
    until = visit.now + (ASKED_ON_JOINING if joining_now else ASKED_LATER)
    asked = {"joining": joining_now, "until": until.isoformat()}
    await visit.keep(Draft(NAMING, "name", asked), person.chat_id)


async def ask_for_name(visit: Visit, draft: Draft) -> None:
    """Ask for the name again, which gives the answer its time anew."""
    person, first = visit.person, bool(draft.data["joining"])
    await ask_name(visit, person, joining_now=first)
    texts = visit.texts
    again = profile.ask_name(texts, person.name)
    visit.show(joining.ask_name(texts, visit.network, person) if first else again)


async def ask_for_office(visit: Visit, _: Draft) -> None:
    """Ask for the district again."""
    visit.show(joining.which_office(visit.texts, visit.network))


def _too_late(draft: Draft, now: datetime) -> bool:
    """Return whether a text comes so long after the question that it is no name."""
    return now > datetime.fromisoformat(draft.data["until"])


async def name_typed(visit: Visit, _: Draft, text: str) -> bool:
    """Take a typed name."""
    name = tidy_name(text)
    if name is None:
        visit.unwanted = True
        visit.say(joining.ask_name_again(visit.texts))
    else:
        await _named(visit, name)
    return True


async def without_name(visit: Visit, _: WithoutName) -> None:
    """Answer «Ohne Namen weiter»."""
    if await visit.draft(NAMING) is None:
        visit.notice("stale-button", alert=True)
        return
    await _named(visit, None)


async def _named(visit: Visit, name: str | None) -> None:
    draft = await visit.draft(NAMING)
    await visit.store.persons.set_name(visit.person.id, name)
    await visit.finish()
    visit.known = replace(visit.person, name=name)
    if draft is not None and draft.data.get("joining"):
        visit.show(joining.done(visit.texts, visit.network, visit.known))
        await _offer(visit)
    else:
        visit.show(profile.name_kept(visit.texts, name))


async def _offer(visit: Visit) -> None:
    """Show the next trainings in a message of their own."""
    visit.message_id = None
    await offered(visit, None)


async def decline(visit: Visit, _: Decline) -> None:
    """Answer «Nicht einverstanden»: nothing is kept."""
    visit.text("join-declined")


def register(application: App) -> None:
    """Open the doors of this feature."""
    on_command(application, "start", start, Who.ANYONE)
    on_tap(application, Agree, agree, Who.ANYONE)
    on_tap(application, Decline, decline, Who.ANYONE)
    on_tap(application, ChooseOffice, choose_office, Who.ANYONE)
    on_tap(application, WithoutName, without_name)
    on_dialogue(NAMING, Dialogue(ask_for_name, name_typed, _too_late))
    on_dialogue(JOINING, Dialogue(ask_for_office))
