"""The configured conflicts and the lists of names -> one Gazetteer. Pure: nothing is read from disk or settings here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from service.analysis.gazetteer import ConflictSpec, Gazetteer, MentionKind, Name, Writing
from service.analysis.languages.en.countries import AMBIGUOUS, COUNTRIES, Country
from service.analysis.languages.en.groups import FORCES, GROUPS, LEADERS, PEOPLES
from service.analysis.languages.en.places import COMMON_WORDS, CONTINENTS, PARTY_PLACES, PLACES
from service.analysis.text import prepare


class PartyLike(Protocol):
    """One side of a configured conflict; ``service.settings.Party`` is one."""

    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...
    @property
    def people(self) -> tuple[str, ...]: ...
    @property
    def forces(self) -> tuple[str, ...]: ...


class ConflictLike(Protocol):
    """One configured conflict; ``service.settings.Conflict`` is one. ``countries`` are ISO 3166 alpha-2 codes."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def parties(self) -> Sequence[PartyLike]: ...
    @property
    def places(self) -> tuple[str, ...]: ...
    @property
    def countries(self) -> tuple[str, ...]: ...
    @property
    def keywords(self) -> tuple[str, ...]: ...


COUNTRY_NAMES: dict[str, str] = {country.code: country.name for country in COUNTRIES}
_NO_PLURAL = ("s", "sh", "ch", "ese", "x", "z", "man", "men")


def split_names(phrases: str) -> list[str]:
    """The phrases of one cell of a list."""
    return [phrase.strip() for phrase in phrases.split(",") if phrase.strip()]


class _Names:
    """Names under construction, by their words; the first identity of a phrase stays unless it is overruled."""

    def __init__(self) -> None:
        self.by_words: dict[tuple[str, ...], Name] = {}

    def add(
        self,
        phrase: str,
        *,
        kind: MentionKind,
        party: str | None,
        country: str | None,
        place: str | None = None,
        overrule: bool = False,
    ) -> None:
        for words in _spellings(phrase):
            present = self.by_words.get(words)
            if present is None:
                self.by_words[words] = Name(words, party, kind, country, (), place, _writing(words, phrase, kind))
            elif overrule:
                self.by_words[words] = replace(present, party=party, country=country or present.country)

    def add_town(self, phrase: str, land: str) -> None:
        """A town of the long list, where nothing else has its name; most are plain words, so they need no cutting into tokens."""
        plain = "'" not in phrase and "-" not in phrase
        for words in (tuple(phrase.lower().split()),) if plain else _spellings(phrase):
            self.by_words.setdefault(words, Name(words, None, "place", land, (), phrase, "located"))

    def add_all(self, phrases: str, kind: MentionKind, party: str, country: str) -> None:
        """All phrases of one cell of a list."""
        for phrase in split_names(phrases):
            self.add(phrase, kind=kind, party=party, country=country or None)

    def homeland(self, party: str) -> str | None:
        """The country a known group belongs to."""
        return next((self.by_words[words].country for words in _spellings(party) if words in self.by_words), None)

    def tag(self, phrase: str, conflict: str) -> None:
        """Let a phrase point at a conflict."""
        for words in _spellings(phrase):
            self._point(words, conflict)

    def tag_party(self, party: str, conflict: str) -> None:
        """Let everything that stands for a party point at a conflict."""
        for words in [words for words, name in self.by_words.items() if name.party == party]:
            self._point(words, conflict)

    def _point(self, words: tuple[str, ...], conflict: str) -> None:
        name = self.by_words[words]
        if conflict not in name.conflicts:
            self.by_words[words] = replace(name, conflicts=(*name.conflicts, conflict))


def _spellings(phrase: str) -> Iterator[tuple[str, ...]]:
    """The phrase as tokens, and again with its hyphens read as blanks ("al-Shabaab", "al Shabaab")."""
    words = tuple(word for sentence in prepare(phrase).sentences for word in sentence.lowers)
    if not words:
        return
    yield words
    if "-" in phrase:
        spaced = tuple(word for sentence in prepare(phrase.replace("-", " ")).sentences for word in sentence.lowers)
        if spaced and spaced != words:
            yield spaced


def _writing(words: tuple[str, ...], phrase: str, kind: MentionKind) -> Writing:
    if len(words) > 1:
        return "cased"
    rule = AMBIGUOUS.get(words[0])
    if rule is not None:
        return "upper" if rule == "upper" else "alone"
    if len(phrase) <= 5 and phrase.isupper():
        return "upper"
    return "alone" if kind == "place" and words[0] in COMMON_WORDS else "cased"


