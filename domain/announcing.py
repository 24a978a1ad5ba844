"""Planning an announcement: what is entered step by step."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from domain.broadcast import Audience
from domain.vocabulary import Sector

KIND = "announce"


class Step(StrEnum):
    """Where the dialogue stands."""

    AUDIENCE = "audience"
    OFFICES = "offices"
    SECTORS = "sectors"
    SEND = "send"
    TIME = "time"
    CONFIRM = "confirm"


class Whom(StrEnum):
    """The ways to choose an audience."""

    ALL = "all"
    OFFICES = "offices"
    SECTORS = "sectors"
    SUBSCRIBERS = "subscribers"


#: The step to which «Zurück» leads; the first step has none.
BACK = {
    Step.OFFICES: Step.AUDIENCE,
    Step.SECTORS: Step.AUDIENCE,
    Step.SEND: Step.AUDIENCE,
    Step.TIME: Step.SEND,
    Step.CONFIRM: Step.TIME,
}


def audience_of(data: Mapping[str, Any]) -> Audience:
    """Return the audience entered so far."""
    return Audience(
        offices=tuple(data.get("offices", ())),
        sectors=tuple(Sector(slug) for slug in data.get("sectors", ())),
        subscribers=bool(data.get("subscribers")),
        again=bool(data.get("again")),
    )
