"""The tables of the year: exchange, feedback, corrections, seals and reports."""

from __future__ import annotations

import sqlalchemy as sa

from domain.assessment_parts import SaidOfHint
from domain.disclosure.cells import Mode
from domain.endorse import Endorsed
from domain.exchange import ContactFormat, ContactLength, Series
from domain.feedback import FeedbackItem
from domain.ledger.correction import Reason
from domain.measures import MeasureState
from domain.protocol_rows import JudgedBy
from domain.report_order import What
from domain.vocabulary import Topic
from storage.tables import BigId, Instant, _id, _link, _network, _one_of, metadata

__all__ = ["metadata"]


def _slugs(column: str) -> sa.CheckConstraint:
    """Refuse anything that could be a sentence or a name."""
    plain = f"{column} = lower({column}) AND replace({column}, ' ', '') = {column}"
    return sa.CheckConstraint(plain, name=column)


exchange_pending = sa.Table(
    "exchange_pending",
    metadata,
    _id(),
    _network(),
    _link("person_id", "person", "CASCADE", null=False),
    sa.Column("own", sa.String(48), nullable=False),
    sa.Column("partner", sa.String(48), nullable=False),
    sa.Column("topic", sa.String(32), nullable=False),
    sa.Column("format", sa.String(16), nullable=False),
    sa.Column("length", sa.String(16), nullable=False),
    sa.Column("noted_at", Instant, nullable=False),
    sa.Index(None, "person_id"),
    _slugs("own"),
    _slugs("partner"),
    _one_of("topic", Topic),
    _one_of("format", ContactFormat),
    _one_of("length", ContactLength),
)

counter = sa.Table(
    "counter",
    metadata,
    sa.Column("network", sa.String(64), primary_key=True),
    sa.Column("period", sa.Date, primary_key=True),
    sa.Column("series", sa.String(32), primary_key=True),
    sa.Column("slug", sa.String(100), primary_key=True),
    sa.Column("n", sa.Integer, nullable=False),
    _one_of("series", Series),
    _slugs("slug"),
    sa.CheckConstraint("n >= 0", name="n"),
)

