"""A member's new account: the link, and the old chat that may stop it."""

from __future__ import annotations

from talk.action import Action, OfPerson


class AskAccount(OfPerson):
    """«Neues Telegram-Konto»: says what that is."""

    CODE = "acc"


class MakeAccountLink(OfPerson):
    """«Link erstellen»; an earlier one holds no more."""

    CODE = "accm"


class StopAccount(Action):
    """«Wechsel stoppen», in the old chat."""

    CODE = "accs"
