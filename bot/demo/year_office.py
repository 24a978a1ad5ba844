"""What coordination offices do beside the dates of a year: drafts, words, notices, mornings.

Chance has its own course here, so that what else happens in a year stays as it was.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from bot.demo.year_calendar import workdays
from bot.demo.year_scene import YearScene
from domain.announce_audience import (
    Among,
    Audience,
    Broadcast,
    BroadcastState,
    Progress,
    ledger_entries,
)
from domain.daily import around, today
from domain.ledger.members import member_entries, quarter_end
from domain.localtime import local_day
from domain.manage import Numbers
from domain.person import Person
from domain.plan_publish import finish, keep, publish
from domain.register_regret import regret
from domain.training import CoHost, Plan, Training
from domain.vocabulary import FormatGroup
from domain.write import KEPT, not_written
from storage.store import Store
from texts.typed_words import maybe_names, sounds_like_a_case

_DAY = timedelta(days=1)
#: Each so many dates were a draft first, and are written about to those who have a seat.
_DRAFTED, _WRITTEN = 9, 5
#: So large a part of the trainings is held by several offices.
_TOGETHER = 0.3
#: How many answer «Diesmal nicht», from and to, and how many days before the deadline.
_REGRETS, _BEFORE = (2, 6), 5
WORD = "Bitte bringen Sie eigene Fragen mit. Beispiele nennen wir ohne Namen."
#: What a network is told once a quarter.
NOTICES = (
    "Die Jahresplanung steht. Alle Termine finden Sie unter Termine im Angebot.",
    "Der Leitfaden zu den Meldewegen ist überarbeitet. Sie erhalten ihn bei Ihrer Stelle.",
    "Wir planen das kommende Halbjahr. Bitte melden Sie Ihren Bedarf an Fortbildung.",
    "Bitte prüfen Sie, ob Ihre Kontaktdaten bei der Koordinierungsstelle noch stimmen.",
)


def held_together(scene: YearScene, plan: Plan, host: str, number: int) -> Plan:
    """Let other offices hold some of the trainings together with the first host."""
    chance = Random(f"{scene.year}:{number}:hosts")  # noqa: S311 (a believable year, no secret)
    if plan.format.group is not FormatGroup.TRAINING or chance.random() > _TOGETHER:
        return plan
    others = [office.slug for office in scene.network.offices if office.slug != host]
    some = chance.sample(others, min(len(others), chance.randint(1, 2)))
    return replace(plan, co_hosts=tuple(map(CoHost, some)))


async def offered(scene: YearScene, store: Store, plan: Plan, host: str, number: int) -> Training:
    """Put a date on offer; some were a draft first, which a colleague has finished."""
    if number % _DRAFTED != _DRAFTED // 2:
        return await publish(store.trainings, plan, host, None)
    draft = await keep(store.trainings, plan, host, None)
    training = await finish(store.trainings, draft.id, plan, on_offer=True)
    if not isinstance(training, Training):
        raise TypeError(f"a draft can be finished: {training.reason}")
    scene.tell("draft", training=training.id)
    return training


async def regrets(
    scene: YearScene, store: Store, training: Training, guests: Collection[Person]
) -> None:
    """Let some who do not come say so; at the deadline the answers go."""
    chance, coming = _own(scene, training), {person.id for person in guests}
    others = [person for person in scene.people if person.id not in coming]
    some = chance.sample(others, min(len(others), chance.randint(*_REGRETS)))
    at, shown = training.plan.deadline_at - _BEFORE * _DAY, training.plan.shown
    for person in some:
        answer = await regret(store, training.id, person, at, shown=shown)
        if answer.why is not None or answer.unseen:
            raise TypeError(f"who does not come can say so: {answer}")
    scene.tell("regrets", training=training.id, n=len(some))
    await store.regrets.forget(training.plan.deadline_at)


async def word(scene: YearScene, store: Store, training: Training, number: int) -> None:
    """Write to those who have a seat, a week before; that is no notice of the network."""
    if number % _WRITTEN != 1:
        return
    audience = Audience(among=Among.REGISTERED)
    total = (await store.persons.how_many(audience, training, training.host)).people
    at = training.plan.starts_at - 7 * _DAY
    await _done(store, await _written(scene, store, training, audience, WORD, at), total)
    scene.tell("word", training=training.id, n=total)


async def announced(
    scene: YearScene, store: Store, training: Training, day: date, delivered: int
) -> None:
    """Announce a date to the whole network."""
    at = datetime.combine(day, time(9), tzinfo=UTC)
    made = await store.broadcasts.add(training, Audience(), at, scene.people[0].id)
    await _counted(scene, store, made, day, delivered)


async def notices(scene: YearScene, store: Store) -> None:
    """Tell the whole network something once a quarter; that counts as a notice, too."""
    chance = Random(scene.year)  # noqa: S311 (a believable year, no secret)
    days = {(day.month - 1) // 3: day for day in reversed(workdays(scene.year)[10:-10])}
    for quarter, words in enumerate(NOTICES):
        day, total = days[quarter], len(scene.people)
        at = datetime.combine(day, time(9), tzinfo=UTC)
        made = await _written(scene, store, None, Audience(), words, at)
        await _counted(scene, store, made, day, total - chance.randint(0, 9))
    await store.broadcasts.forget_words(datetime(scene.year + 1, 1, 1, tzinfo=UTC) - KEPT)


async def members(scene: YearScene, store: Store) -> None:
    """Count the members at the end of each quarter, as the bot does by itself."""
    counts = await store.persons.headcounts()
    for month in (3, 6, 9, 12):
        day = quarter_end(date(scene.year, month, 1) + 31 * _DAY)
        rows = member_entries(day, counts)
        await store.ledger.add(rows)
        parts = {e.office or e.sector: e.n for e in rows if e.office or e.sector}
        scene.tell("members", day=day.isoformat(), n=rows[0].n, parts=parts)


async def _written(
    scene: YearScene,
    store: Store,
    of: Training | None,
    audience: Audience,
    words: str,
    at: datetime,
) -> Broadcast:
    """Keep a word to many. Raises TypeError if the rules refuse it."""
    if not_written(words) or sounds_like_a_case(words) or maybe_names(words):
        raise TypeError(f"this cannot be written: {words}")
    return await store.broadcasts.write(of, audience, words, at, scene.people[0].id)


async def _counted(
    scene: YearScene, store: Store, made: Broadcast, day: date, delivered: int
) -> None:
    """Enter a notice to everybody that went out into the ledger."""
    total = len(scene.people)
    await _done(store, made, total)
    progress = Progress(total, delivered, total - delivered, 0, 0)
    await store.ledger.add(ledger_entries(made, progress, day, {}))
    facts = {"day": day.isoformat(), "audience": total, "delivered": delivered}
    scene.tell("notice", training=made.training_id, **facts)


async def _done(store: Store, made: Broadcast, total: int) -> None:
    await store.broadcasts.set_running(made.id, total, made.revision)
    await store.broadcasts.set_state(made.id, BroadcastState.DONE)


def morning(scene: YearScene, training: Training, taken: int) -> None:
    """Look whether the host is told of a date on the working day before it."""
    network = scene.network
    starts = local_day(training.plan.starts_at, network.zone)
    day = starts - _DAY
    while network.quiet.closed(day):
        day -= _DAY
    of = around(day, network.quiet, network.zone)
    told = today([Numbers(training, taken, 0)], {}, {}, of, network.zone)
    if not told[training.host].coming:
        raise TypeError(f"nobody is told of {training.title} on {day}")
    scene.tell("morning", training=training.id, day=day.isoformat(), office=training.host)


def _own(scene: YearScene, training: Training) -> Random:
    """Return chance of a training's own."""
    return Random(f"{scene.year}:{training.id}")  # noqa: S311 (a believable year, no secret)
