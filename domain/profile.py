"""What people set for themselves: topics, name and language; here are the buttons."""

from __future__ import annotations

from dataclasses import dataclass

from domain.actions import Action, Position, Slug, Switch
from domain.vocabulary import Topic

TOPICS_A_PAGE = 8
PAGES = -(-len(Topic) // TOPICS_A_PAGE)


def topics_on(page: int) -> list[Topic]:
    """Return the topics of a page, counted from 0; a page too far is the last one."""
    first = turned(page) * TOPICS_A_PAGE
    return list(Topic)[first : first + TOPICS_A_PAGE]


def turned(page: int) -> int:
    """Return the nearest page there is."""
    return max(0, min(page, PAGES - 1))


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
