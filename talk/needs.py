"""Reporting a need for training."""

from __future__ import annotations

from dataclasses import dataclass

from domain.vocabulary import Topic
from talk.action import Action, OfPage


class Needs(OfPage):
    """«Fortbildungsbedarf melden»: a page of topics."""

    CODE = "need-p"


@dataclass(frozen=True, slots=True)
class Need(Action):
    """A topic somebody needs a training on."""

    CODE = "need"
    topic: Topic
