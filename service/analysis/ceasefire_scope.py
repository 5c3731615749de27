"""Whether a statement is about the ceasefire in the news or an older one: by the years and months beside it and the tense."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Literal

from service.models import CeasefireStatus

_YEAR = re.compile(
    r"\b((?:19|20)\d\d)\b(?! (?:gmt|utc|hours|local|people|troops|soldiers|men|fighters|prisoners"
    r"|violations|times|metres|meters|km))"
)
_MONTHS = tuple("january february march april may june july august september october november december".split())  # noqa: SIM905
_MONTH = re.compile(r"\b(" + "|".join(_MONTHS) + r"|jan|feb|mar|apr|aug|sept|sep|oct|nov|dec)\.?(?= |$)")
_NOT_A_MONTH = re.compile(r"\b(?:may|march)\b(?! \d)")
_PAST_TIMES = re.compile(
    r"\b(?:last year|years? ago|decades? ago|last (?:spring|summer|autumn|fall|winter)|years earlier"
    r"|a year earlier|the previous year"
    r"|in the (?:19|20)?\d\ds|in recent years|(?:six|five|four|three|two|several|\d+) (?:months?"
    r"|years?) (?:ago|earlier)"
    r"|earlier truces?|at the time|back then|war (?:that |which )?(?:ended|broke out)|first world war"
    r"|second world war|korean war|cold war)\b"
    r"|(?<![\w-])(?:previous|past|earlier|former|old) (?:[a-z-]+ )?[@%]|@ then (?:[.,;]|and )"
)
_LASTING = re.compile(
    r"\bfor (?:at least |more than |over |nearly |almost |about )?(?:two|three|four|five|six|ten|several"
    r"|many|\d+) years\b"
)
# When the truce was made, which says nothing of when it was broken: "agreed in November 2020", "the 2020 ceasefire".
_MADE_THEN = re.compile(
    r"@ (?:[^\s@]+ ){0,8}?(?:agreed|brokered|signed|reached|negotiated|declared|decreed|proclaimed|announced|struck|mediated|concluded"
    r"|in place|in effect|in force|since)"
    r"(?: \w+){0,5}? (?:(?:19|20)\d\d|last year|years? ago|earlier)\b|\b(?:19|20)\d\d @|@ (?:of|from) (?:\w+ ){0,2}(?:19|20)\d\d"
    r"|@ (?:of|from) (?:early |late |last |mid-)?(?:" + "|".join(_MONTHS) + r")\b"
)
_STILL = re.compile(
    r"\b(?:has|have|had been) (?:\w+ ){0,3}(?:violated|breached|broken|held|been|extended|ended|collapsed"
    r"|continued)|since then|repeatedly"
    r"|continually|nearly continuously|almost daily|ever since|many times|again and again|several times|time and again"
)
# How long the war has lasted says nothing of the truce: "since the uprising began four years ago".
_WAR_BEGAN = re.compile(
    r"\b(?:since|war|uprising|conflict|insurgency|rebellion|invasion|began|begun|erupted|started|broke out|intervened)"
    r"(?: [^\s@]+){0,5}? (?:years?|months?) ago\b"
    r"|\b(?:since|began|begun|erupted|started|broke out|invasion) (?:in|of|on)?(?: [^\s@]+){0,3}? (?:19"
    r"|20)\d\d\b(?! @)"
    r"|\bintervened (?:[^\s@]+ ){1,6}?(?:19|20)\d\d\b"
)
_ANNIVERSARY = re.compile(r"\banniversary of (?:[^\s@]+ ){0,8}?war\b")  # the day a truce is declared for
_HAS_HELD = re.compile(r"@ (?:[^\s@]+ ){0,16}?(?:has|have) (?:\w+ ){0,3}(?:held|been|lasted|survived)\b")
_SINCE_IT_ENDED = re.compile(
    r"\b(?:come|comes|came) (?:\w+ ){0,5}after (?:[^\s@]+ ){0,5}@|\bsince (?:\w+ ){0,6}@"
    r"|\bsince (?:\w+ ){0,2}(?:end|collapse|breakdown|expiry)\b"
)
_SINCE_A_MONTH = re.compile(
    r"(?<!@ )\bsince (?:early |late |mid-)?(?:" + "|".join(_MONTHS) + r")\b"
)  # "the heaviest raids since May"
_NAMED_BY_MONTH = re.compile(r"\b(?:" + "|".join(_MONTHS) + r")(?: \d{1,2})? @")
_LOCAL = re.compile(r"\blocal @|\bexcluded from (?:[^\s@]+ ){0,3}@")
_SERIES = re.compile(
    r"\b(?:several|numerous|many|repeated|multiple|successive|various|countless|dozens of|(?:half )?a dozen"
    r"|a (?:string|series|handful|succession) of"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:(?:announced|declared|agreed|separate|failed|short|brief|broken) )*@"
)
_RECENT_MONTHS = 6  # a truce made half a year ago may still be the one that is broken today

Scope = Literal["current", "background"]


def scope_of(masked: str, status: CeasefireStatus, published: datetime | None) -> Scope:
    """The scope of a ceasefire in ``masked`` (see ``ceasefire_terms``) to which its sentence gives ``status``.

    Background where the sentence dates it to an older time; a breach or an end is news whenever the truce was made, unless a
    year says otherwise.
    """
    if _SERIES.search(masked):
        return "background"
    broken = status in ("violated", "ended")
    if broken:
        masked = _MADE_THEN.sub("@", masked)
    if status == "violated" and _STILL.search(masked):
        return "current"
    if status in ("in_effect", "extended") and _HAS_HELD.search(masked):
        return "current"
    if status == "ended" and _SINCE_IT_ENDED.search(masked):
        return "current"
    masked = _ANNIVERSARY.sub(" ", _WAR_BEGAN.sub(" ", masked))
    if _old_year(masked, published) or _PAST_TIMES.search(masked):
        return "background"
    if not broken and (_LOCAL.search(masked) or (status == "in_effect" and _LASTING.search(masked))):
        return "background"
    if status not in ("violated", "called_for") and _old_month(masked, status, published):
        return "background"
    return "current"


def _old_year(masked: str, published: datetime | None) -> bool:
    years = [int(year) for year in _YEAR.findall(masked)]
    if not years:
        return False
    return max(years) < (published.year if published else 9999)


def _old_month(masked: str, status: CeasefireStatus, published: datetime | None) -> bool:
    """Whether a month names the ceasefire ("the February truce") or its making or end, and lies months back."""
    if published is None:
        return False
    text = _NOT_A_MONTH.sub(" ", masked)
    if status not in ("agreed", "ended", "rejected") and not _NAMED_BY_MONTH.search(text):
        return False
    text = _SINCE_A_MONTH.sub(" ", text) if status == "ended" else text
    ages = [(published.month - _number(match.group(1))) % 12 for match in _MONTH.finditer(text)]
    ages = [age for age in ages if age < 11]  # eleven months back is next month: something to come
    limit = 1 if status == "ended" else _RECENT_MONTHS
    return bool(ages) and min(ages) > limit


def _number(month: str) -> int:
    return next(index for index, name in enumerate(_MONTHS, 1) if name.startswith(month[:3]))
