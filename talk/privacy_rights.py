"""What members do about their data besides erasing it: correct it, and have it left alone."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, Switch
from talk.form import Form
from talk.institutions import OFFICE, SECTOR

CORRECT = Form("correct", (OFFICE, SECTOR))


class CorrectPlace(Action):
    """«Jugendamt oder Handlungsfeld»: where somebody belongs now."""

    CODE = "corr"


@dataclass(frozen=True, slots=True)
class AgreeToPlace(Action):
    """«Bestätigen», by an office to which somebody says they belong."""

    CODE = "corr-y"
    change_id: int


@dataclass(frozen=True, slots=True)
class DeclinePlace(Action):
    """«Ablehnen»: they stay where they were."""

    CODE = "corr-n"
    change_id: int


@dataclass(frozen=True, slots=True)
class Restrict(Action):
    """«Einschränken» (1), or «Einschränkung aufheben» (0)."""

    CODE = "restr"
    on: Switch
