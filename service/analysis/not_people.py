"""Numbers that count no people, each with the name of the rule that says so: dates, years, ages, money, units, rates, names.

Every rule looks at the words beside the number and answers with its name or passes; the first answer counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from service.analysis.languages.en.harm import VICTIMS
from service.analysis.languages.en.numerals import QUALIFIER_ENDS, UNITS
from service.analysis.languages.en.people import COMPOUND, PLURAL, SINGULAR
from service.analysis.languages.en.units import AGE_BEFORE, BEFORE_YEARS, CURRENCY, MEASURES, MONTHS, NUMBERED_NAMES, TIME_UNITS
from service.analysis.languages.lists import sequences, words

MAX_PEOPLE = 100_000_000  # the dead of the worst war in history; anything above is no count of victims
OLDEST = 110  # years
_RATES = sequences("for every | per day | a day | every day | each day | a month | per month")
_FROM_THEN = frozenset({"after", "before", "earlier", "later", "ago"})  # "killed two a day after the truce"
_PROPORTIONS = sequences("out of | in every")
_WHOLES = sequences("in ten | in four | in five | in three")
_CAPITALISED_MONTHS = frozenset({"may", "march", "mar"})


class Place(NamedTuple):
    """A number in its sentence: tokens ``first:last``, the words on either side, its value, whether it is written in digits."""

    texts: Sequence[str]
    lowers: Sequence[str]
    first: int
    last: int
    before: str
    after: str
    value: int
    digits: bool


def why_not_people(texts: Sequence[str], lowers: Sequence[str], first: int, last: int, value: int) -> str:
    """The rule by which a number cannot count people, empty where it may."""
    before = lowers[first - 1] if first else ""
    after = lowers[last] if last < len(lowers) else ""
    place = Place(texts, lowers, first, last, before, after, value, lowers[first].isdigit())
    for rule in (_nobody, _children, _share, _impossible, _money, _unit, _date, _year, _age, _name, _time):
        reason = rule(place)
        if reason:
            return reason
    return ""


def _nobody(place: Place) -> str:
    """ "no one was hurt", "not a hundred", "not one"."""
    start = max(0, place.first - 2)
    if place.before == "but" and place.lowers[start : place.first] == ["all", "but"]:
        return "all but so many"
    nobody = place.before in ("no", "without") or list(place.lowers[start : place.first]) == ["not", "a"]
    return "nobody" if nobody or (place.before == "not" and place.value == 1) else ""


_PARENTS = words("mother father parent parents grandmother grandfather widow widower")


def _children(place: Place) -> str:
    """ "a father of two, Aaron Orozco": his children, not the dead."""
    parent = place.before == "of" and place.first > 1 and place.lowers[place.first - 2] in _PARENTS
    return "children of a parent" if parent and place.after not in PLURAL else ""


def _share(place: Place) -> str:
    """ "four a day", "one out of every 200"."""
    following = tuple(place.lowers[place.last : place.last + 2])
    if following in _RATES and _FROM_THEN.isdisjoint(place.lowers[place.last + 2 : place.last + 3]):
        return "rate"
    if place.after == "in" and _is_share(place):
        return "proportion"  # "nine in 10 of the people"
    out_of = place.lowers[place.first - 2] if place.before == "in" and place.first > 1 else ""
    if out_of and (out_of.isdigit() or out_of in UNITS):
        return "" if place.after in TIME_UNITS else "proportion"
    if following in _WHOLES and place.value < UNITS[following[1]]:  # "one in ten", not "killed 30 in three raids"
        return "" if not TIME_UNITS.isdisjoint(place.lowers[place.last + 2 : place.last + 3]) else "proportion"
    return "proportion" if place.before in ("every", "each") or following in _PROPORTIONS else ""


def _is_share(place: Place) -> bool:
    """Whether "in 10 of" follows a smaller number."""
    whole, of = place.lowers[place.last + 1 : place.last + 2], place.lowers[place.last + 2 : place.last + 3]
    if not whole or not (of == ["of"] or (of and of[0] in PLURAL)):
        return False
    many = int(whole[0]) if whole[0].isdigit() and len(whole[0]) < 4 else UNITS.get(whole[0], 0)
    return place.value < many


def _impossible(place: Place) -> str:
    return "" if 0 < place.value <= MAX_PEOPLE else "no possible count of people"


def _money(place: Place) -> str:
    return "money" if place.before in CURRENCY or (place.before and place.before[-1] in "$€£") else ""


def _unit(place: Place) -> str:
    following = place.lowers[place.last + 1] if place.last + 1 < len(place.lowers) else ""
    if place.after in ("night", "day", "foot") and following in PLURAL:
        return ""  # "two night guards"
    quoted = "'" in place.lowers[place.last + 1 : place.last + 6] or "'" in place.lowers[max(0, place.first - 4) : place.first]
    feet = place.after == "'" and not quoted
    return "unit" if feet or place.after in TIME_UNITS or place.after in MEASURES or place.after == "°" else ""


def _date(place: Place) -> str:
    """ "July 19", "19 July"; but "on 23 September 28 bodies were found"."""
    if not place.digits or place.value > 31:
        return ""
    if place.before == "." and place.first > 1 and place.lowers[place.first - 2] in MONTHS:
        return "date"  # "on Oct. 7"
    dated = place.first > 1 and place.lowers[place.first - 2].isdigit()
    if place.before in MONTHS and not dated and _is_month(place, place.first - 1):
        return "date"
    return "date" if place.after in MONTHS and _is_month(place, place.last) else ""


def _is_month(place: Place, at: int) -> bool:
    return place.lowers[at] not in _CAPITALISED_MONTHS or place.texts[at][0].isupper()


_EVENTS = words("""
    killing murder massacre assassination attack bombing war invasion kidnapping uprising revolution coup siege conflict offensive
    operation ceasefire truce election agreement deal raid shooting crash disaster earthquake genocide
