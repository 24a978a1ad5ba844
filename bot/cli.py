"""The command line: what there is to call, and how mistakes are told."""

from __future__ import annotations

import logging
import os
import sys
import traceback
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from bot.loading import no_look_for_garbage
from bot.private import private_files
from bot.secret_words import WashedFormatter, washed
from bot.version import version
from domain.problem import Problem
from storage.disk import why

#: What there is to call, in the order of the help, and the module it is found in.
COMMANDS = {
    "run": "run",
    "setup": "setup",
    "status": "status",
    "demo": "demo",
    "doctor": "doctor",
    "invite": "invite",
    "access-log": "access_log",
    "restore": "restore",
    "settings": "settings",
    "report": "report",
    "trainings": "programme",
    "network": "network",
    "person": "person",
    "db": "database",
    "keys": "keys",
    "backup": "backup",
    "deliveries": "deliveries",
    "paper": "paper",
    "certificate": "certificate",
    "ledger": "book",
}


class Commands(TyperGroup):
    """Loads a command when it is called: the bot does not carry what all the others need."""

    def list_commands(self, _ctx: Any) -> list[str]:
        """Return the names of all."""
        return list(COMMANDS)

    def get_command(self, _ctx: Any, name: str) -> Any:
        """Return a command, or none for a name that is not known."""
        if name not in COMMANDS:
            return None
        whole = typer.Typer(rich_markup_mode=None)
        with no_look_for_garbage():
            module = import_module(f"bot.commands.{COMMANDS[name]}")
        module.register(whole)
        return typer.main.get_group(whole).commands[name]


app = typer.Typer(
    name="netzbote",
    cls=Commands,
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
