"""A network's file: both shipped ones are right, and a wrong one says what to do."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from bot.network_file import NetworkFileError, check_template, load, public_holidays, shipped
from domain.network import Names, Network, ReminderRule
from domain.quiet import QuietHours
from domain.vocabulary import COUNTY_WIDE, ReminderStage, Sector
from texts.catalogue import Texts, languages
from texts.documents.report_template import default_template
from texts.institutions import institution

SMALLEST = """
slug = "kreis-x"
name = "Netzwerk <X> & Co."
short = "X"
county = "Kreis X"
established = 2024
legal_form = "Vereinbarung"
lead = "Jugendamt"
landesjugendamt = "LVR"
timezone = "Europe/Berlin"

[contact]
mail = "x@kreis.example"

[report]
title = "Jahresbericht"
author = "Konferenz"

[[offices]]
slug = "x-kreis"
label = "Jugendamt Kreis X"
short_label = "Kreis X"
municipalities = [{ ags = "05000001", name = "Stadt X" }]
"""


@pytest.fixture
def network_file(tmp_path: Path) -> Path:
    path = tmp_path / "kreis-x.toml"
    path.write_text(SMALLEST, encoding="utf-8")
    return path


def edit(path: Path, old: str, new: str) -> Path:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def complaint(path: Path | str) -> str:
    with pytest.raises(NetworkFileError) as caught:
        load(path)
    message = str(caught.value)

    assert "\n" not in message
    return message.removeprefix(f"{path}: ")


@pytest.mark.parametrize("name", shipped())
def test_shipped_networks_keep_the_agreed_rules(name: str) -> None:
    network = load(name)

    assert network.slug == name
    assert network.timezone == "Europe/Berlin"
    assert network.names is Names.OPTIONAL
    assert network.presence is False
    assert network.defaults.deadline_days == 14
    assert network.defaults.reminders == (
        ReminderRule(ReminderStage.ONE_WEEK, 7, time(8)),
        ReminderRule(ReminderStage.ONE_DAY, 1, time(8)),
    )
    assert network.quiet == QuietHours(time(20), time(7), sundays=True, holidays=public_holidays())
    assert network.report.small_cell == 5
    assert network.sectors == tuple(Sector)
    assert network.contact.is_placeholder
    assert network.report.basis.startswith("Die Zusammenarbeit beruht auf ")
    assert len(network.bodies) >= 3
    assert all(body.task.endswith(".") for body in network.bodies)


def test_rhein_kreis_neuss_has_six_offices_and_a_taetigkeitsbericht() -> None:
    network = load("rhein-kreis-neuss")

    assert {each.slug: [town.ags for town in each.municipalities] for each in network.offices} == {
        "rkn-kreis": ["05162012", "05162020", "05162028"],
        "rkn-dormagen": ["05162004"],
        "rkn-grevenbroich": ["05162008"],
        "rkn-kaarst": ["05162016"],
        "rkn-meerbusch": ["05162022"],
        "rkn-neuss": ["05162024"],
    }
    assert network.report.title == "Tätigkeitsbericht"
    assert network.report.author == "Konferenz der Koordinierungsstellen"
    assert network.established == 2023


def test_kreis_steinfurt_has_five_offices_and_four_partners() -> None:
    network = load("kreis-steinfurt")
    towns = {each.slug: len(each.municipalities) for each in network.offices}

    assert towns == {
        "st-kreis": 20,
        "st-emsdetten": 1,
        "st-greven": 1,
        "st-ibbenbueren": 1,
        "st-rheine": 1,
    }
    assert {each.sector for each in network.partners} == {
        Sector.POLICE,
        Sector.JUSTICE,
        Sector.HEALTH,
        Sector.SCHOOL,
    }
    assert network.lead == "Kreisjugendamt Steinfurt"
    assert network.report.title == "Jahresbericht"


@pytest.mark.parametrize(
    ("name", "county"), [("kreis-steinfurt", "05566"), ("rhein-kreis-neuss", "05162")]
)
def test_all_municipalities_lie_in_the_county(name: str, county: str) -> None:
    keys = [town.ags for office in load(name).offices for town in office.municipalities]

    assert {key[:5] for key in keys} == {county}
    assert all(int(key[5:]) % 4 == 0 or key == "05162022" for key in keys)


def every_name(network: Network) -> list[str]:
    towns = [town.name for office in network.offices for town in office.municipalities]
    return towns + [text for each in network.offices for text in (each.label, each.short_label)]


@pytest.mark.parametrize(
    ("name", "word"), [("kreis-steinfurt", "Steinfurt"), ("rhein-kreis-neuss", "Neuss")]
)
def test_town_and_county_of_one_name_are_never_mixed_up(name: str, word: str) -> None:
    told_apart = ("Stadt", "Kreis", "Kreisjugendamt", "Rhein-Kreis")
    mentions = [each.split() for each in every_name(load(name)) if word in each]

    assert mentions
    assert all(words[words.index(word) - 1] in told_apart for words in mentions)


def test_names_of_institutions() -> None:
    network = load("kreis-steinfurt")

    def named(office: str, sector: Sector, label: str) -> str:
        return network.institution_label(office, sector, label, "kreisweit")

    assert named("st-rheine", Sector.YOUTH_OFFICE, "Jugendamt") == "Jugendamt der Stadt Rheine"
    assert named(COUNTY_WIDE, Sector.POLICE, "Polizei") == "Polizei im Kreis Steinfurt"
    assert named("st-kreis", Sector.DAYCARE, "Kita") == "Kita, Kreis Steinfurt"
    assert named(COUNTY_WIDE, Sector.DAYCARE, "Kita") == "Kita, kreisweit"
    with pytest.raises(KeyError):
        named("rkn-kaarst", Sector.POLICE, "Polizei")


def test_people_belong_to_an_office_or_to_the_county() -> None:
    network = load("rhein-kreis-neuss")

    assert network.has_institution("rkn-kaarst", Sector.SCHOOL)
    assert network.has_institution(COUNTY_WIDE, Sector.POLICE)
    assert not network.has_institution(COUNTY_WIDE, Sector.YOUTH_OFFICE)
    assert not network.has_institution("st-rheine", Sector.SCHOOL)


def test_holidays_are_those_of_north_rhine_westphalia() -> None:
    days = public_holidays()

    assert date(2027, 5, 27) in days  # Corpus Christi
    assert date(2027, 1, 6) not in days  # Epiphany, further south
    assert {day.year for day in days} == set(range(2023, 2041))


def test_a_short_file_is_enough(network_file: Path) -> None:
    network = load(network_file)

    assert network.name == "Netzwerk <X> & Co."
    assert network.defaults.capacity == 20
    assert network.quiet.holidays == public_holidays()


def test_a_network_chooses_its_holidays(network_file: Path) -> None:
    none = load(edit(network_file, "[contact]", "[quiet]\nholidays = false\n[contact]"))
    own = load(edit(network_file, "holidays = false", "holidays = [2027-02-08]"))

    assert none.quiet.holidays == frozenset()
    assert own.quiet.holidays == {date(2027, 2, 8)}


def names(path: Path, template: str) -> Path:
    """Let a network's file name a Word template."""
    return edit(path, "[report]", f"[report]\ntemplate = {template!r}")


