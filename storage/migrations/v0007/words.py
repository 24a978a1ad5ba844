"""Rules that the database itself keeps: a row that lasts names only what a closed list has.

The lists stand here as they were when the rule was made. Where one of them grows, a migration of
its own must put the rule anew; a test compares them with the domain's lists.
"""

from collections.abc import Iterable

import sqlalchemy as sa

TOPICS = [
    "basics",
    "legal-basics",
    "risk-assessment",
    "procedures",
    "isef-role",
    "data-protection",
    "conversation-skills",
    "neglect",
    "physical-abuse",
    "psychological-abuse",
    "sexualised-violence",
    "domestic-violence",
    "early-childhood-risks",
    "digital-media",
    "peer-violence",
    "parental-mental-illness",
    "parental-addiction",
    "high-conflict-separation",
    "inclusive-protection",
    "diversity-and-flight",
    "protection-concepts",
    "rights-and-participation",
    "daycare",
    "school",
    "medical-protection",
    "family-court",
    "criminal-justice",
    "trauma",
    "cooperation",
    "quality-development",
    "staff-wellbeing",
    "other",
]
SECTORS = [
    "youth-office",
    "independent-provider",
    "daycare",
    "school",
    "health",
    "police",
    "justice",
    "counselling",
    "public-order",
    "social-administration",
    "civil-society",
    "other",
]
MEETINGS = [
    "network-meeting",
    "coordination-conference",
    "steering-group",
    "working-group",
    "quality-dialogue",
    "round-table",
]
FORMATS = [
    *["specialist-day", "seminar", "workshop", "lecture", "training-series", "certificate-course"],
    *("case-workshop", *MEETINGS, "info-session", "other"),
]
STAGES = ["deadline-near", "two-weeks", "one-week", "three-days", "one-day", "same-day", "feedback"]
PROCEDURES = [
    "reporting-path",
    "procedure",
    "guideline",
    "form",
    "flyer",
    "directory",
    "agreement",
    "other",
]
GOALS = [
    "trainings",
    "attendances",
    "network-meetings",
    "quality-dialogues",
    "procedures",
    "online-offers",
    "sectors-reached",
    "feedback-return",
    "joint-standards",
    "new-partners",
]
RESULTS = ["met", "partly", "open", "dropped"]
CONTACT_FORMATS = ["phone", "meeting", "video", "writing", "event"]
CONTACT_LENGTHS = ["short", "medium", "long"]

#: What a row of the ledger may name, by its kind; all other kinds name nothing.
DETAILS = {
    "reminder-sent": STAGES,
    "event-held": ["", *FORMATS],
    "event-cancelled": ["", *FORMATS],
    "attendance": ["", *FORMATS],
    "need": TOPICS,
    "exchange-held": [*MEETINGS, *(f"{each}:minutes" for each in MEETINGS)],
    "procedure-agreed": PROCEDURES,
    "goal-set": GOALS,
    "goal-result": [f"{goal}:{result}" for goal in GOALS for result in RESULTS],
}
#: What a counter may count by; pairs of institutions apart.
SLUGS = {
    "exchange-topic": TOPICS,
    "exchange-format": CONTACT_FORMATS,
    "exchange-length": CONTACT_LENGTHS,
    "need-topic": TOPICS,
    "need-sector": SECTORS,
}
#: Series by the week; exchange is counted by the month.
NEEDS = ("need-topic", "need-sector")
#: No number here has more digits; one of a chat would.
MOST = 999_999
#: As long as the slug of an office or a network may be.
LONGEST = 24


def _among(value: str, words: Iterable[str]) -> str:
    return f"{value} IN ({', '.join(map(repr, words))})"


def _listed(kind: str, value: str, lists: dict[str, list[str]]) -> str:
    named = (f"{kind} = '{one}' AND {_among(value, words)}" for one, words in lists.items())
    return " OR ".join(f"({each})" for each in named)


