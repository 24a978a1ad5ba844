"""A page of topics to choose one from, and the ways to the other pages."""

from __future__ import annotations

from collections.abc import Callable, Collection

from domain.message import Button, Rows
from domain.profile import PAGES, TOPICS_A_PAGE, turned
from domain.vocabulary import Topic
from talk.action import Action
from texts.catalogue import Texts


def topic_rows(
    texts: Texts,
    page: int,
    choose: Callable[[Topic], Action],
    turn: Callable[[int], Action],
    own: Collection[Topic] = (),
) -> Rows:
    """Return the buttons of a page, counted from 0; the topics somebody follows come first."""
    page = turned(page)
    topics = sorted(Topic, key=lambda topic: topic not in own)
    shown = topics[page * TOPICS_A_PAGE : (page + 1) * TOPICS_A_PAGE]
    rows = tuple((Button(texts.label("topic", each), choose(each).pack()),) for each in shown)
    before = [Button(texts.plain("topics-before"), turn(page - 1).pack())] if page else []
    after = [Button(texts.plain("topics-next"), turn(page + 1).pack())] if page < PAGES - 1 else []
    turns = tuple(before + after)
    return (*rows, turns)
