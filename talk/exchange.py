"""Noting an exchange between institutions: four questions, and a way back until the night."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.exchange import ContactFormat, ContactLength, Party, partners, party_of
from domain.vocabulary import Topic
from talk.action import Action, Second
from talk.form import Choice, Form, Setting, these


def own(at: Setting) -> Party:
    """Return the institution that is spoken for."""
    assert at.asker is not None
    return party_of(at.asker.office, at.asker.sector)


def _partners(at: Setting) -> Sequence[str]:
    return [party.key for party in partners(own(at), at.network)]


def _topics(at: Setting) -> Sequence[str]:
    """Return the topics, those one follows first."""
    return sorted(Topic, key=lambda topic: topic not in at.about)


EXCHANGE = Form(
    "exchange",
    (
        Choice("partner", _partners, abreast=2, by_rows=True),
        Choice("topic", _topics, labels="topic", turns=("topics-before", "topics-next")),
        Choice("format", these(ContactFormat), labels="contact-format"),
        Choice("length", these(ContactLength), labels="contact-length"),
    ),
)


class NoteExchange(Action):
    """«Austausch eintragen»."""

    CODE = "exc"


@dataclass(frozen=True, slots=True)
class TakeExchangeBack(Action):
    """«Rückgängig»: numbers of contacts may come again after a night, seconds do not."""

    CODE = "exc-u"
    pending_id: int
    seconds: Second