def _named(details: dict[str, list[str]]) -> str:
    others = f"NOT {_among('NEW.kind', details)} AND NEW.detail = ''"
    return f"{_listed('NEW.kind', 'NEW.detail', details)} OR ({others})"


class _SQLite:
    """SQLite's words for what must hold; it would take any value in any column."""

    @staticmethod
    def slug(value: str) -> str:
        size = f"length(CAST({value} AS BLOB))"  # the length of a text ends at a zero
        patterns = ("*[^a-z0-9-]*", "-*", "*-", "*--*", "*[0-9][0-9][0-9]*")
        refused = (f"{value} NOT GLOB '{pattern}'" for pattern in patterns)
        parts = (f"{size} BETWEEN 1 AND {LONGEST}", f"length({value}) = {size}", *refused)
        return f"typeof({value}) = 'text' AND {' AND '.join(parts)}"

    @staticmethod
    def number(value: str) -> str:
        return f"typeof({value}) = 'integer' AND {value} BETWEEN -{MOST} AND {MOST}"

    @staticmethod
    def day(value: str) -> str:
        return f"typeof({value}) = 'text' AND date({value}, '+0 days') = {value}"

    @staticmethod
    def new() -> str:
        """Say that no row is replaced: SQLite asks no one whether the old one may go."""
        return "NOT EXISTS (SELECT 1 FROM ledger WHERE id = NEW.id)"

    @staticmethod
    def first_of_month(value: str) -> str:
        return f"strftime('%d', {value}) = '01'"

    @classmethod
    def pair(cls, value: str) -> str:
        plus = f"instr({value}, '+')"
        parties = (f"substr({value}, 1, {plus} - 1)", f"substr({value}, {plus} + 1)")
        return " AND ".join(f"({cls._party(each)})" for each in parties)

    @classmethod
    def _party(cls, value: str) -> str:
        kind, slug = f"substr({value}, 1, 7)", f"substr({value}, 8)"
        office = f"{kind} = 'office:' AND {cls.slug(slug)}"
        return f"({office}) OR ({kind} = 'sector:' AND {_among(slug, SECTORS)})"


class _PostgreSQL:
    """PostgreSQL's words for the same; its columns have types."""

    @staticmethod
    def slug(value: str) -> str:
        return (
            f"{value} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND {value} !~ '[0-9][0-9][0-9]' "
            f"AND length({value}) <= {LONGEST}"
        )

    @staticmethod
    def number(value: str) -> str:
        return f"{value} BETWEEN -{MOST} AND {MOST}"

    @staticmethod
    def day(value: str) -> str:
        return f"{value} IS NOT NULL"

    @staticmethod
    def new() -> str:
        return "TRUE"

    @staticmethod
    def first_of_month(value: str) -> str:
        return f"EXTRACT(DAY FROM {value}) = 1"

    @classmethod
    def pair(cls, value: str) -> str:
        whole = f"length({value}) - length(replace({value}, '+', '')) = 1"
        parties = (cls._party(f"split_part({value}, '+', {n})") for n in (1, 2))
        return " AND ".join((whole, *(f"({each})" for each in parties)))

    @classmethod
    def _party(cls, value: str) -> str:
        kind, slug = f"substr({value}, 1, 7)", f"substr({value}, 8)"
        office = f"{kind} = 'office:' AND {cls.slug(slug)}"
        return f"({office}) OR ({kind} = 'sector:' AND {_among(slug, SECTORS)})"


_Words = type[_SQLite] | type[_PostgreSQL]


def _ledger(words: _Words, details: dict[str, list[str]]) -> dict[str, str]:
    """Return what must hold of a new row of the ledger, by what is said if it does not."""
    return {
        "a ledger row names what a closed list has": _named(details),
        "a ledger row has an office of a network": f"NEW.office IS NULL OR ({words.slug('NEW.office')})",
        "a ledger row has a sector of the list": f"NEW.sector IS NULL OR {_among('NEW.sector', SECTORS)}",
        "a ledger row belongs to a network": words.slug("NEW.network"),
        "a ledger row has a day and no time": words.day("NEW.day"),
        "a ledger row is final": words.new(),
        "a ledger row counts": words.number("NEW.n"),
        "a ledger row has a training": f"NEW.training_id IS NULL OR ({words.number('NEW.training_id')})",
        "a ledger row has a notice": f"NEW.notice_id IS NULL OR ({words.number('NEW.notice_id')})",
    }


