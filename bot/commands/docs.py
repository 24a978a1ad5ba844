"""Writes `docs/commands.md` from the commands and settings themselves."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import typer
import typer.main

from bot.cli import app as whole
from bot.commands.settings import all_settings

HEAD = """\
# Commands and settings

Made by `python -m bot.commands.docs > docs/commands.md`; a test keeps it current.

Every command explains itself with `--help`. Exit codes: 0 done; 1 did not work, with one line on
standard error that begins with `netzbote:`; 2 wrong usage.
"""


@dataclass(frozen=True, slots=True)
class Usage:
    """One command: its words behind `netzbote`, what it does, an example, its options."""

    words: tuple[str, ...]
    meaning: str
    example: str
    options: tuple[tuple[str, str], ...]


def commands(app: typer.Typer) -> list[Usage]:
    """Return every command, in the order of the help."""
    return list(_below(typer.main.get_command(app), ()))


def _below(command: Any, words: tuple[str, ...]) -> Iterator[Usage]:
    if not hasattr(command, "list_commands"):
        meaning = "\n\n".join(
            " ".join(part.split()) for part in (command.help or "").split("\n\n") if part.strip()
        )
        options = tuple(_option(one) for one in command.params if not getattr(one, "hidden", False))
        example = (command.epilog or "").removeprefix("Example: ")
        yield Usage(words, meaning, example, options)
        return
    default = getattr(command, "DEFAULT", None)
    context = typer.Context(command)
    for name in command.list_commands(context):
        one = command.get_command(context, name)
        yield from _below(one, words if name == default else (*words, name))


def _option(option: Any) -> tuple[str, str]:
    if option.param_type_name == "argument":
        return str(option.name).upper(), str(getattr(option, "help", "") or "")
    names = ", ".join([*option.opts, *option.secondary_opts])
    return names, str(option.help or "")


def page(app: typer.Typer) -> str:
    """Return the whole page."""
    parts = [HEAD, *(_section(one) for one in commands(app)), _settings()]
    return "\n".join(parts)


def _section(one: Usage) -> str:
    rows = "".join(f"| `{name}` | {meaning} |\n" for name, meaning in one.options)
    table = f"\n| option | meaning |\n|---|---|\n{rows}" if rows else ""
    example = f"\n```\n{one.example}\n```\n"
    return f"## netzbote {' '.join(one.words)}\n\n{one.meaning}\n{example}{table}"


def _settings() -> str:
    rows = ""
    for one in all_settings():
        default = f"`{one['default']}`" if one["default"] else ""
        rows += f"| `{one['name']}` | {default} | {one['meaning']} |\n"
    return (
        "## Settings\n\nRead from the environment and from `.env` in the working folder, or "
        "from the file that\n`NETZBOTE_SETTINGS_FILE` names. An unknown or wrong one stops the "
        "start with one line.\n"
        "`netzbote settings --env` writes the file.\n\n"
        f"| setting | default | meaning |\n|---|---|---|\n{rows}"
    )


if __name__ == "__main__":
    sys.stdout.write(page(whole))
