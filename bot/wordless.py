"""Errors without their words: these may quote what somebody wrote, a row, or a chat."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from types import TracebackType

from domain.problem import Problem

Raised = tuple[type[BaseException], BaseException, TracebackType | None]


def named(error: BaseException) -> str:
    """Return what kind of error it is, with what a system or a database calls it.

    A `Problem` keeps its words: they are written for whoever runs the bot.
    """
    kind = type(error).__name__
    if isinstance(error, Problem):
        return f"{kind}: {error}"
    if isinstance(error, OSError):
        return f"{kind}: {error.strerror}" if error.strerror else kind
    if isinstance(error, BaseExceptionGroup):
        return f"{kind}: {', '.join(named(each) for each in error.exceptions)}"
    inner = getattr(error, "orig", None)  # what a database said
    if isinstance(inner, BaseException):
        return f"{kind}: {named(inner)}"
    code = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None)
    return f"{kind}: {code}" if code else kind


def traced(exc_info: Raised) -> str:
    """Return the ways to an error and to what it came of, each with its kind."""
    return "\nof which came:\n".join(reversed(list(_ways(exc_info[1]))))


def _ways(error: BaseException | None) -> Iterator[str]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        way = "".join(traceback.format_tb(error.__traceback__))
        yield f"Traceback (most recent call last):\n{way}{named(error)}"
        before = None if error.__suppress_context__ else error.__context__
        error = error.__cause__ or before
