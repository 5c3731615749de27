"""Verbs of saying: where one attributes a statement to its subject, and on which side of it what is said stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from service.analysis.languages.en.grammar import BE, DAY_WORDS, HAVE, POSSESSIVES, RELATIVES
from service.analysis.languages.en.harm import INTRANSITIVE, TRANSITIVE
from service.analysis.languages.en.numerals import NUMERAL_WORDS
from service.analysis.languages.en.sides import SCENES
from service.analysis.languages.en.sources import COUNTS, INFORMANTS, OFFICES, SHOWING
from service.analysis.languages.en.units import MONTHS
from service.analysis.languages.lists import words

Direction = Literal["after", "before", "both"]
_TOLLS = words("losses toll number figure figures tolls total dead casualties count")
_MEN = words("forces troops army soldiers fighters men jets air navy drones missiles")
_NO_STATEMENTS = words("responsibility the an a by another credit its their")  # after "claimed"
_POSSESSED = words("its their the")
_LIVES = words("lives life victims")
_BESIDE = words(
    "also reportedly later already initially earlier first since all both never yet"
)  # "were also reported injured"
_ADJECTIVAL = words("the a this its of his")  # "the reported death"
_ADJUNCTS = DAY_WORDS | words("on in at during as with adding citing after without via through by from late early to")


def attributes(lowers: Sequence[str], at: int) -> bool:
    """Not every such verb attributes: "claimed responsibility", "claimed 30,000 lives", "was put to death", "the reported death"."""
    own = _VERBS.get(lowers[at])
    if own is not None:
        answer = own(lowers, at)
        if answer is not None:
            return answer
    before = lowers[at - 1] if at else ""
    if (
        before in BE
        or (before in _BESIDE and lowers[max(0, at - 2)] in BE)
        or before in _ADJECTIVAL
        or before in NUMERAL_WORDS
        or (before.isdigit() and not _in_a_name(lowers, at - 1))
    ):
        return False
    return not (lowers[at] in ("say", "report", "states") and before in ("the", "a", "united", "two", "member"))


def _in_a_name(lowers: Sequence[str], at: int) -> bool:
    """ "the M23 said": the number belongs to a letter, and counts nothing."""
    return at > 0 and len(lowers[at - 1]) == 1 and lowers[at - 1].isalpha() and lowers[at - 1] != "a"


def _next(lowers: Sequence[str], at: int) -> str:
    return lowers[at + 1] if at + 1 < len(lowers) else ""


def _claims(lowers: Sequence[str], at: int) -> bool | None:
    """ "claimed 30,000 lives", "claimed responsibility" and "claiming to have been tortured" state no figure."""
    following = _next(lowers, at)
    if _deed(lowers, at + 1):
        return False
    if following in _POSSESSED and (not _MEN.isdisjoint(lowers[at + 2 : at + 4]) or _clause(lowers, at + 2)):
        return True
    if following == "to" and (lowers[at + 2 : at + 3] != ["have"] or lowers[at + 3 : at + 4] == ["been"]):
        return False
    return following not in _NO_STATEMENTS and _LIVES.isdisjoint(lowers[at : at + 6])


def _deed(lowers: Sequence[str], at: int) -> bool:
    """ "claims Kabul bombing that killed 21", "claims attack on hotel": as its own deed, which states nothing."""
    noun = next((i for i in range(at, min(at + _DEED, len(lowers))) if lowers[i] in _DEEDS), -1)
    if noun < 0 or any(word in INTRANSITIVE or word in BE for word in lowers[at:noun]):
        return False
    return _next(lowers, noun) in RELATIVES or _next(lowers, noun) in _ABOUT_IT


_DEED = 6  # tokens from "claims" to the deed
_DEEDS = SCENES | words(
    "raid raids assault assaults assassination assassinations strike strikes ambush killing killings abduction"
)
_ABOUT_IT = words("on in at against near of , . as after outside") | {""}


def _clause(lowers: Sequence[str], at: int) -> bool:
    """ "claimed its youngest captive has been killed": a clause, not "claimed the blast, which has killed four"."""
    for word in lowers[at : at + 9]:
        if word in RELATIVES or word in (",", ".", "for"):
            return False
        if word in BE or word in HAVE:
            return True
    return False


def _puts(lowers: Sequence[str], at: int) -> bool | None:
    """ "put the toll at", "gave a figure of"."""
    return not _TOLLS.isdisjoint(lowers[at : at + 7])


def _finds(lowers: Sequence[str], at: int) -> bool | None:
    """ "found that 500 were killed", but not "found 12 bodies"."""
    inquired = not _INQUIRIES.isdisjoint(lowers[max(0, at - 4) : at]) and _next(lowers, at) not in ("no", "the", "a")
    return _next(lowers, at) == "that" or inquired


_INQUIRIES = words("inquiry investigation commission probe")


def _reports(lowers: Sequence[str], at: int) -> bool | None:
    """ "activists report 12 killed", but not "the report"."""
    following = _next(lowers, at)
    if following.isdigit() or following in ("that", "at", "more"):
        return None
    return False


def _shows(lowers: Sequence[str], at: int) -> bool | None:
    """ "official figures show"."""
    meant = _next(lowers, at) == "that" and (lowers[at - 1] in HAVE or lowers[at - 1] in OFFICES) if at else False
    return meant or not COUNTS.isdisjoint(lowers[max(0, at - 8) : at])


def _blames(lowers: Sequence[str], at: int) -> bool | None:
    """ "blamed the army for killing 12"."""
    return "for" in lowers[at + 1 : at + 7]


def _thinks(lowers: Sequence[str], at: int) -> bool | None:
    """ "they think the dead number 70,000", "officials think", but not "many people think"."""
    return bool(at) and (lowers[at - 1] in _THINKERS or (lowers[at - 1] in INFORMANTS and lowers[at - 1] != "residents"))


_THINKERS = words(
    "they he she it officials investigators analysts officers commanders agencies authorities observatory monitor"
)


def _charges(lowers: Sequence[str], at: int) -> bool | None:
    """ "the indictment charges them over the deaths of four", but not "he charges the army"."""
    if lowers[at].startswith("charge") and _next(lowers, at) == "that":
        return None  # "the rebels charged that the army had killed 14 of their men"
    return bool(at) and (lowers[at - 1] in _PAPERS or (lowers[at - 1] == "it" and lowers[at].startswith("describe")))


_PAPERS = words("indictment complaint affidavit lawsuit prosecutors report")


def _spoke(lowers: Sequence[str], at: int) -> bool | None:
    """ "spoke of 12 dead"."""
    counted = lowers[at + 2 : at + 5]
    return _next(lowers, at) == "of" and any(w[0].isdigit() or w in NUMERAL_WORDS or w == "single" for w in counted)


def _confirms(lowers: Sequence[str], at: int) -> bool | None:
    """ "could confirm only 63 deaths"; who could not confirm a count has not stated it."""
    could = bool(at) and lowers[at - 1] in ("could", "can")
    return could and (_next(lowers, at) in ("only", "at", "just") or _next(lowers, at).isdigit())


def _owned(lowers: Sequence[str], at: int) -> bool | None:
    """ "owned up to a single death"."""
    return lowers[at + 1 : at + 3] == ["up", "to"]


def _accused(lowers: Sequence[str], at: int) -> bool | None:
    """ "a man accused of", "RSF accused of killing 300" accuse nobody."""
    return False if _next(lowers, at) in ("of", "by", "in", "over") else None


def _names(lowers: Sequence[str], at: int) -> bool | None:
    """ "named six soldiers who were killed", but not "named the suspect", "named after"."""
    following = _next(lowers, at)
    return None if following.isdigit() or following in NUMERAL_WORDS else False


def _quoted(lowers: Sequence[str], at: int) -> bool | None:
    """ "was quoted as saying", "was quoted by an agency as saying"."""
    return True if at and lowers[at - 1] in BE and _next(lowers, at) in ("as", "by") else None


_VERBS: Mapping[str, Callable[[Sequence[str], int], bool | None]] = {
    **dict.fromkeys(("claimed", "claims", "claim", "claiming"), _claims),
    **dict.fromkeys(("put", "puts", "gave", "gives", "listed", "given"), _puts),
    **dict.fromkeys(("found", "concluded", "determined"), _finds),
    **dict.fromkeys(SHOWING, _shows),
    "report": _reports,
    **dict.fromkeys(("charges", "charged", "describes", "described"), _charges),
    **dict.fromkeys(("think", "thinks"), _thinks),
    **dict.fromkeys(("named", "identified"), _names),
    "blamed": _blames,
    "blames": _blames,
    **dict.fromkeys(("spoke", "spoken", "speak", "speaks"), _spoke),
    "confirm": _confirms,
    "owned": _owned,
    "accused": _accused,
    "quoted": _quoted,
}


def direction_of(lowers: Sequence[str], at: int) -> Direction:
    """Whether what is said follows the verb ("said 71 of its troops"), or came before ("…, the ministry said on Monday")."""
    if lowers[at] == "told":
        return _told(lowers, at)
    following = lowers[at + 1] if at + 1 < len(lowers) else "."
    if following == '"' and at + 3 < len(lowers):
        return "after"
    if following in (".", ",", '"', "–", "-", "--", ")", ";") or at + 1 >= len(lowers):
        rest = [w for w in lowers[at + 1 :] if w not in (".", '"', "'", ")")]
        return "before" if not rest or (lowers[at] in ("said", "says", "reported", "added") and following != ",") else "both"
    if following == "this" and lowers[at + 2 : at + 3] and (lowers[at + 2] in _ADJUNCTS or lowers[at + 2] in (".", ",")):
        return "before"  # "…, the ministry said this on Sunday"
    if following in ("that", "least") or (following == "at" and not _somewhere(lowers, at + 2)):
        return "after"
    if following in ("and", "while", "(", "but", ":"):
        return "both"
    if following in _ADJUNCTS:
        return _past_adjuncts(lowers, at + 1)
    return "after"


def _somewhere(lowers: Sequence[str], at: int) -> bool:
    """ "said at a news conference": where it was said; "said at least 12 were killed" counts."""
    led = lowers[at : at + 1] in (["a"], ["an"], ["the"], ["his"], ["her"], ["their"])
    return led and _TOLLS.isdisjoint(lowers[at + 1 : at + 4])  # "hinted at a number of about 30,000"


def _past_adjuncts(lowers: Sequence[str], at: int) -> Direction:
    """Where what is said stands after "said on Monday": behind it where a clause goes on, before it where the sentence ends."""
    if "that" in lowers[at : at + 8]:
        return "after"
    if lowers[at] in ("on", "late", "early", "last"):
        at += 1
    day = at
    while at < len(lowers) and (lowers[at] in DAY_WORDS or _day_of_month(lowers, at)):
        at += 1
    following = lowers[at] if at < len(lowers) else "."
    goes_on = following in _SUBJECTS or following.isdigit() or following in NUMERAL_WORDS
    return "after" if goes_on and at > day else "both"


def _day_of_month(lowers: Sequence[str], at: int) -> bool:
    """ "March 12", "12 March": the number belongs to the month."""
    if not (lowers[at].isdigit() and len(lowers[at]) < _YEAR):
        return False
    return lowers[at - 1] in MONTHS or (lowers[at + 1 : at + 2] != [] and lowers[at + 1] in MONTHS)


_YEAR = 3  # digits with which a number is no day of a month


_SUBJECTS = words("the it its their his he she they a an at some more about nearly almost over around dozens no") | POSSESSIVES


def _told(lowers: Sequence[str], at: int) -> Direction:
    """ "…, medics told AFP." ends what was said; "told AFP that 12 had died" begins it."""
    for word in lowers[at + 1 : at + 7]:
        if word in (".", ",", '"'):
            return "before"
        if word == "that" or word[0].isdigit() or word in BE or word in TRANSITIVE or word in INTRANSITIVE:
            return "after"
    return "before" if len(lowers) <= at + 7 else "after"
