"""A member's new account: the link, and the old chat that may stop it."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action


@dataclass(frozen=True, slots=True)
class AskAccount(Action):
    """«Neues Telegram-Konto»: says what that is."""

    CODE = "acc"
    person_id: int


@dataclass(frozen=True, slots=True)
class MakeAccountLink(Action):
    """«Link erstellen»; an earlier one holds no more."""

    CODE = "accm"
    person_id: int


@dataclass(frozen=True, slots=True)
class StopAccount(Action):
    """«Wechsel stoppen», in the old chat."""

    CODE = "accs"
