"""The Konferenz as the author: what each coordination office says of a year's report.

An office agrees or has a remark from a closed list; its last answer counts. Before a term is over a
year is sealed only once all have agreed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

#: So long an office has to answer, from the day on which the report was first handed out.
TERM = timedelta(weeks=6)


class Endorsed(StrEnum):
    """What an office can say."""

    AGREES = "agrees"
    FIGURE = "figure"
    MISSING = "missing"
    ASSESSMENT = "assessment"
    MEASURES = "measures"
    WORDING = "wording"
    TALK = "talk"


#: All but that it agrees.
REMARKS = tuple(each for each in Endorsed if each is not Endorsed.AGREES)


@dataclass(frozen=True, slots=True)
class Endorsement:
    """What an office said of the report of a year, and on which day."""

    office: str
    day: date
    answer: Endorsed
