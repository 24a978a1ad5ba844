"""`netzbote certificate`: whether a certificate of attendance is ours, and whose."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

import typer

from bot.commands.common import AsJson, group, opened, read_settings, say, wait_for, write_json
from bot.commands.paper import HERE, Language, Out, Printing, printed, sheet_of, spoken, written
from bot.commands.trainings import Number
from bot.settings import Settings
from domain.paper import Paper, PaperSheet
from domain.paper_certificate import Genuine, checked
from domain.paper_material import certified
from domain.person import LONGEST_NAME, tidy_name
from domain.problem import Problem
from texts import paper

app = group("certificate", "Certificates of attendance: print them, and is one of them ours?")


@app.command("check", epilog="Example: netzbote certificate check ABCD-EFGH-… --name 'First Last'")
def check(
    code: Annotated[str, typer.Argument(help="The code as it is printed.")],
    name: Annotated[
        str, typer.Option(help="The printed name; empty for one with a line instead.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Say what a certificate proves: training, days, units, and whether the name fits."""
    found = wait_for(_checked(read_settings(), code, name))
    of = found.certificate
    if as_json:
        days = {"first_day": of.first, "last_day": of.last}
        write_json(
            {
                "title": found.training.title,
                **days,
                "units": of.units,
                "whole_units": of.whole or of.units,
                "name_fits": found.fits,
            }
        )
        return
    say(f"Genuine: {found.training.title}")
    say(f"Days: {of.first}" + (f" to {of.last}" if of.last != of.first else ""))
    part = f" of {of.whole}: attended in part" if of.whole else ""
    say(f"Teaching units: {of.units}{part}")
    whose = "The name" if name else "A certificate without a name"
    say(f"{whose}: {'fits' if found.fits else 'DOES NOT FIT'}")


@app.command("print", epilog="Example: netzbote certificate print 7 --seat 12 --name 'First Last'")
def print_(
    number: Number,
    seat: Annotated[
        int | None, typer.Option(min=1, help="Only who has this number, instead of all.")
    ] = None,
    name: Annotated[
        str, typer.Option(help="Name to print on the one of --seat; it is stored nowhere.")
    ] = "",
    out: Out = HERE,
    language: Language = "de",
) -> None:
    """Write certificates for all who had a seat as one file, or the one of a single person.

    Where it is marked who was there, only these get one, with the units that they attended. Who
    gave no name gets a line to write it on.
    """
    if name and seat is None:
        raise Problem("--name is for one person; give --seat, too")
    tidied = tidy_name(name)
    if name and not tidied:
        raise Problem(f"--name: a name is 2 to {LONGEST_NAME} long and has letters in it")
    whose = Printout(seat, tidied or "")
    sheet = wait_for(sheet_of(read_settings(), number, spoken(language), whose.made))
    if seat is not None:
        sheet = replace(sheet, name=f"{sheet.name}-{seat:02}")
    written(printed(sheet), out)


@dataclass(frozen=True, slots=True)
class Printout:
    """Whose certificates are printed: of all, or of a seat, with a name for the file."""

    seat: int | None
    name: str

    async def made(self, at: Printing) -> PaperSheet:
        """Return the certificates. Raises Problem where there are none, and says why."""
        number = at.training.id
        if not at.over():
            raise Problem(f"training {number} is not over; certificates come after its end")
        found = await certified(at.store, at.of.network, at.training)
        if self.seat is not None:
            found = [each for each in found if each.registration.seat_code == self.seat]
        if not found and self.seat is not None:
            raise Problem(f"training {number}: nobody who was there has number {self.seat}")
        if not found:
            raise Problem(f"training {number}: nobody who was there is known (any more)")
        holders = [paper.holder(at.training.plan, each) for each in found]
        if self.name:
            holders = [replace(each, name=self.name) for each in holders]
        kind = Paper.CERTIFICATES if self.seat is None else Paper.CERTIFICATE
        return paper.certificates(at.of, await at.store.proofs.certificates(), holders, kind)


async def _checked(settings: Settings, code: str, name: str) -> Genuine:
    network = settings.load_network()
    async with opened(settings) as database, database.reading() as store:
        found = await checked(store, network, code, name)
    if found is None:
        raise Problem(
            "this code belongs to no certificate of this network; compare it sign by sign"
        )
    return found


def register(whole: typer.Typer) -> None:
    """Add these commands."""
    whole.add_typer(app)
