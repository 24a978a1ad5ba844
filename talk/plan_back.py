"""Taking a training back that nobody knows of yet."""

from __future__ import annotations

from talk.action import OfTraining


class AskTakeBack(OfTraining):
    """«Zurücknehmen»: asks back once."""

    CODE = "mgb"


class TakeBack(OfTraining):
    """«Ja, zurücknehmen»."""

    CODE = "mgt"
