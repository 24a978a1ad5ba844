"""Measures: the list, one of them, and how the form for a new one reads."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from domain.measures import (
    NETWORK,
    AboutKind,
    Measure,
    MeasureKind,
    MeasureState,
)
from domain.message import Button, Message, Style
from domain.network import Network
from domain.paging import Part
from talk.form import Question, Setting
from talk.measures import (
    MEASURES,
    NewMeasure,
    OpenMeasure,
    SetMeasureState,
    ShowMeasures,
)
from texts import paging
from texts.cards import menu_row
from texts.catalogue import Texts
from texts.dates import plain_day
from texts.faces import Face
from texts.institutions import district_or_slug
from texts.labels import shortened

_CLOSED = frozenset(each.value for each in MeasureKind)
#: How a state stands out among the ways to the others.
_STYLES = {MeasureState.DONE: Style.SUCCESS, MeasureState.DROPPED: Style.DANGER}


def measure_title(texts: Texts, network: Network, slug: str) -> str:
    """Return what is to be done: of the closed list, by the network's file, or by its slug."""
    if slug in _CLOSED:
        return texts.label("measure-kind", slug)
    return next((each.label for each in network.measures if each.slug == slug), slug)


def measure_subject(texts: Texts, of: Measure) -> str:
    """Return what it is about; empty for the whole network."""
    return "" if of.about_kind is AboutKind.ALL else texts.label(of.about_kind, of.about)


def measure_source(texts: Texts, source: str) -> str:
    """Return what it was worked out from: the name of a rule, a need, an idea."""
    rule = f"report-rule-{source.upper()}"
    return texts.plain(rule) if texts.has(rule) else texts.label("measure-source", source)


def responsible(texts: Texts, network: Network, office: str | None) -> str:
    """Return who is responsible."""
    if office is None or office == NETWORK:
        return texts.plain("measures-network")
    return district_or_slug(texts, network, office)


def due(texts: Texts, year: int, quarter: int) -> str:
    """Return until when."""
    return texts.plain("measures-quarter", quarter=str(quarter), year=str(year))


def _named(texts: Texts, network: Network, of: Measure) -> str:
    what, about = measure_title(texts, network, of.what), measure_subject(texts, of)
    return texts.plain("measures-named", what=what, about=about) if about else what


class Measuring(Face):
    """How the form reads."""

    def label(self, texts: Texts, at: Setting, question: Question, value: Any) -> str:
        """Return how an answer is called."""
        match question.name:
            case "year":
                return str(value)
            case "rule":
                return measure_source(texts, value)
            case "what":
                return measure_title(texts, at.network, value)
            case "office":
                return responsible(texts, at.network, value)
            case "due":
                year, _, quarter = value.partition("-")
                return due(texts, int(year), int(quarter))
        return Face.label(self, texts, at, question, value)


FACE = Measuring(MEASURES)


def listed(texts: Texts, network: Network, page: Part[Measure], today: date) -> Message:
    """Return a page of the measures, each with a button."""
    new = (Button(texts.plain("measures-new"), NewMeasure().pack(), style=Style.PRIMARY),)
    if not page.items:
        return Message(texts("measures-none"), (new, menu_row(texts)))
    head = paging.heading(texts, texts("measures-all", n=page.total), page)
    numbered = list(enumerate(page.items, page.first))
    entries = [_entry(texts, network, number, each, today) for number, each in numbered]
    labels = shortened(
        [
            texts.plain("measures-open", number=str(number), name=_named(texts, network, each))
            for number, each in numbered
        ]
    )
    rows = [
        (Button(label, OpenMeasure(each.number).pack()),)
        for label, (_, each) in zip(labels, numbered, strict=True)
    ]
    turns = paging.turns(texts, page, partial(ShowMeasures))
    return Message("\n\n".join([head, *entries]), (*rows, *turns, new, menu_row(texts)))


def _entry(texts: Texts, network: Network, number: int, of: Measure, today: date) -> str:
    name = texts("measures-entry", number=number, name=_named(texts, network, of))
    state = "late" if of.late(today) else of.state
    said = texts(
        "measures-line",
        state=texts.label("measure-state", state),
        office=responsible(texts, network, of.office),
        due=due(texts, of.due_year, of.due_quarter),
    )
    return f"{name}\n{said}"


def one(texts: Texts, network: Network, of: Measure) -> Message:
    """Return one measure with all that is kept of it, and the ways to its other states."""
    facts = texts(
        "measures-card",
        name=_named(texts, network, of),
        source=measure_source(texts, of.source),
        year=str(of.year),
        office=responsible(texts, network, of.office),
        due=due(texts, of.due_year, of.due_quarter),
    )
    began = [(of.day, MeasureState.PLANNED), *of.states]
    history = "\n".join(
        texts(
            "measures-since",
            day=plain_day(day, texts.language),
            state=texts.label("measure-state", state),
        )
        for day, state in began
    )
    ways = [
        (
            Button(
                texts.plain(f"measures-set-{state}"),
                SetMeasureState(of.number, state).pack(),
                style=_STYLES.get(state, Style.PLAIN),
            ),
        )
        for state in MeasureState
        if state is not of.state
    ]
    back = (Button(texts.plain("measures-back"), ShowMeasures().pack()),)
    return Message(f"{facts}\n\n{history}", (*ways, back, menu_row(texts)))


def kept(texts: Texts, network: Network, of: Measure) -> Message:
    """Say that a measure is kept."""
    return Message(f"{texts('measures-kept')}\n\n{one(texts, network, of).text}", _after(texts))


def _after(texts: Texts) -> tuple[tuple[Button, ...], ...]:
    back = (Button(texts.plain("measures-back"), ShowMeasures().pack()),)
    return (back, menu_row(texts))
