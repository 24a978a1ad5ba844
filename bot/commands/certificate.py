"""`netzbote certificate`: whether a certificate of attendance is ours, and whose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from bot.commands.common import AsJson, group, opened, read_settings, say, wait_for, write_json
from bot.settings import Settings
from domain.localtime import local_day
from domain.paper_certificate import Certificate, claimed, named, proven
from domain.problem import Problem

app = group("certificate", "Certificates of attendance: is one of them ours?")

_NONE = "this code belongs to no certificate of this network; compare it sign by sign"


@dataclass(frozen=True, slots=True)
class _Checked:
    title: str
    certificate: Certificate
    fits: bool


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
        write_json({"title": found.title, **days, "units": of.units, "name_fits": found.fits})
        return
    say(f"Genuine: {found.title}")
    say(f"Days: {of.first}" + (f" to {of.last}" if of.last != of.first else ""))
    say(f"Teaching units: {of.units}")
    whose = "The name" if name else "A certificate without a name"
    say(f"{whose}: {'fits' if found.fits else 'DOES NOT FIT'}")


async def _checked(settings: Settings, code: str, name: str) -> _Checked:
    network = settings.load_network()
    claim = claimed(code)
    async with opened(settings) as database, database.reading() as store:
        key = await store.proofs.certificates_if_any()
        training = await store.trainings.get(claim.training) if claim else None
    if claim is None or key is None or training is None:
        raise Problem(_NONE)
    plan, zone = training.plan, network.zone
    days = local_day(plan.starts_at, zone), local_day(plan.ends_at, zone)
    found = proven(key, claim, lambda _: (network.slug, *days))
    if found is None:
        raise Problem(_NONE)
    return _Checked(training.title, found, named(key, claim, found, name))
