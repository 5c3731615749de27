"""What a status, a Retry-After header or a broken exchange means: FetchErrors in words for people."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpx

from service.errors import FetchError
from service.fetch.guard import shown

_LONGEST_RETRY_AFTER = 86400.0  # seconds; a server that asks for more is asked again tomorrow

_ADVICE = {
    400: "the server takes the request for faulty; check the address",
    401: "it asks for a login, which feeds and pages watched here must not need",
    402: "it asks for payment",
    403: "the server refuses this service; it may block robots",
    404: "there is nothing at this address; check it",
    406: "the server has no form of it that was asked for",
    410: "it is gone for good; remove it or find its new address",
    429: "the server asks for fewer requests",
    451: "it is withheld for legal reasons",
}


def refusal(url: str, response: httpx.Response, now: datetime) -> FetchError:
    """The error for an answer that is neither 200 nor 304; permanent for 410 only."""
    status = response.status_code
    try:
        phrase = f" {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = ""
    advice = _ADVICE.get(status) or ("the server has a problem; tried again later" if status >= 500 else "")
    return FetchError(
        f"{shown(url)}: answered {status}{phrase}{f': {advice}' if advice else ''}",
        status=status,
        retry_after=retry_after(response.headers.get("retry-after", ""), now),
        permanent=status == HTTPStatus.GONE,
    )


def retry_after(value: str, now: datetime) -> float | None:
    """Seconds to wait by a Retry-After header (RFC 9110, 10.2.3: seconds or a date), at most a day; None without one."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(float(value[:9]), _LONGEST_RETRY_AFTER)
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    until = until.replace(tzinfo=UTC) if until.tzinfo is None else until
    return min(max((until - now).total_seconds(), 0.0), _LONGEST_RETRY_AFTER)


def broken_exchange(url: str, error: httpx.HTTPError | httpx.InvalidURL | httpx.StreamError | UnicodeError) -> FetchError:
    """The error for an exchange that did not come to its end."""
    return FetchError(f"{shown(url)}: {_what_broke(error)}")


def _what_broke(error: BaseException) -> str:
    detail = str(error)[:200]
    match error:
        case httpx.ConnectTimeout():
            return "the server did not take the connection in time"
        case httpx.ConnectError() if _is_about_tls(error):
            return f"no secure connection: {detail}; check the address, or the site's certificate"
        case httpx.ConnectError():
            return f"no connection: {detail or 'the server cannot be reached'}"
        case httpx.TimeoutException():
            return "the server stopped answering"
        case httpx.RemoteProtocolError():
            return f"the answer broke off or is no HTTP: {detail}"
        case httpx.InvalidURL() | httpx.UnsupportedProtocol():
            return f"the address cannot be used: {detail}"
        case _:
            return f"the connection broke off: {detail or type(error).__name__}"


def _is_about_tls(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
