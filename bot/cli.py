"""The command line: what there is to call, and how mistakes are told."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from typing import Annotated

import typer

from bot.commands import (
    access_log,
    backup,
    book,
    certificate,
    database,
    deliveries,
    demo,
    doctor,
    invite,
    keys,
    network,
    paper,
    person,
    programme,
    report,
    restore,
    run,
    settings,
    setup,
    status,
)
from bot.private import private_files
from bot.secret_words import WashedFormatter, washed
from bot.version import version
from domain.problem import Problem
from storage.disk import why

app = typer.Typer(
    name="netzbote",
    help="Chat bot for child protection networks: trainings, reminders, and the yearly report.",
    epilog="Example: netzbote demo",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def whole(
    _: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Say which version this is.",
            is_eager=True,
            callback=lambda wanted: _say_version() if wanted else None,
        ),
    ] = False,
) -> None:
    """Chat bot for child protection networks: trainings, reminders, and the yearly report."""


def _say_version() -> None:
    typer.echo(f"netzbote {version()}")
    raise typer.Exit


for feature in (run, setup, status, demo, doctor, invite, access_log, report, restore, settings):
    feature.register(app)
for group in (
    programme,
    network,
    person,
    database,
    keys,
    backup,
    deliveries,
    paper,
    certificate,
    book,
):
    app.add_typer(group.app)


def main() -> None:
    """Run a command: exit code 0, 1 with one line about what went wrong, 2 for wrong usage."""
    if logging.lastResort is not None:
        logging.lastResort.setFormatter(WashedFormatter())
    try:
        with private_files():
            app()
    except Problem as problem:
        _fail(str(problem))
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        os._exit(0)  # who read our output has seen enough
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told without our secrets
        if os.environ.get("NETZBOTE_LOG_LEVEL") == "DEBUG":
            sys.stderr.write(washed(traceback.format_exc()))
        _fail(_unexpected(error))


def _fail(line: str) -> None:
    sys.stderr.write(f"netzbote: {' '.join(washed(line).split())}\n")
    sys.exit(1)


def _unexpected(error: Exception) -> str:
    """Return what is known of a failure nobody foresaw; the system's own words say it best."""
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        return f"{place}{why(error)}"
    return f"{type(error).__name__}: {error} (NETZBOTE_LOG_LEVEL=DEBUG shows where)"
