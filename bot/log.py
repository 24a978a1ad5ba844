"""What the bot says about itself, without tokens, chat ids, names and words of people."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any, Literal, TextIO
from urllib.parse import quote

import structlog
from structlog.stdlib import ProcessorFormatter

from bot.wordless import named, traced

Format = Literal["console", "json"]

#: What stands where something was taken out.
SECRET, ID, PERSON = "<secret>", "<id>", "<person>"

_TOKEN = re.compile(r"\d{5,}(?::|%3[Aa])[\w-]{20,}")
# What leads to a database, a proxy or a server: name and password, however they are written.
_LOGIN = re.compile(
    r"(?P<kept>\b[a-z][a-z0-9+.-]*://)(?!NAME:PASSWORD@)[^/\s'\"<>]*@", re.IGNORECASE
)
_PASSWORD = re.compile(
    r"(?P<kept>\b(?:pg)?(?:password|passwd|pwd|secret_token)['\"]?\s*[=:]\s*)"
    r"(?:'[^']*'|\"[^\"]*\"|[^\s'\"&,;)]+)",
    re.IGNORECASE,
)
#: Keys that Fernet takes: 32 bytes in URL-safe Base64.
_KEY = re.compile(r"(?<![\w/+-])[\w-]{43}=(?![\w=])")
# Telegram's ids have seven digits and more; update ids name no person and help to find a row.
_CHAT_ID = re.compile(r"(?P<kept>update_id\W{1,4}\d+)|(?<![\w.])-?\d{7,}(?!\w|\.\d)")
# How dictionaries, JSON and the library's objects show a person and what they wrote.
_PERSONAL = re.compile(
    r"""(?P<key>\b(?:first_name|last_name|full_name|username|user_name|name|text|caption
                  |phone_number|author_signature)['"]?\s*[=:]\s*)
        (?!'Task-)(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""",
    re.VERBOSE,
)
_ID_KEYS = frozenset({"chat_id", "user_id", "chat", "user", "from_user", "ordering_key"})
_PERSON_KEYS = frozenset({"first_name", "last_name", "username", "person", "name", "text"})
#: Ours and the standard library's: numbers in them are no chats.
_PLAIN_KEYS = frozenset({"level", "timestamp", "logger", "update_id", "delivery_id"})

# Libraries that tell addresses and parameters of calls when they debug.
_TALKATIVE = ("telegram", "httpx", "httpcore", "aiohttp", "asyncio")
# Libraries that tell every statement and every tick: SQL would show what is asked for.
_CHATTERING = ("sqlalchemy", "alembic", "apscheduler")


class Redactor:
    """Takes out what must not be read in a log."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        spellings = {form for secret in secrets if secret for form in (secret, quote(secret, ""))}
        self._secrets = sorted(spellings, key=len, reverse=True)

    def secrets(self, text: str) -> str:
        """Return the text without tokens and the given secrets."""
        for secret in self._secrets:
            text = text.replace(secret, SECRET)
        text = _LOGIN.sub(rf"\g<kept>{SECRET}@", _TOKEN.sub(SECRET, text))
        return _KEY.sub(SECRET, _PASSWORD.sub(rf"\g<kept>{SECRET}", text))

    def text(self, text: str) -> str:
        """Return the text without secrets, chat ids, names and words of people."""
        text = self.secrets(text)
        text = _PERSONAL.sub(rf"\g<key>{PERSON}", text)
        return _CHAT_ID.sub(lambda match: match["kept"] or ID, text)

    def value(self, key: str, value: Any) -> Any:
        """Return what may be logged under this key."""
        if key in _PLAIN_KEYS or value is None or isinstance(value, bool):
            return value
        if key in _ID_KEYS:
            return ID
        if key in _PERSON_KEYS:
            return PERSON
        if isinstance(value, BaseException):
            return self.text(named(value))
        if isinstance(value, Mapping):
            return {inner: self.value(str(inner), item) for inner, item in value.items()}
        if isinstance(value, int | float):
            return value if self.text(str(value)) == str(value) else ID
        return self.text(value if isinstance(value, str) else repr(value))

    def __call__(
        self, _logger: Any, _method: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        """Redact an event of structlog; the last step before it is written."""
        for key, value in event.items():
            if not key.startswith("_"):
                event[key] = self.value(key, value)
        return event


class _Formatter(ProcessorFormatter):
    """Writes a record, and looks for secrets once more in what is written."""

    def __init__(self, redactor: Redactor, log_format: Format) -> None:
        renderer: Any = structlog.processors.JSONRenderer(ensure_ascii=False)
        if log_format == "console":
            renderer = structlog.dev.ConsoleRenderer(colors=False)
        super().__init__(
            foreign_pre_chain=_SHARED,
            processors=[
                ProcessorFormatter.remove_processors_meta,
                structlog.processors.ExceptionRenderer(traced),
                redactor,
                renderer,
            ],
        )
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        return self._redactor.secrets(super().format(record))


_SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def configure(
    log_format: Format = "console",
    level: str = "INFO",
    *,
    secrets: Iterable[str] = (),
    stream: TextIO | None = None,
) -> None:
    """Send all logs, ours and the libraries', to one stream (default: standard error)."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_Formatter(Redactor(secrets), log_format))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    logging.captureWarnings(capture=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(root.level, logging.INFO))
    for name in _CHATTERING:
        logging.getLogger(name).setLevel(max(root.level, logging.WARNING))
    logging.getLogger("aiohttp.access").disabled = True
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_SHARED,
            structlog.stdlib.PositionalArgumentsFormatter(),
            ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,  # loggers made at import would miss the configuration
    )
