"""The ledger on the command line: each bad row is told in one line, and then nothing is taken."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from domain.ledger.file import COLUMNS, IMPORTED
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


def test_a_digest_is_told_to_be_kept_and_checked_later(tmp_path: Path) -> None:
    settings = {"NETZBOTE_ENCRYPTION_KEYS": new_key()}

    def ledger(*words: str) -> tuple[int, list[str], str]:
        done = call("ledger", *words, settings=settings, cwd=tmp_path)
        return done.returncode, done.stdout.splitlines(), done.stderr

    assert ledger("verify") == (0, ["No year is sealed yet."], "")
    first = ledger("seal", "2023")[1][-1]
    kept = first.rpartition(" ")[2]

    assert first == f"Keep this elsewhere; verify --digest checks it later: {kept}"
    assert ledger("verify")[1][-2:] == ["Everything is as it was sealed.", first]

    ledger("seal", "2024")
    code, said, _ = ledger("verify", "--digest", kept.upper())

    assert (code, said[2]) == (0, "The digest proves all seals up to the one of 2023.")
    assert ledger("verify", "--digest", "a" * 64)[::2] == (
        1,
        "netzbote: these are not the seals of that digest\n",
    )
    assert ledger("verify", "--digest", "12")[::2] == (
        1,
        "netzbote: --digest needs the 64 digits that verify told to keep\n",
    )

    with contextlib.closing(sqlite3.connect(tmp_path / "data" / "netzbote.db")) as opened, opened:
        opened.execute("DROP TRIGGER guard_year_seal_delete")
        opened.execute("DELETE FROM year_seal WHERE year = 2024")

    code, _, problem = ledger("verify")

    assert code == 1
    assert problem.removeprefix("netzbote: ").rstrip().split("; ") == [
        "the last seals are not the ones that were made",
        "the database guards less than it should: guard_year_seal_delete",
    ]


def test_the_page_on_the_file_names_all_columns_and_kinds() -> None:
    page = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")

    assert all(f"`{name}`" in page for name in (*COLUMNS, *IMPORTED))
