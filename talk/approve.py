"""Whether the own office approves of a registration."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action


@dataclass(frozen=True, slots=True)
class Approve(Action):
    """«Zustimmen»; `request` tells the request from a later one of the same person."""

    CODE = "ap-y"
    registration_id: int
    request: int


@dataclass(frozen=True, slots=True)
class WhoAsks(Action):
    """«Wer ist das?»: the same question with the name, in a message that goes again."""

    CODE = "ap-w"
    registration_id: int
    request: int


@dataclass(frozen=True, slots=True)
class Disapprove(Action):
    """«Ablehnen»."""

    CODE = "ap-n"
    registration_id: int
    request: int
