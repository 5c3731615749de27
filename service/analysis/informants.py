"""Sources that speak for no side: organisations by their names, and people in the text's own words ("local aid workers")."""

from __future__ import annotations

from collections.abc import Sequence

from service.analysis.languages.en.grammar import DETERMINERS, POSSESSIVES, PREPOSITIONS, STOPPERS
from service.analysis.languages.en.harm import INTRANSITIVE, TRANSITIVE
from service.analysis.languages.en.numerals import NUMERAL_WORDS
from service.analysis.languages.en.people import PLURAL
from service.analysis.languages.en.sources import (
    ATTRIBUTION,
    BODIES,
    BODY_KINDS,
    BODY_NOUNS,
    COUNTS,
    INFORMANT_KINDS,
    INFORMANTS,
    MONITOR_NAMES,
    MONITORS,
    ORGANISATIONS,
    STATE_BODIES,
    STATIONS,
    WITH_KIND,
)
from service.analysis.languages.lists import words
from service.analysis.reading import Reading
from service.analysis.text import Sentence

Named = list[tuple[int, int, str]]  # first token, end, the name a claim carries
_ORGANISATIONS = {tuple(name.split()): canonical for name, canonical in ORGANISATIONS.items()}
_ORGANISATIONS_BY_FIRST = {
    first: sorted(
        ((phrase, name) for phrase, name in _ORGANISATIONS.items() if phrase[0] == first), key=lambda item: -len(item[0])
    )
    for first in {phrase[0] for phrase in _ORGANISATIONS}
}
_JOINED = 3  # words of the kind before a noun: "local human rights organisation"
_LONGEST_NAME = 9  # tokens: "Truth, Reconciliation …" is cut, "Syrian Network for Human Rights" is not
_WITHIN = words("of for to")
_SIGNS = BODIES | BODY_NOUNS  # without one of them, nothing in a sentence names a body
_GOES_ON = words("close familiar near loyal linked quoted interviewed reached contacted involved briefed")  # "sources close to"
_OF_STATES = words("council centre center committee commission front")
_PRESS = words("press media newspaper news radio")
_SINGULAR_BODIES = words("group organisation organization agency charity ngo station")


def organisations(reading: Reading, home: str | None = None) -> Named:
    """Names of monitors, agencies and other sources in a sentence: first token, end, the name a claim carries.

    Initials are an armed group's where the article is about its country, ``home``.
    """
    lowers = reading.lowers
    found: Named = []
    past = 0
    for position in [at for at, word in enumerate(lowers) if word in _ORGANISATIONS_BY_FIRST]:
        if position < past:
            continue
        for phrase, name in _ORGANISATIONS_BY_FIRST[lowers[position]]:
            size = len(phrase)
            there = size == 1 or tuple(lowers[position : position + size]) == phrase
            if there and size == 1 and _is_a_group(reading, position, home):
                break  # Sudan's RSF, not Reporters Without Borders
            if lowers[position] == "who" and reading.capitals:
                break  # no World Health Organization in "THE MAN, WHO WAS SHOT"
            if there and (size > 1 or len(lowers[position]) > 4 or reading.texts[position].isupper()):
                past = position + size
                found.append((position, past, name))
                break
    return found


def _is_a_group(reading: Reading, position: int, home: str | None) -> bool:
    """Whether an armed group of the country the article is about is named by these initials."""
    found = reading.mention_at(position)
    return found is not None and found[1].kind == "group" and found[1].country == home


_MONITORING = words("observatory watch sohr amnesty acled monitor")


def monitor_of(sentences: Sequence[Sentence]) -> str | None:
    """The monitor an article leans on, so that "a monitor said" in its lead has a name."""
    for sentence in sentences:
        if not _MONITORING.isdisjoint(sentence.words):
            for _, _, name in organisations(Reading(sentence, ())):
                if name in MONITOR_NAMES:
                    return name
    return None


