"""Turns one event into one domain call in one transaction and one answer."""

from typing import Protocol

from handlers import (
    access,
    announce,
    assessment,
    broadcast,
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
    recount,
    register,
    report,
    resume,
    seating,
    steps,
    taking_back,
)
from handlers.context import Router


class Feature(Protocol):
    """A module that opens the doors of one feature."""

    def register(self, router: Router) -> None:
        """Add what the feature handles."""


#: All features, in the order in which people meet them.
FEATURES: tuple[Feature, ...] = (
    menu,
    join,
    register,
    invite,
    access,
    profile,
    privacy,
    resume,
    forms,
    steps,
    create,
    manage,
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


def routed() -> Router:
    """Return a router that knows all features."""
    router = Router()
    for feature in FEATURES:
        feature.register(router)
    return router
