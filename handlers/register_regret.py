"""«Diesmal nicht»: a card that is answered without a seat, until its owner takes that back."""

from __future__ import annotations

from domain import register_regret as rules
from domain.view import View
from handlers.context import Router, Visit
from handlers.doors import on_tap
from talk.register import Regret, TakeRegretBack
from texts import cards


async def regret(visit: Visit, action: Regret) -> None:
    """Keep the answer, and show the card as it is answered."""
    store, shown = visit.store, action.shown
    done = await rules.regret(store, action.training_id, visit.person, visit.now, shown=shown)
    if done.unseen and done.training is not None:
        visit.notice("register-changed", alert=True)
        visit.draw(View.CARD, done.training, note="card-facts-changed")
        return
    if done.why is not None:
        visit.toast = cards.obstacle(visit.texts, visit.network, done.training, done.why)
        visit.alert = True
    else:
        visit.notice("regret-done")
    if done.training is not None:
        visit.draw(View.CARD, done.training)


async def take_back(visit: Visit, action: TakeRegretBack) -> None:
    """Answer «Antwort zurücknehmen»."""
    training = await visit.store.trainings.get(action.training_id)
    if training is None:
        visit.notice("register-gone", alert=True)
        return
    was = await visit.store.regrets.drop(training.id, visit.person.id)
    visit.notice("regret-back" if was else "regret-nothing")
    visit.draw(View.CARD, training)


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, Regret, regret)
    on_tap(router, TakeRegretBack, take_back)
