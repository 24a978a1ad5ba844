"""Taking back a training that nobody knows of yet."""

from __future__ import annotations

from domain.deeds import Deed
from domain.plan_back import told
from domain.rights import Act
from domain.second import SecondKind
from domain.training import Training
from handlers import second
from handlers.context import Router, Visit, Who
from handlers.doors import on_tap
from talk.plan_back import AskTakeBack, TakeBack
from texts import manage as wording


async def _own(visit: Visit, training_id: int) -> Training | None:
    """Return a training that the visitor manages; says so if it is none."""
    training = await visit.store.trainings.get(training_id)
    if training is None:
        visit.notice("manage-refused-gone", alert=True)
    elif not visit.may(Act.MANAGE, training):
        visit.notice("manage-not-yours", alert=True)
    else:
        return training
    return None


async def ask(visit: Visit, action: AskTakeBack) -> None:
    """Answer «Zurücknehmen» with one question back."""
    training = await _own(visit, action.training_id)
    if training is None:
        return
    if await visit.store.trainings.known(training.id):
        visit.notice("manage-refused-known", alert=True)
        return
    now_told = told(training, await visit.store.broadcasts.of_training(training.id))
    visit.show(wording.ask_take_back(visit.texts, visit.network, training, now_told))


async def confirmed(visit: Visit, action: TakeBack) -> None:
    """Answer «Ja, zurücknehmen»: a second person must agree."""
    training = await _own(visit, action.training_id)
    if training is None:
        return
    if await visit.store.trainings.known(training.id):
        visit.notice("manage-refused-known", alert=True)
        return
    await second.ask(visit, SecondKind.ERASE, training.hosts, training.id, of=training)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, AskTakeBack, ask, Who.COORDINATORS)
    on_tap(router, TakeBack, confirmed, Who.COORDINATORS, Deed.ERASED)
