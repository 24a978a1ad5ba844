"""What an answer shows that says where somebody stands: drawn when it is sent, never before."""

from __future__ import annotations

from enum import StrEnum


class View(StrEnum):
    """What is drawn from the facts of the moment of sending."""

    CARD = "card"  # a training, and where the person stands in it
    DETAILS = "details"
    LEAVING = "leaving"  # the question before somebody gives up a seat or a place in the line
    LEFT = "left"  # what the question becomes once that is done
    OFF = "off"  # the file that takes the date out of the calendar again
    CALENDAR = "calendar"
    OFFERED = "offered"  # a page of what is on offer and fits what is looked for
    MINE = "mine"  # a page of what somebody has
