"""Entering into the ledger: questions, choices, the check, and what was entered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from domain.ledger import Entry, LedgerKind
from domain.localtime import quarter_of
from domain.message import Button, Message, Style
from domain.paging import Part, part_of
from domain.protocol import DONE, MOST, SEVERAL, Matter, Scene, Step, options, steps
from talk.protocol import Answer, Begin, Key, OneBack, Protocol, TurnPage
from talk.recount import ListClosed
from texts.cards import menu_row
from texts.catalogue import Texts
from texts.dates import short_day
from texts.labels import shortened
from texts.typed_dates import past_day
from texts.typed_numbers import Refused, read_minutes, refusal
from texts.typed_words import folded

CHOICES_A_PAGE = 8
SHORT_A_ROW = 2
#: A meeting lasts no longer than a day.
MOST_MINUTES = 24 * 60
#: Steps whose choices are short enough to stand side by side.
_SHORT = frozenset({Step.DAY, Step.MINUTES, Step.QUARTER, Step.YEAR, Step.STATUS})


@dataclass(frozen=True, slots=True)
class Card:
    """A step: what was said so far, and the version that stands on every button."""

    texts: Texts
    scene: Scene
    step: Step
    said: dict[str, Any]
    version: int
    page: int = 0


def menu(texts: Texts) -> Message:
    """Offer what can be entered."""
    rows = tuple(
        (Button(texts.plain(f"protocol-{matter}"), Begin(matter).pack()),) for matter in Matter
    )
    recount = (Button(texts.plain("recount-list"), ListClosed(0).pack()),)
    return Message(texts("protocol-ask-matter"), (*rows, recount, menu_row(texts)))


def card(of: Card) -> Message:
    """Ask for a step; the last one shows everything before it is written."""
    texts = of.texts
    head = texts("protocol-head", matter=texts.plain(f"protocol-{of.said['matter']}"))
    parts = [head, "\n".join(_lines(of)), _question(of)]
    rows = _pad(of) if of.step is Step.NUMBER else tuple(_rows(of))
    back = Button(texts.plain("button-back"), OneBack(of.version).pack())
    return Message("\n\n".join(filter(None, parts)), (*rows, (back,)))


def _question(of: Card) -> str:
    texts, matter = of.texts, of.said["matter"]
    if of.step is not Step.NUMBER:
        nothing = of.step is not Step.CHECK and not options(of.step, of.said, of.scene)
        return texts("protocol-nothing") if nothing else texts(f"protocol-ask-{of.step}")
    asked = texts(f"protocol-ask-number-{matter}", most=str(MOST))
    if matter == Matter.ADVICE:
        asked = f"{texts('protocol-so-far', n=_so_far(of))}\n{asked}"
    return f"{asked}\n\n{texts('protocol-number', n=of.said.get('number', 0))}"


def _so_far(of: Card) -> int:
    """Return the total that stands for the quarter already."""
    year, _, quarter = of.said["quarter"].partition("-")
    return sum(
        entry.n
        for entry in of.scene.of_year(int(year))
        if entry.kind is LedgerKind.ADVICE_TOTAL and quarter_of(entry.day) == int(quarter)
    )


def _lines(of: Card) -> Iterator[str]:
    """Yield what was said so far, a line each."""
    for step in steps(of.said, of.scene):
        if step == of.step:
            return
        if step in SEVERAL:
            offered = [value[1:] for value in options(step, of.said, of.scene)]
            chosen = [slug for slug in offered if slug in of.said.get(step, ())]
            names = [label(of, step, slug) for slug in chosen]
            value = ", ".join(names) or of.texts.plain("protocol-nobody")
        else:
            value = label(of, step, str(of.said.get(step, "")))
        yield of.texts("protocol-line", what=of.texts.plain(f"protocol-what-{step}"), value=value)


def label(of: Card, step: Step, value: str) -> str:
    """Return how an answer is called."""
    texts = of.texts
    match step:
        case Step.DAY:
            return short_day(date.fromisoformat(value), texts.language)
        case Step.MINUTES:
            return texts.plain("protocol-minutes", n=int(value))
        case Step.QUARTER:
            year, _, quarter = value.partition("-")
            return texts.plain("protocol-quarter", quarter=quarter, year=year)
        case Step.OFFICES:
            office = of.scene.network.find_office(value)
            return office.short_label if office else value
        case Step.ENTRY:
            entry = of.scene.entry(int(value))
            return described(texts, entry) if entry else value
        case Step.NUMBER | Step.YEAR:
            return value
        case Step.CHECK:
            return texts.plain("protocol-write")
        case _:
            return _listed(texts, step, value)


def _listed(texts: Texts, step: Step, value: str) -> str:
    """Return the label of a closed list's slug."""
    match step:
        case Step.FORMAT:
            return texts.label("format", value)
        case Step.SECTORS:
            return texts.label("sector", value)
        case Step.PROCEDURE:
            return texts.label("procedure", value)
        case Step.GOAL:
            return texts.label("goal", value)
        case Step.STATUS:
            return texts.label("goal-status", value)
        case _:
            return texts.label("correction-reason", value)


