"""One bounded POST: no redirects, a limit on the whole exchange, a bounded answer, and only to an address the guard let through."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx

from service.alerts.plain import plain
from service.errors import DeliveryError, FetchError
from service.fetch.guard import Guard
from service.fetch.transport import CheckedTransport, public_authorities

_ANSWER_BYTES = 4096  # enough for an error's words
_SECRET_PIECE = 8  # characters of a path's part from which on it may be a token
_ANSWER_SECONDS = 2.0
_LONGEST_WAIT = 24 * 3600.0  # seconds; a Retry-After beyond a day is taken for a mistake


@dataclass(frozen=True, slots=True)
class Answer:
    """What the receiver said: ``words`` is the start of its body as plain text, ``retry_after`` in seconds where it gave one."""

    status: int
    words: str
    retry_after: float | None


async def post(
    url: str, body: bytes, headers: Mapping[str, str], *, limit: float, guard: Guard, now: datetime, who: str
) -> Answer:
    """POST once within ``limit`` seconds; DeliveryError, worth a retry, where no answer came. Errors name ``who``, never the URL.

    The connection goes to the very address that the guard checked, so that a name cannot resolve to something else in between.
    Proxies from the environment are not used: they would undo the check.
    """
    try:
        async with asyncio.timeout(limit):
            target = guard.check_url(url).url
            transport = CheckedTransport(guard, tls=public_authorities(), connections=1)
            async with httpx.AsyncClient(transport=transport, follow_redirects=False, timeout=limit, trust_env=False) as client:
                request = client.build_request("POST", target, content=body, headers=dict(headers))
                response = await client.send(request, stream=True)
                try:
                    # The status decides. A receiver that took an alert and then stalls or breaks off must not get it again for that.
                    words = "" if response.is_success else await _beginning(response)
                finally:
                    await response.aclose()
    except TimeoutError:
        raise DeliveryError(f"{who}: no answer within {limit:g} s") from None
    except FetchError as error:
        # Names may resolve again and allow-lists get mended, so a refused address is tried again like any other failure.
        raise DeliveryError(f"{who}: {_without(error.message, url)}") from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as error:
        raise DeliveryError(f"{who}: {type(error).__name__} {_without(str(error), url)}".rstrip()) from None
    return Answer(response.status_code, _without(words, url), retry_after(response.headers.get("retry-after", ""), now))


async def _beginning(response: httpx.Response) -> str:
    """The first kilobytes of the body as sent, never inflated: a compressed answer is not worth a bomb."""
    start = b""
    with contextlib.suppress(TimeoutError, httpx.HTTPError):
        async with asyncio.timeout(_ANSWER_SECONDS):
            async for chunk in response.aiter_raw():
                start += chunk
                if len(start) >= _ANSWER_BYTES:
                    break
    return plain(start[:_ANSWER_BYTES].decode("utf-8", "replace"), 200)


def retry_after(header: str, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header, a number or an HTTP date (RFC 9110, 10.2.3), in [0, one day]; None where unusable."""
    header = header.strip()
    if re.fullmatch(r"[0-9]{1,9}", header):
        return min(float(header), _LONGEST_WAIT)
    try:
        when = parsedate_to_datetime(header)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return min(max((when - now).total_seconds(), 0.0), _LONGEST_WAIT)


def _without(words: str, url: str) -> str:
    """Words of an error or an answer without the URL, which for a chat webhook is a secret, nor any telling part of it."""
    parts = urlsplit(url)
    pieces = [piece for piece in parts.path.split("/") if len(piece) >= _SECRET_PIECE]
    for secret in (url, parts.netloc + parts.path, parts.path, parts.query, *pieces):
        if len(secret) > 1:
            words = words.replace(secret, "…")
    return plain(words, 300)
