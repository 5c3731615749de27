"""Which conflict an article is about, and which one each of its figures and statements belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from service.analysis.gazetteer import ConflictSpec, Gazetteer, Mention
from service.analysis.languages.en.countries import COUNTRIES
from service.analysis.languages.en.places import VENUES
from service.analysis.state_wars import StateWar, slug
from service.analysis.text import Document, prepare
from service.analysis.truce_conflicts import conflict_of_a_belligerent, whose_truce
from service.models import OF_A_COUNTRY, CeasefireStatement, Figure

_LEAD = 700  # characters; who is named there is what the news is about
STATES = frozenset(country.name for country in COUNTRIES)
_BORDER_FIGHT = re.compile(
    r"\b(?:border (?:clash|clashes|fighting|war|conflict|skirmish|skirmishes|dispute|attack|attacks|shelling|battles?)"
    r"|(?:clash|clashes|fighting|shelling|skirmish|skirmishes|battles) (?:\w+ )?(?:along|at|on|across|over) (?:the|its|their)"
    r" (?:\w+ )?border)\b",
    re.IGNORECASE,
)
_OUTPOST = re.compile(r"(?:['’]s)? (?:embassy|consulate|ambassador)\b", re.IGNORECASE)  # near it a war is not that country's


@dataclass(frozen=True, slots=True)
class Assignment:
    """The main conflict's id, all ids in order of the text, and the figures and statements with their conflict set."""

    main: str | None
    conflicts: tuple[str, ...]
    figures: tuple[Figure, ...]
    statements: tuple[CeasefireStatement, ...]


@dataclass(slots=True)
class _Evidence:
    """What speaks for one conflict: weights of its sides by name, of its places and own words."""

    sides: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    ground: float = 0.0
    own: float = 0.0


def country_conflict(country: str) -> str:
    """The id of the conflict an article about a country without a configured one falls to: "country-peru"."""
    return OF_A_COUNTRY + slug(country)


def assign(
    document: Document,
    mentions: Sequence[Mention],
    figures: Sequence[Figure],
    statements: Sequence[CeasefireStatement],
    gazetteer: Gazetteer,
    title: str = "",
    war: StateWar | None = None,
) -> Assignment:
    """The conflicts of an article. ``mentions`` are those of ``document``; the title is read here.

    ``war`` is a war of two states that is configured nowhere. Else the main conflict is the one whose sides, places and own words
    weigh most, those in title and lead more; where none is configured, "country-" and the country named most. A figure or
    statement goes elsewhere only where its own sentence names
    another conflict's ground or sides and nothing of the main one. Ids are in the order of the text.
    """
    titled = gazetteer.mentions(prepare(title)) if title else ()
    weighted = [(_inside(mention, title), 3.0 * _nearness(mention, title)) for mention in titled]
    grounds = [mention for mention in mentions if not _met_there(mention, document.text)]
    weighted += [
        (_inside(m, document.text), (2.0 if m.start < _LEAD else 1.0) * _nearness(m, document.text))
        for m in (grounds if any(m.country for m in grounds) else mentions)
    ]
    main = _choose(weighted, gazetteer)
    places = _Places(document, mentions)
    own = war.spec if war is not None and (war.sure or main not in gazetteer.conflicts) else None
    if own is not None:
        main = own.id
    elif main not in gazetteer.conflicts:
        main = (
            _of_its_truce(statements, places, gazetteer)
            or _border_war(main, f"{title}\n{document.text[:_LEAD]}", gazetteer)
            or main
        )
    new_figures = tuple(
        replace(figure, conflict=_own(figure.start, figure.party, main, places, gazetteer, own)) for figure in figures
    )
    new_statements = tuple(
        _with_sides(
            replace(statement, conflict=_of_truce(statement, main, weighted, places, gazetteer, own)), weighted, gazetteer
        )
        for statement in statements
    )
    found = [(figure.start, figure.conflict) for figure in new_figures] + [
        (said.start, said.conflict) for said in new_statements
    ]
    found = sorted(((start, conflict) for start, conflict in found if conflict), key=lambda place: (place[0], str(place[1])))
    return Assignment(main, tuple(dict.fromkeys(conflict for _, conflict in found if conflict)), new_figures, new_statements)


class _Places:
    """The mentions of each sentence, found by an offset into the text."""

    def __init__(self, document: Document, mentions: Sequence[Mention]) -> None:
        self.text = document.text
        self.starts = [sentence.start for sentence in document.sentences]
        self.by_sentence: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self.by_sentence[self.sentence_at(mention.start)].append(mention)

    def sentence_at(self, offset: int) -> int:
        return max(bisect_right(self.starts, offset) - 1, 0)

    def is_ground(self, mention: Mention) -> bool:
        """Whether a mention says where something happened: a place, or a country after "in"."""
        if _met_there(mention, self.text):
            return False
        if mention.kind in ("place", "keyword"):
            return True
        before = self.text[max(0, mention.start - 14) : mention.start].lower()
        return mention.kind in ("country", "capital") and before.endswith(
            ("in ", "across ", "inside ", "in eastern ", "in northern ", "in southern ")
        )

    def beside(self, offset: int) -> list[Mention]:
        return self.by_sentence.get(self.sentence_at(offset), [])


