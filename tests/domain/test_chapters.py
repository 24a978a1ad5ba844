"""What stands in the report of a year, chapter by chapter, each figure and table as a whole."""

from __future__ import annotations

from tests.domain.full_year import figures, made, outline, table


def test_each_chapter_has_its_figures_tables_and_notes_in_this_order() -> None:
    assert outline(made()) == {
        "glance": {
            "glance": [
                "A1", "A2", "A3", "A4", "A5", "A6", "A", "report-counted", "report-main-figures"
            ]
        },
        "structure": {"structure": ["report-mandate", "S1"]},
        "growth": {"growth": ["report-no-members"]},
        "coordination": {"coordination": ["B1 bar", "B2", "B3 bar"]},
        "exchange": {
            "exchange": [
                "report-contacts", "K1", "K2 heat", "report-matrix-self", "K3", "report-silent",
                "K4 bar", "K5 bar", "K6 bar", "K7 column",
            ]
        },
        "trainings": {
            "offer": ["C1 column", "C2 stacked", "C3 bar"],
            "joint": ["report-no-hosts"],
            "participation": [
                "report-attendances", "report-trainings-only", "C4 bar", "report-counted",
                "report-districts", "C5 bar", "report-counted", "C6 bar", "report-counted",
            ],
            "occupancy": ["C7", "C8", "C9", "C10", "report-counted"],
            "commitment": ["C11", "C12", "C13", "report-counted"],
            "quotas": ["C14", "report-counted", "report-quotas"],
            "interdisciplinary": ["C15", "C16"],
        },
        "information": {"information": ["D1", "D5", "D2", "D3 bar", "D4"]},
        "quality": {"quality": ["report-quality", "E1", "E2 stacked", "E3", "E5", "E6", "E4 bar"]},
        "goals": {"goals": ["F1 bar", "F1L"]},
        "outlook": {"outlook": ["G1 bar", "G2"]},
        "annex": {
            "directory": ["X1", "report-counted"],
            "method": ["report-method", "X2", "X3", "X4", "X5"],
            "terms": ["report-terms"],
        },
    }  # fmt: skip


def test_figures_that_stand_alone_are_told_with_what_they_are_a_part_of() -> None:
    report = made()

    assert figures(report, "A") == {
        "A1": (4, None, None),
        "A2": (3, None, None),
        "A3": (16 + 30 + 30 + 12, None, None),
        "A4": (4 + 2 + 8 + 3, None, None),
        "A5": (16 * 4 + 30 * 2 + 30 * 8 + 12 * 3, None, None),
        "A6": (1 + 1 + 3, None, None),
    }
    assert figures(report, "C") == {
        "C7": (0.657, 46, 70),
        "C8": (1.086, 76, 70),  # late ones had seats that others got
        "C9": (0.159, 20, 126),
        "C10": (0.5, 10, 20),
        "C11": (0.172, 20, 116),
        "C12": (0.086, 10, 116),
        "C13": (0.283, 30, 106),
        "C15": ("too-few", None, 3),
        "C16": ("too-few", 1, 3),
    }
    assert figures(report, "D") == {
        "D1": (3, None, None), "D5": (0, None, None), "D2": (20, None, None), "D4": (0.667, 60, 90)
    }  # fmt: skip
    assert figures(report, "E") == {
        "E1": (0.5, 44, 88),
        "E3": (3, None, None),
        "E6": (0, None, None),
    }
    assert figures(report, "K") == {"K1": (20, None, None)}
    assert figures(report, "X") == {
        "X2": (2, None, None), "X4": (1, None, None), "X5": (2, None, None)
    }  # fmt: skip


def test_what_a_figure_counts_is_told_with_it() -> None:
    units = {code: each.value.unit.value for code, each in made().figures().items()}

    assert units == {
        "A1": "things", "A2": "things", "A3": "people", "A4": "units", "A5": "units",
        "A6": "things", "K1": "people", "C7": "rate", "C8": "rate", "C9": "rate", "C10": "rate",
        "C11": "rate", "C12": "rate", "C13": "rate", "C15": "mean", "C16": "rate", "D1": "things",
        "D5": "things", "D2": "days", "D4": "rate", "E1": "rate", "E3": "things", "E6": "things",
        "X2": "things", "X4": "things", "X5": "things",
    }  # fmt: skip


