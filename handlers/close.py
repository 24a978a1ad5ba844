"""Closing a training: numbers by institution, proposed from the registrations."""

from __future__ import annotations

from domain import close as use_case
from domain.close import NotClosable, came_in_all, not_closable, seats_of
from domain.deeds import Deed
from domain.localtime import local_day
from domain.rights import Act
from domain.training import Training
from handlers import feedback, forms
from handlers.context import Host, Router, Visit, Who
from handlers.doors import on_tap
from handlers.forms import on_form
from talk.close import ATTENDED, CLOSE, COUNT, Close, EndedTraining, facts, seen
from talk.form import Answers, Setting
from talk.headcount import GROUPS
from texts import close as wording


async def _course(visit: Visit, training_id: int) -> Training | None:
    """Return a training the visitor may close now; else say why not."""
    training = await visit.store.trainings.get(training_id)
    reason = not_closable(training, visit.now)
    if training is None or reason is not None:
        _refuse(visit, reason or NotClosable.GONE)
        return None
    if not visit.may(Act.MANAGE, training):
        visit.notice("announce-not-yours", alert=True)
        return None
    return training


async def _sealed(visit: Visit, training: Training) -> bool:
    day = local_day(training.plan.starts_at, visit.network.zone)
    return await visit.store.seals.sealed(day.year)


def _refuse(visit: Visit, reason: NotClosable) -> None:
    visit.toast, visit.alert = wording.refused(visit.texts, reason), True


async def begin(visit: Visit, action: Close) -> None:
    """Answer «Abschließen» with the numbers as registered; what was counted already stays."""
    begun = await visit.draft(CLOSE.name)
    if begun is not None and begun.data["training"] == action.training_id:
        await forms.again(visit, begun)
    else:
        await forms.begin(visit, CLOSE, {"training": action.training_id})


async def _about(visit: Visit, said: Answers) -> EndedTraining | None:
    training = await _course(visit, said["training"])
    if training is None:
        return None
    begins = GROUPS not in said  # later the closing itself refuses what was sealed meanwhile
    if begins and await _sealed(visit, training):
        _refuse(visit, NotClosable.SEALED)
        return None
    seats = await seats_of(visit.store, training)
    if not visit.network.presence:
        return EndedTraining(training, seats.all)
    marks = await visit.store.attendees.marks(training.id)
    return EndedTraining(training, seats.all, marks, seats.came(marks))


async def finish(visit: Visit, at: Setting) -> None:
    """Answer «So abschließen»: the sums go into the ledger, once."""
    training, groups = at.about.training, COUNT.groups(at)
    day = local_day(training.plan.starts_at, visit.network.zone)
    missed = ATTENDED.missed(at) if training.plan.series else {}
    store, marked = visit.store, seen(at.answers)
    reason = await use_case.close(store, training.id, groups, day, visit.now, missed, marked)
    if reason is NotClosable.MARKED:
        await forms.begin(visit, CLOSE, {"training": training.id}, visit.texts("close-marked"))
        return
    if reason is not None:
        _refuse(visit, reason)
        return
    await feedback.plan(visit, training.id)
    visit.notice("close-done-toast")
    visit.show(wording.done(visit.texts, training, came_in_all(groups)))


async def leave(visit: Visit, at: Setting) -> None:
    """Answer «Später»: nothing is kept, and the way in stays open."""
    visit.show(wording.left(visit.texts, at.about.training))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    who = Who.COORDINATORS
    on_form(router, Host(wording.FACE, finish, leave, _about, facts=facts, deed=Deed.CLOSED), who)
    on_tap(router, Close, begin, who)
