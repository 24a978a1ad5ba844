"""`netzbote paper`: what is printed of a training, as in the chat, without one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.clock import system_clock
from bot.commands.common import ask_telegram, group, opened, read_settings, say, wait_for
from bot.commands.trainings import Number
from bot.settings import Settings
from bot.telegram.links import link
from domain.localtime import local_day
from domain.message import Document
from domain.network import Network
from domain.paper import PaperSheet, SheetForm
from domain.paper_material import spoken_of
from domain.problem import Problem
from domain.training import ON_OFFER, Training
from domain.vocabulary import EventStatus
from storage.store import Store
from talk.start import Opening, Purpose
from texts import paper as wording
from texts.calendar_file import programme_file
from texts.catalogue import Texts, languages
from texts.documents.whole import write_whole
from texts.register_list import seat_of

app = group("paper", "What is printed: list for the door, flyer, sheet for speakers, programme.")

#: What is printed of nothing is printed of a training that takes place.
_UNPRINTED = {
    EventStatus.DRAFT: "is a draft; announce it first",
    EventStatus.CANCELLED: "is called off; there is nothing to print",
}

Out = Annotated[Path, typer.Option("--out", help="Folder to write into.")]
Language = Annotated[str, typer.Option("--language", help="Language of the paper: de or en.")]
HERE = Path()
DAY = ["%Y-%m-%d"]


@dataclass(frozen=True, slots=True)
class Printing:
    """A training that is printed of: what reads it, what words it, and when."""

    store: Store
    of: wording.Printed
    now: datetime

    @property
    def training(self) -> Training:
        """The training."""
        return self.of.training

    def over(self) -> bool:
        """Whether it has ended."""
        return self.training.over(self.now)


def spoken(language: str) -> Texts:
    """Return the words of a language. Raises Problem for one that is none of ours."""
    if language not in languages():
        raise Problem(f"--language {language}: use one of: {', '.join(sorted(languages()))}")
    return Texts(language)


async def sheet_of(
    settings: Settings,
    number: int,
    texts: Texts,
    make: Callable[[Printing], Awaitable[PaperSheet]],
) -> PaperSheet:
    """Return what is made of a training; the file is called by its number, too.

    Raises Problem where there is none to print of.
    """
    network, now = settings.load_network(), system_clock()
    async with opened(settings) as database, database.transaction() as store:
        training = await store.trainings.get(number)
        if training is None:
            raise Problem(f"there is no training {number}; see: netzbote trainings list --past")
        if training.status in _UNPRINTED:
            raise Problem(f"training {number} {_UNPRINTED[training.status]}")
        of = wording.Printed(texts, network, training, local_day(now, network.zone))
        sheet = await make(Printing(store, of, now))
    return replace(sheet, name=f"{sheet.name}-{number}")


def written(file: Document, out: Path) -> None:
    """Write a file for nobody else, and say where it is. Raises Problem for no folder."""
    if not out.is_dir():
        raise Problem(f"--out {out}: no such folder; make it first")
    say(str(write_whole(out / file.name, file.content)))


def printed(sheet: PaperSheet) -> Document:
    """Return the file that a sheet becomes."""
    from texts.documents.sheet import document  # memory: what sets type is loaded where it is used

    return document(sheet)


@app.command(epilog="Example: netzbote paper door-list 7 --xlsx --out lists")
def door_list(
    number: Number,
    xlsx: Annotated[bool, typer.Option("--xlsx", help="As a spreadsheet; else a PDF.")] = False,
    out: Out = HERE,
    language: Language = "de",
) -> None:
    """Write the list for the door: seats, names that were given, room to sign.

    The list has names as the first host reads them. It is for official use only.
    """
    sheet = wait_for(sheet_of(read_settings(), number, spoken(language), _door_list))
    form = SheetForm.SPREADSHEET if xlsx else SheetForm.PDF
    written(printed(replace(sheet, form=form)), out)


async def _door_list(at: Printing) -> PaperSheet:
    found = await at.store.registrations.attendees(at.training.id)
    booked = await at.store.seating.blocks(at.training.id)
    if not found and not booked:
        raise Problem(f"training {at.training.id}: nobody has a seat yet")
    return wording.listed(at.of, [seat_of(one) for one in found], booked)


@app.command(epilog="Example: netzbote paper flyer 7 --bot netzbote_rkn_bot")
def flyer(
    number: Number,
    bot_name: Annotated[
        str, typer.Option("--bot", help="The bot's user name; asked of Telegram if missing.")
    ] = "",
    out: Out = HERE,
    language: Language = "de",
) -> None:
    """Write a page to put up, with a code that leads to the training."""
    settings, texts = read_settings(), spoken(language)
    written(printed(wait_for(_flyer(settings, number, texts, bot_name))), out)


async def _flyer(settings: Settings, number: int, texts: Texts, bot_name: str) -> PaperSheet:
    if not bot_name:
        me, _ = await ask_telegram(settings, lambda bot: bot.get_me())
        bot_name = str(me.username)

    async def made(at: Printing) -> PaperSheet:
        return wording.flyer(at.of, link(bot_name, Opening(Purpose.TRAINING, at.training.uid)))

    return await sheet_of(settings, number, texts, made)


@app.command(epilog="Example: netzbote paper speakers 7")
def speakers(number: Number, out: Out = HERE, language: Language = "de") -> None:
    """Write the sheet for speakers: the mean of each item from ten answers on."""
    written(printed(wait_for(sheet_of(read_settings(), number, spoken(language), _speakers))), out)


async def _speakers(at: Printing) -> PaperSheet:
    if not at.over():
        raise Problem(f"training {at.training.id} is not over; the sheet comes after its end")
    found = await spoken_of(at.store, at.training)
    if not found:
        raise Problem(f"training {at.training.id}: fewer than ten answers, so there is no sheet")
    return wording.speakers(at.of, found)


@app.command("programme", epilog="Example: netzbote paper programme 2027-01-01 2027-06-30")
def of_span(
    first: Annotated[datetime, typer.Argument(formats=DAY, help="The first day, YYYY-MM-DD.")],
    last: Annotated[datetime, typer.Argument(formats=DAY, help="The last day, YYYY-MM-DD.")],
    out: Out = HERE,
    language: Language = "de",
) -> None:
    """Write the programme of a span of days as a PDF and as one file for calendars."""
    days = first.date(), last.date()
    if days[1] < days[0]:
        raise Problem(f"{days[0]} is after {days[1]}; name the first day first")
    settings, texts = read_settings(), spoken(language)
    network, now = settings.load_network(), system_clock()
    trainings = wait_for(_of_span(settings, network, *days))
    if not trainings:
        raise Problem(f"no training on offer from {days[0]} to {days[1]}; choose another span")
    today = local_day(now, network.zone)
    written(printed(wording.programme(texts, network, trainings, today)), out)
    written(programme_file(texts, network, trainings, now), out)


async def _of_span(settings: Settings, network: Network, first: date, last: date) -> list[Training]:
    """Return what is on offer and has a date in the span, soonest first."""
    since = datetime.combine(first, datetime.min.time(), network.zone)
    async with opened(settings) as database, database.reading() as store:
        found = [each.training for each in await store.trainings.overviews(since)]

    def within(one: Training) -> bool:
        return any(
            first <= local_day(moment, network.zone) <= last
            for each in one.plan.dates
            for moment in each.moments
        )

    return [each for each in found if each.status in ON_OFFER and within(each)]


def register(whole: typer.Typer) -> None:
    """Add these commands."""
    whole.add_typer(app)
