"""The access log, month by month, of one office or of all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from talk.action import Action, Position, Within, Written, Year

MonthNumber = Annotated[int, Within(1, 12)]
#: The short name of an office; empty for all.
OfficeOrAll = Annotated[str, Written(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?")]


@dataclass(frozen=True, slots=True)
class ShowDeeds(Action):
    """A page of a month of the access log."""

    CODE = "deed"
    year: Year
    month: MonthNumber
    office: OfficeOrAll = ""
    page: Position = 0


@dataclass(frozen=True, slots=True)
class ChooseDeeds(Action):
    """«Jugendamt wählen»: of which office a month is shown."""

    CODE = "deed-o"
    year: Year
    month: MonthNumber
