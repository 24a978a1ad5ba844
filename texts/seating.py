"""Seats without a person and seats kept for an office: the lists, one number, what is possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.localtime import local_day
from domain.message import Button, Message, Style
from domain.network import Network
from domain.paging import part_of
from domain.seating import Block, Place, release_time
from domain.training import MOST_SEATS, Training
from domain.vocabulary import COUNTY_WIDE, Sector
from talk.manage import ManageOne
from talk.seats import (
    AddBlock,
    BlockOffice,
    Blocks,
    BlockSector,
    BlocksPage,
    ChangeBlock,
    ChangeQuota,
    Quotas,
    SeatsBy,
    SeatsDone,
)
from texts import cards, paging
from texts.catalogue import Texts
from texts.dates import short_day
from texts.institutions import in_order, institution, places
from texts.labels import shortened
from texts.typed_counts import Counts, Left, echo, only_a_number, read_counts, reasons

#: By how much a number changes with one tap.
STEPS = ((-1, "seating-one-fewer"), (1, "seating-one-more"), (5, "seating-five-more"))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A training whose seats are looked after; `version` is that of the dialogue's step."""

    texts: Texts
    network: Network
    training: Training
    version: int = 0

    @property
    def when(self) -> str:
        """The training's time."""
        return cards.when(self.texts, self.network, self.training)

    def back(self, to: Blocks | Quotas | ManageOne) -> tuple[Button, ...]:
        """Return the way back."""
        return (Button(self.texts.plain("button-back"), to.pack()),)


def blocks(sheet: Sheet, booked: Sequence[Block], note: str = "", page: int = 0) -> Message:
    """Show a page of what is booked for institutions, each with a button that changes it."""
    texts, number = sheet.texts, sheet.training.id
    order = in_order(sheet.network, [(each.office, each.sector) for each in booked])
    booked = sorted(booked, key=lambda each: order.index((each.office, each.sector)))
    part = part_of(booked, page)
    head = texts("seating-blocks-head", title=sheet.training.title, when=sheet.when)
    head, booked = paging.heading(texts, head, part), part.items
    names = [institution(texts, sheet.network, b.office, Sector(b.sector)) for b in booked]
    lines = [
        texts("seating-line", institution=name, n=each.n)
        for name, each in zip(names, booked, strict=True)
    ]
    shown = "\n".join(lines) if lines else texts("seating-no-blocks")
    labels = shortened([f"{name}: {each.n}" for name, each in zip(names, booked, strict=True)])
    rows = [
        (Button(label, ChangeBlock(number, each.id).pack()),)
        for label, each in zip(labels, booked, strict=True)
    ]
    add = (Button(texts.plain("seating-add"), AddBlock(number).pack()),)
    parts = [*([note] if note else []), head, shown]
    turns = paging.turns(texts, part, lambda to: BlocksPage(number, to))
    label = texts.plain("manage-this" if turns else "button-back")
    back = (Button(label, ManageOne(number).pack()),)
    return Message("\n\n".join(parts), (*rows, *turns, add, back))


def which_office(sheet: Sheet) -> Message:
    """Ask for the district of an institution."""
    texts = sheet.texts
    offices = [(office.slug, office.short_label) for office in sheet.network.offices]
    offices.append((COUNTY_WIDE, texts.label("office", COUNTY_WIDE)))
    rows = [(Button(label, BlockOffice(sheet.version, slug).pack()),) for slug, label in offices]
    back = sheet.back(Blocks(sheet.training.id))
    return Message(texts("close-which-office"), (*rows, back))


def which_sector(sheet: Sheet, office: str) -> Message:
    """Ask for the sector of an institution."""
    network, texts = sheet.network, sheet.texts
    sectors = [each for each in Sector if network.has_institution(office, each)]
    labels = shortened([institution(texts, network, office, each) for each in sectors])
    rows = [
        (Button(label, BlockSector(sheet.version, each).pack()),)
        for label, each in zip(labels, sectors, strict=True)
    ]
    back = sheet.back(Blocks(sheet.training.id))
    return Message(texts("seating-which-sector"), (*rows, back))


