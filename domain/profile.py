"""What people set for themselves: topics by pages."""

from __future__ import annotations

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
