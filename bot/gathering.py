"""Gathers what the report of a year is made from, out of the database."""

from __future__ import annotations

from datetime import date

from bot.report_values import Gathered
from domain.assessment import paragraphs
from domain.disclosure.cells import Mode
from domain.endorse import endorsing
from domain.ledger.sealing import contents
from domain.localtime import local_day
from domain.network import Network
from domain.report.material import Ahead
from domain.report.material import material as material_of
from domain.report.order import MOST_YEARS, Order, kept_mode
from domain.vocabulary import EventStatus
from storage.database import Database

#: What people know of already; a draft is nobody else's business yet.
_ANNOUNCED = frozenset({EventStatus.PUBLISHED, EventStatus.CLOSED, EventStatus.HELD})


async def gather(
    database: Database,
    network: Network,
    year: int,
    as_of: date,
    *,
    office: str | None = None,
    back: int | None = None,
) -> Gathered:
    """Return what the report of a year is made from.

    `office` reads its own numbers openly; `back` is how many years before it are compared.
    """
    async with database.reading() as store:
        first = await store.years.first() or year
        years = range(max(first, year - (MOST_YEARS if back is None else back)), year)
        material = await material_of(store, year, network.zone)
        earlier = [await material_of(store, each, network.zone) for each in years]
        published = await store.years.published(year)
        near = range(year - MOST_YEARS, year + MOST_YEARS + 1)
        before = {each: await store.years.published(each) for each in near if each != year}
        coming = await material_of(store, year + 1, network.zone)
        assessment = paragraphs(await store.reports.assessment(year))
        parts = tuple(await store.assessments.parts(year))
        newest = await store.years.newest_version()
        measures = tuple(await store.measures.all())
        said = await store.endorsements.of(year)
        now = await contents(store, network, year) if said else ""
        sealed = {each.year: each.sealed_on for each in await store.seals.all()}
    ahead = tuple(
        Ahead(local_day(t.plan.starts_at, network.zone), t.title, t.plan.topic)
        for t in coming.trainings
        if t.status in _ANNOUNCED
    )
    mode = kept_mode(published, Mode.SUPPRESS)
    until = sealed.get(year)
    stands = endorsing([o.slug for o in network.offices], said, now, sealed=year in sealed)
    order = Order(as_of, mode, office, published, ahead, before, measures, until)
    return Gathered(material, earlier, order, assessment, parts, stands, newest)
