"""What people set for themselves."""

from __future__ import annotations

from dataclasses import dataclass

from domain.vocabulary import Topic
from talk.action import Action, Position, Slug, Switch


@dataclass(frozen=True, slots=True)
class Topics(Action):
    """«Themen abonnieren»: a page of the list."""

    CODE = "top"
    page: Position


@dataclass(frozen=True, slots=True)
class Follow(Action):
    """Take up (1) or drop (0) a topic, from a page of the list."""

    CODE = "top-f"
    page: Position
    on: Switch
    topic: Topic


@dataclass(frozen=True, slots=True)
class AskName(Action):
    """«Namen ändern»."""

    CODE = "name"


@dataclass(frozen=True, slots=True)
class AskLanguage(Action):
    """«Sprache wechseln»."""

    CODE = "langs"


@dataclass(frozen=True, slots=True)
class SetLanguage(Action):
    """«Deutsch» or «English»."""

    CODE = "lang"
    language: Slug
