"""The threat model: each flow and each kind of threat is thought of, each answer has its test."""

from __future__ import annotations

import re

import pytest

from tests.folder.proofs import ROOT, TEST, missing_files, missing_tests, read, table_under

PAGE = ROOT / "docs" / "threat-model.md"
STRIDE = {
    "Spoofing": "S",
    "Tampering": "T",
    "Repudiation": "R",
    "Information disclosure": "I",
    "Denial of service": "D",
    "Elevation of privilege": "E",
}


def threats(kind: str) -> list[list[str]]:
    return table_under(read(PAGE), f"## {kind}")


def flows() -> set[str]:
    return {row[0] for row in table_under(read(PAGE), "## Data flows")}


@pytest.mark.parametrize("kind", STRIDE)
def test_each_threat_has_an_answer_and_a_test_that_exists(kind: str) -> None:
    rows = threats(kind)

    assert [row[0] for row in rows] == [f"{STRIDE[kind]}{n}" for n in range(1, len(rows) + 1)]
    assert len(rows) > 2
    for number, _, threat, answer, proofs, limit in rows:
        assert threat, number
        assert answer, number
        assert TEST.search(proofs), number
        assert missing_tests(proofs) == [], number
        assert limit, number


def test_each_flow_has_threats_and_no_other_is_named() -> None:
    named = {row[1] for kind in STRIDE for row in threats(kind)}

    assert named == flows()
    assert all(re.fullmatch(r"F\d", flow) for flow in named)


def test_no_other_kind_of_threat_stands_there() -> None:
    heads = re.findall(r"^## (.+)$", read(PAGE), re.MULTILINE)

    assert heads == ["Data flows", *STRIDE]
    assert missing_files(PAGE, read(PAGE)) == []
