"""A second person agrees to what one does not do alone: a new lead, an erased training."""

from __future__ import annotations

from collections.abc import Sequence

from domain import second as rules
from domain.deeds import Deed
from domain.delivery import Kind, Letter, Priority
from domain.invite import expiry, invite
from domain.message import Message
from domain.plan_back import take_back
from domain.plan_change import Refused
from domain.second import NotSeconded, SecondKind, SecondWanted
from domain.training import Training
from domain.vocabulary import Role
from handlers.context import Router, Visit, Who
from handlers.doors import on_tap
from storage.crypto import new_token
from talk.second import AgreeAsSecond, DeclineAsSecond
from talk.start import Opening, Purpose
from texts import invite as invitations
from texts import manage
from texts import second as wording


async def ask(
    visit: Visit,
    kind: SecondKind,
    offices: Sequence[str],
    number: int,
    days: int = 0,
    of: Training | None = None,
) -> None:
    """Keep what the visitor wants, and ask who may agree to it."""
    today = visit.today
    asked = await rules.ask(visit.store, kind, visit.person, offices, number, days, today)
    if asked is None:
        visit.show(wording.nobody(visit.texts, kind))
        return
    wanted, people = asked
    for each in people:
        texts = visit.tools.texts.in_language(each.language)
        message = wording.request(texts, visit.network, offices[0], of, wanted)
        visit.letters.append(_letter(visit, f"second:{wanted}:{each.id}", each.id, message))
    visit.show(wording.asked(visit.texts))


def _letter(visit: Visit, key: str, person_id: int, message: Message) -> Letter:
    return Letter(
        key=key,
        kind=Kind.ALERT,
        due_at=visit.now,
        person_id=person_id,
        priority=Priority.ANSWER,
        expires_at=visit.now + rules.WAITS,
        message=message,
    )


async def _decided(visit: Visit, wanted_id: int) -> SecondWanted | None:
    """Return what the visitor decides about; else say why not."""
    wanted = await rules.decide(visit.store, visit.person, wanted_id)
    if isinstance(wanted, NotSeconded):
        visit.notice(f"second-not-{wanted}", alert=True)
        return None
    return wanted


async def agree(visit: Visit, action: AgreeAsSecond) -> None:
    """Answer «Zustimmen»: it is done, and who asked is told."""
    wanted = await _decided(visit, action.wanted_id)
    if wanted is None:
        return
    if wanted.kind is SecondKind.LEAD:
        await _invite(visit, wanted)
    elif not await _erase(visit, wanted):
        return
    visit.show(wording.agreed(visit.texts, wanted))


async def _invite(visit: Visit, wanted: SecondWanted) -> None:
    """Make the invitation of a lead; its link goes to who asked for it."""
    token, office = new_token(), wanted.offices[0]
    made = await invite(
        visit.store.invitations,
        token,
        Role.LEAD,
        office=office,
        sector=None,
        uses=wanted.number,
        expires_at=expiry(visit.now, wanted.days),
    )
    link = visit.tools.link(Opening(Purpose.INVITATION, token))
    texts = visit.tools.texts
    said = (
        invitations.made(texts, visit.network, made),
        invitations.letter(texts, visit.network, made, link),
    )
    for n, message in enumerate(said):
        key = f"seconded:{wanted.id}:{n}"
        visit.letters.append(_letter(visit, key, wanted.person_id, message))


async def _erase(visit: Visit, wanted: SecondWanted) -> bool:
    """Take a training back, if nobody knows of it by now either."""
    result = await take_back(visit.store.trainings, wanted.number)
    if isinstance(result, Refused):
        visit.notice(f"manage-refused-{result.reason}", alert=True)
        return False
    said = manage.taken_back(visit.tools.texts, result)
    visit.letters.append(_letter(visit, f"seconded:{wanted.id}", wanted.person_id, said))
    return True


async def decline(visit: Visit, action: DeclineAsSecond) -> None:
    """Answer «Ablehnen»: nothing is done, and who asked is told."""
    wanted = await _decided(visit, action.wanted_id)
    if wanted is not None:
        said = wording.declined(visit.tools.texts)
        visit.letters.append(_letter(visit, f"seconded:{wanted.id}", wanted.person_id, said))
        visit.show(wording.declined(visit.texts))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, AgreeAsSecond, agree, Who.COORDINATORS, Deed.SECONDED)
    on_tap(router, DeclineAsSecond, decline, Who.COORDINATORS, Deed.SECONDED)
