"""Changing one part of a published training: everybody registered learns what was and what is."""

from __future__ import annotations

from domain import plan_change
from domain.deeds import Deed
from domain.manage import Numbers
from domain.plan_change import Changed, Reason, Refused
from domain.plan_hosts import set_hosts
from domain.plan_sketch import changed_facts
from domain.rights import Act
from domain.training import Training
from handlers import forms
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_tap
from handlers.forms import on_form
from handlers.manage import own, show, show_result
from handlers.plan_hosts import tell_hosts
from talk.form import Answers, Setting
from talk.manage import Change, ChooseChange
from talk.plan import CHANGE, STOOD, TELL, as_shown, changeable, drawn, once_more
from talk.plan_drafts import change_as_now
from talk.plan_offers import Step
from talk.session_change import SESSION, narrowed
from texts import manage, session_change
from texts import plan_change as wording


async def choose_change(visit: Visit, action: ChooseChange) -> None:
    """Answer «Ändern»."""
    each = await own(visit, action.training_id)
    if each is not None:
        visit.show(manage.choose_change(visit.texts, each.training, _parts(visit, each.training)))


def _parts(visit: Visit, training: Training) -> list[Step]:
    """Return what the visitor may change of a training: its first host alone says who holds it."""
    parts = changeable(training.plan, visit.network, visit.now)
    return [p for p in parts if p is not Step.HOSTS or visit.may(Act.NAME_HOSTS, training)]


async def change(visit: Visit, action: Change) -> None:
    """Begin to change one part of a training."""
    each = await own(visit, action.training_id)
    if each is None:
        return
    if action.step is Step.DAY and each.training.plan.series:
        visit.show(session_change.listed(visit.texts, visit.network, each, visit.now))
        return
    if action.step in _parts(visit, each.training):
        about = {"training": action.training_id, "part": str(action.step)}
        await forms.begin(visit, CHANGE, about)
    elif action.step is Step.HOSTS:
        visit.notice(f"manage-refused-{Reason.NOT_FIRST_HOST}", alert=True)


async def _about(visit: Visit, said: Answers) -> Numbers | None:
    """Return the training that is changed; of a series as if it had the date alone that moves."""
    each = await own(visit, said["training"])
    if each is None or SESSION not in said:
        return each
    alone = narrowed(each, said[SESSION])
    if alone is None:
        visit.notice("session-gone", alert=True)
    return alone


async def apply(visit: Visit, at: Setting) -> None:
    """Change the training and show it as it is now; or what it is by now, and ask once more."""
    part, number = Step(at.answers["part"]), at.about.training.id
    result = await _changed(visit, number, at)
    if isinstance(result, Refused) and result.reason is Reason.OVERTAKEN:
        said = once_more(at.answers)
        await forms.begin(visit, CHANGE, said, visit.texts("manage-refused-overtaken"))
        return
    if part is Step.HOSTS and isinstance(result, Changed):
        await tell_hosts(visit, result.training, at.about.training.hosts)
    text = "manage-moved" if part is Step.DAY else "manage-saved"
    await show_result(visit, number, text, result)


async def _changed(visit: Visit, number: int, at: Setting) -> Changed | Refused:
    desk, network, now = visit.store, visit.network, visit.now
    part, sketch = Step(at.answers["part"]), drawn(at)
    tell = at.answers.get(Step.TELLING) == TELL
    if (stood := at.answers.get(STOOD)) is not None:  # else begun before an update
        one = at.answers.get(SESSION, 0)
        why = await plan_change.overtaken(desk, number, part, stood, now, one)
        if why is not None:
            return why
    match part:
        case Step.HOSTS:
            offices = sketch.co_hosts
            return await set_hosts(desk, network, number, visit.person, offices, now, tell=tell)
        case Step.DAY:
            starts_at, ends_at = sketch.begins(network), sketch.finishes(network)
            assert starts_at is not None
            assert ends_at is not None
            one = at.answers.get(SESSION, 0)
            return await plan_change.move(desk, network, number, starts_at, ends_at, now, one)
        case Step.SEATS:
            return await plan_change.set_seats(desk, network, number, sketch.seats, now)
        case Step.REMINDERS:
            return await plan_change.set_reminders(desk, network, number, sketch.reminders, now)
    new = changed_facts(part, sketch, network)
    return await plan_change.describe(desk, network, number, new, now, tell=tell)


async def leave(visit: Visit, at: Setting) -> None:
    """Leave everything as it was."""
    await show(visit, at.about.training.id)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    host = Host(
        wording.FACE, apply, leave, _about, facts=as_shown, as_now=change_as_now, deed=Deed.CHANGED
    )
    on_form(router, host, Who.COORDINATORS)
    on_tap(router, ChooseChange, choose_change, Who.COORDINATORS)
    on_tap(router, Change, change, Who.COORDINATORS)
