"""What must hold of a value, in the words of either database; the rules are made of these.

Values are columns of the row that comes (`NEW.n`) or of any row that is looked at (`now.n`).
"""

from collections.abc import Iterable

from storage.migrations.v0007.words import LONGEST, MOST, SECTORS

#: Nothing here happens before or after.
FIRST_YEAR, LAST_YEAR = 2000, 2100
FIRST_DAY, LAST_DAY = f"{FIRST_YEAR}-01-01", f"{LAST_YEAR}-12-31"
#: With so many digits, in whatever grouping, a word could be somebody's chat.
TOO_MANY_DIGITS = 3
#: A publication counts hours and people; longer numbers are none of them.
LONG_NUMBER = 7
_HEX = 64
_SQLITE_OBJECT = "typeof({0}) = 'text' AND json_valid({0}) AND json_type({0}) = 'object'"


def among(value: str, words: Iterable[str]) -> str:
    """Say that a value is one of some words."""
    return f"{value} IN ({', '.join(map(repr, words))})"


def listed(kind: str, value: str, lists: dict[str, list[str]]) -> str:
    """Say that a value is in the list of its kind."""
    named = (f"{kind} = '{one}' AND {among(value, words)}" for one, words in lists.items())
    return " OR ".join(f"({each})" for each in named)


def may_lack(value: str, rule: str) -> str:
    """Say that a value is not there, or as the rule says."""
    return f"{value} IS NULL OR ({rule})"


class SQLite:
    """SQLite takes any value in any column, and forgets the old row if it is told to replace it."""

    replaces = True

    @staticmethod
    def slug(value: str) -> str:
        """Say that a value is a short word of an office or a network."""
        size = f"length(CAST({value} AS BLOB))"  # the length of a text ends at a zero
        digits = "*" + "[0-9]*" * TOO_MANY_DIGITS
        patterns = ("*[^a-z0-9-]*", "-*", "*-", "*--*", digits)
        refused = (f"{value} NOT GLOB '{pattern}'" for pattern in patterns)
        parts = (f"{size} BETWEEN 1 AND {LONGEST}", f"length({value}) = {size}", *refused)
        return f"typeof({value}) = 'text' AND {' AND '.join(parts)}"

    @staticmethod
    def number(value: str, least: int = -MOST, most: int = MOST) -> str:
        """Say that a value is a whole number within bounds."""
        return f"typeof({value}) = 'integer' AND {value} BETWEEN {least} AND {most}"

    @staticmethod
    def day(value: str) -> str:
        """Say that a value is a day within sense, without a time."""
        text = f"typeof({value}) = 'text' AND date({value}, '+0 days') = {value}"
        return f"{text} AND {value} BETWEEN '{FIRST_DAY}' AND '{LAST_DAY}'"

    @staticmethod
    def moment(value: str) -> str:
        """Say that a value is a moment within sense."""
        year = f"CAST(strftime('%Y', {value}) AS INTEGER)"
        return f"typeof({value}) = 'text' AND {year} BETWEEN {FIRST_YEAR} AND {LAST_YEAR}"

    @staticmethod
    def year(day: str) -> str:
        """Return the year of a day."""
        return f"CAST(strftime('%Y', {day}) AS INTEGER)"

    @staticmethod
    def local_year(moment: str) -> str:
        """Return the year of a moment in Germany, where at the turn of the year it is winter."""
        return f"CAST(strftime('%Y', {moment}, '+1 hour') AS INTEGER)"

    @staticmethod
    def month_begins(value: str) -> str:
        """Say that a day is the first of its month."""
        return f"strftime('%d', {value}) = '01'"

    @staticmethod
    def hexadecimal(value: str) -> str:
        """Say that a value is a digest."""
        only = f"{value} NOT GLOB '*[^0-9a-f]*' AND length(CAST({value} AS BLOB)) = {_HEX}"
        return f"typeof({value}) = 'text' AND {only}"

    @staticmethod
    def words_in(value: str, words: Iterable[str]) -> str:
        """Say that a value is a JSON list of some words."""
        each = f"SELECT 1 FROM json_each({value}) AS e"  # noqa: S608 - ours
        other = f"{each} WHERE NOT (typeof(e.value) = 'text' AND "
        is_list = f"json_valid({value}) AND json_type({value}) = 'array'"
        return f"{is_list} AND NOT EXISTS ({other}{among('e.value', words)}))"

    @staticmethod
    def stages(value: str) -> str:
        """Say that a value is JSON of slugs and short numbers."""
        long = "*[0-9][0-9][0-9]*"
        return f"{value} NOT GLOB '*[^][a-z0-9:\", -]*' AND {value} NOT GLOB '{long}'"

    @staticmethod
    def cells(value: str) -> str:
        """Say that a value is JSON of names of cells and of numbers that count something."""
        long = "*" + "[0-9]" * LONG_NUMBER + "*"
        only = f"{value} NOT GLOB '*[^][a-z0-9{{}}/:+_.\", -]*' AND {value} NOT GLOB '{long}'"
        return f"{_SQLITE_OBJECT.format(value)} AND {only}"

    @staticmethod
    def digests(value: str) -> str:
        """Say that a value is a JSON object of digests by the names of settings."""
        wrong = "length(e.value) <> 64 OR e.value GLOB '*[^0-9a-f]*' OR e.key GLOB '*[^a-z_.]*'"
        each = f"SELECT 1 FROM json_each({value}) AS e"  # noqa: S608 - ours
        return f"{_SQLITE_OBJECT.format(value)} AND NOT EXISTS ({each} WHERE {wrong})"

    @staticmethod
    def same(before: str, after: str) -> str:
        """Say that two values are the same, also where there is none."""
        return f"{before} IS {after}"

    @classmethod
    def same_json(cls, before: str, after: str) -> str:
        """Say that two JSON values are written the same."""
        return cls.same(before, after)

    @classmethod
    def pair(cls, value: str) -> str:
        """Say that a value names two institutions."""
        plus = f"instr({value}, '+')"
        parties = (f"substr({value}, 1, {plus} - 1)", f"substr({value}, {plus} + 1)")
        return " AND ".join(f"({party(cls, each)})" for each in parties)


