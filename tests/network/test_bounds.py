"""What comes from outside is bounded before it is used, and whatever can be set is read."""
# ruff: noqa: E501 - a case is a line

from __future__ import annotations

import ast
import tracemalloc
from dataclasses import fields
from pathlib import Path

import pytest

from bot.network_file import NetworkFileError, load, retired, shipped
from bot.settings import Settings, SettingsProblem, read
from domain.contacts import ContactPoint
from domain.network import (
    Body,
    Defaults,
    Municipality,
    Network,
    Office,
    Partner,
    ReminderRule,
    ReportRules,
    Retention,
    Thresholds,
)
from domain.quiet import QuietHours
from tests.network.test_network_file import SMALLEST
from tests.sources import parsed, walk

ROOT = Path(__file__).resolve().parents[2]
PARTS = (
    *(
        Network,
        Office,
        Municipality,
        Partner,
        Body,
        ReminderRule,
        Defaults,
        ContactPoint,
        Retention,
    ),
    *(Thresholds, ReportRules, QuietHours),
)
TABLES = {Defaults: "defaults", Retention: "retention", Thresholds: "report.thresholds"}


def complaint(folder: Path, text: str | bytes) -> str:
    """Return the one line that is said of a network's file."""
    path = folder / "network.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(NetworkFileError) as caught:
        load(path)
    said = str(caught.value)

    assert "\n" not in said
    assert len(said) < 400
    return said.removeprefix(f"{path}: ")


def numbers() -> list[tuple[str, str]]:
    """Return each table and key that holds a whole number or a fraction."""
    return [
        (table, field.name)
        for part, table in TABLES.items()
        for field in fields(part)
        if isinstance(field.default, int | float)
    ]


@pytest.mark.parametrize(("table", "key"), numbers())
def test_each_number_has_a_range(tmp_path: Path, table: str, key: str) -> None:
    for value in ("-1", "1000000000", "1" + "0" * 30, "1e300", "nan", "inf"):
        said = complaint(tmp_path, f"{SMALLEST}\n[{table}]\n{key} = {value}\n")

        assert key in said, (value, said)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("established = 2024", "established = 1989", "established must be a year from 1990 to 2100"),
        ("established = 2024", "established = 2024\n[quiet]\nholidays=[0001-01-01]\n", "holidays[1]"),
        ('title = "Jahresbericht"', 'title = "  "', "title must not be empty"),
        ('title = "Jahresbericht"', f'title = "{"x" * 301}"', "report.title: has 301 signs"),
        ('author = "Konferenz"', 'author = "K"\nsmall_cell = 101', "must lie between 3 and 100"),
        ("[contact]", "a = " + "[" * 5000 + "]" * 5000 + "\n[contact]", "nested too deeply"),
        ("[contact]", "a = " + "[" * 12 + "]" * 12 + "\n[contact]", "nested too deeply"),
        ("[contact]", "a" + ".a" * 3000 + " = 1\n[contact]", "nested too deeply"),
        ("[contact]", "a = " + "9" * 5000 + "\n[contact]", "a number that is too large"),
        ("[contact]", "a = [" + "1," * 500 + "]\n[contact]", "a: has 500 entries, at most 400 fit"),
        ("[contact]", "#" * 200_000 + "\n[contact]", "is larger than 200 kB"),
        ('mail = "x@kreis.example"', 'mail = "x@kreis.example"\nphone = "' + "1" * 61 + '"', "phone"),
        ('ags = "05000001"', 'ags = "٠٥٠٠٠٠٠١"', "must have eight digits"),
    ],
)  # fmt: skip
def test_what_has_no_bounds_is_one_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in SMALLEST
    assert said in complaint(tmp_path, SMALLEST.replace(old, new, 1))


def test_many_offices_are_too_many(tmp_path: Path) -> None:
    office = SMALLEST[SMALLEST.index("[[offices]]") :]
    more = "".join(
        office.replace("x-kreis", f"x-{n}").replace("Kreis X", f"Ort {n}").replace("0001", f"{n:04}")
        for n in range(10, 80)
    )  # fmt: skip

    assert "offices: at most 60 fit" in complaint(tmp_path, SMALLEST + more.replace("Stadt X", "Y"))


