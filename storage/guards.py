"""Looks at the rules that the database itself keeps: whether all are there, and who breaks them.

What was written before a rule was made stays as it is; it is only told of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from storage.shelf import Shelf

#: On PostgreSQL a guard counts if it also stands where the server is told to be a copy (A).
_KEPT = {
    "sqlite": "SELECT name, sql AS text FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": (
        "SELECT t.tgname AS name, p.prosrc AS text FROM pg_trigger t "
        "JOIN pg_proc p ON p.oid = t.tgfoid "
        "WHERE NOT t.tgisinternal AND t.tgenabled = 'A' "
        "AND t.tgrelid IN (SELECT oid FROM pg_class WHERE relnamespace = "
        "current_schema()::regnamespace)"
    ),
}


@dataclass(frozen=True, slots=True)
class GuardReport:
    """Guards that are not as they were put, and how many rows of a table break which rule."""

    missing: Sequence[str]
    odd: Mapping[tuple[str, str], int]


class Guards(Shelf):
    """The triggers of what lasts, and the rows of all networks they would refuse today."""

    async def watch(self) -> GuardReport:
        """Return what is wrong with the guards, and what they would refuse."""
        return GuardReport(await self._missing(), await self._odd())

    async def _missing(self) -> list[str]:
        from storage.migrations.v0013 import triggers  # memory: a running bot does without
        from storage.migrations.v0018 import guards  # memory: likewise
        from storage.migrations.v0023 import guards as hosts  # memory: likewise
        from storage.migrations.v0024 import guards as of_sessions  # memory: likewise
        from storage.migrations.v0034 import guards as of_members  # memory: likewise
        from storage.migrations.v0035 import guards as of_measures  # memory: likewise
        from storage.migrations.v0036 import guards as of_years  # memory: likewise
        from storage.migrations.v0040 import guards as of_answers  # memory: likewise

        kept = {row.name: row.text for row in await self._all(sa.text(_KEPT[self._dialect]))}
        put = {**triggers.texts(self._dialect), **guards.texts(self._dialect)}
        put |= hosts.texts(self._dialect) | of_sessions.texts(self._dialect)
        put |= of_members.texts(self._dialect) | of_measures.texts(self._dialect)
        put |= of_years.texts(self._dialect) | of_answers.texts(self._dialect)
        return sorted(name for name, text in put.items() if kept.get(name) != text)

    async def _odd(self) -> dict[tuple[str, str], int]:
        from storage.migrations.v0013.rules import dialect_of, words_of  # memory: likewise
        from storage.migrations.v0023.guards import words_of as hosts_of  # memory: likewise
        from storage.migrations.v0034.guards import words_of as members_of  # memory: likewise

        words = dialect_of(self._dialect)
        every = (*words_of(words, "kept").items(), *hosts_of(words, "kept").items())
        every += (*members_of(self._dialect, "kept").items(),)
        found: dict[tuple[str, str], int] = {}
        for table, rules in every:
            for problem, rule in rules.items():
                query = f"SELECT count(*) FROM {table} AS kept WHERE ({rule}) IS NOT TRUE"  # noqa: S608 - ours
                result = await self._connection.exec_driver_sql(query)
                if n := result.scalar_one():
                    found[table, problem] = n
        return found
