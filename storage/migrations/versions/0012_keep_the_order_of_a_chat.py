"""Keep the order of a chat, and doubt that ends as doubt.

Each row that may still go out knows its chat by the look-up key. What was in doubt once ends
`unknown`, also if somebody left it so.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0012", "0011"

_ALLOWED = {
    "scheduled": ("claimed", "expired", "cancelled", "undeliverable", "unknown"),
    "claimed": (
        "sending",
        "scheduled",
        "expired",
        "cancelled",
        "undeliverable",
        "failed",
        "unknown",
    ),
    "sending": ("sent", "unknown", "scheduled", "undeliverable", "failed"),
    "unknown": ("sent", "scheduled", "undeliverable", "failed", "expired", "cancelled"),
}
_AHEAD = "state IN ('scheduled', 'claimed', 'sending')"
_KEYED = """
    UPDATE delivery SET chat_key =
      (SELECT person.chat_key FROM person WHERE person.id = delivery.person_id)
    WHERE chat_key IS NULL AND person_id IS NOT NULL
      AND state IN ('scheduled', 'claimed', 'sending')
"""
_LEFT = "UPDATE delivery SET state = 'unknown' WHERE state = 'cancelled' AND error = 'left-unknown'"


def upgrade() -> None:
    op.execute(_KEYED)
    columns = ["network", "chat_key", "due_at", "id"]
    where = sa.text(_AHEAD)
    op.create_index(
        "ix_delivery_chat", "delivery", columns, postgresql_where=where, sqlite_where=where
    )
    changes = sa.text("in_place")
    op.create_index(
        "ix_delivery_change",
        "delivery",
        ["network", "message_id"],
        postgresql_where=changes,
        sqlite_where=changes,
    )
    postgresql = op.get_bind().dialect.name == "postgresql"
    op.execute("DROP TRIGGER delivery_state" + (" ON delivery" if postgresql else ""))
    op.execute(_LEFT)
    _guard(postgresql=postgresql)


def _guard(*, postgresql: bool) -> None:
    pairs = [
        f"(OLD.state = '{before}' AND NEW.state IN ({', '.join(map(repr, after))}))"
        for before, after in _ALLOWED.items()
    ]
    when = f"WHEN (OLD.state <> NEW.state AND NOT ({' OR '.join(pairs)}))"
    begun = f"CREATE TRIGGER delivery_state BEFORE UPDATE OF state ON delivery FOR EACH ROW {when}"
    if postgresql:
        op.execute(f"{begun} EXECUTE FUNCTION delivery_state()")
    else:
        op.execute(f"{begun} BEGIN SELECT RAISE(ABORT, 'this state may not follow'); END")
