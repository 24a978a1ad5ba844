"""Says why a form of the report is missing: to who asked, and more to the log."""

from __future__ import annotations

import structlog

from bot.report_values import Failed, Unusable
from domain.message import Message
from domain.report_order import Form
from texts import report_made
from texts.catalogue import Texts

_log = structlog.get_logger(__name__)


def told(texts: Texts, form: Form, made: Failed | Unusable) -> Message:
    """Return what who asked is told of a form that there is not."""
    if isinstance(made, Failed):
        _log.error("report without a form", form=form, error=made.error)
        return report_made.no_form(texts, form, made.why)
    _log.warning("no Word file: template unusable", fault=made.fault)
    return report_made.no_word(texts, made.name, made.fault, made.detail)
