"""The privacy notice: what the bot needs, keeps and passes on, and whom one turns to."""

from __future__ import annotations

from domain.message import Message, Rows
from domain.network import Network
from texts.catalogue import Html, Texts


def notice(texts: Texts, network: Network, rows: Rows) -> tuple[Message, Message]:
    """Return the full notice in two messages; the buttons stand beneath the second."""
    kept, contact = network.retention, network.contact
    address = f"{contact.mail}, {contact.phone}" if contact.phone else contact.mail
    first = texts(
        "privacy-notice",
        network=network.name,
        lead=network.lead,
        reach=_reach(texts, address, contact.data_protection_officer),
        registrations=kept.registrations_days,
        inactive=kept.inactive_days,
        blocked=kept.blocked_days,
        deliveries=kept.deliveries_days,
        unclosed=kept.unclosed_days,
        undecided=kept.undecided_days + kept.deliveries_days,
        actions=kept.actions_days,
    )
    if network.presence:
        first = Html(f"{first}\n\n{texts('privacy-presence')}")
    authority = contact.supervisory_authority or texts.plain("privacy-authority")
    second = texts("privacy-rights", contact=address, authority=authority)
    return Message(first), Message(second, rows)


def _reach(texts: Texts, address: str, officer: str) -> str:
    """Return how the controller is reached, and the data protection officer if one is named."""
    if officer:
        return Html(texts("privacy-reach-officer", contact=address, officer=officer))
    return Html(texts("privacy-reach", contact=address))
