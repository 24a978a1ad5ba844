"""Feedback after a training: each answer is counted at once and never kept.

That a question was answered is known by the delivery of the next one, which is the same
whatever the answer was. The answer itself only adds 1 to a sum by training, statement and
score, which has neither time nor person. So nothing that is kept says who answered what.
"""

from __future__ import annotations

from domain.feedback import QUESTIONS, SCORES, answers_until, ask, ask_key, given
from domain.localtime import local_day
from domain.training import Training
from domain.vocabulary import RegistrationStatus, Topic
from handlers import needs
from handlers.context import Router, Visit
from handlers.doors import on_tap
from talk.feedback import NextTopic, NextTopics, NotRate, Rate
from texts import feedback


async def plan(visit: Visit, training_id: int) -> None:
    """Ask everybody who came to a training that was closed right now; who muted it, not."""
    await ask(visit.store, visit.network, training_id, visit.now)


async def _asked(visit: Visit, registration_id: int) -> Training | None:
    """Return the training if this person may answer now; else say that it is over."""
    own = (await visit.store.registrations.many([registration_id])).get(registration_id)
    if own is not None and own.person_id == visit.person.id:
        training = await visit.store.trainings.get(own.training_id)
        seated = own.status is RegistrationStatus.CONFIRMED
        if training is not None and seated and await _open(visit, training):
            return training
    visit.notice("feedback-over", alert=True)
    return None


async def _open(visit: Visit, training: Training) -> bool:
    """Return whether answers still count: for some days, and while the year is not sealed."""
    kept = visit.network.retention.deliveries_days
    if training.closed_at is None or visit.now >= answers_until(training.closed_at, kept):
        return False
    year = local_day(training.plan.starts_at, visit.network.zone).year
    return not await visit.store.seals.sealed(year)


async def rate(visit: Visit, action: Rate) -> None:
    """Count an answer and go on; a second press only shows what comes next."""
    number = action.number
    if not 0 <= number < len(QUESTIONS) or action.score not in SCORES:
        visit.notice("stale-button", alert=True)
        return
    training = await _asked(visit, action.registration_id)
    if training is None:
        return
    following = feedback.question(visit.texts, training, action.registration_id, number + 1)
    if await visit.show_once(ask_key(action.registration_id, number + 1), following):
        await visit.store.exchange.answer(given(training.id, number, action.score))
    else:
        visit.notice("feedback-again")
        visit.show(following)


async def turn(visit: Visit, action: NextTopics) -> None:
    """Show another page of topics."""
    if await _asked(visit, action.registration_id) is not None:
        visit.show(feedback.topics(visit.texts, action.registration_id, action.page))


async def topic(visit: Visit, action: NextTopic) -> None:
    """Count the topic as a need, once, and say thanks."""
    if action.topic and action.topic not in list(Topic):
        visit.notice("stale-button", alert=True)
        return
    if await _asked(visit, action.registration_id) is None:
        return
    last = ask_key(action.registration_id, len(QUESTIONS) + 1)
    thanks = feedback.thanks(visit.texts)
    if not await visit.show_once(last, thanks):
        visit.notice("feedback-again")
    elif action.topic:  # the same words again, under the key that counts a need once a week
        await needs.count(visit, Topic(action.topic), thanks)


async def decline(visit: Visit, _: NotRate) -> None:
    """Answer «Keine Rückmeldung geben»."""
    visit.show(feedback.declined(visit.texts))


def register(router: Router) -> None:
    """Open the doors of this feature."""
    on_tap(router, Rate, rate)
    on_tap(router, NotRate, decline)
    on_tap(router, NextTopics, turn)
    on_tap(router, NextTopic, topic)
