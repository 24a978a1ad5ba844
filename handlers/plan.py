"""Planning a new training: one question after the other, then a preview, then it is on offer."""

from __future__ import annotations

from domain.message import Message, Rows
from domain.plan_publish import publish as put_on_offer
from domain.plan_sketch import plan_of
from handlers import forms
from handlers.context import Host, Router, Visit, Who
from handlers.doors import follow, on_command, on_tap
from handlers.forms import on_form
from talk.announce import Announce
from talk.form import Setting
from talk.plan import PLAN, NewTraining, drawn
from talk.plan_drafts import plan_as_now
from talk.plan_offers import ANNOUNCE, Step
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
    """Answer «Veröffentlichen» and «Ankündigen»."""
    person = visit.person
    plan = plan_of(drawn(at), visit.network)
    training = await put_on_offer(visit.store.trainings, plan, person.office, person.id)
    visit.notice("plan-published-toast")
    announce = at.answers[Step.PREVIEW] == ANNOUNCE
    if announce and await follow(visit, Announce(training.id)):
        return
    rows: Rows = (cards.menu_row(visit.texts),)
    if Announce in visit.router.taps:
        rows = ((wording.announce_button(visit.texts, training),), *rows)
    visit.show(wording.published(visit.texts, visit.network, training, rows))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_form(router, Host(wording.FACE, publish, _left, as_now=plan_as_now), Who.COORDINATORS)
    on_command(router, "neu", new, Who.COORDINATORS)
    on_tap(router, NewTraining, new, Who.COORDINATORS)