feedback_count = sa.Table(
    "feedback_count",
    metadata,
    sa.Column(
        "training_id", BigId, sa.ForeignKey("training.id", ondelete="RESTRICT"), primary_key=True
    ),
    sa.Column("item", sa.String(16), primary_key=True),
    sa.Column("score", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("n", sa.Integer, nullable=False),
    _one_of("item", FeedbackItem),
    sa.CheckConstraint("score BETWEEN 0 AND 5", name="score"),
    sa.CheckConstraint("n >= 0", name="n"),
)

correction = sa.Table(
    "correction",
    metadata,
    sa.Column("entry_id", BigId, sa.ForeignKey("ledger.id"), primary_key=True, autoincrement=False),
    sa.Column("corrects", BigId, sa.ForeignKey("ledger.id"), nullable=False),
    sa.Column("reason", sa.String(32), nullable=False),
    sa.UniqueConstraint("corrects"),
    _one_of("reason", Reason),
)

year_seal = sa.Table(
    "year_seal",
    metadata,
    sa.Column("network", sa.String(64), primary_key=True),
    sa.Column("year", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("rows", sa.Integer, nullable=False),
    sa.Column("previous", sa.String(64), nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("sealed_on", sa.Date, nullable=False),
    sa.Column("form", sa.SmallInteger, nullable=False, server_default="1"),
    sa.Column("versions", sa.Integer, nullable=False, server_default="0"),
    sa.Column("file", sa.JSON(none_as_null=True)),
    sa.CheckConstraint("length(previous) = 64", name="previous"),
    sa.CheckConstraint("length(digest) = 64", name="digest"),
)

#: How many seals a network has, and what proves all of them: one that is missing is noticed.
seal_end = sa.Table(
    "seal_end",
    metadata,
    sa.Column("network", sa.String(64), primary_key=True),
    sa.Column("seals", sa.Integer, nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),
)

report_version = sa.Table(
    "report_version",
    metadata,
    _id(),
    _network(),
    sa.Column("year", sa.SmallInteger, nullable=False),
    sa.Column("mode", sa.String(16), nullable=False),
    sa.Column("made_on", sa.Date, nullable=False),
    sa.Column("cells", sa.JSON, nullable=False),
    sa.Index(None, "network", "year"),
    _one_of("mode", Mode),
)

report_request = sa.Table(
    "report_request",
    metadata,
    _id(),
    _network(),
    _link("person_id", "person", "CASCADE", null=False),
    sa.Column("year", sa.SmallInteger, nullable=False),
    sa.Column("what", sa.String(16), nullable=False),
    sa.Column("office", sa.String(64), nullable=False),
    sa.Column("quarter", sa.SmallInteger, nullable=False),
    sa.Column("page", sa.SmallInteger, nullable=False),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("card", sa.String(255)),
    sa.Column("asked_at", Instant, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("owner", sa.String(64)),
    sa.Column("lease_until", Instant),
    sa.UniqueConstraint(
        "network",
        "person_id",
        "year",
        "what",
        "office",
        "quarter",
        "page",
        name="uq_report_request_wanted",
    ),
    sa.Index(None, "person_id"),
    _one_of("what", What),
    sa.CheckConstraint("quarter BETWEEN 0 AND 4", name="quarter"),
    sqlite_autoincrement=True,  # the number stands in the keys of its messages
)

#: Of a year, not of a person: who wrote it is not kept.
assessment = sa.Table(
    "assessment",
    metadata,
    sa.Column("network", sa.String(64), primary_key=True),
    sa.Column("year", sa.SmallInteger, primary_key=True, autoincrement=False),
    sa.Column("words", sa.LargeBinary, nullable=False),
)

#: A few words on a chapter, or whether a hint applies; who wrote it is not kept.
assessment_part = sa.Table(
    "assessment_part",
    metadata,
    _id(),
    _network(),
    sa.Column("year", sa.SmallInteger, nullable=False),
    sa.Column("part", sa.String(64), nullable=False),
    sa.Column("verdict", sa.String(16)),
    sa.Column("words", sa.LargeBinary),
    sa.UniqueConstraint("network", "year", "part"),
    _one_of("verdict", SaidOfHint),
)

#: What an office said of a year's report; the last row of an office counts. `seen` is the digest
#: of what the report was made from then.
endorsement = sa.Table(
    "endorsement",
    metadata,
    _id(),
    _network(),
    sa.Column("year", sa.SmallInteger, nullable=False),
    sa.Column("office", sa.String(64), nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("answer", sa.String(16), nullable=False),
    sa.Column("seen", sa.String(64)),
    sa.Index(None, "network", "year"),
    _one_of("answer", Endorsed),
)

#: How the result of a goal was judged, beside its row of the ledger.
goal_judgement = sa.Table(
    "goal_judgement",
    metadata,
    _network(),
    sa.Column(
        "entry_id",
        BigId,
        sa.ForeignKey("ledger.id", ondelete="RESTRICT"),
        primary_key=True,
        autoincrement=False,
    ),
    sa.Column("how", sa.String(16), nullable=False),
    _one_of("how", JudgedBy),
)

#: Rows that cannot be worked on: a table, a number, the class of a reason, no content.
set_aside = sa.Table(
    "set_aside",
    metadata,
    sa.Column("network", sa.String(64), primary_key=True),
    sa.Column("place", sa.String(32), primary_key=True),
    sa.Column("row", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("reason", sa.String(60), nullable=False),
    sa.Column("noted_at", Instant, nullable=False),
)

#: How many fewer came to a session of a series than to the one with the most; rows add up.
session_missed = sa.Table(
    "session_missed",
    metadata,
    _id(),
    _network(),
    _link("training_id", "training", "RESTRICT", null=False),
    sa.Column("number", sa.SmallInteger, nullable=False),
    sa.Column("n", sa.Integer, nullable=False),
    sa.Column("reason", sa.String(32), nullable=False, server_default=""),
    sa.Index(None, "training_id"),
    sa.CheckConstraint(
        f"reason IN ({', '.join(repr(each) for each in ('', *(r.value for r in Reason)))})",
        name="reason",
    ),
    sqlite_autoincrement=True,
)

#: What members read of an agreement, beside the row that counts it.
agreement = sa.Table(
    "agreement",
    metadata,
    _network(),
    sa.Column(
        "entry_id",
        BigId,
        sa.ForeignKey("ledger.id", ondelete="RESTRICT"),
        primary_key=True,
        autoincrement=False,
    ),
    sa.Column("title", sa.String(64), nullable=False),
    sa.Column("label", sa.String(200), nullable=False),
    sa.Column("offices", sa.JSON, nullable=False),
    sa.Column("replaces", BigId, sa.ForeignKey("agreement.entry_id", ondelete="RESTRICT")),
)

#: What the network does about a hint, a need or an idea; who pressed it is not kept.
measure = sa.Table(
    "measure",
    metadata,
    _id(),
    _network(),
    sa.Column("year", sa.SmallInteger, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("source", sa.String(8), nullable=False),
    sa.Column("what", sa.String(64), nullable=False),
    sa.Column("about_kind", sa.String(8), nullable=False),
    sa.Column("about", sa.String(32), nullable=False),
    sa.Column("office", sa.String(64)),
    sa.Column("due_year", sa.SmallInteger, nullable=False),
    sa.Column("due_quarter", sa.SmallInteger, nullable=False),
    sa.Index(None, "network", "year"),
    sqlite_autoincrement=True,  # the number stands on buttons
)

#: How far a measure is; the last row counts, and none is ever changed.
measure_state = sa.Table(
    "measure_state",
    metadata,
    _id(),
    _network(),
    _link("measure_id", "measure", "RESTRICT", null=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Index(None, "measure_id"),
    _one_of("state", MeasureState),
)
