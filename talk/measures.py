"""«Maßnahmen»: the list, one of them with the ways to its states, and a form for a new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from domain.measures import (
    FITTING,
    NETWORK,
    AboutKind,
    MeasureKind,
    MeasureSource,
    MeasureState,
    kinds,
    quarters_ahead,
)
from domain.vocabulary import EventFormat, Sector, Topic
from talk.action import Action, Position, Year
from talk.form import Choice, Form, Grouped, Review, Setting, these
from talk.plan_words import TOPIC_GROUPS

#: The closed lists of what a hint can be about.
_SUBJECTS: Mapping[str, type[StrEnum]] = {
    AboutKind.TOPIC: Topic,
    AboutKind.SECTOR: Sector,
    AboutKind.FORMAT: EventFormat,
}
#: What else it can be about, which is no one thing of a list: who is silent, all pairs.
_AT_LARGE = frozenset({"", "parties", "text/report-pairs"})


class HintNamed:
    """The bounds of a hint's name: a rule there is, and what of a closed list it is about."""

    def __contains__(self, name: str) -> bool:
        rule, _, subject = name.partition("/")
        kind, _, slug = subject.partition("/")
        listed = kind in _SUBJECTS and slug in {*_SUBJECTS[kind]}
        return rule in FITTING and (listed or subject in _AT_LARGE)


def _from(source: MeasureSource) -> Callable[[Setting], bool]:
    return lambda at: at.answers.get("source") == source


def _about(kind: AboutKind) -> Callable[[Setting], bool]:
    return lambda at: kind_of_subject(at) is kind


def kind_of_subject(at: Setting) -> AboutKind | None:
    """Return which list says what it is about: a need is one of a topic."""
    if at.answers.get("source") == MeasureSource.NEED:
        return AboutKind.TOPIC
    said = at.answers.get("kind")
    return AboutKind(said) if said else None


def _years(at: Setting) -> Sequence[str]:
    return [str(year) for year in at.about.open_years]


def _sectors(at: Setting) -> Sequence[str]:
    return at.network.sectors


def _whats(at: Setting) -> Sequence[str]:
    return kinds(at.network.measures, at.answers.get("rule", ""))


def _offices(at: Setting) -> Sequence[str]:
    return [NETWORK, *(office.slug for office in at.network.offices)]


def _quarters(at: Setting) -> Sequence[str]:
    return quarters_ahead(at.about.today)


MEASURES = Form(
    "measures",
    (
        Choice("year", _years, abreast=2),
        Choice("source", these(MeasureSource), labels="measure-source"),
        Choice("rule", these(FITTING), asked_if=_from(MeasureSource.HINT)),
        Choice(
            "kind",
            these(AboutKind),
            labels="measure-about",
            asked_if=lambda at: at.answers.get("source") != MeasureSource.NEED,
        ),
        Grouped(
            "topic",
            these(Topic),
            labels="topic",
            groups=TOPIC_GROUPS,
            asked_if=_about(AboutKind.TOPIC),
        ),
        Choice("sector", _sectors, labels="sector", asked_if=_about(AboutKind.SECTOR)),
        Choice("format", these(EventFormat), labels="format", asked_if=_about(AboutKind.FORMAT)),
        Choice("what", _whats, closed=tuple(MeasureKind)),
        Choice("office", _offices),
        Choice("due", _quarters, abreast=2),
        Review("check"),
    ),
)


@dataclass(frozen=True, slots=True)
class ShowMeasures(Action):
    """«Maßnahmen»: a page of them."""

    CODE = "mea"
    page: Position = 0


class NewMeasure(Action):
    """«Neue Maßnahme»."""

    CODE = "mea-n"


@dataclass(frozen=True, slots=True)
class MeasureOfHint(Action):
    """«Maßnahme zu diesem Hinweis»: of a rule, and what it is about if that is one thing."""

    CODE = "mea-h"
    year: Year
    hint: Annotated[str, HintNamed()]


@dataclass(frozen=True, slots=True)
class OpenMeasure(Action):
    """One of them."""

    CODE = "mea-o"
    number: int


@dataclass(frozen=True, slots=True)
class SetMeasureState(Action):
    """How far it is now."""

    CODE = "mea-s"
    number: int
    state: MeasureState
