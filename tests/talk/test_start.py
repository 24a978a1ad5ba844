"""A link says what it is for; those handed out before it did go on working."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.invite import TOKEN_LETTERS
from storage.crypto import new_token
from talk.join import Agree
from talk.start import Opening, Purpose, read

LETTERS = "ABCXYZabcxyzit0189-_"
secrets = st.text(LETTERS, min_size=TOKEN_LETTERS, max_size=TOKEN_LETTERS)


@given(secrets)
def test_an_invitation_comes_back_from_its_link(token: str) -> None:
    opening = Opening(Purpose.INVITATION, token)

    assert read(opening.written()) == opening


@given(secrets, st.sampled_from(["", *Purpose]))
def test_a_link_from_before_is_an_invitation_whatever_it_begins_with(
    token: str, begins: str
) -> None:
    old = f"{begins}{token}"[:TOKEN_LETTERS]

    assert read(old) == Opening(Purpose.INVITATION, old)


@given(st.uuids(version=4))
def test_a_training_comes_back_from_its_link(uid: UUID) -> None:
    opening = Opening(Purpose.TRAINING, str(uid))

    assert read(opening.written()) == opening


@pytest.mark.parametrize("said", ["ask", "x-7", "unknown-token", "i", "t", "T-7"])
def test_what_begins_like_no_purpose_is_a_secret_that_nobody_has(said: str) -> None:
    assert read(said) == Opening(Purpose.INVITATION, said)


@given(st.sampled_from(Purpose), st.sampled_from(Purpose))
def test_no_purpose_begins_like_another(one: Purpose, other: Purpose) -> None:
    assert one is other or not one.startswith(other)


def test_each_link_is_as_long_as_telegram_takes_and_a_secret_as_we_say() -> None:
    """No link to a training is as long as a secret, and it fits beside a version, too."""
    token = new_token()

    assert len(token) == TOKEN_LETTERS
    assert len(Opening(Purpose.INVITATION, token).written()) <= 64
    linked = Opening(Purpose.TRAINING, str(uuid4())).written()

    assert TOKEN_LETTERS < len(linked) <= 64
    assert Agree(linked, 9999).pack()
