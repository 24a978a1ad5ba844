"""The ledger on the command line: each bad row is told in one line, and then nothing is taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from domain.ledger_file import COLUMNS, IMPORTED
from storage.crypto import new_key
from tests.process.support import call

pytestmark = pytest.mark.process
ROOT = Path(__file__).resolve().parents[2]


def test_each_bad_row_is_one_line_and_a_sealed_year_is_named(tmp_path: Path) -> None:
    settings = {"NETZBOTE_ENCRYPTION_KEYS": new_key()}

    def ledger(*words: str) -> tuple[int, str, str]:
        done = call("ledger", *words, settings=settings, cwd=tmp_path)
        return done.returncode, done.stdout, done.stderr

    assert ledger("seal", "2023")[0] == 0
    rows = ["day;kind;n;detail", "2023-05-01;advice-total;4;", "2024-05-01;need;7;no-such-topic"]
    (tmp_path / "bad.csv").write_text("\n".join([*rows, "2024-05-01;advice-total;4;"]))
    code, said, problem = ledger("import", "bad.csv")
    lines = problem.splitlines()

    assert (code, said) == (1, "")
    assert lines[0] == "line 2, day: the year 2023 is sealed"
    assert lines[1].startswith("line 3, detail: 'no-such-topic' is none of: basics, ")
    assert lines[2:] == ["netzbote: nothing was taken: 2 rows are wrong in bad.csv"]
    assert ledger("export", "2023", "2024")[1].splitlines() == [",".join(COLUMNS)]

    (tmp_path / "old.csv").write_bytes("day;kind;n\n2024-05-01;Früher;4".encode("latin-1"))

    assert ledger("import", "old.csv")[::2] == (
        1,
        "netzbote: old.csv is no text in UTF-8; save it as «CSV UTF-8»\n",
    )


def test_the_page_on_the_file_names_all_columns_and_kinds() -> None:
    page = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")

    assert all(f"`{name}`" in page for name in (*COLUMNS, *IMPORTED))