def test_a_template_lies_where_the_networks_file_says(
    network_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "word").mkdir()
    own = tmp_path / "word" / "vorlage.docx"
    own.write_bytes(default_template())
    names(network_file, "word/vorlage.docx")
    monkeypatch.chdir(tmp_path.parent)
    network = load(Path(tmp_path.name) / network_file.name)
    monkeypatch.chdir("/")
    check_template(network)

    assert network.report.template == own


@pytest.mark.long
def test_a_template_that_cannot_be_used_is_told_in_one_line(
    network_file: Path, tmp_path: Path
) -> None:
    network = load(names(network_file, "vorlage.docx"))
    with pytest.raises(NetworkFileError) as missing:
        check_template(network)
    (tmp_path / "vorlage.docx").write_text("Sehr geehrte", encoding="utf-8")
    with pytest.raises(NetworkFileError) as other:
        check_template(network)
    check_template(load("kreis-steinfurt"))

    assert str(missing.value) == f"report.template: there is no template {tmp_path}/vorlage.docx"
    assert str(other.value).endswith("vorlage.docx is no Word file (.docx)")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("[report]", "[report]\ntemplate = 'letter.odt'", "report: template must be a Word file"),
        ("[report]", "[report]\ntemplate = ''", "report: template must be a Word file"),
        ("[report]", "[report]\ntemplate = 3", "report.template: "),
        (
            "[[offices]]",
            "[[bodies]]\nname = 'Rat'\ntask = ' '\n[[offices]]",
            "a body needs a name and a task",
        ),
        (
            "[[offices]]",
            "[[bodies]]\nname='R'\ntask='T'\n[[bodies]]\nname='R'\ntask='U'\n[[offices]]",
            "body R stands there twice; keep one",
        ),
        (
            'mail = "x@kreis.example"',
            'mial = "x@kreis.example"',
            "contact.mial: unknown key; did you mean mail? (and 1 more)",
        ),
        ("[contact]", "capcity = 3\n[contact]", "capcity: unknown key; use one of: slug, name, "),
        ("[contact]", "[defaults]\ncapcity = 3\n[contact]", "did you mean capacity?"),
        (
            "[contact]",
            "[defaults]\ncapacity = 0\n[contact]",
            "defaults: capacity must lie between 1",
        ),
        (
            "established = 2024",
            'established = "x"',
            "established: must be a valid integer, not 'x'",
        ),
        ("Europe/Berlin", "Europe/Bonn", "time zone 'Europe/Bonn' is not known"),
        (
            'author = "Konferenz"',
            'author = "Konferenz"\nsmall_cell = 2',
            "report: small_cell must be",
        ),
        ('ags = "05000001"', 'ags = "5001"', "offices[1].municipalities[1]: ags '5001' must have"),
        ('name = "Stadt X"', 'name = "X"', "'X' could be town or county; write 'Stadt X'"),
        ('slug = "x-kreis"', 'slug = "county-wide"', "offices[1]: slug 'county-wide' must be"),
        ("[contact]", 'sectors = ["police"]\n[contact]', "sectors must contain youth-office"),
        ("[contact]", 'sectors = ["polizei"]\n[contact]', "sectors[1]: must be 'youth-office'"),
        (
            "[[offices]]",
            "[[offices]]\nolder = 1",
            "offices[1].older: unknown key; use one of: slug",
        ),
        ('mail = "x@kreis.example"', "", "contact.mail: is missing; add it"),
        ('mail = "x@', 'mail = "mailto:x@', "must be a mail address"),
        (
            "[report]",
            f"data_protection_officer = '{'x' * 201}'\n[report]",
            "contact: data_protection_officer: at most 200 fit",
        ),
        (
            "[[offices]]",
            "[[partners]]\nsector = 'police'\nlabel = '\u200b'\n[[offices]]",
            "partners[1]: label must not be empty",
        ),
        ("[contact]", "quiet = 3\n[contact]", "quiet: must be a table of keys, not 3"),
        ("[report]", "[quiet]\nstart = 25:00:00\n[report]", "is not valid TOML"),
        ('title = "Jahresbericht"', "title Jahresbericht", "(at line 16, column 7)"),
    ],
)
def test_a_wrong_file_says_where_and_what_to_do(
    network_file: Path, old: str, new: str, expected: str
) -> None:
    assert expected in complaint(edit(network_file, old, new))


