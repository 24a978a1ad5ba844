"""Let the ledger count members: in all at each quarter's end, by office and sector at year's end.

A process of the release before that still runs writes no such row, and makes no report of a year in
which one was written.
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations.v0034.guards import put

revision, down_revision = "0034", "0033"

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_KINDS = (
    *("notice-published", "notice-audience", "notice-delivered", "registration-confirmed"),
    *("registration-waitlisted", "registration-promoted", "registration-withdrawn"),
    *("registration-late-withdrawn", "registered-at-start", "block-seats", "reminder-sent"),
    *("event-held", "hosted", "event-cancelled", "event-postponed", "attendance", "feedback"),
    *(
        "members",
        "need",
        "exchange-held",
        "procedure-agreed",
        "advice-total",
        "goal-set",
        "goal-result",
    ),
)
_LISTED = f"kind IN ({', '.join(map(repr, _KINDS))})"
_KEPT = "id, network, day, kind, n, training_id, notice_id, office, sector, detail"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint("ck_ledger_kind", "ledger")
        op.create_check_constraint(op.f("ck_ledger_kind"), "ledger", _LISTED)
    else:
        _anew()
    put(op.get_bind())


def _anew() -> None:
    """Make the ledger anew: SQLite lets no rule of a table be changed.

    Guards of other tables name the ledger, and would have to find it while it is renamed; as of
    old they are left alone. Foreign keys are off meanwhile; numbers are not given again.
    """
    sequence = "SELECT max(seq) FROM sqlite_sequence WHERE name = 'ledger'"
    highest = op.get_bind().scalar(sa.text(sequence))
    op.execute("PRAGMA legacy_alter_table=ON")
    _lay_out()
    op.execute(
        f"INSERT INTO ledger_anew ({_KEPT}) SELECT {_KEPT} FROM ledger ORDER BY id"  # noqa: S608 - ours
    )
    op.drop_table("ledger")
    op.rename_table("ledger_anew", "ledger")
    op.execute("PRAGMA legacy_alter_table=OFF")
    op.create_index("ix_ledger_network_day", "ledger", ["network", "day"])
    published = sa.text("kind = 'notice-published'")
    op.create_index("ix_ledger_notice", "ledger", ["training_id", "day"], sqlite_where=published)
    if highest is not None:
        op.execute("DELETE FROM sqlite_sequence WHERE name = 'ledger'")
        given = sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES ('ledger', :highest)")
        op.execute(given.bindparams(highest=highest))


def _lay_out() -> None:
    op.create_table(
        "ledger_anew",
        sa.Column("id", _BIG, autoincrement=True, nullable=False),
        sa.Column("network", sa.String(64), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("training_id", _BIG),
        sa.Column("notice_id", _BIG),
        sa.Column("office", sa.String(64)),
        sa.Column("sector", sa.String(64)),
        sa.Column("detail", sa.String(64), server_default="", nullable=False),
        sa.CheckConstraint(_LISTED, name=op.f("ck_ledger_kind")),
        sa.CheckConstraint(
            "office IS NULL OR sector IS NULL", name=op.f("ck_ledger_one_breakdown")
        ),
        sa.ForeignKeyConstraint(
            ["training_id"],
            ["training.id"],
            name=op.f("fk_ledger_training_id_training"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger")),
        sqlite_autoincrement=True,
    )
