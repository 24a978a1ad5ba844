"""`netzbote certificate`: whether a certificate of attendance is ours, and whose."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.commands.common import AsJson, group, opened, read_settings, say, wait_for, write_json
from bot.settings import Settings
from domain.paper_certificate import Genuine, checked
from domain.problem import Problem

app = group("certificate", "Certificates of attendance: is one of them ours?")


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


async def _checked(settings: Settings, code: str, name: str) -> Genuine:
    network = settings.load_network()
    async with opened(settings) as database, database.reading() as store:
        found = await checked(store, network, code, name)
    if found is None:
        raise Problem(
            "this code belongs to no certificate of this network; compare it sign by sign"
        )
    return found
