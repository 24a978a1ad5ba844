"""The members of an office: their coordinators see them, confirm them, and let them go."""

from __future__ import annotations

from datetime import date

from domain import people as rules
from domain.deeds import Deed
from domain.delivery import Kind, Letter
from domain.manage import names_gone_by
from domain.network import Names
from domain.person import Person
from domain.privacy import NotErased, erase
from domain.quiet import next_allowed
from domain.rights import CONFIRMED, Act, care
from handlers.context import Router, Visit, Who
from handlers.doors import on_command, on_tap
from talk.people import (
    AskConfirmAll,
    AskEnd,
    AskMember,
    ConfirmAll,
    Elsewhere,
    EndMembership,
    OwnMember,
    OwnPeople,
    StillThere,
)
from texts import people as wording


async def members(visit: Visit, action: object) -> None:
    """Show a page of the own people."""
    page = action.page if isinstance(action, OwnPeople) else 0
    await _list(visit, page)


async def _list(visit: Visit, page: int = 0, note: str = "") -> None:
    found = await visit.store.members.page(care(visit.person), page)
    shown = found.made(lambda each: wording.MemberSeen(each, _named(visit, each)))
    message = wording.listed(visit.texts, visit.network, shown, note)
    if any(_named(visit, each) and each.name for each in found.items):
        visit.show_names(message, names_gone_by(None, visit.now), anew=page == 0)
    else:
        visit.show(message)


def _named(visit: Visit, member: Person) -> bool:
    return visit.network.names is not Names.NEVER and not member.restricted


async def _own(visit: Visit, person_id: int) -> Person | None:
    """Return a member whom the visitor looks after; else say so."""
    member = await visit.store.persons.get(person_id)
    if member is None:
        visit.notice("members-gone", alert=True)
    elif visit.may(Act.LOOK_AFTER, member):
        return member
    else:
        visit.notice("members-not-not-yours", alert=True)
    return None


async def show(visit: Visit, action: OwnMember) -> None:
    """Show one member with what can be done."""
    member = await _own(visit, action.person_id)
    if member is not None:
        _card(visit, member)


def _card(visit: Visit, member: Person, note: str = "") -> None:
    seen = wording.MemberSeen(
        member,
        _named(visit, member),
        ends=visit.may(Act.END_MEMBERSHIP, member),
        asks=visit.may(Act.ASK_MEMBER, member),
    )
    message = wording.member_card(visit.texts, visit.network, seen, note)
    if seen.named and member.name:
        visit.show_names(message, names_gone_by(None, visit.now), anew=visit.message_id is None)
    else:
        visit.show(message)


async def ask_confirm_all(visit: Visit, _: AskConfirmAll) -> None:
    """Answer «Alle bestätigen» with one question back."""
    offices = care(visit.person).offices
    n, asked = await visit.store.members.to_confirm(offices, CONFIRMED)
    visit.show(wording.ask_confirm_all(visit.texts, n, asked))


async def confirm_all(visit: Visit, _: ConfirmAll) -> None:
    """Answer «Ja, alle bestätigen»."""
    n = await rules.confirm_all(visit.store.members, visit.person, visit.today)
    await _list(visit, note=wording.confirmed(visit.texts, n))


async def ask_member(visit: Visit, action: AskMember) -> None:
    """Answer «Nachfragen»: the member is asked whether they still work there."""
    member = await _own(visit, action.person_id)
    if member is None:
        return
    today = visit.today
    why = await rules.ask(visit.store.members, visit.person, member, today)
    if why is not None:
        visit.notice(f"members-not-{why}", alert=True)
        return
    visit.letters.append(_question(visit, member, today))
    visit.notice("members-asked")
    again = await visit.store.persons.get(member.id)
    _card(visit, again or member)


def _question(visit: Visit, member: Person, today: date) -> Letter:
    texts, network = visit.tools.texts.in_language(member.language), visit.network
    return Letter(
        key=rules.QUESTION_KEY.format(person=member.id, day=today, time=1),
        kind=Kind.ALERT,
        due_at=next_allowed(visit.now, network.quiet, network.zone),
        person_id=member.id,
        message=wording.still_there(texts, network, member, rules.leaves_on(today)),
    )


async def ask_end(visit: Visit, action: AskEnd) -> None:
    """Answer «Mitgliedschaft beenden» with one question back."""
    member = await _own(visit, action.person_id)
    if member is None:
        return
    if not visit.may(Act.END_MEMBERSHIP, member):
        visit.notice(f"members-not-{rules.why_not(visit.person, member)}", alert=True)
        return
    seen = wording.MemberSeen(member, _named(visit, member))
    visit.show(wording.ask_end(visit.texts, visit.network, seen))


async def end(visit: Visit, action: EndMembership) -> None:
    """Answer «Ja, beenden»: seats go to the line, and the member is told."""
    member = await _own(visit, action.person_id)
    if member is None:
        return
    store, network = visit.store, visit.network
    if not visit.may(Act.END_MEMBERSHIP, member):
        visit.notice(f"members-not-{rules.why_not(visit.person, member)}", alert=True)
        return
    if isinstance(await erase(store, network, member.address, member, visit.now), NotErased):
        visit.notice("members-not-coordinates", alert=True)
        return
    visit.letters.append(_farewell(visit, member))
    await _list(visit, note=visit.texts("members-ended"))


def _farewell(visit: Visit, member: Person) -> Letter:
    """Return the last words, which go to the chat: the member is not known any more."""
    texts, network = visit.tools.texts.in_language(member.language), visit.network
    return Letter(
        key=f"ended:{member.id}",
        kind=Kind.ALERT,
        due_at=next_allowed(visit.now, network.quiet, network.zone),
        address=member.address,
        message=wording.farewell(texts, network, member),
    )


async def elsewhere(visit: Visit, action: Elsewhere) -> None:
    """Show in how many places of other offices' trainings the own people are."""
    offices = care(visit.person).offices
    found = await visit.store.attendees.takers(offices, visit.now, action.page)
    visit.show(wording.elsewhere(visit.texts, visit.network, found))


async def still_there(visit: Visit, _: StillThere) -> None:
    """Answer «Ja, ich arbeite noch dort»."""
    await rules.still_there(visit.store.members, visit.person, visit.today)
    visit.show(wording.stays(visit.texts, visit.network, visit.person))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    who = Who.COORDINATORS
    on_command(router, "mitglieder", members, who, Deed.MEMBERS)
    on_tap(router, OwnPeople, members, who, Deed.MEMBERS)
    on_tap(router, OwnMember, show, who, Deed.MEMBER)
    on_tap(router, AskConfirmAll, ask_confirm_all, who)
    on_tap(router, ConfirmAll, confirm_all, who, Deed.CONFIRMED)
    on_tap(router, AskMember, ask_member, who, Deed.ASKED)
    on_tap(router, AskEnd, ask_end, who, Deed.MEMBER)
    on_tap(router, EndMembership, end, who, Deed.ENDED)
    on_tap(router, Elsewhere, elsewhere, who)
    on_tap(router, StillThere, still_there)
