"""What people set for themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from domain.person import tidy_name
from domain.typed import one_line
from domain.vocabulary import Announced, Topic
from talk.action import Action, OfPage, Position, Slug, Switch
from talk.form import Answers, Form, Setting, Words


def _problem(at: Setting) -> str:
    return "" if tidy_name(at.answers["name"]) else "join-name-again"


def _patience(subject: Answers) -> timedelta:
    """Return how long a typed text is taken for the name that was asked for."""
    return timedelta(days=1) if subject.get("joining") else timedelta(hours=1)


NAME = Form("name", (Words("name", one_line, _problem, optional=True),), _patience)


class Topics(OfPage):
    """«Themen abonnieren»: a page of the list."""

    CODE = "top"


@dataclass(frozen=True, slots=True)
class Follow(Action):
    """Take up (1) or drop (0) a topic, from a page of the list."""

    CODE = "top-f"
    page: Position
    on: Switch
    topic: Topic


class AskAnnounced(Action):
    """«Ankündigungen»: which of them."""

    CODE = "ann-w"


@dataclass(frozen=True, slots=True)
class SetAnnounced(Action):
    """Get all of them, those of one's own topics, or none."""

    CODE = "ann-s"
    which: Announced


@dataclass(frozen=True, slots=True)
class SetNudged(Action):
    """«Nicht mehr nachfragen» (0), or again (1)."""

    CODE = "nudge"
    on: Switch


class AskName(Action):
    """«Namen ändern»."""

    CODE = "name"


class AskLanguage(Action):
    """«Sprache wechseln»."""

    CODE = "langs"


@dataclass(frozen=True, slots=True)
class SetLanguage(Action):
    """«Deutsch» or «English»."""

    CODE = "lang"
    language: Slug
