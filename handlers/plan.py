"""Planning a new training: one question after the other, then a preview, then it is on offer."""

from __future__ import annotations

from domain import plan_publish
from domain.deeds import Deed
from domain.message import Message, Rows
from domain.plan_change import Reason, Refused
from domain.plan_sketch import plan_of
from domain.rights import Act, may
from domain.training import Training
from handlers import forms
from handlers.context import Host, Router, Visit, Who
from handlers.doors import follow, on_command, on_tap
from handlers.forms import on_form
from handlers.plan_hosts import tell_hosts
from talk.announce import Announce
from talk.form import Setting
from talk.plan import PLAN, NewTraining, drawn
from talk.plan_again import DRAFT
from talk.plan_drafts import plan_as_now
from talk.plan_offers import ANNOUNCE, KEEP, Step
from texts import cards
from texts import plan as wording


async def new(visit: Visit, _: object) -> None:
    """Begin a new training, or go on with the one that was begun."""
    draft = await visit.reopen(PLAN.name)
    if draft is None:
        await forms.begin(visit, PLAN)
    else:
        await forms.go_on(visit, draft, visit.texts("plan-resumed"))


async def _left(visit: Visit, _: Setting) -> None:
    """Say that nothing was kept."""
    visit.show(Message(visit.texts("plan-aborted"), (cards.menu_row(visit.texts),)))


async def publish(visit: Visit, at: Setting) -> None:
    """Answer «Veröffentlichen und ankündigen», «Nur veröffentlichen», «Als Entwurf behalten»."""
    way = at.answers[Step.PREVIEW]
    training = await _kept(visit, at, on_offer=way != KEEP)
    if isinstance(training, Refused):
        visit.notice(f"manage-refused-{training.reason}", alert=True)
        return
    visit.about = training.id
    if way == KEEP:
        visit.show(wording.kept(visit.texts, visit.network, training))
        return
    await tell_hosts(visit, training)
    visit.notice("plan-published-toast")
    if way == ANNOUNCE and await follow(visit, Announce(training.id)):
        return
    rows: Rows = (cards.menu_row(visit.texts),)
    if Announce in visit.router.taps:
        rows = ((wording.announce_button(visit.texts, training),), *rows)
    visit.show(wording.published(visit.texts, visit.network, training, rows))


async def _kept(visit: Visit, at: Setting, *, on_offer: bool) -> Training | Refused:
    """Keep a new training, or a draft that is finished; it still has to be one's own."""
    trainings, person, plan = visit.store.trainings, visit.person, plan_of(drawn(at), visit.network)
    number = at.answers.get(DRAFT)
    if number is None:
        make = plan_publish.publish if on_offer else plan_publish.keep
        return await make(trainings, plan, person.office, person.id)
    draft = await trainings.get(number)
    if draft is None or not may(person, Act.MANAGE, draft):
        return Refused(Reason.GONE)
    return await plan_publish.finish(trainings, number, plan, on_offer=on_offer)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(
        router,
        Host(wording.FACE, publish, _left, as_now=plan_as_now, deed=Deed.PLANNED),
        Who.COORDINATORS,
    )
    on_command(router, "neu", new, Who.COORDINATORS)
    on_tap(router, NewTraining, new, Who.COORDINATORS)
