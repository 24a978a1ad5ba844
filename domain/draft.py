"""A dialogue in progress: kept as data, so that a restart loses no step."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody has entered so far; one dialogue a chat.

    `version` rises with each step: a button of an earlier step is known by its older version.
    """

    kind: str
    step: str
    data: dict[str, Any] = field(default_factory=dict)
    version: int = 0
    card: int | None = None