def typed(text: str, step: Step, offered: Sequence[str], scene: Scene) -> str | Refused | None:
    """Return the answer that a text says at a step with choices; None if it says none."""
    match step:
        case Step.YEAR:
            return folded(text) if folded(text) in offered else None
        case Step.MINUTES:
            minutes = read_minutes(text, MOST_MINUTES)
            return str(minutes) if isinstance(minutes, int) else minutes
        case Step.DAY:
            day = past_day(text, scene.today)
            return day.isoformat() if day is not None and day.isoformat() in offered else None
        case _:
            return None


def refused(texts: Texts, why: Refused, step: Step) -> Message:
    """Say why a typed number cannot be taken."""
    least, most = (1, MOST_MINUTES) if step is Step.MINUTES else (0, MOST)
    return Message(refusal(texts, why, least, most))


def described(texts: Texts, entry: Entry) -> str:
    """Return how a row of the ledger is called."""
    day = short_day(entry.day, texts.language)
    if entry.kind is LedgerKind.ADVICE_TOTAL:
        quarter = str(quarter_of(entry.day))
        when = texts.plain("protocol-quarter", quarter=quarter, year=str(entry.day.year))
        return texts.plain("protocol-entry-advice", when=when, n=entry.n)
    kind = "procedure" if entry.kind is LedgerKind.PROCEDURE_AGREED else "format"
    return texts.plain("protocol-entry", day=day, what=texts.label(kind, entry.detail))


def _rows(of: Card) -> Iterator[tuple[Button, ...]]:
    found = options(of.step, of.said, of.scene)
    size = max(1, len(found)) if of.step in SEVERAL else CHOICES_A_PAGE
    part = part_of(found, of.page, size)
    width = SHORT_A_ROW if of.step in _SHORT else 1
    drawn = [_button(of, value) for value in part.items]
    labels = shortened([button.label for button in drawn])
    buttons = [replace(b, label=label) for b, label in zip(drawn, labels, strict=True)]
    yield from (tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))
    if part.pages > 1:
        yield _turns(of, part)


def _turns(of: Card, part: Part[str]) -> tuple[Button, ...]:
    ways = [("protocol-newer", part.page - 1), ("protocol-older", part.page + 1)]
    return tuple(
        Button(of.texts.plain(text_id), TurnPage(of.version, to).pack())
        for text_id, to in ways
        if 0 <= to < part.pages
    )


def _button(of: Card, value: str) -> Button:
    texts, action = of.texts, Answer(of.version, value).pack()
    if value == DONE:
        return Button(texts.plain("protocol-done"), action, style=Style.PRIMARY)
    if of.step is Step.CHECK:
        return Button(label(of, of.step, value), action, style=Style.SUCCESS)
    if of.step in SEVERAL:
        name = label(of, of.step, value[1:])
        chosen = value[0] == "-"
        return Button(texts.plain("protocol-chosen", name=name) if chosen else name, action)
    return Button(label(of, of.step, value), action)


def _pad(of: Card) -> tuple[tuple[Button, ...], ...]:
    """Return the keys of a number; each carries the whole number that it makes."""
    texts, version = of.texts, of.version
    now = of.said.get("number", 0)

    def key(digit: int) -> Button:
        return Button(str(digit), Key(version, min(now * 10 + digit, MOST)).pack())

    rows = [tuple(key(digit) for digit in row) for row in ((1, 2, 3), (4, 5, 6), (7, 8, 9))]
    delete = Button(texts.plain("protocol-delete-digit"), Key(version, now // 10).pack())
    take = Answer(version, DONE).pack()
    done = Button(texts.plain("protocol-take-number", n=now), take, style=Style.PRIMARY)
    return (*rows, (key(0), delete), (done,))


def written(texts: Texts, *, corrected: bool) -> Message:
    """Say that it stands in the ledger."""
    text = texts("protocol-corrected") if corrected else texts("protocol-written")
    more = Button(texts.plain("protocol-more"), Protocol().pack())
    return Message(text, ((more,), menu_row(texts)))
