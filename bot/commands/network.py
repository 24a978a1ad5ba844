"""`netzbote network`: the network's file."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import AsJson, group, read_settings, say, table, words, write_json
from bot.network_file import check_template, lacking, load, pattern, retired
from bot.private import write_new

app = group("network", "The network's file: make it, check it, show what it says.")

File = Annotated[
    str, typer.Argument(help="Path, or name of a pattern; else that of NETZBOTE_NETWORK.")
]


@app.command(epilog="Example: netzbote network new rhein-kreis-neuss --out network.toml")
def new(
    name: Annotated[str, typer.Argument(metavar="PATTERN", help="Name of a shipped pattern.")],
    out: Annotated[Path, typer.Option(help="File to write it to; it must not be there.")],
) -> None:
    """Make a network's file of a pattern; from then on it is yours, and no update touches it."""
    write_new(out, pattern(name))
    say(f"{out} written. Put your address under [contact], then: netzbote network check {out}")
    say(f"The bot reads it where NETZBOTE_NETWORK={out.absolute()} is set.")


def _chosen(file: str) -> str:
    return file or read_settings().network


@app.command(epilog="Example: netzbote network check deploy/networks/kreis-steinfurt.toml")
def check(file: File = "") -> None:
    """Check a network's file, and the Word template it names, and name the first mistake."""
    chosen = _chosen(file)
    network = load(chosen)
    check_template(network)
    offices, sectors = len(network.offices), len(network.sectors)
    say(words("network-fine", name=network.name, offices=offices, sectors=sectors))
    for key in retired(chosen):
        say(f"{key} is read by nothing any more; take the line out.")
    if network.contact.is_placeholder:
        say("Its contact is still the placeholder: put yours under [contact].")
    if network.presence:
        say("presence is on: it notes who came, and needs the consent of the Personalrat.")
    for office, keys in lacking(network):
        say(f"{office}: {', '.join(keys)} is not known; put it under [[contacts]].")


@app.command(epilog="Example: netzbote network show kreis-steinfurt --json")
def show(file: File = "", as_json: AsJson = False) -> None:
    """Show the institutions of a network: the slugs that invitations and imports name."""
    network = load(_chosen(file))
    if as_json:
        write_json(asdict(network) | {"quiet": None})
        return
    say(f"{network.name} ({network.county}, {network.timezone})")
    table(["institution", "office"], [(one.slug, one.label) for one in network.offices])
    say()
    partners = {one.sector: one.label for one in network.partners}
    rows = [(sector.value, partners.get(sector, "")) for sector in network.sectors]
    table(["sector", "partner"], rows)


def register(whole: typer.Typer) -> None:
    """Add these commands."""
    whole.add_typer(app)
