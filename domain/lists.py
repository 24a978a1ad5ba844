"""The other pages of what people look through."""

from __future__ import annotations

from dataclasses import dataclass

from domain.actions import Action


@dataclass(frozen=True, slots=True)
class OfferedPage(Action):
    """«Termine im Angebot»: another page."""

    CODE = "offp"
    page: int


@dataclass(frozen=True, slots=True)
class MinePage(Action):
    """«Meine Anmeldungen»: another page."""

    CODE = "minp"
    page: int


@dataclass(frozen=True, slots=True)
class MoreMenu(Action):
    """«Mehr»: what the menu has besides."""

    CODE = "more"


@dataclass(frozen=True, slots=True)
class InvitationsPage(Action):
    """«Offene Einladungen»: another page."""

    CODE = "invp"
    page: int
