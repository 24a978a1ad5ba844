"""What Telegram says when it refuses, in its own words."""

from __future__ import annotations

from typing import Any

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
OTHER_POLL = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
    " running"
)
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete"
    " the webhook first"
)
WEBHOOK_SET = "Conflict: terminated by setWebhook request"

#: The description Telegram gives where a code says everything.
PLAIN = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: OTHER_POLL,
    413: "Request Entity Too Large",
    429: "Too Many Requests",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


class RefusedError(Exception):
    """A refused call: HTTP code, description, and the parameters that go with it."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    @property
    def body(self) -> dict[str, Any]:
        """Return Telegram's envelope."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def plain(code: int) -> RefusedError:
    """Return the refusal for which the code says everything."""
    return RefusedError(code, PLAIN.get(code, "Internal Server Error"))


def bad_request(reason: str) -> RefusedError:
    """Return a 400; the first letter is lowered as Telegram does, names in capitals are kept."""
    if len(reason) > 1 and not (reason[1].isupper() or reason[1] == "_"):
        reason = reason[0].lower() + reason[1:]
    return RefusedError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> RefusedError:
    """Return a 403."""
    return RefusedError(403, f"Forbidden: {reason}")


def too_many(seconds: int | None) -> RefusedError:
    """Return a 429, with the time to wait in seconds or (None) without."""
    if seconds is None:
        return plain(429)
    return RefusedError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def migrated(chat_id: int) -> RefusedError:
    """Return the 400 of a group that lives on under another id."""
    return RefusedError(
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        migrate_to_chat_id=chat_id,
    )
