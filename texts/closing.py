"""Closing a training: the question, the numbers by institution, the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.closing import Group, NotClosable, Place, came_in_all
from domain.message import Button, Message, Style
from domain.network import Network
from domain.training import Training
from domain.vocabulary import COUNTY_WIDE, Sector
from talk.close import (
    AddOffice,
    AddPlace,
    AddSector,
    AllCame,
    AskNumber,
    Change,
    Close,
    Finish,
    Leave,
    Page,
)
from texts import cards
from texts.catalogue import Texts
from texts.institutions import institution, places
from texts.labels import shortened
from texts.typed_counts import Counts, echo, only_a_number, read_counts, reasons
from texts.typed_numbers import Refused, refusal

GROUPS_A_PAGE = 6


@dataclass(frozen=True, slots=True)
class Draft:
    """A closing in progress: the version of its step stands on every button."""

    texts: Texts
    network: Network
    training: Training
    groups: Sequence[Group]
    version: int
    page: int = 0

    @property
    def pages(self) -> int:
        """How many pages of groups there are, at least one."""
        return max(1, -(-len(self.groups) // GROUPS_A_PAGE))

    def head(self) -> str:
        """Return what is being closed."""
        when = cards.when(self.texts, self.network, self.training)
        return self.texts("close-head", title=self.training.title, when=when)

    def name(self, group: Group) -> str:
        """Return how a group is called."""
        return institution(self.texts, self.network, group.office, Sector(group.sector))

    def back(self) -> tuple[Button, ...]:
        """Return the way back to the numbers."""
        return (Button(self.texts.plain("button-back"), Page(self.version, self.page).pack()),)


def request(texts: Texts, network: Network, training: Training, n: int) -> Message:
    """Ask the coordinators to close a training that is over; `n` is the how-many-th time."""
    when = cards.when(texts, network, training)
    text = texts("close-request", title=training.title, when=when, n=n)
    return Message(text, ((close_button(texts, training),),))


def close_button(texts: Texts, training: Training) -> Button:
    """Return the button that leads to the closing."""
    label = texts.plain("button-close")
    return Button(label, Close(training.id).pack(), style=Style.PRIMARY)


def numbers(draft: Draft, note: str = "") -> Message:
    """Show who came by institution, one page, with buttons that change each number."""
    texts = draft.texts
    lines = [*([note, ""] if note else []), draft.head(), "", texts("close-question")]
    lines += [_line(draft, group) for group in draft.groups]
    lines += ["", texts("close-total", n=came_in_all(draft.groups))]
    if draft.pages > 1:
        lines += ["", texts("counts-hint", example=_example(draft))]
    return Message("\n".join(lines), tuple(_number_rows(draft)))


def _example(draft: Draft) -> str:
    """Return a line as one may type it."""
    return f"{draft.name(draft.groups[0])} {draft.groups[0].came}"


def read_lines(draft: Draft, text: str, most: int) -> Counts[Place]:
    """Read typed lines: of the institutions that are listed first, then of all others."""
    listed = {(each.office, each.sector): draft.name(each) for each in draft.groups}
    others = {
        place: institution(draft.texts, draft.network, place[0], Sector(place[1]))
        for place in places(draft.network)
        if place not in listed
    }
    return read_counts(text, (listed, others), 0, most)


def lines_taken(draft: Draft, found: Counts[Place], most: int) -> str:
    """Return as HTML what was taken of typed lines, and what was not."""
    texts, network = draft.texts, draft.network
    lines = [
        texts("counts-line", name=institution(texts, network, office, Sector(sector)), n=n)
        for (office, sector), n in found.taken.items()
    ]
    return echo(texts, lines, reasons(texts, found.left, 0, most))


def which_line(draft: Draft, text: str) -> Message | None:
    """Ask which institution a number is for that stands alone; None for anything else."""
    if not only_a_number(text) or not draft.groups:
        return None
    return Message(draft.texts("counts-which", example=_example(draft)), (draft.back(),))


def _line(draft: Draft, group: Group) -> str:
    return draft.texts(
        "close-line", institution=draft.name(group), came=group.came, registered=group.registered
    )


def _number_rows(draft: Draft) -> Iterator[tuple[Button, ...]]:
    texts, version = draft.texts, draft.version
    first = draft.page * GROUPS_A_PAGE
    shown = draft.groups[first : first + GROUPS_A_PAGE]
    labels = shortened([f"{draft.name(group)}: {group.came}" for group in shown])
    for index, label in enumerate(labels, first):
        yield (Button(label, AskNumber(version, index).pack()),)
        yield (
            Button(texts.plain("close-fewer"), Change(version, index, -1).pack()),
            Button(texts.plain("close-more"), Change(version, index, 1).pack()),
        )
    if draft.pages > 1:
        yield _pages(draft)
    if any(group.came != group.registered for group in draft.groups):
        yield (Button(texts.plain("close-all-came"), AllCame(version).pack()),)
    yield (Button(texts.plain("close-add"), AddPlace(version).pack()),)
    yield (Button(texts.plain("close-finish"), Finish(version).pack(), style=Style.SUCCESS),)
    yield (Button(texts.plain("close-later"), Leave(version).pack()),)


def _pages(draft: Draft) -> tuple[Button, ...]:
    later = (draft.page + 1) % draft.pages
    label = draft.texts.plain("close-page", page=draft.page + 1, pages=draft.pages)
    return (Button(label, Page(draft.version, later).pack()),)


def ask_number(draft: Draft, group: Group) -> Message:
    """Ask to type how many of a group came."""
    text = draft.texts("close-type", institution=draft.name(group), registered=group.registered)
    return Message(text, (draft.back(),))


def bad_number(draft: Draft, why: Refused, most: int) -> Message:
    """Say why a typed number cannot be taken."""
    return Message(refusal(draft.texts, why, 0, most), (draft.back(),))


def which_office(draft: Draft) -> Message:
    """Ask for the district of an institution that came without registration."""
    offices = [(office.slug, office.short_label) for office in draft.network.offices]
    offices.append((COUNTY_WIDE, draft.texts.label("office", COUNTY_WIDE)))
    rows = [(Button(label, AddOffice(draft.version, slug).pack()),) for slug, label in offices]
    return Message(draft.texts("close-which-office"), (*rows, draft.back()))


def which_sector(draft: Draft, office: str) -> Message:
    """Ask for the sector of an institution that came without registration."""
    network, texts = draft.network, draft.texts
    sectors = [each for each in Sector if network.has_institution(office, each)]
    labels = shortened([institution(texts, network, office, each) for each in sectors])
    rows = [
        (Button(label, AddSector(draft.version, each).pack()),)
        for label, each in zip(labels, sectors, strict=True)
    ]
    return Message(texts("close-which-sector"), (*rows, draft.back()))


def done(texts: Texts, training: Training, total: int) -> Message:
    """Say that a training is closed."""
    text = texts("close-done", title=training.title, n=total)
    return Message(text, (cards.menu_row(texts),))


def refused(texts: Texts, reason: NotClosable) -> str:
    """Return the sentence that says why a training cannot be closed."""
    return texts(f"close-{reason}")


def left(texts: Texts, training: Training) -> Message:
    """Say that the closing waits, and keep the way in open."""
    text = texts("close-left", title=training.title)
    return Message(text, ((close_button(texts, training),),))
