"""Give people addresses; name each channel, and what it calls a message or an update, as text.

What is there is carried over: who is found by a chat, what is open, which messages can still be
changed, what came in. Nothing of the former columns stays. A process of the release before that
still runs can write down what became of the messages it had sent; it takes up nothing new, for it
asks for columns that are gone.
"""

import sqlalchemy as sa
from alembic import op

revision, down_revision = "0014", "0013"
#: Columns go: what becomes of that is said above.
contract = "the release before takes up nothing new, and ends what it had begun"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_MOMENT = sa.DateTime(timezone=True)
#: The only channel there was.
_BEFORE = "telegram"
_NEW = "state = 'new'"
_WAITING = "state = 'scheduled'"
#: What waits or is under way in the line of its chat and belongs to no registration.
_LOOSE = "state IN ('scheduled', 'claimed', 'sending') AND registration_id IS NULL"
_ROLES = "role IN ('specialist', 'coordinator', 'lead', 'auditor')"
_PERSON = (
    *("id", "network", "role", "office", "sector", "language", "name"),
    *("consent_version", "consented_on", "active_on"),
)
_UPDATE = (
    *("network", "ordering_key", "payload", "received_at", "state", "attempts", "next_at"),
    *("owner", "lease_until", "error"),
)


def upgrade() -> None:
    postgresql = op.get_bind().dialect.name == "postgresql"
    _addresses()
    if postgresql:
        op.drop_constraint("uq_person_network_chat_key", "person")
        for name in ("chat_key", "chat_id", "unreachable_since"):
            op.drop_column("person", name)
    else:
        _people_anew()
    _deliveries(postgresql=postgresql)
    for table, name in (
        ("draft", "card"),
        ("broadcast", "progress_card"),
        ("report_request", "card"),
    ):
        _as_text(table, name, postgresql=postgresql)
    _updates(postgresql=postgresql)
    _pauses(postgresql=postgresql)


def _channel() -> sa.Column[str]:
    return sa.Column("channel", sa.String(16), nullable=False, server_default=_BEFORE)