def _met_there(mention: Mention, text: str) -> bool:
    """Whether a name is an embassy's country, or a town where people of other places met or spoke: no ground of a war."""
    if _OUTPOST.match(text, mention.end):
        return True
    around = text[max(0, mention.start - _NEAR) : mention.end + _NEAR]
    return mention.text in VENUES and mention.kind in ("place", "capital") and _MEETING.search(around) is not None


def _nearness(mention: Mention, text: str) -> float:
    """Less than 1 for a country whose border alone is named: "eight militants killed near the Afghan border" is Pakistan's war."""
    bordering = mention.kind in ("country", "demonym") and _BORDER.match(text, mention.end) is not None
    return BORDERING if bordering else 1.0


def _inside(mention: Mention, text: str) -> Mention:
    """A country or capital as a place where "in" stands before it: "British soldiers seized in Sierra Leone"."""
    inside = mention.kind in ("country", "capital") and text[max(0, mention.start - 3) : mention.start].lower() == "in "
    return mention._replace(kind="place") if inside else mention


_BORDER = re.compile(
    r"(?:['’]s)? (?:border|frontier)\b(?! (?:town|village|city|post|region|area|district|guard|troop|force))", re.IGNORECASE
)
BORDERING = 0.25
_NEAR = 40  # characters
_MEETING = re.compile(
    r"\b(?:said in|told .{1,20} in|talks|agreement|accord|signed|sign|reached"
    r"|brokered|summit|mediators|negotiat\w{2,6}|delegations|shook hands)\b",
    re.IGNORECASE,
)


def _choose(weighted: Sequence[tuple[Mention, float]], gazetteer: Gazetteer) -> str | None:
    """The conflict that these mentions speak for, a country's where no configured one qualifies, None where nothing is named."""
    scores = _scores(weighted, gazetteer)
    countries = _countries(weighted)
    best = max(scores, key=lambda conflict: (scores[conflict], conflict), default=None)
    if not countries:
        return best
    country = max(countries, key=lambda name: (countries[name], name))
    if best is None:
        return country_conflict(country)
    spec = gazetteer.conflicts[best]
    if country in spec.countries or country in spec.parties:
        return best
    inside = sum(weight for name, weight in countries.items() if name in spec.countries)
    sides = {mention.party for mention, _ in weighted if mention.party in spec.parties}
    # a mediator ("Moscow says it has brokered a truce between …") is often named more than either side
    enough = inside * MEDIATOR if len(sides) >= 2 else inside
    return country_conflict(country) if countries[country] > enough else best


MEDIATOR = 2.0  # times as often as the ground of a conflict of which two sides are named must another country be named to be the subject


def _countries(weighted: Sequence[tuple[Mention, float]]) -> dict[str, float]:
    """The weight of every country named, less where only people are named by it: Zambian peacekeepers, British hostages."""
    countries: defaultdict[str, float] = defaultdict(float)
    for mention, weight in weighted:
        if mention.country:
            countries[mention.country] += weight * _GROUND.get(mention.kind, 1.0)
    return dict(countries)


_GROUND = {"place": 1.5, "group": 1.5, "demonym": 0.7, "people": 0.7}


def _scores(weighted: Sequence[tuple[Mention, float]], gazetteer: Gazetteer) -> dict[str, float]:
    """The weight of every conflict that has enough to go by: two sides, or its own ground, places or words."""
    evidence: defaultdict[str, _Evidence] = defaultdict(_Evidence)
    for mention, weight in weighted:
        share = weight / max(len(mention.conflicts), 1)
        for conflict in mention.conflicts:
            found = evidence[conflict]
            if mention.party is not None and mention.party in gazetteer.conflicts[conflict].parties:
                found.sides[mention.party] += share
            elif mention.party is None:
                found.own += 1.5 * share
        if mention.country:
            for conflict in gazetteer.on_ground.get(mention.country, ()):
                evidence[conflict].ground += weight / 2
    scores = {conflict: _score(found, gazetteer.conflicts[conflict]) for conflict, found in evidence.items()}
    return {conflict: score for conflict, score in scores.items() if score > 0}


def _score(found: _Evidence, conflict: ConflictSpec) -> float:
    sides = sorted(found.sides.values(), reverse=True)
    groups = sum(weight for side, weight in found.sides.items() if side not in conflict.countries)
    if not (found.ground or found.own or groups or len(sides) >= 2):
        return 0.0
    pair = 2.0 * min(sides[0], sides[1]) if len(sides) >= 2 else 0.0
    return sum(sides) + pair + found.own + found.ground + groups


