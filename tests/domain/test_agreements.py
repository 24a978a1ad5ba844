"""What was agreed upon: which titles there are, what they count as, and what is in force."""

from __future__ import annotations

from datetime import date

import pytest

from domain.agreements import (
    Agreed,
    AgreementState,
    AgreementTitle,
    dropped,
    in_order,
    kind_of,
    label_of,
    titles,
)
from domain.vocabulary import Procedure

PATH = AgreementTitle("weg", "Meldeweg  Kita ", Procedure.REPORTING_PATH)
OLD = AgreementTitle("alt", "Alter Weg", retired=True)
ADDED = [PATH, OLD]


def agreed(number: int, day: int = 1, title: str = "weg", **more: int | str) -> Agreed:
    return Agreed(number, date(2027, 3, day), title, **more)  # type: ignore[arg-type]


def test_a_title_is_tidy_and_none_of_the_closed_list() -> None:
    assert PATH.label == "Meldeweg Kita"
    assert OLD.kind is Procedure.PROCEDURE
    assert AgreementTitle("a", "x" * 120).label == "x" * 120
    for slug, label, why in [
        ("a", "x" * 121, "^label: at most 120 letters fit$"),
        ("a", " ", "label"),
        ("A b", "Weg", "slug|A b"),
        ("flyer", "Flyer", "^slug flyer is one of the closed list already$"),
    ]:
        with pytest.raises(ValueError, match=why):
            AgreementTitle(slug, label)


def test_what_the_network_added_is_offered_first_and_what_is_retired_not_at_all() -> None:
    assert titles(ADDED) == ["weg", *Procedure]
    assert titles([]) == [*Procedure]


def test_a_title_counts_as_its_kind_also_when_it_is_retired() -> None:
    assert kind_of(ADDED, "weg") is Procedure.REPORTING_PATH
    assert kind_of(ADDED, "alt") is Procedure.PROCEDURE
    assert kind_of(ADDED, "flyer") is Procedure.FLYER
    with pytest.raises(ValueError, match="nirgends"):
        kind_of(ADDED, "nirgends")


def test_a_label_stays_that_of_the_first_use() -> None:
    before = [agreed(1, label="Erster"), agreed(2, label="Zweiter"), agreed(3, title="alt")]

    assert label_of(ADDED, "weg", before) == "Erster"
    assert label_of(ADDED, "weg", []) == "Meldeweg Kita"
    assert label_of(ADDED, "alt", before) == "Alter Weg"
    assert label_of(ADDED, "flyer", before) == ""


def test_a_title_in_use_must_not_leave_the_file() -> None:
    used = [
        agreed(1, title="weg", label="W"),
        agreed(2, title="z", label="Z"),
        agreed(3, title="b", label="B"),
        agreed(4, title="z", label="Z"),
        agreed(5, title="flyer"),
    ]

    assert dropped(ADDED, used) == ["b", "z"]


def test_the_newest_in_force_stands_first_and_what_was_replaced_last() -> None:
    one, two, same_day = agreed(1, 1), agreed(2, 5), agreed(3, 5)
    newer, chain = agreed(4, 3, replaces=1), agreed(5, 2, replaces=4)

    assert in_order([one, two, same_day, newer, chain]) == [
        AgreementState(same_day),
        AgreementState(two),
        AgreementState(chain),
        AgreementState(newer, chain),
        AgreementState(one, newer),
    ]
