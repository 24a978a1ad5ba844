"""«Zum Bericht antworten»: an office agrees, or has a remark from a closed list."""

from __future__ import annotations

from dataclasses import dataclass

from domain.endorse import Endorsed
from talk.action import Action, Year


@dataclass(frozen=True, slots=True)
class ShowEndorsing(Action):
    """«Abstimmung»: where the offices stand."""

    CODE = "end"
    year: Year


@dataclass(frozen=True, slots=True)
class AskRemark(Action):
    """«Anmerkung»: which one."""

    CODE = "end-r"
    year: Year


@dataclass(frozen=True, slots=True)
class Endorse(Action):
    """«Zustimmen», or one of the remarks."""

    CODE = "end-a"
    year: Year
    answer: Endorsed
