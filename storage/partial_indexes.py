"""Indexes over some rows only: migrations and their check know them, a running bot does without."""

from __future__ import annotations

import sqlalchemy as sa

from domain.delivery import State
from domain.ledger.entries import LedgerKind
from storage.outbox.endings import LOOSE
from storage.seat_tables import moveup
from storage.tables import delivery, inbox_update, ledger, registration


def _index(name: str, where: str, table: sa.Table, *columns: str, unique: bool = False) -> None:
    condition = sa.text(where)
    named = [table.c[column] for column in columns]
    sa.Index(name, *named, unique=unique, postgresql_where=condition, sqlite_where=condition)


_index(
    "ix_ledger_notice",
    f"kind = '{LedgerKind.NOTICE_PUBLISHED.value}'",
    ledger,
    *("training_id", "day"),
)
_index(
    "ix_ledger_agreed",
    f"kind = '{LedgerKind.PROCEDURE_AGREED.value}'",
    ledger,
    *("network", "day"),
)
_index(
    "ix_delivery_waiting",
    f"state = '{State.SCHEDULED.value}'",
    delivery,
    *("network", "channel", "priority", "next_at", "id"),
)
_index(
    "ix_delivery_in_hand",
    "state IN ('claimed', 'sending', 'unknown')",
    delivery,
    *("network", "state", "lease_until"),
)
_index(
    "ix_delivery_chat",
    LOOSE,
    delivery,
    *("network", "chat_key", "due_at", "id"),
)
_index("ix_delivery_change", "in_place", delivery, "network", "message_id")
_index("ix_delivery_person", "registration_id IS NULL", delivery, "person_id")
_index("ix_inbox_update_new", "state = 'new'", inbox_update, "network", "next_at")
_index("ix_inbox_update_chat", "state = 'new'", inbox_update, "network", "ordering_key", "id")
_index("ix_registration_approval", "approve_by IS NOT NULL", registration, "network", "approve_by")
_index("ix_moveup_open", "ended_at IS NULL", moveup, "registration_id", unique=True)
