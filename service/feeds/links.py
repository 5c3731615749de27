"""A feed's links: absolute http or https addresses, and one form for all that lead to the same page."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

_LONGEST = 4096  # as in the address guard
# Parameters that say where a reader came from and not what is to be read: analytics of the large vendors, and what outlets
# put into their own feeds' links (BBC at_*, Al Jazeera traffic_source, CBC cmp, Le Monde xtor, Deutsche Welle maca).
_TRACKING = re.compile(
    r"(?:utm_|at_|mc_|ns_|pk_|mtm_|matomo_|hsa_|_hs|vero_|oly_|wt\.|trk_)[^=&]*"
    r"|(?:fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|igshid|wbraid|gbraid|mkt_tok|_ga|_gl|cmp|cmpid|ocid|xtor|maca|traffic_source"
    r"|ref|ref_src|ref_url|referrer|smid|smtyp|ito|ncid|icid|ftag|spm|wt_mc|wtrid|__twitter_impression)",
    re.IGNORECASE,
)


def web_link(link: str, base: str) -> str:
    """A link as an absolute address, resolved against ``base``; empty where it is not http or https or cannot be an address."""
    link = _trimmed(link)
    if not link or len(link) > _LONGEST:
        return ""
    try:
        parts = urlsplit(urljoin(base, link))
        _ = parts.port
    except ValueError:
        return ""
    return parts.geturl() if parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc else ""


def canonical(url: str) -> str:
    """The form in which two links to one page are equal; for comparing only, it need not lead anywhere.

    Off go scheme, "www.", usual ports, fragment (unless it is a path, as in "#!/story"), tracking parameters, a slash at the end.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    host = (parts.hostname or "").removeprefix("www.").removesuffix(".")
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _TRACKING.fullmatch(pair.partition("=")[0]))
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit(("", place, parts.path.rstrip("/"), query, fragment)).removeprefix("//")


def _trimmed(link: str) -> str:
    """Without white space around and line breaks within, which indented feeds bring along; blanks within are kept."""
    link = re.sub(r"[\t\r\n]+\s*", "", link.strip().strip("\u200b\ufeff"))
    return "" if any(ord(letter) < 32 or ord(letter) == 127 for letter in link) else link.replace(" ", "%20")
