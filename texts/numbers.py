"""Numbers as people read them: German and English figures, and the signs for what is not shown."""

from __future__ import annotations

from fractions import Fraction

from babel.numbers import format_decimal

from domain.disclosure.values import Shown, Sign, Unit

_LOCALES = {"de": "de", "en": "en_GB"}
#: What stands for a number that is kept secret.
HIDDEN = "·"
#: What stands for a true zero.
NOTHING = "–"
#: What stands for each number that is not shown.
UNSHOWN = {Sign.HIDDEN: HIDDEN, Sign.TOO_FEW: "/", Sign.MISSING: "…"}
NO_BREAK = "\u00a0"


def number(value: Fraction | float, language: str = "de", digits: int | None = None) -> str:
    """Return `1.234` or `2,5`; `digits` fixes the number of decimal places."""
    pattern = "#,##0.##" if digits is None else "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(float(value), pattern, locale=_LOCALES.get(language, "de"))


def percent(value: Fraction | float, language: str = "de") -> str:
    """Return `77,1 %`; 1 is 100 %."""
    return f"{number(float(value) * 100, language, 1)}{NO_BREAK}%"


def shown(value: Shown, language: str = "de") -> str:
    """Return a value for readers: the number, `–` for none, `·` for secret, `/` for too few."""
    if value.number is None:
        return UNSHOWN[value.sign]
    if value.unit is Unit.RATE:
        return percent(value.number, language)
    if value.unit is Unit.MEAN:
        return number(value.number, language, 1)
    if value.sign is Sign.NONE:
        return NOTHING
    return number(value.number, language)


def signed(value: Shown, language: str = "de") -> str:
    """Return a change with its sign: `+12`, `−3`, `±0`."""
    if value.number is None:
        return UNSHOWN[value.sign]
    if value.number == 0:
        return "±0"
    sign = "+" if value.number > 0 else "−"
    return sign + number(abs(value.number), language)
