"""What a link into the chat is for: its first letters say so, and nothing else is one.

Links that were handed out before there were such letters hold the secret of an invitation and
nothing else. They go on working: what is as long as a secret is one, whatever it begins with.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.invite import TOKEN_LETTERS


class Purpose(StrEnum):
    """What a link may be for, by the letters it begins with."""

    INVITATION = "i-"
    TRAINING = "t-"
    SUBSTITUTE = "s-"
    ACCOUNT = "k-"
    CHECK_IN = "c-"


@dataclass(frozen=True, slots=True)
class Opening:
    """What somebody opened: the secret of an invitation, seat or account, or a training's name.

    Or the code at a door. The name is the one calendars know it by: it cannot be guessed, and is
    none elsewhere.
    """

    purpose: Purpose
    of: str

    def written(self) -> str:
        """Return it as it stands behind `start=` in a link."""
        return f"{self.purpose}{self.of}"


def read(said: str) -> Opening:
    """Return what somebody opened by what stands behind `/start`."""
    if len(said) != TOKEN_LETTERS:
        for purpose in Purpose:
            if said.startswith(purpose):
                return Opening(purpose, said.removeprefix(purpose))
    return Opening(Purpose.INVITATION, said)
