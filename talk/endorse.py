"""«Zum Bericht antworten»: an office agrees, or has a remark from a closed list."""

from __future__ import annotations

from dataclasses import dataclass

from domain.endorse import Endorsed
from talk.action import Action, OfYear, Year


class ShowEndorsing(OfYear):
    """«Abstimmung»: where the offices stand."""

    CODE = "end"


class AskRemark(OfYear):
    """«Anmerkung»: which one."""

    CODE = "end-r"


@dataclass(frozen=True, slots=True)
class Endorse(Action):
    """«Zustimmen», or one of the remarks."""

    CODE = "end-a"
    year: Year
    answer: Endorsed
