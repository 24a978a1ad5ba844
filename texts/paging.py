"""Turning the pages of a list: which one this is, and the ways to the others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain.message import Button
from domain.paging import Part
from talk.action import Action
from texts.catalogue import Texts

TURNS = ("page-before", "page-after")


def heading(texts: Texts, head: str, part: Part[Any]) -> str:
    """Return the head of a list, and which page of it this is if there are several."""
    if part.pages == 1:
        return head
    return f"{head}\n{texts('page-of', page=part.page + 1, pages=part.pages)}"


def turns(
    texts: Texts, part: Part[Any], turn: Callable[[int], Action], words: tuple[str, str] = TURNS
) -> tuple[tuple[Button, ...], ...]:
    """Return the row that leads to the pages before and after; nothing if there are none."""
    ways = zip(words, (part.page - 1, part.page + 1), strict=True)
    row = tuple(
        Button(texts.plain(text_id), turn(page).pack())
        for text_id, page in ways
        if 0 <= page < part.pages
    )
    return (row,) if row else ()
