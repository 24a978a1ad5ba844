"""What is pressed when one dialogue was begun over another."""

from __future__ import annotations

from talk.action import OfDraft


class Resume(OfDraft):
    """«Weiter»: go on with the dialogue that was begun before."""

    CODE = "goon"


class Discard(OfDraft):
    """«Verwerfen»: forget the dialogue that was begun before."""

    CODE = "toss"