def test_officer_and_authority_are_told_where_the_file_names_them(network_file: Path) -> None:
    silent = load(network_file).contact
    named = "data_protection_officer = ' Datenschutzstelle '\nsupervisory_authority = 'Aufsicht'\n"
    said = load(edit(network_file, "[report]", f"{named}[report]")).contact

    assert (silent.data_protection_officer, silent.supervisory_authority) == ("", "")
    assert said.data_protection_officer == "Datenschutzstelle"
    assert said.supervisory_authority == "Aufsicht"


def test_an_office_cannot_stand_there_twice(network_file: Path) -> None:
    office = SMALLEST[SMALLEST.index("[[offices]]") :]
    network_file.write_text(SMALLEST + office, encoding="utf-8")

    assert "office slug x-kreis stands there twice" in complaint(network_file)


def test_a_municipality_has_one_office(network_file: Path) -> None:
    office = SMALLEST[SMALLEST.index("[[offices]]") :]
    other = office.replace("x-kreis", "x-stadt").replace("Kreis X", "Stadt Y")
    network_file.write_text(SMALLEST + other, encoding="utf-8")

    assert "ags 05000001 stands there twice" in complaint(network_file)


def test_an_unknown_name_lists_the_shipped_ones() -> None:
    assert complaint("kreis-nirgendwo") == (
        "no such file; give its path, or one of the patterns: kreis-steinfurt, rhein-kreis-neuss"
    )


