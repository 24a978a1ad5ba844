"""Feedback after a training: five statements, one topic, thanks."""

from __future__ import annotations

from domain.feedback import QUESTIONS, SCORES
from domain.message import Button, Message
from domain.network import Network
from domain.training import Training
from domain.vocabulary import Topic
from talk.feedback import NextTopic, NextTopics, NotRate, Rate
from texts.cards import menu_row, when
from texts.catalogue import Texts
from texts.topics import topic_rows


def ask(texts: Texts, network: Network, training: Training, registration_id: int) -> Message:
    """Ask for feedback, beginning with the first statement; saying no is as easy."""
    head = texts("feedback-head", title=training.title, when=when(texts, network, training))
    first = question(texts, training, registration_id, 0)
    no = Button(texts.plain("feedback-no"), NotRate(registration_id).pack())
    return Message(f"{head}\n\n{first.text}", (*first.buttons, (no,)))


def question(texts: Texts, training: Training, registration_id: int, number: int) -> Message:
    """Return a statement with five answers; after the last one, the question for a topic."""
    if number == len(QUESTIONS):
        return topics(texts, registration_id, 0)
    text = texts(
        "feedback-question",
        number=number + 1,
        of=len(QUESTIONS),
        title=training.title,
        statement=texts.label("feedback", QUESTIONS[number]),
    )
    rows = tuple(
        (Button(texts.label("score", str(score)), Rate(registration_id, number, score).pack()),)
        for score in SCORES
    )
    return Message(text, rows)


def topics(texts: Texts, registration_id: int, page: int) -> Message:
    """Ask which topic is needed next."""

    def choose(topic: Topic) -> NextTopic:
        return NextTopic(registration_id, topic)

    rows = topic_rows(texts, page, choose, lambda to: NextTopics(registration_id, to))
    none = Button(texts.plain("feedback-no-topic"), NextTopic(registration_id, "").pack())
    return Message(texts("feedback-topic"), (*rows, (none,)))


def thanks(texts: Texts) -> Message:
    """Say thanks."""
    return Message(texts("feedback-thanks"), (menu_row(texts),))


def declined(texts: Texts) -> Message:
    """Say that no answer is an answer too."""
    return Message(texts("feedback-declined"), (menu_row(texts),))
