"""Announcing a training: see it as others will, choose whom and when."""

from __future__ import annotations

from domain.announce import announce, audience_of
from domain.announce_audience import Broadcast, duration, not_announceable
from domain.announce_saved import save
from domain.deeds import Deed
from domain.draft import Draft
from domain.message import Message
from domain.plan_back import told
from domain.register import division
from domain.rights import Act
from domain.training import Training
from handlers import forms
from handlers.announce_progress import show_report
from handlers.announce_saved import saved
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_tap
from handlers.forms import on_form
from talk.announce import ANNOUNCE, Announce, Announcement, goes_out
from talk.form import Answers, Setting
from texts import announce as wording
from texts import notices
from texts.cards import Standing


async def _course(visit: Visit, training_id: int) -> Training | None:
    """Return a training that the visitor may announce now; else say why not."""
    training = await visit.store.trainings.get(training_id)
    if training is None:
        visit.notice("register-gone", alert=True)
        return None
    if not visit.may(Act.MANAGE, training):
        visit.notice("announce-not-yours", alert=True)
        return None
    reason = not_announceable(training, visit.now)
    if reason is not None:
        visit.toast = wording.refused(visit.texts, visit.network, training, reason)
        visit.alert = True
        return None
    return training


async def begin(visit: Visit, action: Announce) -> None:
    """Answer «Ankündigen»: the card as others will see it, then the question whom to send it."""
    training = await _course(visit, action.training_id)
    if training is None:
        return
    free = await _free(visit, training)
    seen = Standing(free=free, closed=training.closed(visit.now))
    visit.text("announce-preview")
    visit.say(notices.announcement(visit.texts, visit.network, training, seen))
    visit.message_id = None
    await forms.begin(visit, ANNOUNCE, {"training": training.id})


async def _free(visit: Visit, training: Training) -> int | None:
    if training.keeping(visit.now):
        stands = await division(visit.store.registrations, training)
        return stands.free(visit.person.office)
    overview = await visit.store.trainings.overview(training.id)
    return overview.free if overview else None


async def _about(visit: Visit, said: Answers) -> Announcement | None:
    training = await _course(visit, said["training"])
    if training is None:
        return None
    reach = await visit.store.persons.reach(audience_of(said), training)
    seconds = duration(reach.people, visit.tools.rate).total_seconds()
    return Announcement(training, reach, seconds, await saved(visit))


async def launch(visit: Visit, at: Setting) -> None:
    """Keep the announcement, or let it go at once, with a minute to take it back."""
    training, when = at.about.training, goes_out(at)
    audience = audience_of(at.answers)
    made = await announce(visit.store, training.id, audience, when, visit.now, visit.person.id)
    if not isinstance(made, Broadcast):
        why = wording.not_planned(visit.texts, visit.network, training, made)
        visit.toast, visit.alert = why, True
        return
    if at.answers.get("keep"):
        await save(visit.store.audiences, visit.person.office, audience, visit.network)
    if visit.message_id is not None:
        await visit.store.broadcasts.set_card(made.id, visit.message_id)
    visit.notice("announce-planned" if when > visit.now else "announce-started")
    await show_report(visit, made, training)


async def _stands(visit: Visit, draft: Draft) -> Message:
    """Return how the training stands that was to be announced."""
    return await _standing(visit, draft.data["training"])


async def _standing(visit: Visit, number: int) -> Message:
    training = await visit.store.trainings.get(number)
    announcements = await visit.store.broadcasts.of_training(number)
    return wording.given_up(visit.texts, number, told(training, announcements))


async def give_up(visit: Visit, at: Setting) -> None:
    """Answer «Abbrechen»."""
    visit.show(await _standing(visit, at.about.training.id))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    host = Host(
        wording.FACE, launch, give_up, _about, anew=True, stands=_stands, deed=Deed.ANNOUNCED
    )
    on_form(router, host, Who.COORDINATORS)
    on_tap(router, Announce, begin, Who.COORDINATORS)