def test_nothing_large_is_made_of_a_large_file(tmp_path: Path) -> None:
    path = tmp_path / "large.toml"
    path.write_bytes(b"a = [" + b"1," * 5_000_000 + b"]")
    tracemalloc.start()
    with pytest.raises(NetworkFileError, match="larger than 200 kB"):
        load(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 5_000_000


def test_texts_are_read_as_people_see_them(tmp_path: Path) -> None:
    path = tmp_path / "network.toml"
    odd = SMALLEST.replace("Vereinbarung", " Koop\u200b\u202eera\u0308tion  ").replace(
        "LVR", "L\u00a0V"
    )
    path.write_text(odd, encoding="utf-8")
    network = load(path)

    assert (network.legal_form, network.landesjugendamt) == ("Kooperätion", "L V")


def test_what_earlier_versions_asked_for_may_stay_and_is_named(tmp_path: Path) -> None:
    path = tmp_path / "network.toml"
    path.write_text(f"{SMALLEST}\n[defaults]\noffer_hours = 48\ncapacity = 30\n", encoding="utf-8")

    assert load(path).defaults.capacity == 30
    assert retired(path) == ["defaults.offer_hours"]
    assert [retired(name) for name in shipped()] == [[], []]


def reads() -> dict[str, set[str]]:
    """Return which attributes are read in which files."""
    found: dict[str, set[str]] = {}
    for room in ("bot", "handlers", "scheduler", "storage", "texts", "talk", "domain"):
        for path in (ROOT / room).rglob("*.py"):
            name = path.relative_to(ROOT).as_posix()
            for node in walk(parsed(path)):
                if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
                    found.setdefault(node.attr, set()).add(name)
    return found


#: Official keys tell towns of one name apart when the file is checked; nothing else asks for them.
CHECKED_ONLY = {"ags"}


@pytest.mark.long
def test_each_key_of_a_network_is_read_by_some_code() -> None:
    found = reads()
    unread = [
        f"{part.__name__}.{field.name}"
        for part in PARTS
        for field in fields(part)
        if field.name not in CHECKED_ONLY and not found.get(field.name, set()) - {"domain/network.py"}
    ]  # fmt: skip

    assert unread == []


def test_each_setting_is_read_by_some_code() -> None:
    found = reads()

    assert [name for name in Settings.model_fields if name not in found] == []


@pytest.mark.parametrize(
    ("name", "value", "meant"),
    [
        ("MESSAGES_PER_SECOND", "28,5", 28.5),
        ("LOG_LEVEL", "info", "INFO"),
        ("LOG_FORMAT", "JSON", "json"),
    ],
)
def test_what_is_meant_is_understood(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str, meant: object
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(f"NETZBOTE_{name}", value)

    assert getattr(read(), name.lower()) == meant


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("MESSAGES_PER_SECOND", value) for value in ("0", "-1", "nan", "inf", "1e-300", "1001")),
        *(("BOT_TOKEN", value) for value in ("x", "1:a b", "1:" + "x" * 300, "1:é")),
        *(("LISTEN", value) for value in ("h:65536", "h:²", "h:-1", "h:", "h h:1", "x" * 300 + ":1")),
        *(("WEBHOOK_SECRET", value) for value in ("short", "x" * 257, "ümlaut-ümlaut-ümlaut")),
        ("ENCRYPTION_KEYS", ",".join(["k"] * 21)),
        ("ENCRYPTION_KEYS", "k" * 2_001),
        ("DATABASE_URL", "sqlite:///" + "x" * 2_000),
        ("TIMEZONE", "x" * 2_000),
        ("TIMEZONE", "../../etc/passwd"),
    ],
)  # fmt: skip
def test_each_setting_has_its_bounds(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, value: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(f"NETZBOTE_{name}", value)
    asked = {
        "BOT_TOKEN": Settings.token,
        "LISTEN": Settings.address,
        "WEBHOOK_SECRET": Settings.secret,
        "ENCRYPTION_KEYS": Settings.keys,
        "TIMEZONE": Settings.load_network,
    }
    with pytest.raises(SettingsProblem) as caught:
        asked.get(name, Settings.database)(read())

    assert str(caught.value).startswith(f"NETZBOTE_{name}")
    assert len(str(caught.value)) < 500


def test_a_file_with_a_setting_is_bounded_too(tmp_path: Path) -> None:
    path = tmp_path / "keys"
    for content, said in ((b"k" * 30_000, "larger than 20 kB"), (b"\xff\xfek", "is not UTF-8")):
        path.write_bytes(content)
        with pytest.raises(SettingsProblem, match=said):
            Settings(encryption_keys_file=path).keys()
