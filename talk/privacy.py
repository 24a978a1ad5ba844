"""What is kept of a person, and how it is erased."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, Token


@dataclass(frozen=True, slots=True)
class ReadPrivacy(Action):
    """«Datenschutzhinweise lesen», reachable before consent."""

    CODE = "priv"
    token: Token


class ShowData(Action):
    """«Meine Daten zeigen»."""

    CODE = "data"


class AskErase(Action):
    """«Meine Daten löschen»: asks back once."""

    CODE = "era"


class Erase(Action):
    """«Ja, alles löschen»."""

    CODE = "era-y"


class KeepData(Action):
    """«Nein, behalten»."""

    CODE = "era-n"