def _add_country(names: _Names, country: Country) -> None:
    own = country.name
    for phrase in (own, *split_names(country.others)):
        names.add(phrase, kind="country", party=own, country=own)
    for phrase in split_names(country.demonyms):
        names.add(phrase, kind="demonym", party=own, country=own)
        if not phrase.endswith(_NO_PLURAL):
            names.add(phrase + "s", kind="demonym", party=own, country=own)
    capitals = split_names(country.capitals)
    for phrase in capitals:
        names.add(phrase, kind="capital", party=own, country=own, place=phrase)
    # Texts that lost their apostrophes write "Syrias second city".
    for phrase in (own, *capitals):
        if phrase.isalpha() and not phrase.endswith("s") and phrase.lower() not in AMBIGUOUS:
            seat = phrase if phrase in capitals else None
            names.add(phrase + "s", kind="capital" if seat else "country", party=own, country=own, place=seat)


def _add_world(names: _Names) -> None:
    """Countries first, so that a country's name is never taken from it by a group's or a place's."""
    for country in COUNTRIES:
        _add_country(names, country)
    for party, phrases in PARTY_PLACES:
        for phrase in split_names(phrases):
            names.add(phrase, kind="place", party=party, country=party, place=phrase)
    for group, homeland, phrases in GROUPS:
        names.add_all(phrases, "group", group, homeland)
    for land, phrases in FORCES:
        names.add_all(phrases, "force", land, land)
    for people, homeland, phrases in PEOPLES:
        names.add_all(phrases, "people", people, homeland)
    for land, phrases in LEADERS:
        names.add_all(phrases, "person", land, land)
    for phrase in split_names(CONTINENTS):
        names.add(phrase, kind="place", party=None, country=None, place=phrase)
    for land, phrases in PLACES:
        for cell in split_names(phrases):
            spellings = [spelling.strip() for spelling in cell.split("=")]
            for phrase in spellings:
                names.add(phrase, kind="place", party=None, country=land, place=spellings[0])


def _add_conflict(names: _Names, conflict: ConflictLike) -> None:
    """The configured words win over the lists: a phrase the configuration gives to a party stands for that party."""
    for party in conflict.parties:
        country = party.name if party.name in _COUNTRIES else names.homeland(party.name)
        own: MentionKind = "country" if party.name in _COUNTRIES else "group"
        alias: MentionKind = "official" if party.name in _COUNTRIES else "group"
        names.add(party.name, kind=own, party=party.name, country=country, overrule=True)
        kinds: tuple[tuple[MentionKind, tuple[str, ...]], ...] = (
            (alias, party.aliases),
            ("force", party.forces),
            ("person", party.people),
        )
        for kind, phrases in kinds:
            for phrase in phrases:
                names.add(phrase, kind=kind, party=party.name, country=country, overrule=True)
    land = COUNTRY_NAMES.get(conflict.countries[0]) if len(conflict.countries) == 1 else None
    for phrase in conflict.places:
        names.add(phrase, kind="place", party=None, country=land, place=phrase)
    for phrase in conflict.keywords:
        names.add(phrase, kind="keyword", party=None, country=None)


_COUNTRIES = frozenset(COUNTRY_NAMES.values())


def build_gazetteer(
    conflicts: Sequence[ConflictLike], more_names: Iterable[tuple[str, str]] = (), towns: Iterable[tuple[str, str]] = ()
) -> Gazetteer:
    """A gazetteer of the world's countries, known groups and places, and the configured conflicts.

    ``more_names`` are further (country code, name) pairs, such as official names of countries; ``towns`` are the same of a long list
    of towns, taken for one only where a place stands. Where the configuration gives a phrase to a party, that wins; among conflicts
    the earlier one names the side, and every conflict of a side is kept.
    """
    names = _Names()
    _add_world(names)
    for code, phrase in more_names:
        if code in COUNTRY_NAMES:
            names.add(phrase, kind="country", party=COUNTRY_NAMES[code], country=COUNTRY_NAMES[code])
    for conflict in reversed(conflicts):  # the earliest is laid on last, so it names the side
        _add_conflict(names, conflict)
    for code, phrase in towns:
        if code in COUNTRY_NAMES:
            names.add_town(phrase, COUNTRY_NAMES[code])
    for conflict in conflicts:
        for party in conflict.parties:
            names.tag_party(party.name, conflict.id)
            for phrase in (party.name, *party.aliases, *party.forces, *party.people):
                names.tag(phrase, conflict.id)
        for phrase in (*conflict.places, *conflict.keywords):
            names.tag(phrase, conflict.id)
    specs = [
        ConflictSpec(
            conflict.id,
            conflict.title,
            tuple(COUNTRY_NAMES[code] for code in conflict.countries if code in COUNTRY_NAMES),
            tuple(party.name for party in conflict.parties),
            tuple(place for place in conflict.places if place in _COUNTRIES),
        )
        for conflict in conflicts
    ]
    return Gazetteer(names.by_words.values(), specs)