def _own(
    start: int, party: str | None, main: str | None, places: _Places, gazetteer: Gazetteer, war: ConflictSpec | None = None
) -> str | None:
    """The conflict of what stands at ``start``: the main one unless its sentence clearly speaks of another.

    ``party`` is whose dead are counted, ``war`` the main one where it is configured nowhere. A foreign mediator
    or a foreign victim does not move a sentence to another war; a place, a country it says things happened in, or two sides of another
    conflict do.
    """
    beside = places.beside(start)
    if not beside or main is None:
        return main
    spec = war or gazetteer.conflicts.get(main)
    if any(_belongs(mention, main, spec) for mention in beside):
        return main
    if party is not None and spec is not None and (party in spec.parties or party in spec.countries):
        return main
    grounds = [(mention, 1.0) for mention in beside if places.is_ground(mention)]
    sides = [(mention, 1.0) for mention in beside if mention.party is not None]
    if grounds:
        return _choose(grounds + [side for side in sides if side not in grounds], gazetteer) or main
    other = _choose(sides, gazetteer)
    rival = gazetteer.conflicts.get(other or "")
    return rival.id if rival and len({mention.party for mention, _ in sides} & set(rival.parties)) >= 2 else main


def _of_truce(
    statement: CeasefireStatement,
    main: str | None,
    weighted: Sequence[tuple[Mention, float]],
    places: _Places,
    gazetteer: Gazetteer,
    war: ConflictSpec | None,
) -> str | None:
    """The conflict whose truce it is: the one named at the truce, else that of any sentence, else a belligerent's own."""
    if war is not None:
        return _own(statement.start, None, main, places, gazetteer, war)
    countries = _countries(weighted)
    named = whose_truce(statement, places.text, places.beside(statement.start), gazetteer)
    if named is not None and (not countries or not countries.keys().isdisjoint(gazetteer.conflicts[named].countries)):
        return named
    own = _own(statement.start, None, main, places, gazetteer)
    if own in gazetteer.conflicts:
        return own
    scores = _scores(weighted, gazetteer)
    if main is not None and countries:  # "Maoists" fight in more countries than the one configured
        grounds = {conflict: gazetteer.conflicts[conflict].countries for conflict in scores}
        scores = {conflict: score for conflict, score in scores.items() if not countries.keys().isdisjoint(grounds[conflict])}
    if scores:
        return max(scores, key=lambda conflict: (scores[conflict], conflict))
    ranked = sorted(countries, key=lambda country: (-countries[country], country))
    return conflict_of_a_belligerent(ranked, gazetteer) or own


def _of_its_truce(statements: Sequence[CeasefireStatement], places: _Places, gazetteer: Gazetteer) -> str | None:
    """The conflict whose truce the lead is about, where the article's names lead to none: an envoy in New York speaks of Syria."""
    for statement in statements:
        if statement.scope == "current" and statement.start < _LEAD:
            named = whose_truce(statement, places.text, places.beside(statement.start), gazetteer)
            if named is not None:
                return named
    return None


def _border_war(main: str | None, lead: str, gazetteer: Gazetteer) -> str | None:
    """The one conflict that a country has across its border, where the lead tells of border fighting and names one side only."""
    if main is None or _BORDER_FIGHT.search(lead) is None:
        return None
    across = [
        conflict.id
        for conflict in gazetteer.conflicts.values()
        if len(conflict.countries) > 1
        and main in {country_conflict(country) for country in conflict.countries if country in conflict.parties}
    ]
    return across[0] if len(across) == 1 else None


def _belongs(mention: Mention, main: str, spec: ConflictSpec | None) -> bool:
    if spec is None:
        return mention.country is not None and country_conflict(mention.country) == main
    return main in mention.conflicts or (mention.country is not None and mention.country in spec.countries)


def _with_sides(
    statement: CeasefireStatement, weighted: Sequence[tuple[Mention, float]], gazetteer: Gazetteer
) -> CeasefireStatement:
    """The statement with the two sides of its conflict it is about: those its sentence names, else those the article names most.

    Of more than two, a government and an armed group come before two of a kind.
    """
    spec = gazetteer.conflicts.get(statement.conflict or "")
    if spec is None:
        return statement
    if statement.declared_by not in spec.parties:  # a mediator announces what others have agreed
        statement = replace(statement, declared_by=None)
    weights: defaultdict[str, float] = defaultdict(float)
    for mention, weight in weighted:
        if mention.party in spec.parties and mention.party is not None:
            weights[mention.party] += weight
    named = sorted((party for party in statement.parties if party in spec.parties), key=lambda party: (-weights[party], party))
    others = sorted((party for party in weights if party not in named), key=lambda party: (-weights[party], party))
    if len(named) >= 2:
        return replace(statement, parties=tuple(sorted(_pair(named))))
    return replace(statement, parties=tuple(sorted(_pair([*named, *others]))))


def _pair(ranked: Sequence[str]) -> list[str]:
    """Two sides: the first, and the first of the other kind (state or group) where there is one."""
    if len(ranked) <= 2:
        return list(ranked)
    first, *rest = ranked
    other = next((party for party in rest if (party in STATES) != (first in STATES)), rest[0])
    return [first, other]
