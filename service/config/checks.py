"""What a single text of the configuration may be: ids, URLs, hosts, languages, countries."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_HOST_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?", re.IGNORECASE)
_LOCAL_ENDINGS = (".localhost", ".local", ".internal", ".lan", ".home.arpa", ".intranet")
_USER_ASSIGNED = ("XK",)  # Kosovo: not in ISO 3166, but what everybody writes


def identifier(value: str) -> str | None:
    """Ids appear in file names, URLs and alerts."""
    if _ID.fullmatch(value) and len(value) <= 64:
        return None
    return "allowed: at most 64 small letters a-z, digits and single hyphens, like armenia-azerbaijan"


def language(value: str) -> str | None:
    """A BCP 47 tag whose language exists; English is told apart without loading the list."""
    allowed = "allowed: a language tag like en, en-GB, fr"
    if not _LANGUAGE.fullmatch(value):
        return f"{allowed}.{' Did you mean en?' if value.strip().lower().startswith('en') else ''}"
    code = value.partition("-")[0]
    if code == "en":
        return None
    import pycountry

    known = pycountry.languages.get(**{"alpha_2" if len(code) == 2 else "alpha_3": code})
    return None if known else f"there is no language {code}; {allowed}"


def country(value: str) -> str | None:
    """An ISO 3166 alpha-2 code, or XK."""
    import pycountry

    if re.fullmatch(r"[A-Z]{2}", value) and (value in _USER_ASSIGNED or pycountry.countries.get(alpha_2=value)):
        return None
    by_name = None if len(value) > 60 else _country_named(value)
    return f"allowed: a country's two-letter ISO 3166 code, like AM.{f' Did you mean {by_name}?' if by_name else ''}"


def _country_named(value: str) -> str:
    import pycountry

    try:
        return str(pycountry.countries.lookup(value).alpha_2)
    except LookupError:
        return ""


def web_url(value: str) -> str | None:
    """An http or https URL of a public address or an intranet; whether it may be fetched is the address guard's matter."""
    parts = split_url(value)
    if parts is None or not parts.hostname:
        return 'allowed: a full address, like "https://example.org/feed.xml"'
    if parts.scheme not in ("http", "https"):
        return "allowed: http:// or https://"
    return None if host(parts.hostname) is None else "the host in it cannot exist; check the address"


def has_password(value: str) -> bool:
    """Whether a URL carries a user name or password before its host."""
    parts = split_url(value)
    return parts is not None and "@" in parts.netloc


def split_url(value: str) -> SplitResult | None:
    """The parts of a URL, or None where it has none: blanks, a bad port, a broken IPv6 address."""
    if any(letter.isspace() or not letter.isprintable() for letter in value):
        return None
    try:
        parts = urlsplit(value)
        _ = parts.port  # checked when asked for
    except ValueError:
        return None
    return parts


def same_url(value: str) -> str:
    """A URL in the form in which two spellings of one feed are equal: scheme, www., a slash at the end, upper-case hosts."""
    parts = split_url(value)
    if parts is None:
        return value
    place = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    query = f"?{parts.query}" if parts.query else ""
    return f"{place}{port}{parts.path.rstrip('/')}{query}"


def host(value: str) -> str | None:
    """A host name or an IP address, without a port."""
    try:
        ipaddress.ip_address(value)
    except ValueError:
        pass
    else:
        return None
    try:
        name = value.encode("idna").decode("ascii").removesuffix(".")
    except UnicodeError:
        name = ""
    labels = name.split(".")
    if len(name) <= 253 and all(_HOST_LABEL.fullmatch(label) for label in labels) and not labels[-1].isdigit():
        return None
    return "allowed: a host name or an IP address, like 127.0.0.1"


def allow_entry(value: str) -> str | None:
    """An entry of [fetch] allow: host, host:port, address, [address]:port or network."""
    allowed = "allowed: a host, host:port or network, like feeds.intranet, 127.0.0.1:8081, 10.1.0.0/16"
    if "/" in value:
        try:
            ipaddress.ip_network(value)
        except ValueError:
            return allowed
        return None
    if host(value) is None:
        return None
    parts = split_url(f"//{value}")
    fits = parts is not None and parts.netloc == value and parts.hostname and parts.port and host(parts.hostname) is None
    return None if fits else allowed


def is_local(name: str) -> bool:
    """Whether a host is on this machine or an intranet by its name or address alone (nothing is looked up)."""
    try:
        return not ipaddress.ip_address(name).is_global
    except ValueError:
        lower = name.lower().removesuffix(".")
        return "." not in lower or lower.endswith(_LOCAL_ENDINGS)


def is_loopback(name: str) -> bool:
    """Whether a listening address can only be reached from this machine."""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name.lower() == "localhost"
