"""How updates get to the bot: by polling, or by a webhook that Telegram agrees to call."""

from __future__ import annotations

import ipaddress
import re
from datetime import timedelta
from urllib.parse import urlsplit

from standin.api.parameters import Parameters
from standin.world.chats import Json
from standin.world.refusals import WEBHOOK_SET, bad_request, too_many
from standin.world.updates import Webhook
from standin.world.world import World

SECRET = re.compile(r"[A-Za-z0-9_-]*")
#: Where Telegram calls a webhook.
PORTS = frozenset({80, 88, 443, 8443})
#: A webhook is set no more often.
PAUSE = timedelta(seconds=1)


def set_webhook(world: World, parameters: Parameters) -> bool:
    """Answer setWebhook: at most once a second, and only for addresses that all may call.

    A server of one's own that runs with `--local` takes any address.
    """
    url, secret = parameters.text("url"), parameters.text("secret_token")
    set_at, now = world.updates.webhook_set_at, world.now()
    if set_at is not None and timedelta() <= now - set_at < PAUSE:
        raise too_many(1)
    world.updates.webhook_set_at = now
    if not url:
        return delete_webhook(world, parameters)
    _check_url(url, local=world.local)
    _check_secret(secret)
    _remember_allowed(world, parameters)
    if parameters.flag("drop_pending_updates"):
        world.updates.take()
    most = parameters.between("max_connections", 40, 1, 100)
    world.updates.webhook = Webhook(url, secret, most)
    world.updates.end_poll(WEBHOOK_SET)
    return True


def _check_url(url: str, *, local: bool) -> None:
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme not in {"http", "https"}:
        raise bad_request("invalid webhook URL specified")
    if local:
        return
    if parts.scheme == "http":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port is not None and port not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    _check_address("127.0.0.1" if host == "localhost" else host)


def _check_address(host: str) -> None:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return  # a name, which the stand-in does not look up
    if not address.is_global:
        raise bad_request(f"bad webhook: IP address {address} is reserved")


def _check_secret(secret: str) -> None:
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")


def delete_webhook(world: World, parameters: Parameters) -> bool:
    """Answer deleteWebhook."""
    if parameters.flag("drop_pending_updates"):
        world.updates.take()
    world.updates.webhook = None
    world.updates.signal.ring()
    return True


def webhook_info(world: World, _: Parameters) -> Json:
    """Answer getWebhookInfo."""
    webhook = world.updates.webhook
    info: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.waiting()),
    }
    if world.updates.allowed:
        info["allowed_updates"] = list(world.updates.allowed)
    if webhook:
        info["max_connections"] = webhook.max_connections
    if webhook and webhook.last_error_at:
        info["last_error_date"] = int(webhook.last_error_at.timestamp())
        info["last_error_message"] = webhook.last_error
    return info


async def get_updates(world: World, parameters: Parameters) -> list[Json]:
    """Answer getUpdates."""
    _remember_allowed(world, parameters)
    return await world.updates.poll(
        parameters.number("offset"),
        parameters.between("limit", 100, 1, 100),
        parameters.between("timeout", 0, 0, 50),
    )


def _remember_allowed(world: World, parameters: Parameters) -> None:
    allowed = parameters.json("allowed_updates", "allowed updates")
    if isinstance(allowed, list):
        world.updates.allowed = tuple(str(kind) for kind in allowed)
