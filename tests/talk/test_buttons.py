"""Buttons: what is packed comes back, and what was made up is refused."""

from __future__ import annotations

import pytest

from domain.vocabulary import Topic
from talk import action as buttons
from talk.action import MOST_BYTES, Action, OneOf, Within, Written
from talk.feedback import NextTopic, Rate
from talk.form import Pick
from talk.join import AgreedBefore
from talk.menu import Menu
from talk.profile import Follow, Topics
from talk.register import Mute, Register
from talk.report import MakeReport
from talk.seats import ChangeQuota


@pytest.fixture(autouse=True)
def _first_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each button be read for the first time: what reads it is kept after that."""
    monkeypatch.setattr(buttons, "_known", {})


LONGEST = "x" * (MOST_BYTES - len("fp:1:"))


@pytest.mark.parametrize(
    ("action", "text"),
    [
        (Menu(), "menu"),
        (Register(2**31 - 1, 0), "regi:2147483647:0"),
        (Mute(7, 1), "mute:7:1"),
        (Follow(999, 0, Topic.BASICS), "top-f:999:0:basics"),
        (ChangeQuota(7, "a-1"), "sqc:7:a-1"),
        (AgreedBefore("aZ-_9"), "yes:aZ-_9"),
        (AgreedBefore(""), "yes:"),
        (Pick(7, "office:a:b"), "fp:7:office:a:b"),
        (Pick(1, LONGEST), f"fp:1:{LONGEST}"),
        (NextTopic(7, ""), "fb-t:7:"),
        (Rate(7, 4, 5), "fb:7:4:5"),
    ],
)
def test_a_button_comes_back_as_it_was_packed(action: Action, text: str) -> None:
    assert action.pack() == text
    assert type(action).unpack(text) == action


def test_a_word_of_a_list_comes_back_as_one() -> None:
    assert type(Follow.unpack("top-f:0:1:basics").topic) is Topic
    assert Mute.pattern() == "^mute(:|~|$)"


@pytest.mark.parametrize(
    ("kind", "text", "because"),
    [
        (Menu, "menu:1", "'menu:1' is no Menu"),
        (Menu, "menu:", "is no Menu"),
        (Menu, "mute", "is no Menu"),
        (Mute, "mute:7", "'mute:7' is no Mute"),
        (Mute, "top-f:7:1", "is no Mute"),
        (Mute, "mute:7:1:1", "'1:1' is no number"),
        (Mute, "mute:2147483648:1", "2147483648 is out of bounds"),
        (Mute, "mute:-1:1", "-1 is out of bounds"),
        (Mute, "mute:01:1", "'01' is no number"),
        (Mute, "mute:+1:1", "'\\+1' is no number"),
        (Mute, "mute::1", "'' is no number"),
        (Mute, f"mute:{'1' * 19}:1", "is no number"),
        (Mute, f"mute:{'1' * 18}:1", "is out of bounds"),
        (Mute, "mute:1:2", "2 is out of bounds"),
        (Topics, "top:1000", "1000 is out of bounds"),
        (MakeReport, "files:9999", "9999 is out of bounds"),
        (Follow, "top-f:0:1:nothing", "is not a valid Topic"),
        (Follow, "top-f:0:1:ba sics", "'ba sics' is no word of ours"),
        (ChangeQuota, "sqc:7:A", "'A' is no word of ours"),
        (ChangeQuota, "sqc:7:a--b", "is no word of ours"),
        (Pick, "fp:1:a b", "is no word of ours"),
        (Pick, "fp:1:a~b", "is no word of ours"),
        (Pick, "fp:1:ä", "is no word of ours"),
        (AgreedBefore, "yes:ä", "is no word of ours"),
        (NextTopic, "fb-t:1:nothing", "'nothing' is no word of ours"),
        (Rate, "fb:7:5:5", "5 is out of bounds"),
        (Rate, "fb:7:4:0", "0 is out of bounds"),
        (Pick, f"fp:1:{LONGEST}x", "is longer than 50 bytes"),
    ],
)
def test_what_was_made_up_is_refused(kind: type[Action], text: str, because: str) -> None:
    with pytest.raises(ValueError, match=because):
        kind.unpack(text)


@pytest.mark.parametrize(
    "action", [Mute(-1, 1), Mute(1, 2), Pick(1, "~"), Pick(1, LONGEST + "x"), ChangeQuota(7, "")]
)
def test_a_button_cannot_be_packed_that_would_not_come_back(action: Action) -> None:
    with pytest.raises(ValueError, match=r"out of bounds|no word|longer than 50 bytes"):
        action.pack()


def test_bounds_lists_and_patterns() -> None:
    assert [n for n in range(5) if n in Within(1, 3)] == [1, 2, 3]
    assert [n for n in range(5) if n in OneOf((1, 3))] == [1, 3]
    assert [w for w in ("a", "aa", "ab") if w in Written("a+")] == ["a", "aa"]
