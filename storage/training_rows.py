"""Trainings as rows: what of a plan stands in columns, and which words are sealed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

import sqlalchemy as sa

from domain.network import ReminderRule
from domain.session import Session
from domain.training import CalledOff, CancelReason, CoHost, Plan, Training
from domain.vocabulary import (
    DeliveryMode,
    EventFormat,
    EventStatus,
    ReminderStage,
    Sector,
    Topic,
)
from storage.crypto import Vault
from storage.tables import training

#: What people typed of a training besides title, place and link; sealed, as it may name somebody.
WORDS = ("description", "speakers", "cost")


def training_of(row: Any, vault: Vault | None) -> Training:
    """Return the training of a row, its words only with the keys that open them.

    Raises KeyProblem if no key does.
    """
    words = vault.open_json(row.words) if vault and row.words else {}
    sessions, dropped = _sessions(row)
    plan = Plan(
        title=row.title,
        topic=Topic(row.topic),
        format=EventFormat(row.format),
        mode=DeliveryMode(row.mode),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        deadline_at=row.deadline_at,
        withdraw_by=row.withdraw_by,
        seats=row.seats,
        units=row.units,
        place=row.place,
        link=row.link,
        sectors=tuple(Sector(slug) for slug in row.sectors),
        reminders=tuple(
            ReminderRule(ReminderStage(stage), days, time.fromisoformat(at))
            for stage, days, at in row.reminders
        ),
        accessibility=tuple(row.accessibility),
        release_at=row.release_at,
        description=str(words.get("description", "")),
        speakers=str(words.get("speakers", "")),
        cost=str(words.get("cost", "")),
        contact=row.contact,
        minimum=row.minimum,
        approval=row.wants_approval,
        co_hosts=tuple(CoHost(office, after) for office, after in row.co_hosts.items()),
        sessions=sessions,
        dropped=dropped,
    )
    return Training(
        id=row.id,
        uid=row.uid,
        host=row.host,
        plan=plan,
        status=EventStatus(row.status),
        revision=row.revision,
        sequence=row.sequence,
        closed_at=row.closed_at,
        block_seats=row.block_seats,
        quota_seats=row.quota_seats,
        turns=row.next_position,
        called_off=CalledOff(
            CancelReason(row.cancelled_for) if row.cancelled_for else None, row.instead_at
        ),
        goes_ahead=row.goes_ahead,
        asks_first=row.asks_first,
    )


def _sessions(row: Any) -> tuple[tuple[Session, ...], tuple[Session, ...]]:
    """Return the sessions of a row, and those that were dropped.

    The release before knows the start and the end alone: if it has changed them, what people were
    told is one date, and the sessions are those of before.
    """
    kept = [(_session(each), bool(each[4])) for each in row.sessions or ()]
    sessions = tuple(each for each, dropped in kept if not dropped)
    span = (sessions[0].starts_at, sessions[-1].ends_at) if sessions else ()
    if span != (row.starts_at, row.ends_at):
        return (), ()
    return sessions, tuple(each for each, dropped in kept if dropped)


def later_starts(row: Any) -> tuple[datetime, ...]:
    """Return when the sessions after the first one begin."""
    sessions, _ = _sessions(row)
    return tuple(each.starts_at for each in sessions[1:])


def _session(kept: list[int]) -> Session:
    number, starts, ends, units, _ = kept
    begins, finishes = (datetime.fromtimestamp(seconds, UTC) for seconds in (starts, ends))
    return Session(number, begins, finishes, units)


def session_values(plan: Plan) -> dict[str, Any]:
    """Return as columns what revision 0024 brought: the sessions of a plan as numbers.

    Moments are in seconds; the last number says whether it is dropped.
    """

    def listed(sessions: Iterable[Session], dropped: int) -> list[list[int]]:
        return [
            [e.number, int(e.starts_at.timestamp()), int(e.ends_at.timestamp()), e.units, dropped]
            for e in sessions
        ]

    return {"sessions": [*listed(plan.sessions, 0), *listed(plan.dropped, 1)]}


def plan_values(plan: Plan) -> dict[str, Any]:
    """Return a plan as columns."""
    return {
        "title": plan.title,
        "topic": plan.topic,
        "format": plan.format,
        "mode": plan.mode,
        "starts_at": plan.starts_at,
        "ends_at": plan.ends_at,
        "deadline_at": plan.deadline_at,
        "withdraw_by": plan.withdraw_by,
        "seats": plan.seats,
        "units": plan.units,
        "place": plan.place,
        "link": plan.link,
        "sectors": [sector.value for sector in plan.sectors],
        "reminders": [[r.stage, r.days_before, r.at.isoformat("minutes")] for r in plan.reminders],
        "accessibility": list(plan.accessibility),
        "release_at": plan.release_at,
    }


def hosts_values(plan: Plan) -> dict[str, Any]:
    """Return as a column what revision 0023 brought: from which position on a co-host is one."""
    return {"co_hosts": {each.office: each.after for each in plan.co_hosts}}


def approval_values(plan: Plan) -> dict[str, Any]:
    """Return as a column what revision 0032 brought: whether offices approve."""
    return {"wants_approval": plan.approval}


def hosted_by(host: str) -> sa.ColumnElement[bool]:
    """Return the condition that an office holds a training, as the first one or beside it."""
    written = sa.cast(training.c.co_hosts, sa.Text)
    return sa.or_(training.c.host == host, written.contains(f'"{host}"', autoescape=True))


def said_values(plan: Plan, vault: Vault) -> dict[str, Any]:
    """Return as columns what revision 0015 brought; nothing is sealed where nothing was said."""
    words = {name: said for name in WORDS if (said := getattr(plan, name))}
    sealed = vault.seal_json(words) if words else None
    return {"words": sealed, "contact": plan.contact, "minimum": plan.minimum}
