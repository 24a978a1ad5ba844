"""What those who spoke learn of the feedback: means from ten answers on, nothing else."""

from __future__ import annotations

from fractions import Fraction

from domain.feedback import Answers, FeedbackItem, means

USEFUL, EXCHANGE = FeedbackItem.USEFUL, FeedbackItem.EXCHANGE


def useful(scores: dict[int, int]) -> list[Answers]:
    """Return answers on how useful it was: so many with each score."""
    return [Answers(1, USEFUL, score, n) for score, n in scores.items()]


def test_a_mean_weighs_each_score_by_its_answers() -> None:
    found = means([*useful({5: 7, 2: 4}), Answers(1, EXCHANGE, 3, 10)])

    assert found == {USEFUL: Fraction(43, 11), EXCHANGE: Fraction(3)}


def test_ten_answers_are_enough_and_nine_are_not() -> None:
    assert means(useful({5: 5, 1: 5})) == {USEFUL: Fraction(3)}
    assert means(useful({5: 5, 1: 4})) == {}
    assert means([*useful({5: 9}), Answers(1, EXCHANGE, 5, 9)]) == {}


def test_how_many_answered_is_told_to_nobody() -> None:
    assert means([Answers(1, FeedbackItem.FORM, 0, 40)]) == {}
    assert means([]) == {}