def _stations(reading: Reading, taken: set[int]) -> Named:
    """ "the Voice of Lebanon"; where all is in capitals "RADIO LIBERACION" too: a station of a country's name is that country's."""
    lowers, found = reading.lowers, []
    for at, word in enumerate(lowers):
        if word not in _ON_AIR or at in taken:
            continue
        begin = at + 1
        if word == "voice":
            if lowers[begin : begin + 1] != ["of"] or not reading.texts[at][0].isupper():
                continue
            begin += 2 if lowers[begin + 1 : begin + 2] == ["the"] else 1
        elif not reading.capitals or reading.mention_at(begin) is not None:
            continue
        end = begin
        while end < len(lowers) and end - begin < _CALLED and lowers[end].isalpha() and _capital(reading, end):
            if lowers[end] in ATTRIBUTION or lowers[end] in _NO_STATIONS:
                break
            end += 1
        if end > begin:
            words_of_it = (w if w in ("of", "the") else w.capitalize() for w in lowers[at:end])
            found.append((at, end, " ".join(words_of_it if reading.capitals else reading.texts[at:end])))
    return found


_ON_AIR = words("voice radio")
_CALLED = 3  # words of a station's name
_NO_STATIONS = BODY_NOUNS | words(
    "stations broadcast broadcasts report reports message messages communications contact monitored"
)


def bodies(reading: Reading, known: Named) -> Named:
    """Organisations no list names, by their capitals: "the Sudan Doctors Network", "rights group Najda"."""
    aired = (
        []
        if _ON_AIR.isdisjoint(reading.sentence.words)
        else _stations(reading, {at for f, e, _ in known for at in range(f, e)})
    )
    if reading.sentence.words.isdisjoint(_SIGNS) or reading.capitals:
        return aired
    known = known + aired
    texts, lowers = reading.texts, reading.lowers
    taken = {at for first, last, _ in known for at in range(first, last)}
    found: Named = []
    past = 0
    for position in reading.sentence.capitalised:
        if position < past or position in taken or not _capital(reading, position):
            continue
        past = end = _name_end(reading, position)
        if taken.isdisjoint(range(position, end)) and _is_body(reading, position, end):
            name = " ".join(texts[position:end]).replace(" 's", "'s").replace(" ' ", "' ")
            found.append((position, end, _ORGANISATIONS.get(tuple(lowers[position:end]), name)))
    return found + aired


def _capital(reading: Reading, position: int) -> bool:
    word = reading.lowers[position]
    return reading.texts[position][0].isupper() and not (word in STOPPERS or word in DETERMINERS)


def _name_end(reading: Reading, position: int) -> int:
    """Where a run of capitals ends; "of", "for" and "to" go on only after a word for a body ("Association of Nigeria")."""
    texts, lowers = reading.texts, reading.lowers
    end = position + 1
    while end < len(texts) and end - position < _LONGEST_NAME:
        if texts[end][0].isupper() and lowers[end] not in DETERMINERS and lowers[end] not in ATTRIBUTION:
            end += 1
        elif texts[end] == "'" and lowers[end - 1].endswith("s") and end + 1 < len(texts) and texts[end + 1][0].isupper():
            end += 2  # "the Doctors' Network"
        elif lowers[end] in _WITHIN and lowers[end - 1] in BODIES and end + 1 < len(texts) and _capital(reading, end + 1):
            end += 2
        else:
            break
    return end


def _is_body(reading: Reading, first: int, end: int) -> bool:
    """Whether a name is an organisation's own: by a noun beside it or a word in it; a side's name or a state's office is none."""
    inside = reading.lowers[first:end]
    kinds = {m.kind for f, last, m in reading.mentions if first <= f and last <= end}
    known = any(f == first and last == end for f, last, _ in reading.mentions)
    if _beside_noun(reading, first, end) and not known:
        return True
    last = inside[-1]
    if last in STATE_BODIES or (last in _OF_STATES and not STATE_BODIES.isdisjoint(inside)):
        return False
    if len(inside) < 2 or BODIES.isdisjoint(inside):
        return False
    if not kinds.isdisjoint(("group", "force", "official")):
        return last in BODIES and last not in _OF_STATES and len(inside) > 2
    return "capital" not in kinds or last in BODIES


