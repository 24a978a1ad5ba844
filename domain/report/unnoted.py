"""Versions of before it was noted which of their numbers readers surely know.

A report was remembered with all that its decision had: quarters, which stand in files of their own,
and what hints only look at. Both may have been read, and nobody can say so.
"""

from __future__ import annotations

from dataclasses import replace

from domain.disclosure.cells import FAR, Publication, Relation

#: Numbers that stand in no report of a year, or only if a hint speaks.
_ELSEWHERE = ("came/", "hours/", "topic-waitlisted/", "topic-wishes/", "topic-capped/")
_PRESENCE = "presence/"
#: What every report of a year prints, and no excerpt of one.
_OF_A_REPORT = "courses"


def noted(version: Publication) -> Publication:
    """Return a version with what it may have told at the most, and with what readers surely know.

    What is not certain is protected against and not relied on, as if it had been noted.
    """
    if version.maybe is not None:
        return version
    whole = _OF_A_REPORT in version.said
    maybe = [name for name in version.said if whole and name.startswith(_ELSEWHERE)]
    lines = [line for line in version.relations if _of_presence(line)]
    return replace(version, maybe=frozenset(maybe), maybe_lines=frozenset(lines))


def _of_presence(line: Relation) -> bool:
    """Return whether a line is told by B2, C15 and C16 alone: whoever reads them knows less."""
    return line.high >= FAR or any(name.startswith(_PRESENCE) for _, name in line.terms)
