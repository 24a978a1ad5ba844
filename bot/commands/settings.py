"""`netzbote settings`: every setting, its default and its meaning."""

from __future__ import annotations

from typing import Any

import typer

from bot.commands.common import AsJson, say, write_json
from bot.env_file import PREFIX
from bot.private import keep_output_to_ourselves
from bot.settings import Settings


def all_settings() -> list[dict[str, Any]]:
    """Return name, default and meaning of each setting, in order."""
    return [
        {
            "name": f"{PREFIX}{name.upper()}",
            "default": "" if field.default is None else str(field.default),
            "meaning": field.description,
        }
        for name, field in Settings.model_fields.items()
    ]


def example() -> str:
    """Return the text of `.env.example`."""
    head = "# Copy to .env and fill in. Made by: netzbote settings --env > .env.example\n"
    entries = [f"# {s['meaning']}\n#{s['name']}={s['default']}\n" for s in all_settings()]
    return "\n".join([head, *entries])


def settings(
    as_json: AsJson = False,
    env: bool = typer.Option(default=False, help="Write them as an .env file."),
) -> None:
    """Show every setting, its default and what it means.

    Settings are read from the environment and from .env in the working folder, or from the file
    that NETZBOTE_SETTINGS_FILE names.
    """
    if as_json:
        write_json(all_settings())
    elif env:
        keep_output_to_ourselves()  # secrets will be filled in
        typer.echo(example(), nl=False)
    else:
        for one in all_settings():
            say(f"{one['name']}{'=' + one['default'] if one['default'] else ''}")
            say(f"    {one['meaning']}")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: netzbote settings --env > .env")(settings)