TABLES = {
    "A": """
    col-figure | year:2027 | col-change
    fig-A1 | 4 | missing
    fig-A2 | 3 | missing
    fig-A3 | 88 | missing
    fig-A4 | 17 units | missing
    fig-A5 | 400 units | missing
    fig-A6 | 5 | missing
    """,
    "S1": """
    col-office | col-municipalities
    office:a | title:Adorf
    office:b | title:Bdorf, Cdorf
    """,
    "B1": """
    col-format | col-number
    format:quality-dialogue | 3
    format:coordination-conference | 2
    total | 5
    """,
    "B2": """
    col-office | col-present | col-held-B2
    office:a | 1 | 2
    office:b | 1 | 2
    """,
    "B3": """
    col-procedure | col-number
    procedure:form | 4
    procedure:flyer | 1
    total | 5
    """,
    "K2": """
    col-institution | party:office:a | party:office:b | party:sector:school
    party:office:a | impossible | missing | missing
    party:office:b | 5 | impossible | missing
    party:sector:school | 8 | 0 | 7
    """,
    "K3": """
    col-institution | col-no-contact
    party:office:a | parties:sector:police
    party:office:b | parties:sector:school sector:police
    party:sector:school | parties:sector:police
    """,
    "K4": """
    col-topic | col-contacts
    topic:trauma | 20
    total | 20
    """,
    "K5": """
    col-contact-format | col-contacts
    contact-format:video | 15
    contact-format:phone | 5
    total | 20
    """,
    "K6": """
    col-contact-length | col-contacts
    contact-length:short | 6
    contact-length:long | 14
    total | 20
    """,
    "K7": """
    col-month | col-contacts
    month:1 | 5
    month:2 | 0
    month:3 | 0
    month:4 | 0
    month:5 | 15
    month:6 | 0
    month:7 | 0
    month:8 | 0
    month:9 | 0
    month:10 | 0
    month:11 | 0
    month:12 | 0
    total | 20
    """,
    "C1": """
    col-month | col-number
    month:1 | 1
    month:2 | 0
    month:3 | 0
    month:4 | 0
    month:5 | 2
    month:6 | 0
    month:7 | 0
    month:8 | 0
    month:9 | 0
    month:10 | 0
    month:11 | 0
    month:12 | 0
    total | 3
    """,
    "C2": """
    col-format | mode:in-person | mode:online | mode:hybrid | mode:self-paced | total
    format:seminar | 1 | 0 | 1 | 0 | 2
    format:lecture | 0 | 1 | 0 | 0 | 1
    total | 1 | 1 | 1 | 0 | 3
    """,
    "C3": """
    col-topic | col-number
    topic:basics | 2
    topic:trauma | 1
    total | 3
    """,
    "C4": """
    col-district | col-people
    office:a | 60
    office:b | 16
    total | 76
    """,
    "C5": """
    col-sector | col-people
    sector:youth-office | 10
    sector:school | 48
    sector:police | 18
    sector:other | 0
    total | 76
    """,
    "C6": """
    col-topic | col-people
    topic:basics | 46
    topic:trauma | 30
    total | 76
    """,
    "C14": """
    col-office | col-quota | col-used | col-share | col-released | col-beyond
    office:b | 18 | 12 | 0.667 rate | 6 | 0
    """,
    "D3": """
    col-stage | col-reminders
    reminder-stage:one-week | 20
    reminder-stage:one-day | 30
    reminder-stage:older-stage | 10
    total | 60
    """,
    "E2": """
    col-item | number:1 | number:2 | number:3 | number:4 | number:5 | col-answers | col-mean
    feedback:useful | 5 | 5 | 0 | 20 | 10 | 40 | 3.6 mean
    feedback:applicable | too-few | too-few | too-few | too-few | too-few | 0 | too-few mean
    feedback:exchange | too-few | too-few | too-few | too-few | too-few | 0 | too-few mean
    feedback:organisation | hidden | hidden | hidden | hidden | hidden | hidden | hidden mean
    feedback:recommend | 0 | 0 | 0 | 0 | 7 | 7 | 5 mean
    """,
    "E5": """
    col-office | col-present | col-held-E5
    office:a | 3 | 3
    office:b | 0 | 3
    """,
    "E4": """
    col-quarter | col-advice
    quarter:1 | 7
    quarter:2 | 9
    quarter:3 | 0
    quarter:4 | 0
    total | 16
    """,
    "F1": """
    col-status | col-number
    goal-status:open | 2
    goal-status:met | 1
    total | 3
    """,
    "F1L": """
    col-goal | col-target | col-reached | col-status | col-judged
    goal:trainings | 12 | 3 | goal-status:met | not-judged
    goal:new-partners | missing | missing | goal-status:open | not-judged
    goal:procedures | 3 | 5 | goal-status:open | not-judged
    """,
    "G1": """
    col-topic | col-needs | col-events | col-planned
    topic:trauma | 40 | 1 | 2
    topic:school | 30 | 0 | 0
    total | 70 | title: | title:
    """,
    "G2": """
    col-day | col-title
    day:2028-02-02 | title:Trauma
    day:2028-03-02 | title:Nochmals
    """,
    "X1": """
    col-day | col-title | col-format | col-mode | col-units | col-people
    day:2027-01-12 | title:Titel 1 | format:seminar | mode:in-person | 4 units | 16
    day:2027-05-12 | title:Titel 2 | format:lecture | mode:online | 2 units | 30
    day:2027-05-20 | title:Titel 3 | format:seminar | mode:hybrid | 8 units | 30
    day:2027-06-12 | title:Titel 4 | format:coordination-conference | mode:in-person | 3 units | 12
    """,
    "X3": """
    col-day | col-title
    day:2027-09-12 | title:Titel 5
    day:2027-10-12 | title:Titel 7
    """,
}


def test_each_table_has_these_headings_rows_and_total_and_there_are_no_others() -> None:
    tables = made().tables()

    assert list(tables) == list(TABLES)
    assert {code: table(of) for code, of in tables.items()} == {
        code: [row.strip() for row in rows.strip().split("\n")] for code, rows in TABLES.items()
    }
