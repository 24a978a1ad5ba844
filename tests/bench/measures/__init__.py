"""One module for each figure: UNIT, AIM and `measure`."""

#: All figures, in the order of the table.
NAMES = (
    "broadcast_rate",
    "tap_during_broadcast",
    "card_during_broadcast",
    "rush",
    "wire",
    "wave",
    "due_scan_growth",
    "plan_growth",
    "year_growth",
    "report_scan",
    "report_growth",
    "report_forms",
    "start",
    "memory",
    "cpu_per_1000",
    "fleet",
)
