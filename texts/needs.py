"""Reporting a need for training: one topic at a time, counted by week."""

from __future__ import annotations

from collections.abc import Collection

from domain.message import Button, Message
from domain.vocabulary import Topic
from talk.needs import Need, Needs
from texts.cards import menu_row
from texts.catalogue import Texts
from texts.topics import topic_rows


def ask(texts: Texts, page: int, follows: Collection[Topic]) -> Message:
    """Ask which topic is needed."""
    rows = topic_rows(texts, page, Need, Needs, follows)
    return Message(texts("needs-ask"), (*rows, menu_row(texts)))


def counted(texts: Texts, topic: Topic) -> Message:
    """Say thanks; another topic may follow."""
    more = Button(texts.plain("needs-more"), Needs(0).pack())
    text = texts("needs-counted", topic=texts.label("topic", topic))
    return Message(text, ((more,), menu_row(texts)))
