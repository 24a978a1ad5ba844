"""Rules that the database itself keeps: which state of a delivery may follow which.

The pairs stand here as they were when the tables were made; a later change of the rules needs
a migration of its own.
"""

import sqlalchemy as sa

ALLOWED = {
    "scheduled": ("claimed", "expired", "cancelled", "undeliverable"),
    "claimed": ("sending", "scheduled", "expired", "cancelled", "undeliverable", "failed"),
    "sending": ("sent", "unknown", "scheduled", "undeliverable", "failed"),
    "unknown": ("sent", "scheduled", "undeliverable", "failed", "expired", "cancelled"),
}


def _condition() -> str:
    pairs = [
        f"(OLD.state = '{before}' AND NEW.state IN ({', '.join(map(repr, after))}))"
        for before, after in ALLOWED.items()
    ]
    return " OR ".join(pairs)


def guard_delivery_states(connection: sa.Connection) -> None:
    """Let the database refuse any other change of a delivery's state."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "CREATE TRIGGER delivery_state BEFORE UPDATE OF state ON delivery "
            f"WHEN OLD.state <> NEW.state AND NOT ({_condition()}) "
            "BEGIN SELECT RAISE(ABORT, 'this state may not follow'); END"
        )
        return
    connection.exec_driver_sql(
        "CREATE FUNCTION delivery_state() RETURNS trigger AS $$ BEGIN "
        "RAISE EXCEPTION 'this state may not follow' "
        "USING ERRCODE = 'check_violation'; END $$ LANGUAGE plpgsql"
    )
    connection.exec_driver_sql(
        "CREATE TRIGGER delivery_state BEFORE UPDATE OF state ON delivery FOR EACH ROW "
        f"WHEN (OLD.state <> NEW.state AND NOT ({_condition()})) "
        "EXECUTE FUNCTION delivery_state()"
    )
