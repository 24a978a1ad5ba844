"""Turns one event into one domain call in one transaction and one answer."""

from typing import Protocol

from handlers import (
    access,
    account,
    agreements,
    announce,
    announce_progress,
    announce_saved,
    approve,
    assessment,
    assessment_parts,
    close,
    contacts,
    daily,
    deeds,
    deliveries,
    endorse,
    exchange,
    feedback,
    forms,
    invite,
    join,
    manage,
    manage_people,
    manage_people_seek,
    measures,
    menu,
    moveup,
    needs,
    offer,
    paper,
    people,
    plan,
    plan_again,
    plan_back,
    plan_cancel,
    plan_change,
    presence,
    presence_hours,
    privacy,
    privacy_rights,
    profile,
    protocol,
    recount,
    register,
    register_regret,
    report,
    resume,
    seats,
    second,
    session,
    substitute,
    write,
)
from handlers.context import Router


class Feature(Protocol):
    """A module that opens the doors of one feature."""

    def register(self, router: Router) -> None:
        """Add what the feature handles."""


#: All features, in the order in which people come to them; how all are led stands at the end.
FEATURES: tuple[Feature, ...] = (
    menu,
    # Ways in, and what is known of oneself.
    join,
    invite,
    access,
    people,
    account,
    profile,
    privacy,
    privacy_rights,
    # A training: planned, announced, led, and whom it is for.
    plan,
    announce,
    announce_progress,
    announce_saved,
    write,
    manage,
    manage_people,
    manage_people_seek,
    plan_change,
    plan_cancel,
    plan_back,
    plan_again,
    second,
    session,
    seats,
    register,
    register_regret,
    approve,
    moveup,
    substitute,
    offer,
    paper,
    contacts,
    daily,
    deliveries,
    deeds,
    # Who came, and what specialists tell.
    presence,
    presence_hours,
    close,
    recount,
    feedback,
    needs,
    exchange,
    # What is logged, and the year.
    protocol,
    agreements,
    measures,
    assessment,
    assessment_parts,
    endorse,
    report,
    # Dialogues.
    forms,
    resume,
)


def routed() -> Router:
    """Return a router that knows all features."""
    router = Router()
    for feature in FEATURES:
        feature.register(router)
    return router
