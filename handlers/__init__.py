"""Turns one update into one domain call in one transaction and one answer."""

from typing import Protocol

from handlers import (
    access,
    announce,
    assessment,
    broadcast,
    change,
    close,
    create,
    deliveries,
    exchange,
    feedback,
    forms,
    invite,
    join,
    manage,
    menu,
    needs,
    privacy,
    profile,
    protocol,
    reach,
    recount,
    register,
    report,
    resume,
    seating,
    taking_back,
)
from handlers.context import App


class Feature(Protocol):
    """A module that opens the doors of one feature."""

    def register(self, application: App) -> None:
        """Add the feature's handlers."""


#: All features, in the order in which their doors are tried.
FEATURES: tuple[Feature, ...] = (
    menu,
    join,
    register,
    invite,
    access,
    profile,
    privacy,
    reach,
    resume,
    forms,
    create,
    manage,
    change,
    taking_back,
    seating,
    announce,
    broadcast,
    close,
    deliveries,
    exchange,
    needs,
    feedback,
    protocol,
    recount,
    report,
    assessment,
)
