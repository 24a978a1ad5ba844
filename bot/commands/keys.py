"""`netzbote keys`: making encryption keys and changing them in operation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.common import group, opened, progress, read_settings, say, wait_for, words
from bot.private import keep_output_to_ourselves, write_new
from storage.crypto import new_key
from storage.rekey import reseal_all

app = group("keys", "Encryption keys: make one, change to a newer one.")


@app.command(epilog="Example: netzbote keys new --out keys.txt")
def new(
    out: Annotated[
        Path | None,
        typer.Option(help="File to write it to, which only you can read; it must not be there."),
    ] = None,
) -> None:
    """Make a key; keep it safe, nobody can read the data without it."""
    if out is not None:
        write_new(out, f"{new_key()}\n")
        say(f"{out} written. Set NETZBOTE_ENCRYPTION_KEYS_FILE to its path.")
        return
    if keep_output_to_ourselves():
        typer.echo("netzbote: others could read this file; now only you can", err=True)
    say(new_key())


@app.command(epilog="Example: netzbote keys rotate")
def rotate() -> None:
    """Seal everything with the newest key, while the bot runs.

    First put a new key before the old one and restart the bot; then call this; then the old
    key can go. Calling it twice does no harm.
    """
    say(words("sealed-anew", n=wait_for(_rotate())))


async def _rotate() -> int:
    settings = read_settings()

    done = 0
    async with opened(settings) as database:
        with progress("Sealing") as show:
            async for step in reseal_all(database):
                done = step.done
                show(step.done, step.total)
    return done


def register(whole: typer.Typer) -> None:
    """Add these commands."""
    whole.add_typer(app)
