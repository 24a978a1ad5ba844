"""What is pressed when one dialogue was begun over another."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action


@dataclass(frozen=True, slots=True)
class Resume(Action):
    """«Weiter»: go on with the dialogue that was begun before."""

    CODE = "goon"
    version: int


@dataclass(frozen=True, slots=True)
class Discard(Action):
    """«Verwerfen»: forget the dialogue that was begun before."""

    CODE = "toss"
    version: int