def quotas(sheet: Sheet, kept: Mapping[str, int], note: str = "") -> Message:
    """Show how many seats are kept for each office, each with a button that changes it."""
    texts, training = sheet.texts, sheet.training
    head = texts("seating-quotas-head", title=training.title, when=sheet.when)
    common = (training.plan.seats or 0) - sum(kept.values())
    facts = texts("seating-common", n=common, seats=training.plan.seats or 0, day=_released(sheet))
    rows = [
        (Button(f"{o.short_label}: {kept.get(o.slug, 0)}", _quota_of(training, o.slug)),)
        for o in sheet.network.offices
    ]
    example = f"{sheet.network.offices[0].short_label} 12"
    parts = [*([note] if note else []), head, facts, texts("counts-hint", example=example)]
    return Message("\n\n".join(parts), (*rows, sheet.back(ManageOne(training.id))))


def _quota_of(training: Training, office: str) -> str:
    return ChangeQuota(training.id, office).pack()


def _released(sheet: Sheet) -> str:
    release_at = release_time(sheet.training.plan, sheet.network)
    return short_day(local_day(release_at, sheet.network.zone), sheet.texts.language)


def quota_line(texts: Texts, network: Network, training: Training, kept: Mapping[str, int]) -> str:
    """Return in a line which office has how many seats kept, and until when."""
    listed = [f"{o.short_label} {kept[o.slug]}" for o in network.offices if o.slug in kept]
    sheet = Sheet(texts, network, training)
    return texts("seating-quota-line", quotas=", ".join(listed), day=_released(sheet))


@dataclass(frozen=True, slots=True)
class Number:
    """One number being chosen: for which office (and sector: block seats, else a quota).

    `most` is None where there is no limit.
    """

    office: str
    sector: str
    n: int
    before: int
    most: int | None


def number(sheet: Sheet, of: Number, note: str = "") -> Message:
    """Show the number that is being chosen, with buttons that change it and one that keeps it."""
    texts, training = sheet.texts, sheet.training
    if of.sector:
        name = institution(texts, sheet.network, of.office, Sector(of.sector))
        text_id, label, back = "seating-block", "seating-book", sheet.back(Blocks(training.id))
    else:
        name = sheet.network.office(of.office).label
        text_id, label, back = "seating-quota", "seating-keep", sheet.back(Quotas(training.id))
    at = sheet.when
    said = texts(text_id, title=training.title, when=at, institution=name, n=of.n, before=of.before)
    if of.most is not None:
        said += "\n" + texts("seating-most", most=of.most)
    steps = tuple(
        Button(texts.plain(label_id), SeatsBy(sheet.version, by).pack()) for by, label_id in STEPS
    )
    done = Button(texts.plain(label), SeatsDone(sheet.version).pack(), style=Style.SUCCESS)
    parts = [*([note] if note else []), said]
    return Message("\n\n".join(parts), (steps[:2], steps[2:], (done,), back))


def read_quotas(sheet: Sheet, text: str) -> Counts[Place]:
    """Read typed lines of an office and what is kept for it."""
    known = {(o.slug, ""): o.label for o in sheet.network.offices}
    return read_counts(text, (known,), 0, MOST_SEATS)


def read_blocks(sheet: Sheet, text: str) -> Counts[Place]:
    """Read typed lines of an institution and what is booked for it."""
    known = {place: _name(sheet, place) for place in places(sheet.network)}
    return read_counts(text, (known,), 0, MOST_SEATS)


def _name(sheet: Sheet, place: Place) -> str:
    """Return how an institution, or for a quota an office, is called."""
    office, sector = place
    if not sector:
        return sheet.network.office(office).label
    return institution(sheet.texts, sheet.network, office, Sector(sector))


def lines_taken(
    sheet: Sheet, done: Mapping[Place, int], refused: Mapping[Place, str], left: Sequence[Left]
) -> str:
    """Return as HTML what was booked or kept of typed lines, and why the rest was not."""
    texts = sheet.texts
    lines = [texts("counts-line", name=_name(sheet, place), n=n) for place, n in done.items()]
    why = [(_name(sheet, place), reason) for place, reason in refused.items()]
    return echo(texts, lines, [*why, *reasons(texts, left, 0, MOST_SEATS)])


def which_line(sheet: Sheet, text: str, *, is_quota: bool) -> Message | None:
    """Ask which institution a number is for that stands alone; None for anything else."""
    if not only_a_number(text):
        return None
    to = Quotas(sheet.training.id) if is_quota else Blocks(sheet.training.id)
    example = f"{sheet.network.offices[0].short_label} 12"
    return Message(sheet.texts("counts-which", example=example), (sheet.back(to),))
