"""Planning an announcement: what is entered step by step."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from domain.broadcast import Audience
from domain.vocabulary import Sector


class Whom(StrEnum):
    """The ways to choose an audience."""

    ALL = "all"
    OFFICES = "offices"
    SECTORS = "sectors"
    SUBSCRIBERS = "subscribers"


def audience_of(data: Mapping[str, Any]) -> Audience:
    """Return the audience entered so far."""
    return Audience(
        offices=tuple(data.get("offices", ())),
        sectors=tuple(Sector(slug) for slug in data.get("sectors", ())),
        subscribers=data.get("whom") == Whom.SUBSCRIBERS or bool(data.get("subscribers")),
        again=bool(data.get("again")),
    )
