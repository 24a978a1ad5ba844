"""Rules that the database itself keeps: which delivery state may follow which, what is final.

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


#: What may happen to a row of the ledger: nothing; and nothing is added to a sealed year.
_SEALED = "EXISTS (SELECT 1 FROM year_seal WHERE network = NEW.network AND year = {year})"
_SLUG = "NEW.detail <> lower(NEW.detail) OR NEW.detail <> replace(NEW.detail, ' ', '')"


def guard_ledger(connection: sa.Connection) -> None:
    """Let the database refuse changed rows, rows of sealed years, and text in a row."""
    if connection.dialect.name == "sqlite":
        _guard_ledger_in_sqlite(connection)
    else:
        _guard_ledger_in_postgresql(connection)


def _guard_ledger_in_sqlite(connection: sa.Connection) -> None:
    sealed = _SEALED.format(year="CAST(strftime('%Y', NEW.day) AS INTEGER)")
    for name, when, problem in (
        ("changed", "BEFORE UPDATE ON ledger", "a ledger row is final"),
        ("erased", "BEFORE DELETE ON ledger", "a ledger row is final"),
        ("sealed", f"BEFORE INSERT ON ledger WHEN {sealed}", "this year is sealed"),
        ("worded", f"BEFORE INSERT ON ledger WHEN {_SLUG}", "a ledger row holds no text"),
    ):
        connection.exec_driver_sql(
            f"CREATE TRIGGER ledger_{name} {when} BEGIN SELECT RAISE(ABORT, '{problem}'); END"
        )


def _guard_ledger_in_postgresql(connection: sa.Connection) -> None:
    sealed = _SEALED.format(year="EXTRACT(YEAR FROM NEW.day)")
    connection.exec_driver_sql(
        "CREATE FUNCTION ledger_guard() RETURNS trigger AS $$ BEGIN "
        "IF TG_OP <> 'INSERT' THEN RAISE EXCEPTION 'a ledger row is final' "
        "USING ERRCODE = 'check_violation'; END IF; "
        f"IF {sealed} THEN RAISE EXCEPTION 'this year is sealed' "
        "USING ERRCODE = 'check_violation'; END IF; "
        f"IF {_SLUG} THEN RAISE EXCEPTION 'a ledger row holds no text' "
        "USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
    )
    connection.exec_driver_sql(
        "CREATE TRIGGER ledger_guard BEFORE INSERT OR UPDATE OR DELETE ON ledger "
        "FOR EACH ROW EXECUTE FUNCTION ledger_guard()"
    )