def _beside_noun(reading: Reading, first: int, end: int) -> bool:
    """ "rights group Najda", "the Emergency Lawyers group"."""
    texts, lowers = reading.texts, reading.lowers
    if first and lowers[first - 1] in BODY_NOUNS and texts[first - 1].islower():
        return True
    after = end
    while after < len(lowers) and after - end < _JOINED and lowers[after] in BODY_KINDS:
        after += 1
    return after < len(lowers) and lowers[after] in BODY_NOUNS and texts[after].islower()


def informant(reading: Reading, position: int, begin: int) -> str | None:
    """The words for people who speak for nobody, from their head noun at ``position``: "local residents", "medical sources"."""
    lowers = reading.lowers
    word = lowers[position]
    if (word not in INFORMANTS and word not in WITH_KIND) or _only_modifies(reading, position):
        return None
    first = position
    while first > begin and position - first < _JOINED and lowers[first - 1] in INFORMANT_KINDS:
        first -= 1
        if lowers[first - 1 : first] == ["and"] and lowers[first - 2 : first - 1] and lowers[first - 2] in INFORMANT_KINDS:
            first -= 1  # "local and media sources"
    if first > begin and first == position and lowers[first - 1] not in DETERMINERS:
        first = _described(reading, first, begin)
    if _governed(lowers, first):
        return None
    if word.startswith("station") and STATIONS.isdisjoint(lowers[first:position]):
        return None
    if word == "reports" and _PRESS.isdisjoint(lowers[first:position]):
        return None
    if word in WITH_KIND and (first == position or (word in _SINGULAR_BODIES and _before(lowers, first) == "the")):
        return None
    words_before = (
        lower if lower in INFORMANT_KINDS or reading.capitals else reading.texts[at]
        for at, lower in enumerate(lowers[first:position], first)
    )
    return " ".join([*words_before, word])


def _governed(lowers: Sequence[str], first: int) -> bool:
    """ "the commission on prisoners said": people under a preposition are no subject; "according to", "by" and "from" name sources."""
    while first and (lowers[first - 1] in DETERMINERS or lowers[first - 1] in NUMERAL_WORDS or lowers[first - 1].isdigit()):
        first -= 1
    if first > 1 and lowers[first - 1] == "of" and lowers[first - 2] in COUNTS:
        return False  # "by the count of one activist group"
    return first > 0 and lowers[first - 1] in PREPOSITIONS and lowers[first - 1] not in _NAMING


_NAMING = words("to by from with per for")


def _only_modifies(reading: Reading, position: int) -> bool:
    """ "the refugee camp", "an activist collective": the next word is the noun."""
    if position + 1 >= len(reading.lowers):
        return False
    text, word = reading.texts[position + 1], reading.lowers[position + 1]
    if word == "'" and position + 2 < len(reading.lowers) and reading.lowers[position + 2] in _SIGNS:
        return True  # "the doctors' network"
    if word in STOPPERS or word in ATTRIBUTION or word in DETERMINERS or word in _GOES_ON:
        return False
    return text.isalpha() and (text.islower() or reading.capitals)


def _before(lowers: Sequence[str], position: int) -> str:
    return lowers[position - 1] if position else ""


def _described(reading: Reading, position: int, begin: int) -> int:
    """Where a description begins that stands right after "a" or "the": "a camp doctor"; elsewhere it may be no part of the phrase."""
    first = position
    while first > begin and position - first < 2 and _describes(reading, first - 1):
        first -= 1
    return first if first and first < position and reading.lowers[first - 1] in ("a", "an") else position


def _describes(reading: Reading, position: int) -> bool:
    word = reading.lowers[position]
    return (
        word.isalpha()
        and not (word in STOPPERS or word in DETERMINERS or word in POSSESSIVES or word in PLURAL)
        and word not in ATTRIBUTION
        and word not in INFORMANTS
        and word not in MONITORS
        and word not in TRANSITIVE
        and word not in INTRANSITIVE
        and not any(first <= position < last for first, last, _ in reading.mentions)
    )