class PostgreSQL:
    """PostgreSQL's columns have types, but its days know infinity and years before 1."""

    replaces = False

    @staticmethod
    def slug(value: str) -> str:
        """Say that a value is a short word of an office or a network."""
        return (
            f"{value} ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND {value} !~ '([0-9].*){{{TOO_MANY_DIGITS}}}' "
            f"AND length({value}) <= {LONGEST}"
        )

    @staticmethod
    def number(value: str, least: int = -MOST, most: int = MOST) -> str:
        """Say that a value is a whole number within bounds."""
        return f"{value} BETWEEN {least} AND {most}"

    @staticmethod
    def day(value: str) -> str:
        """Say that a value is a day within sense, without a time."""
        return f"{value} BETWEEN DATE '{FIRST_DAY}' AND DATE '{LAST_DAY}'"

    @staticmethod
    def moment(value: str) -> str:
        """Say that a value is a moment within sense."""
        first, last = f"'{FIRST_YEAR}-01-01 00:00+00'", f"'{LAST_YEAR + 1}-01-01 00:00+00'"
        return f"{value} >= TIMESTAMPTZ {first} AND {value} < TIMESTAMPTZ {last}"

    @staticmethod
    def year(day: str) -> str:
        """Return the year of a day."""
        return f"EXTRACT(YEAR FROM {day})"

    @staticmethod
    def local_year(moment: str) -> str:
        """Return the year of a moment in Germany, where at the turn of the year it is winter."""
        return f"EXTRACT(YEAR FROM ({moment} AT TIME ZONE 'UTC') + INTERVAL '1 hour')"

    @staticmethod
    def month_begins(value: str) -> str:
        """Say that a day is the first of its month."""
        return f"EXTRACT(DAY FROM {value}) = 1"

    @staticmethod
    def hexadecimal(value: str) -> str:
        """Say that a value is a digest."""
        return f"{value} ~ '^[0-9a-f]{{{_HEX}}}$'"

    @staticmethod
    def words_in(value: str, words: Iterable[str]) -> str:
        """Say that a value is a JSON list of some words."""
        any_of = "|".join(words)
        one = f'"({any_of})"'
        return f"CAST({value} AS text) ~ '^\\[({one}(, ?{one})*)?\\]$'"

    @staticmethod
    def stages(value: str) -> str:
        """Say that a value is JSON of slugs and short numbers."""
        text = f"CAST({value} AS text)"
        return f"""{text} ~ '^[][a-z0-9:", -]*$' AND {text} !~ '[0-9]{{3}}'"""

    @staticmethod
    def cells(value: str) -> str:
        """Say that a value is JSON of names of cells and of numbers that count something."""
        text = f"CAST({value} AS text)"
        only = f"""{text} ~ '^[][a-z0-9{{}}/:+_.", -]*$' AND {text} !~ '[0-9]{{{LONG_NUMBER}}}'"""
        return f"json_typeof({value}) = 'object' AND {only}"

    @staticmethod
    def digests(value: str) -> str:
        """Say that a value is a JSON object of digests by the names of settings."""
        one = f'"[a-z_.]+": ?"[0-9a-f]{{{_HEX}}}"'
        return f"CAST({value} AS text) ~ '^\\{{({one}(, ?{one})*)?\\}}$'"

    @staticmethod
    def same(before: str, after: str) -> str:
        """Say that two values are the same, also where there is none."""
        return f"{before} IS NOT DISTINCT FROM {after}"

    @classmethod
    def same_json(cls, before: str, after: str) -> str:
        """Say that two JSON values are written the same."""
        return cls.same(f"CAST({before} AS text)", f"CAST({after} AS text)")

    @classmethod
    def pair(cls, value: str) -> str:
        """Say that a value names two institutions."""
        whole = f"length({value}) - length(replace({value}, '+', '')) = 1"
        parties = (party(cls, f"split_part({value}, '+', {n})") for n in (1, 2))
        return " AND ".join((whole, *(f"({each})" for each in parties)))


Dialect = type[SQLite] | type[PostgreSQL]


def party(words: Dialect, value: str) -> str:
    """Say that a value is an institution as exchange is counted by: an office, or a sector."""
    kind, slug = f"substr({value}, 1, 7)", f"substr({value}, 8)"
    office = f"{kind} = 'office:' AND {words.slug(slug)}"
    return f"({office}) OR ({kind} = 'sector:' AND {among(slug, SECTORS)})"
