"""«Absprachen»: what the network has agreed upon, page by page."""

from __future__ import annotations

from dataclasses import dataclass

from talk.action import Action, Position


@dataclass(frozen=True, slots=True)
class ShowAgreements(Action):
    """«Absprachen»: a page of them."""

    CODE = "agr"
    page: Position = 0
