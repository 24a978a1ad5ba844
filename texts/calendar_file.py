"""A training as a file for the calendar of somebody who stands so: an entry for each date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from domain.message import Document
from domain.network import Network
from domain.session import FIRST, Session
from domain.training import Plan, Training
from domain.vocabulary import EventStatus
from texts import plan_hosts as hosts
from texts.cards import Standing, where
from texts.catalogue import Texts
from texts.documents.calendar import MEDIA_TYPE, Appointment, CalendarEntry, ics
from texts.standings import entry_for


def programme_file(
    texts: Texts, network: Network, trainings: Sequence[Training], stamp: datetime
) -> Document:
    """Return the dates of several trainings as one file, none of them confirmed."""
    found = [_whole(texts, network, each, Standing(), stamp) for each in trainings]
    entries = [entry for of, whole in found for entry in _entries(texts, of, whole)]
    return Document(texts.plain("paper-file-programme") + ".ics", ics(*entries), MEDIA_TYPE)


def calendar_document(
    texts: Texts,
    network: Network,
    training: Training,
    standing: Standing,
    stamp: datetime,
    *,
    withdrawn: bool = False,
) -> Document:
    """Return the training's date as a file for the calendar of somebody who stands so.

    For who has just withdrawn it takes the date out again.
    """
    plan, whole = _whole(texts, network, training, standing, stamp, withdrawn=withdrawn)
    return Document(texts.plain("calendar-file"), ics(*_entries(texts, plan, whole)), MEDIA_TYPE)


def _whole(
    texts: Texts,
    network: Network,
    training: Training,
    standing: Standing,
    stamp: datetime,
    *,
    withdrawn: bool = False,
) -> tuple[Plan, Appointment]:
    """Return a training as one appointment, and the plan that knows its dates."""
    plan, off = training.plan, training.status is EventStatus.CANCELLED
    entry = entry_for(standing.firm, cancelled=off or withdrawn)
    host = hosts.names(network, training)
    about = [texts.plain("calendar-description", n=len(training.hosts), host=host)]
    if standing.link:
        about.append(texts.plain("details-link", link=standing.link))
    if plan.description:
        about.append(plan.description)
    return plan, Appointment(
        uid=training.uid,
        sequence=training.calendar_sequence,
        title=training.title,
        starts_at=plan.starts_at,
        ends_at=plan.ends_at,
        place=plan.place or standing.link or where(texts, training),
        description="\n".join(about),
        entry=entry,
        stamp=stamp,
        link=standing.link,
        organizer=network.contact.mail,
        organizer_name=network.name,
    )


def _entries(texts: Texts, plan: Plan, whole: Appointment) -> Iterator[Appointment]:
    """Return an entry for each date, known by its number; what was dropped is taken out again."""
    for at, each in enumerate(plan.dates, 1):
        title = texts.plain("session-title", title=whole.title, number=at, of=len(plan.dates))
        yield _entry(whole, each, title if plan.series else whole.title)
    for each in plan.dropped:
        out = replace(whole, entry=CalendarEntry.CANCELLED)
        yield _entry(out, each, whole.title)


def _entry(whole: Appointment, of: Session, title: str) -> Appointment:
    uid = whole.uid if of.number == FIRST else f"{whole.uid}-{of.number}"
    return replace(whole, uid=uid, title=title, starts_at=of.starts_at, ends_at=of.ends_at)
