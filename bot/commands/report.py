"""`netzbote report`: the figures of a year."""

from __future__ import annotations

from typing import Annotated

import typer


def report(year: Annotated[int, typer.Argument(min=2000, max=2100, help="The year.")]) -> None:
    """Write the report of a year."""
    raise NotImplementedError(year)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: netzbote report 2027")(report)
