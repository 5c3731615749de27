"""Which URLs may be asked: the parts of a URL are checked here, its addresses when a connection is made.

Written for hostile URLs: a feed's author chooses the links that this service follows. Nothing is repaired that a browser
would repair; what can be read in two ways is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from service.errors import BlockedAddress, FetchError
from service.fetch.addresses import Address, special
from service.fetch.allow import AllowList
from service.fetch.hosts import canonical_host

Resolver = Callable[[str, int], Awaitable[Sequence[str]]]  # (host, port) -> IP addresses; OSError where there are none

MAX_URL = 4096  # characters; the longest news links seen in feeds have about 1,200
_SHOWN = 300
_SECRET = re.compile(r"token|key|secret|pass|pwd|auth|sig|session|code", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that passed: ``url`` without fragment, ``host`` in lower-case ASCII (no brackets), ``port`` always a number."""

    url: str
    scheme: str
    host: str
    port: int

    @property
    def origin(self) -> str:
        """scheme://host:port, what robots.txt and connections belong to."""
        return f"{self.scheme}://{_bracketed(self.host)}:{self.port}"


class Guard:
    """Says no to whatever is not plainly on the public internet, except for what the allow-list names."""

    def __init__(self, allow: AllowList, resolver: Resolver) -> None:
        self._allow = allow
        self._resolver = resolver

    def check_url(self, url: str) -> Target:
        """Take a URL apart; BlockedAddress where its scheme, port, user info or literal address is not allowed."""
        target = _target(url, self._allow)
        literal = _literal(target.host)
        if literal is not None:
            try:
                self._check_address(target.host, target.port, literal)
            except BlockedAddress as error:
                raise about(url, error) from None
        return target

    async def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """Resolve a host once and return its addresses; BlockedAddress where *any* of them is not allowed.

        FetchError where the name has no address; neither message names a URL. Connect to these and never resolve again: the next
        answer may differ.
        """
        literal = _literal(host)
        found = [str(literal)] if literal is not None else await self._resolve(host, port)
        for text in found:
            self._check_address(host, port, _address(host, text))
        return tuple(dict.fromkeys(found))

    async def _resolve(self, host: str, port: int) -> list[str]:
        try:
            found = list(await self._resolver(host, port))
        except (OSError, UnicodeError) as error:
            why = getattr(error, "strerror", None) or str(error)
            raise FetchError(f"{host}: the name cannot be resolved ({why}); check the spelling, or the network's DNS") from None
        if not found:
            raise FetchError(f"{host}: the name has no address; check the spelling")
        return found

    def _check_address(self, host: str, port: int, address: Address) -> None:
        found = special(address)
        if found is None:
            return
        what, reach = found
        if not self._allow.opens_address(host, port, address, reach):
            name = f"{address} is {what}" if host == str(address) else f"{host} resolves to {address}, {what}"
            raise BlockedAddress(
                f"{name}; refused, because feeds and pages come from the public internet. "
                f"If you meant it, name {_bracketed(host)}:{port} in [fetch] allow of settings.toml",
                permanent=True,
            )


def about(url: str, error: FetchError) -> FetchError:
    """The same error with the URL it is about in front."""
    message = f"{shown(url)}: {error.message}"
    return type(error)(message, status=error.status, retry_after=error.retry_after, permanent=error.permanent)


def shown(url: str) -> str:
    """A URL as it may stand in a message: no user info, values of secret-looking parameters as ***, printable, short."""
    url = "".join(letter if letter.isprintable() else "?" for letter in url)
    try:
        parts = urlsplit(url)
        netloc = parts.netloc.rpartition("@")[2]
        query = parts.query
        if _SECRET.search(query):
            pairs = parse_qsl(query, keep_blank_values=True)
            query = urlencode([(name, "***" if _SECRET.search(name) else value) for name, value in pairs], safe="*/:")
        url = urlunsplit((parts.scheme, netloc, parts.path, query, ""))
    except ValueError:
        url = re.sub(r"//[^/?#]*@", "//", url)
    return url if len(url) <= _SHOWN else url[: _SHOWN - 1] + "…"


# --- taking a URL apart ------------------------------------------------------------------------------------------


def _target(url: str, allow: AllowList) -> Target:
    parts = _split(url)
    if parts.scheme not in ("http", "https"):
        named = f"the scheme {parts.scheme}:" if parts.scheme else "it has no scheme"
        raise _refused(url, f"{named}; only http:// and https:// are fetched")
    if "@" in parts.netloc:
        raise _refused(url, "it carries a user name or password, or hides its host behind an @")
    host = canonical_host(parts.hostname or "")
    if host is None:
        raise _refused(url, "its host is no valid name or address, or is an address written in an unusual way")
    try:
        port = (443 if parts.scheme == "https" else 80) if parts.port is None else parts.port
    except ValueError:
        raise _refused(url, "its port is no number from 1 to 65535") from None
    if not allow.opens_port(host, port):
        raise _refused(
            url, f"port {port}; only 80 and 443 are asked. If you meant it, name {_bracketed(host)}:{port} in [fetch] allow"
        )
    default = port == (443 if parts.scheme == "https" else 80)
    netloc = _bracketed(host) if default else f"{_bracketed(host)}:{port}"
    return Target(urlunsplit((parts.scheme, netloc, parts.path or "/", parts.query, "")), parts.scheme, host, port)


def _split(url: str) -> SplitResult:
    if len(url) > MAX_URL:
        raise _refused(url, f"it is longer than {MAX_URL} characters")
    # urlsplit drops tabs and line breaks without a word, so that "java\nscript:" and "1\t27.0.0.1" would pass
    if any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in url):
        raise _refused(url, "it holds control characters")
    try:
        parts = urlsplit(url)
    except ValueError:
        raise _refused(url, "it cannot be taken apart; check brackets and special characters in its host") from None
    if any(unicodedata.category(letter) == "Cf" for letter in parts.netloc):  # in a path they are spelling, as in Persian
        raise _refused(url, "its host holds invisible characters")
    return parts


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _address(host: str, text: str) -> Address:
    try:
        return ip_address(text.partition("%")[0])
    except ValueError:
        raise FetchError(f"{host}: the name resolves to {text!r}, which is no IP address") from None


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _refused(url: str, why: str) -> BlockedAddress:
    return BlockedAddress(f"{shown(url)}: refused: {why}", permanent=True)