def test_a_mark_before_the_file_is_no_part_of_it(network_file: Path) -> None:
    content = network_file.read_bytes()
    network_file.write_bytes(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))

    assert load(network_file).offices


def test_a_file_in_another_encoding_says_so(network_file: Path) -> None:
    network_file.write_text(SMALLEST.replace("Konferenz", "Länder"), encoding="cp1252")

    assert "is not UTF-8" in complaint(network_file)


LONG = "Jugendamt der Verbandsgemeinde Unteres Tal"
PARTNER = "[[partners]]\nsector = 'police'\nlabel = '{}'\n"


def one_more(label: str = "Jugendamt Y", short: str = "Y", n: int = 2) -> str:
    """Return another office of a network's file."""
    towns = f"[{{ ags = '0500000{n}', name = 'Ort {n}' }}]"
    return (
        f"[[offices]]\nslug = 'y-{n}'\nlabel = '{label}'\nshort_label = '{short}'\n"
        f"municipalities = {towns}\n"
    )


@pytest.mark.parametrize(
    ("more", "one", "other"),
    [
        (one_more("JUGENDAMT  Kreis X"), "offices[1].label", "offices[2].label"),
        (one_more(short="Kreis\u00a0x"), "offices[1].short_label", "offices[2].short_label"),
        (
            one_more(f"{LONG}, Nord", "Y") + one_more(f"{LONG}, Ost", "Z", 3),
            "offices[2].label",
            "offices[3].label",
        ),
        (one_more(short="Kreisweit"), "offices[2].short_label", "the whole county"),
        (one_more(short="Im ganzen Kreisgebiet"), "offices[2].short_label", "the whole county"),
        (one_more(short="the whole county"), "offices[2].short_label", "the whole county"),
        (one_more(short="Justiz"), "offices[2].short_label", "sector justice"),
        (one_more("Polizei"), "offices[2].label", "sector police"),
        (PARTNER.format("Jugendamt Kreis X "), "offices[1].label", "partners[1].label"),
        (PARTNER.format("Polizei, Kreis X"), "offices[1] (police)", "partners[1].label"),
        (
            PARTNER.format("Schule und Ganztag, kreisweit"),
            "the whole county (school)",
            "partners[1].label",
        ),
    ],
)
def test_two_entries_of_one_list_never_have_one_name(
    network_file: Path, more: str, one: str, other: str
) -> None:
    network_file.write_text(SMALLEST + more, encoding="utf-8")
    said = complaint(network_file)

    assert sorted(said.split(" would both be called ")[0].split(" and ")) == sorted([one, other])
    assert said.endswith("give one of them another name")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", shipped())
def test_every_institution_has_a_name_of_its_own(name: str, language: str) -> None:
    network, texts = load(name), Texts(language)
    places = [*(each.slug for each in network.offices), COUNTY_WIDE]
    named = [
        institution(texts, network, office, sector)
        for office in places
        for sector in network.sectors
        if network.has_institution(office, sector)
    ]

    assert len(named) == len(set(named)) == len(places) * len(network.sectors) - 1