""")


def _year(place: Place) -> str:
    """Four plain digits are a year, unless a noun of people follows them and no word for a time stands before."""
    if not place.digits or not 1900 <= place.value <= 2100 or len(place.lowers[place.first]) != 4:
        return ""
    in_month = place.first > 1 and place.lowers[place.first - 2] in MONTHS and place.before != "of"
    dated = place.before in MONTHS or in_month or place.before in BEFORE_YEARS
    counted = place.after in PLURAL or place.after in COMPOUND or (place.before in QUALIFIER_ENDS and place.before != "of")
    if place.after in _EVENTS:
        return "year"  # "over the 2005 killing of a constable"
    return "year" if dated or not counted else ""


def _two_ages(place: Place) -> bool:
    """ "two women, 71 and 68,": the number and its neighbour stand in commas behind people."""
    lowers, first, last = place.lowers, place.first, place.last
    if place.before == "," and place.after == "and":
        start, close = first - 1, last + 2
    elif place.before == "and" and place.after == ",":
        start, close = first - 3, last
    else:
        return False
    other = lowers[close - 1] if start == first - 1 and close <= len(lowers) else lowers[first - 2] if first > 2 else ""
    commas = start > 0 and lowers[start] == "," and lowers[close : close + 1] == [","]
    return commas and other.isdigit() and len(other) < 4 and lowers[start - 1] in PLURAL


_AGED = words("boy girl man woman youth child")


def _age(place: Place) -> str:
    """ "aged 34", "Jane Roe, 34, was", "the driver (34)", "two women, 71 and 68, were"."""
    if place.digits and place.value < OLDEST and _two_ages(place):
        return "age"
    if place.before in AGE_BEFORE:
        return "age"
    said_of_one = (
        place.before in ("was", "is", "turned") and place.first > 1 and place.lowers[place.first - 2] in ("she", "he", "who")
    )
    if said_of_one and place.value < OLDEST and (not place.after[:1].isalpha() or place.after in ("when", "and", "at")):
        return "age"  # "when she was 24, and has not been heard from since"
    if place.before == "between" and place.first > 1 and place.lowers[place.first - 2] in AGE_BEFORE:
        return "age"
    if place.before == "of" and place.first > 1 and place.lowers[place.first - 2] in _AGED and place.value < OLDEST:
        return "" if place.after in PLURAL else "age"  # "a boy of ten"
    two_aged = place.before in ("and", ",") and place.first > 2 and place.lowers[place.first - 2][0].isdigit()
    if two_aged and place.lowers[place.first - 3] in AGE_BEFORE:
        return "age"
    girl_of_six = place.before == "," and place.first > 1 and place.lowers[place.first - 2] in SINGULAR
    if girl_of_six and place.after in ("", ",", ".") and place.value < OLDEST and not place.digits:
        return "age"
    led = place.first - 1 if place.before == "about" else place.first  # where the number and its "about" begin
    aside = led > 1 and place.lowers[led - 1] == "," and place.lowers[led - 2] in SINGULAR
    if place.digits and place.before == "about" and aside and place.after in ("and", ",") and place.value < OLDEST:
        return "age"  # "the man, about 25 and in civilian clothes, died"
    then = place.before in ("then", "now") and place.first > 2 and place.lowers[place.first - 2] == "," and place.after == ","
    if then and place.digits and place.value < OLDEST and place.texts[place.first - 3][0].isupper():
        return "age"
    if place.first < 2 or place.value >= OLDEST or (not place.digits and place.after != ","):
        return ""
    if place.before == "," and place.after == "," and place.lowers[place.first - 2] == ")":
        return "age"  # "General Goryachev (pictured), 52, died"
    bracketed = place.before in (",", "(") and place.after in (",", ")") and (place.after == "," or place.before == "(")
    named = place.texts[place.first - 2]
    person = any(c.isupper() for c in named) or (place.digits and (named.lower() in SINGULAR or named.lower() in _OTHER_ONE))
    return "age" if bracketed and person else ""


_OTHER_ONE = words("other another one first second third fourth eldest youngest oldest")  # "the other, 24, died"
_TIMES = words("day week month year")
_OF_A_TIME = words("past last that this one same a previous next each every first single")


def _name(place: Place) -> str:
    """ "Flight 17", "Group of 7"."""
    if place.before in _TIMES and place.first > 1 and place.lowers[place.first - 2] in _OF_A_TIME:
        return ""  # "over the past week 60 people"
    if place.before == "number" and place.first > 1 and place.lowers[place.first - 2] in VICTIMS:
        return ""  # "the wounded number 412"
    if place.before in NUMBERED_NAMES and place.digits and (place.first > 1 or len(place.lowers) > 2):
        return "number in a name"
    of_group = place.before == "of" and place.first > 1 and place.lowers[place.first - 2] == "group"
    return "number in a name" if of_group and place.value < 100 and place.texts[place.first - 2][0].isupper() else ""


def _time(place: Place) -> str:
    """ "at 9 a.m."."""
    return "time" if place.before in ("at", "by") and place.digits and place.after in (":", "am", "pm", "a.m.", "p.m.") else ""