def _counter(words: _Words) -> dict[str, str]:
    """Return what must hold of a counter."""
    pair = f"NEW.series = 'exchange-pair' AND {words.pair('NEW.slug')}"
    exchange = f"{_among('NEW.series', NEEDS)} OR {words.first_of_month('NEW.period')}"
    return {
        "a counter counts by a closed list": f"{_listed('NEW.series', 'NEW.slug', SLUGS)} OR ({pair})",
        "a counter belongs to a network": words.slug("NEW.network"),
        "a counter has a day and no time": words.day("NEW.period"),
        "exchange is counted by the month": exchange,
        "a counter counts": words.number("NEW.n"),
    }


def _feedback(words: _Words) -> dict[str, str]:
    """Return what must hold of a count of answers."""
    return {
        "feedback counts": f"{words.number('NEW.n')} AND {words.number('NEW.score')}",
        "feedback has a training": words.number("NEW.training_id"),
    }


def guard_words(connection: sa.Connection) -> None:
    """Let the database refuse what could be a person, a hash, a sentence or a time in what lasts."""
    sqlite = connection.dialect.name == "sqlite"
    words: _Words = _SQLite if sqlite else _PostgreSQL
    make = _guard_in_sqlite if sqlite else _guard_in_postgresql
    make(connection, "ledger", ("INSERT",), _ledger(words, DETAILS))
    make(connection, "counter", ("INSERT", "UPDATE"), _counter(words))
    make(connection, "feedback_count", ("INSERT", "UPDATE"), _feedback(words))


def guard_ledger_anew(connection: sa.Connection, details: dict[str, list[str]]) -> None:
    """Put a rule with longer lists for rows of the ledger in the place of the older one."""
    if connection.dialect.name == "sqlite":
        rules = _ledger(_SQLite, details)
        for number in range(1, len(rules) + 1):
            connection.exec_driver_sql(f"DROP TRIGGER ledger_words_insert_{number}")
        _guard_in_sqlite(connection, "ledger", ("INSERT",), rules)
    else:
        connection.exec_driver_sql("DROP TRIGGER ledger_words ON ledger")
        connection.exec_driver_sql("DROP FUNCTION ledger_words()")
        _guard_in_postgresql(connection, "ledger", ("INSERT",), _ledger(_PostgreSQL, details))


def _guard_in_sqlite(
    connection: sa.Connection, table: str, events: tuple[str, ...], rules: dict[str, str]
) -> None:
    for event in events:
        for number, (problem, rule) in enumerate(rules.items(), 1):
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table}_words_{event.lower()}_{number} BEFORE {event} ON {table} "
                f"WHEN ({rule}) IS NOT TRUE BEGIN SELECT RAISE(ABORT, '{problem}'); END"
            )


def _guard_in_postgresql(
    connection: sa.Connection, table: str, events: tuple[str, ...], rules: dict[str, str]
) -> None:
    checks = " ".join(
        f"IF ({rule}) IS NOT TRUE THEN RAISE EXCEPTION '{problem}' "
        "USING ERRCODE = 'check_violation'; END IF;"
        for problem, rule in rules.items()
    )
    connection.exec_driver_sql(
        f"CREATE FUNCTION {table}_words() RETURNS trigger AS $$ BEGIN {checks} RETURN NEW; END $$ "
        "LANGUAGE plpgsql"
    )
    connection.exec_driver_sql(
        f"CREATE TRIGGER {table}_words BEFORE {' OR '.join(events)} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_words()"
    )