def _addresses() -> None:
    op.create_table(
        "address",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("person_id", _BIG, nullable=False),
        sa.Column("channel", sa.String(16), nullable=False),
        sa.Column("key", sa.LargeBinary(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("confirmed_on", sa.Date(), nullable=False),
        sa.Column("unreachable_since", _MOMENT),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_address_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_address")),
        sa.UniqueConstraint(
            "network", "channel", "key", name=op.f("uq_address_network_channel_key")
        ),
        sa.UniqueConstraint("person_id", "channel", name=op.f("uq_address_person_id_channel")),
        sqlite_autoincrement=True,
    )
    op.execute(
        "INSERT INTO address (network, person_id, channel, key, sealed, confirmed_on,"
        " unreachable_since) SELECT network, id, 'telegram', chat_key, chat_id, consented_on,"
        " unreachable_since FROM person ORDER BY id"
    )


def _people_anew() -> None:
    """Make the table anew: SQLite drops no column that is part of a key.

    Foreign keys are off meanwhile, and the highest number ever given is carried over, so that
    the number of somebody who was erased is nobody else's.
    """
    highest = op.get_bind().scalar(
        sa.text("SELECT max(seq) FROM sqlite_sequence WHERE name = 'person'")
    )
    op.create_table(
        "person_anew",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("office", sa.String(64), nullable=False),
        sa.Column("sector", sa.String(64), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("name", sa.LargeBinary()),
        sa.Column("consent_version", sa.Integer(), nullable=False),
        sa.Column("consented_on", sa.Date(), nullable=False),
        sa.Column("active_on", sa.Date(), nullable=False),
        sa.CheckConstraint(_ROLES, name=op.f("ck_person_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_autoincrement=True,
    )
    _copied("person", "person_anew", _PERSON)
    op.drop_table("person")
    op.rename_table("person_anew", "person")
    op.create_index("ix_person_network_office_sector", "person", ["network", "office", "sector"])
    if highest is not None:
        op.execute("DELETE FROM sqlite_sequence WHERE name = 'person'")
        given = sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES ('person', :highest)")
        op.execute(given.bindparams(highest=highest))


def _copied(source: str, target: str, names: tuple[str, ...], order: str = "id") -> None:
    listed = ", ".join(names)
    op.execute(
        f"INSERT INTO {target} ({listed}) SELECT {listed} FROM {source} ORDER BY {order}"  # noqa: S608 - ours
    )


def _as_text(table: str, name: str, *, postgresql: bool) -> None:
    """Keep as text what a channel calls a message."""
    if postgresql:
        kind, using = sa.String(255), f"{name}::text"
        op.alter_column(table, name, type_=kind, postgresql_using=using)
        return
    op.add_column(table, sa.Column(f"{name}_text", sa.String(255)))
    op.execute(f"UPDATE {table} SET {name}_text = CAST({name} AS TEXT)")  # noqa: S608 - ours
    op.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
    op.execute(f"ALTER TABLE {table} RENAME COLUMN {name}_text TO {name}")


def _deliveries(*, postgresql: bool) -> None:
    op.drop_index("ix_delivery_waiting", "delivery")
    op.drop_index("ix_delivery_change", "delivery")
    op.drop_index("ix_delivery_chat", "delivery")
    op.add_column("delivery", _channel())
    _as_text("delivery", "message_id", postgresql=postgresql)
    _index("ix_delivery_change", "in_place", "delivery", "network", "message_id")
    waiting = ("network", "channel", "priority", "next_at", "id")
    _index("ix_delivery_waiting", _WAITING, "delivery", *waiting)
    _index("ix_delivery_chat", _LOOSE, "delivery", "network", "chat_key", "due_at", "id")


def _index(name: str, where: str, table: str, *columns: str) -> None:
    rows = sa.text(where)
    op.create_index(name, table, list(columns), postgresql_where=rows, sqlite_where=rows)


def _updates(*, postgresql: bool) -> None:
    """Give each update a number, in the order in which they came in."""
    _put_by("inbox_update", postgresql=postgresql)
    op.create_table(
        "inbox_update",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        _channel(),
        sa.Column("reference", sa.String(255), nullable=False),
        sa.Column("ordering_key", sa.LargeBinary(32), nullable=False),
        sa.Column("payload", sa.LargeBinary()),
        sa.Column("received_at", _MOMENT, nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_at", _MOMENT, nullable=False),
        sa.Column("owner", sa.String(64)),
        sa.Column("lease_until", _MOMENT),
        sa.Column("error", sa.String(300)),
        sa.CheckConstraint("state IN ('new', 'done', 'dead')", name=op.f("ck_inbox_update_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox_update")),
        sa.UniqueConstraint(
            "network",
            "channel",
            "reference",
            name=op.f("uq_inbox_update_network_channel_reference"),
        ),
    )
    listed = ", ".join(_UPDATE)
    op.execute(
        f"INSERT INTO inbox_update (reference, {listed})"  # noqa: S608 - ours
        f" SELECT CAST(update_id AS VARCHAR(255)), {listed} FROM before_inbox_update"
        " ORDER BY network, update_id"
    )
    op.drop_table("before_inbox_update")
    _index("ix_inbox_update_new", _NEW, "inbox_update", "network", "next_at")
    _index("ix_inbox_update_chat", _NEW, "inbox_update", "network", "ordering_key", "id")


def _pauses(*, postgresql: bool) -> None:
    _put_by("send_gate", postgresql=postgresql)
    op.create_table(
        "send_gate",
        sa.Column("network", sa.String(64), nullable=False),
        _channel(),
        sa.Column("paused_until", _MOMENT, nullable=False),
        sa.Column("reason", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("network", "channel", name=op.f("pk_send_gate")),
    )
    _copied("before_send_gate", "send_gate", ("network", "paused_until", "reason"), "network")
    op.drop_table("before_send_gate")


def _put_by(table: str, *, postgresql: bool) -> None:
    """Put a table by under another name; the names of its keys and indexes are free again."""
    for index in sa.inspect(op.get_bind()).get_indexes(table):
        op.drop_index(str(index["name"]), table)
    if postgresql:
        op.drop_constraint(f"pk_{table}", table)
    op.rename_table(table, f"before_{table}")
