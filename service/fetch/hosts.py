"""The one form of a host's name that is compared and connected to."""

from __future__ import annotations

import re
import unicodedata
from ipaddress import AddressValueError, IPv4Address, IPv6Address

import idna

_DOTS = str.maketrans({"\u3002": ".", "\uff0e": ".", "\uff61": "."})  # the dots that IDNA 2003 takes for a full stop
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*")
_NUMERIC = re.compile(r"(?:[0-9]+|0x[0-9a-f]*)", re.ASCII)


def canonical_host(host: str) -> str | None:
    """A host in the one form that is compared and connected to: ASCII, lower case, no dot at the end; None if there is none.

    Full-width digits, ideographic dots and the like become what they look like first. An IPv4 address in any form but
    four decimal numbers (RFC 3986) is no host: other programs read 0x7f.1, 017700000001 and 2130706433 as 127.0.0.1.
    """
    if ":" in host:
        try:
            return str(IPv6Address(host)) if "%" not in host else None
        except AddressValueError:
            return None
    name = unicodedata.normalize("NFKC", host.translate(_DOTS)).translate(_DOTS).lower().removesuffix(".")
    if not name.isascii():
        try:
            name = idna.encode(name, uts46=True).decode("ascii")
        except idna.IDNAError:
            return None
    if len(name) > 253 or not _NAME.fullmatch(name):
        return None
    if _NUMERIC.fullmatch(name.rpartition(".")[2]):
        try:
            return str(IPv4Address(name))
        except AddressValueError:
            return None
    return name
