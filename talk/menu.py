"""The menu and what stands beneath every answer."""

from __future__ import annotations

from talk.action import Action


class Menu(Action):
    """Show the menu."""

    CODE = "menu"


class ShowOffices(Action):
    """«Zuständiges Jugendamt anzeigen», beneath the safety notice."""

    CODE = "offices"


class MoreMenu(Action):
    """«Mehr»: what the menu has besides."""

    CODE = "more"
