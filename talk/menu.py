"""The menu and what stands beneath every answer."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action


@dataclass(frozen=True, slots=True)
class Menu(Action):
    """Show the menu."""

    CODE = "menu"


@dataclass(frozen=True, slots=True)
class ShowOffices(Action):
    """«Zuständiges Jugendamt anzeigen», beneath the safety notice."""

    CODE = "offices"


@dataclass(frozen=True, slots=True)
class MoreMenu(Action):
    """«Mehr»: what the menu has besides."""

    CODE = "more"
