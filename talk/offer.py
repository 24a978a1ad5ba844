"""Looking for a training: filters travel in the buttons, so nothing is kept of what was sought."""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass, replace
from typing import Annotated

from domain.message import Button, Message
from domain.offer import MONTHS_A_YEAR, Filter, Sought
from domain.vocabulary import Topic
from talk.action import Action, Position, Within

#: Topics by their place in the list, which only grows at its end; 0 for none.
_TOPICS = tuple(Topic)
AnyTopic = Annotated[int, Within(0, len(_TOPICS))]
_FIRST_YEAR, _LAST_YEAR = 2000, 2999
#: Months from the first one on, and municipalities by their official keys; 0 for none.
AnyMonth = Annotated[int, Within(0, MONTHS_A_YEAR * (_LAST_YEAR - _FIRST_YEAR))]
AnyTown = Annotated[int, Within(0, 99_999_999)]
#: The highest number of a page that buttons carry.
LAST_PAGE = 999
_ONLINE, _EVERYONE = 1, 2
#: What is switched on or off, added up.
Switches = Annotated[int, Within(0, _ONLINE | _EVERYONE)]
#: The filters whose values are chosen from a list.
LISTED = (Filter.TOPIC, Filter.MONTH, Filter.TOWN)
_WAY = re.compile(r"~(\d{1,4}(?:\.\d{1,8}){4})$")


@dataclass(frozen=True, slots=True)
class Browse(Action):
    """A page of what fits."""

    CODE = "look"
    page: Position = 0
    topic: AnyTopic = 0
    month: AnyMonth = 0
    switches: Switches = 0
    town: AnyTown = 0


@dataclass(frozen=True, slots=True)
class Seek(Action):
    """«Filtern»: which filters there are, and how many trainings fit."""

    CODE = "seek"
    topic: AnyTopic = 0
    month: AnyMonth = 0
    switches: Switches = 0
    town: AnyTown = 0


@dataclass(frozen=True, slots=True)
class SeekBy(Action):
    """The values of one filter, page by page."""

    CODE = "seekby"
    which: Annotated[int, Within(0, len(LISTED) - 1)]
    page: Position = 0
    topic: AnyTopic = 0
    month: AnyMonth = 0
    switches: Switches = 0
    town: AnyTown = 0


class PrintFound(Seek):
    """«Als Programm»: what fits, to print and for the calendar."""

    CODE = "seekp"


def sought_by(pressed: Browse | Seek | SeekBy) -> Sought:
    """Return the filters that a button carries."""
    return Sought(
        _TOPICS[pressed.topic - 1] if pressed.topic else None,
        pressed.month + _FIRST_YEAR * MONTHS_A_YEAR - 1 if pressed.month else None,
        online=bool(pressed.switches & _ONLINE),
        everyone=bool(pressed.switches & _EVERYONE),
        town=f"{pressed.town:08}" if pressed.town else None,
    )


def carried(sought: Sought) -> tuple[int, int, int, int]:
    """Return filters as the last numbers of a button."""
    month = sought.month
    return (
        0 if sought.topic is None else _TOPICS.index(sought.topic) + 1,
        0 if month is None else month - _FIRST_YEAR * MONTHS_A_YEAR + 1,
        _ONLINE * sought.online | _EVERYONE * sought.everyone,
        int(sought.town or 0),
    )


def way_to(look: Browse) -> str:
    """Return what other buttons carry to lead back to a page."""
    return ".".join(map(str, astuple(look)))


def led_by(way: str) -> Browse:
    """Return the page that buttons lead back to. Raises ValueError if there is none such."""
    return Browse.unpack(f"{Browse.CODE}:{way.replace('.', ':')}")


def leading_back(message: Message, way: str) -> Message:
    """Return a message whose buttons all know the list that one came from."""
    rows = tuple(tuple(_marked(button, way) for button in row) for row in message.buttons)
    return replace(message, buttons=rows)


def _marked(button: Button, way: str) -> Button:
    return replace(button, action=f"{button.action}~{way}") if button.action else button


def came_from(data: str) -> str:
    """Return the way back to the list that a pressed button knows, or nothing."""
    found = _WAY.search(data)
    try:
        return way_to(led_by(found[1])) if found else ""
    except ValueError:  # made up
        return ""


def without_way(data: str) -> str:
    """Return a button's action without the way back."""
    return _WAY.sub("", data)
