"""What people thought of an event: five items from 1 to 5, counted at once, never kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SCORES = range(1, 6)


class FeedbackItem(StrEnum):
    """What is asked; FORM counts who answered at all."""

    FORM = "form"
    USEFUL = "useful"
    APPLICABLE = "applicable"
    EXCHANGE = "exchange"
    ORGANISATION = "organisation"
    RECOMMEND = "recommend"


#: The five questions, in the order they are asked.
QUESTIONS = tuple(item for item in FeedbackItem if item is not FeedbackItem.FORM)


@dataclass(frozen=True, slots=True)
class Answers:
    """So many answers to an item with a score; forms have the score 0."""

    training_id: int
    item: FeedbackItem
    score: int
    n: int

    def __post_init__(self) -> None:
        """Refuse scores that nobody can give."""
        asked = range(1) if self.item is FeedbackItem.FORM else SCORES
        if self.score not in asked:
            raise ValueError(f"{self.item} cannot have the score {self.score}")
