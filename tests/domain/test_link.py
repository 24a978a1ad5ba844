"""Addresses of online rooms: which are handed out, and what keeps one back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.link import BadLink, bad_link
from domain.person import tidy_name
from domain.plan import Problem, bad_address, with_scheme
from domain.typed import one_line


@pytest.mark.parametrize(
    "link",
    [
        "https://konferenz.example/raum", "http://a.example", "https://a.example:8443/b?c=d&e=f#g",
        "https://xn--mller-kva.example/", "https://zoom.example/j/123?pwd=a@b", "HTTPS://A.EXAMPLE/",
        "https://a.example/straße", "https://127.0.0.1:8080/x",
    ],
)  # fmt: skip
def test_addresses_that_people_can_open(link: str) -> None:
    assert bad_link(link) is None


@pytest.mark.parametrize(
    ("link", "wrong"),
    [
        ("https://user:pw@a.example/", BadLink.USER), ("https://a.example@b.example", BadLink.USER),
        ("https://@a.example/", BadLink.USER), ("javascript:alert(1)", BadLink.FORM),
        ("ftp://a.example/", BadLink.FORM), ("data:text/html,x", BadLink.FORM),
        ("a.example/b", BadLink.FORM), ("https://a", BadLink.FORM), ("https://", BadLink.FORM),
        ("https://müller.example/", BadLink.FORM), ("https://аpple.example/", BadLink.FORM),
        ("https://a.example:99999/", BadLink.FORM), ("https://a.example:0/", BadLink.FORM),
        ("https://a.example\\@b.example/", BadLink.FORM), ("https://a..example/", BadLink.FORM),
        ("https://-a.example/", BadLink.FORM), ("https://a.example/b c", BadLink.FORM),
        ("https://a.example/\x07", BadLink.FORM), ("https://a.example/\u202e", BadLink.FORM),
        ("https://a.example/<b>", BadLink.FORM), ('https://a.example/"', BadLink.FORM),
        ("https://a.example/" + "x" * 300, BadLink.FORM), ("https://[::1", BadLink.FORM),
    ],
)  # fmt: skip
def test_what_is_no_address_to_hand_out(link: str, wrong: BadLink) -> None:
    assert bad_link(link) is wrong


@given(text=st.text(max_size=40))
def test_any_text_gets_an_answer(text: str) -> None:
    for typed in (text, f"https://{text}", f"https://a.example/{text}"):
        link = with_scheme(one_line(typed))

        assert bad_address(link) is not None or link.isprintable()


def test_a_name_before_the_host_is_told_apart() -> None:
    assert bad_address("https://a:b@c.example/") is Problem.LINK_USER


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna\u202e  Bauer\u200b", "Anna Bauer"), ("Zoe\u0308 Z\u0323", "Zoë Ẓ"),
        ("O’Neill-Groß", "O’Neill-Groß"), ("=1+1", None), ("-Anna", None), ("A", None),
        ("Anna <b>", None), ("\u0301a", None),
    ],
)  # fmt: skip
def test_a_name_is_fit_for_a_list(text: str, name: str | None) -> None:
    assert tidy_name(text) == name
