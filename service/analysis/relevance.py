"""Whether an article's news is organised violence, its human cost or a move in a ceasefire, and what decided.

A sum of weighted signs: words of war, of other news and of looking back in headline, lead and body, sides and grounds of known
conflicts, figures and ceasefire statements found. The weights stand in ``languages/en/newsworthy`` with their reasons; the
sum's largest parts are the reason given.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import pairwise

from service.analysis import headlines, short_items
from service.analysis.assassination import assassination
from service.analysis.ceasefire_reading import read_statuses
from service.analysis.ceasefire_terms import of_a_war, truce_sentences
from service.analysis.gazetteer import Mention
from service.analysis.languages.en.newsworthy import BIAS, LISTS, SAID, WEIGHTS
from service.analysis.languages.lists import words
from service.analysis.remembered import Remembered
from service.analysis.text import Document, prepare
from service.analysis.unrest import killed_in_unrest
from service.models import CeasefireStatement, Figure

_LEAD_WORDS = 120
_BODY_WORDS = 240  # words after the lead that are looked at
_SUMMARY = 90  # words of a feed item's title and summary; its title often has no word of war
_OPENING = 60  # words of each of the first two sentences
_HEADLINE = 3  # words from which on a title is a headline
_AS_HEADLINE = 40  # words of a text that are read as its headline where it has none
_DATELINE = 30  # tokens within which a dateline ends
_LEAD_CHARS = 700
_FIRST_CHARS = 500
_MOST = {"headline": 2, "lead": 4, "body": 4}  # a word said often tells no more than one said this often

_BY_OTHERS = frozenset({"ceasefire: asking, withheld", "ceasefire: making, withheld"})  # politics at home about a war elsewhere
_STATED = 0.5  # a ceasefire that is only named says nothing of the news
_LIVE = ("current", "cumulative")


_Phrases = list[tuple[tuple[str, ...], str]]  # what follows the first word, and the list


class _Lists(Remembered[tuple[tuple[str, ...], dict[str, _Phrases]] | None]):
    """The word lists as one look-up: the lists a word is on by itself, and the phrases it begins by their second word.

    None for most words, which do neither.
    """

    def __init__(self, lists: Mapping[str, str]) -> None:
        super().__init__()
        whole: dict[str, set[str]] = {}
        self.beginnings: dict[str, tuple[tuple[str, str], ...]] = {}  # of words, by their first three letters
        self.phrases: dict[str, dict[str, _Phrases]] = {}  # by first word, then by second, "" where that is only begun
        for name, text in lists.items():
            for entry in text.replace("\n", " ").split(","):
                words = tuple(entry.split())
                if len(words) > 1:
                    second = "" if words[1].endswith("*") else words[1]
                    self.phrases.setdefault(words[0], {}).setdefault(second, []).append((words[1:], name))
                elif words and words[0].endswith("*"):
                    key = words[0][:3]
                    self.beginnings[key] = (*self.beginnings.get(key, ()), (words[0][:-1], name))
                elif words:
                    whole.setdefault(words[0], set()).add(name)
        self.whole = {word: tuple(sorted(names)) for word, names in whole.items()}

    def work_out(self, word: str) -> tuple[tuple[str, ...], dict[str, _Phrases]] | None:
        names = self.whole.get(word, ())
        begun = (n for beginning, n in self.beginnings.get(word[:3], ()) if word.startswith(beginning) and n not in names)
        alone, phrases = (*names, *begun), self.phrases.get(word, _NONE)
        return (alone, phrases) if alone or phrases else None

    def count(self, lowers: Sequence[str]) -> Counter[str]:
        """How many words of each list stand among ``lowers``; a word counts once for a list."""
        found: dict[str, int] = {}
        telling = [(position, on) for position, on in enumerate(map(self.__getitem__, lowers)) if on is not None]
        for position, (alone, seconds) in telling:
            names = alone
            if seconds and position + 1 < len(lowers):
                after = (*seconds.get(lowers[position + 1], ()), *seconds.get("", ()))
                names = (*names, *(name for rest, name in after if name not in names and _goes_on(lowers, position + 1, rest)))
            for name in names:
                found[name] = found.get(name, 0) + 1
        return Counter(found)


_NONE: dict[str, _Phrases] = {}


def _goes_on(lowers: Sequence[str], position: int, rest: tuple[str, ...]) -> bool:
    if position + len(rest) > len(lowers):
        return False
    for word in rest:
        here = lowers[position]
        if not (here.startswith(word[:-1]) if word[-1] == "*" else here == word):
            return False
        position += 1
    return True


_READ = _Lists(LISTS)


def judge(
    document: Document,
    title: str,
    mentions: Sequence[Mention],
    figures: Sequence[Figure],
    statements: Sequence[CeasefireStatement],
    published: datetime | None = None,
    *,
    at_war: bool = False,
) -> tuple[bool, str]:
    """Whether the article is relevant by the guide's definition, and the signs that decided, heaviest first.

    ``at_war`` says that two states fight each other in a conflict that is configured nowhere, so that no ground or side of it is known.

    Without a headline the first forty words after a dateline are read as one. Looks at the first 600 words at most.
    """
    signs = _signs(document, title, mentions, figures, statements)
    signs["old year"] = headlines.old_year(document, title, published)
    aside = ("opinion", "editorial", "question", *(f"headline {name}" for name in short_items.OTHER_DEATHS))
    unrest = not any(signs.get(sign) for sign in aside) and killed_in_unrest(title, figures, signs.get("headline harm", 0) > 0)
    signs["killed in unrest"] = float(unrest)
    signs["states at war"] = float(at_war and (signs["figure"] > 0 or signs["ceasefire in lead"] > 0))
    parts = {sign: WEIGHTS.get(sign, 0.0) * value for sign, value in signs.items() if value}
    total = BIAS + sum(parts.values())
    relevant = total > 0
    telling = sorted(((abs(part), sign) for sign, part in parts.items() if (part > 0) == relevant and part), reverse=True)
    reasons = [SAID.get(sign, sign.replace("_", " ")) for _, sign in telling[:3]]
    return relevant, f"{'; '.join(reasons) or 'nothing of war'} ({total:+.1f})"


def _signs(
    document: Document,
    title: str,
    mentions: Sequence[Mention],
    figures: Sequence[Figure],
    statements: Sequence[CeasefireStatement],
) -> dict[str, float]:
    read = _LEAD_WORDS + _BODY_WORDS
    texts, lowers = _first_tokens(document, read)
    headed = prepare(title)
    shown, heading = _first_tokens(headed, sys.maxsize)
    if sum(text[0].isalpha() for text in shown) < _HEADLINE:  # none, or a rubric: "Border"
        begin = _after_dateline(texts)
        shown = shown + texts[begin : begin + _AS_HEADLINE]
        heading = heading + lowers[begin : begin + _AS_HEADLINE]
    lead, body = lowers[:_LEAD_WORDS], lowers[_LEAD_WORDS:]
    said = {"headline": _READ.count(heading), "lead": _READ.count(lead), "body": _READ.count(body)}
    said["headline"]["disaster"] -= _stormed(heading)
    signs: dict[str, float] = {}
    for where, counts in said.items():
        counts["war"] = max(0, counts["war"] - 2 * counts["no_war"])
        share = 1.0 if where != "body" else (100.0 / max(60, len(body)) if len(lowers) > _LEAD_WORDS + 40 else 0.0)
        for name, count in counts.items():
            signs[f"{where} {name}"] = min(count * share, _MOST[where])
    opening = _READ.count(document.sentences[0].lowers[:_OPENING] if document.sentences else ())
    first = opening + _READ.count(document.sentences[1].lowers[:_OPENING] if len(document.sentences) > 1 else ())
    signs |= _crossed(said["headline"], said["lead"], first, lead)
    signs |= _named(" ".join(shown), mentions)
    signs |= _found(headed, mentions, figures, statements)
    if assassination(document):
        signs = {sign: value for sign, value in signs.items() if sign not in _HIS_OFFICE} | {"assassination": 1.0}
    head = said["headline"]
    bombed = head["harm"] > 0 and not _BOMBS.isdisjoint(heading)
    if bombed:
        signs = {sign: value for sign, value in signs.items() if sign not in _VENUES}
    signs["dead by a bomb"] = float(bombed and any(figure.kind == "killed" and figure.scope in _LIVE for figure in figures))
    signs["blown up"] = float(head["accident"] > 0 and head["war"] > 0 and head["harm"] + said["lead"]["harm"] > 0)
    signs["accident and no arms in headline"] = float(bool(title) and head["accident"] > 0 == head["war"] + head["fighters"])
    signs["editorial"] = float(headlines.editorial(title))
    signs["short"] = float(len(lowers) < 50)
    if signs["short"]:
        signs |= short_items.signs(said["headline"], said["lead"], heading, figures, mentions)
    elsewhere = any(head[name] for name in short_items.OTHER_DEATHS)
    summary = bool(title) and len(lowers) < _SUMMARY and signs["harm by war"] > 0 and signs["figure in lead"] > 0
    signs["war told in the summary"] = float(summary and not elsewhere)
    war = said["headline"]["war"] + said["lead"]["war"]
    traded = said["headline"]["business"] + said["lead"]["business"] + said["headline"]["sport"] > 1
    told = signs["short"] > 0 and signs["ceasefire"] > 0 and signs["ceasefire in lead"] > 0
    signs["truce told shortly"] = float(told and not traded)
    signs["short and full of war"] = float(signs["short"] > 0 and war >= 2)
    signs["looking back"] = float(said["headline"]["looking_back"] + opening["looking_back"] > 0)
    signs["signed"] = float(headlines.signed(title))
    signs["opinion"] = max(signs["opinion"], signs["signed"], float(headlines.explained(title)))
    ground = signs["headline ground"] + signs["headline side"] > 0
    struck = said["headline"]["attacks"] + said["headline"]["war"] > 0 and said["headline"]["harm"] > 0
    signs["attack with harm on a conflict's ground"] = float(ground and struck)
    signs["question"] = float(title.rstrip().endswith("?"))
    return signs


def _stormed(heading: Sequence[str]) -> int:
    """How many storms of a headline are men's: "gunmen storm church"."""
    pairs = pairwise(heading)
    return sum(
        1 for before, word in pairs if word in ("storm", "storms") and (known := _READ[before]) and "fighters" in known[0]
    )


_BOMBS = words(
    "bomb bombs bombing bombings bomber bombers grenade grenades rocket rockets missile missiles mortar airstrike shelling"
)
_VENUES = frozenset(("headline culture", "lead culture", "headline sport", "lead sport"))  # "bomb at a festival kills 12"
_HIS_OFFICE = frozenset(("trial", "lead trial", "headline court", "lead court", "headline politics", "lead politics"))


def _first_tokens(document: Document, most: int) -> tuple[list[str], list[str]]:
    """The first tokens of a document, in their plain form and in lower case."""
    texts: list[str] = []
    lowers: list[str] = []
    for sentence in document.sentences:
        if len(texts) >= most:
            break
        texts += sentence.texts
        lowers += sentence.lowers
    return texts[:most], lowers[:most]


def _after_dateline(texts: Sequence[str]) -> int:
    """Where the text begins behind an agency's dateline: "LIMA, 30 MAR 89 (EFE) -- [TEXT] POLICE SAID …"."""
    first = list(texts[:_DATELINE])
    dash = next((at + 1 for at, text in enumerate(first) if text.startswith("--") or text == "–"), 0)
    while dash and dash < len(first) and first[dash] == "[" and "]" in first[dash:]:
        dash = first.index("]", dash) + 1
    return dash


_POLICE = frozenset({"police", "security", "officers"})


def _crossed(head: Counter[str], lead: Counter[str], first: Counter[str], words: Iterable[str]) -> dict[str, float]:
    """Signs that need two lists: harm by means of war, harm by fighters, protest put down, trials, looking back."""
    harm = head["harm"] + lead["harm"] > 0
    attack = head["attacks"] + lead["attacks"] + head["war"] + lead["war"] > 0
    police = lead["fighters"] > 0 or not _POLICE.isdisjoint(words)
    armed = head["fighters"] > 0 and head["attacks"] > 0
    return {
        "attacked amid a disaster": float(armed and head["harm"] > 0 and head["disaster"] > 0),
        "harm by war": float(harm and head["war"] + lead["war"] > 0),
        "harm by fighters": float(harm and attack and head["fighters"] + lead["fighters"] > 0),
        "armed attack in headline": float(head["fighters"] > 0 and head["attacks"] + head["war"] > 0),
        "fighters harmed in headline": float(head["fighters"] > 0 and head["harm"] > 0),
        "armed abduction": float(lead["abduction"] > 0 and head["fighters"] + lead["fighters"] > 0),
        "protest put down": float(lead["protest"] > 0 and (lead["repression"] > 1 or _shot_at(head, lead)) and police),
        "crackdown in headline": float(head["repression"] > 0 and head["protest"] + lead["protest"] > 0),
        "trial": float(head["trial"] > 0) + float(first["trial"] > 0),
        "opinion": float(head["opinion"] > 0),
    }


def _shot_at(head: Counter[str], lead: Counter[str]) -> bool:
    """Whether people were harmed in a protest that was put down: "32 died when police fired on students protesting"."""
    return lead["repression"] > 0 and head["harm"] > 0 and head["repression"] > 0


def _named(shown: str, mentions: Sequence[Mention]) -> dict[str, float]:
    """Sides and grounds of known conflicts in headline and lead."""
    early = [mention for mention in mentions if mention.start < _LEAD_CHARS]
    sides = {mention.text for mention in mentions if mention.kind in ("group", "force") and mention.text in shown}
    grounds = {mention.text for mention in mentions if mention.conflicts and mention.text in shown}
    return {
        "headline side": float(min(len(sides), 2)),
        "headline ground": float(min(len(grounds), 2)),
        "lead side": float(min(sum(mention.kind in ("group", "force") for mention in early), 3)),
        "lead ground": float(min(sum(bool(mention.conflicts) for mention in early), 3)),
    }


def _found(
    headed: Document, mentions: Sequence[Mention], figures: Sequence[Figure], statements: Sequence[CeasefireStatement]
) -> dict[str, float]:
    """What the other readers found: figures that can change a toll, and statements of a ceasefire."""
    live = [figure for figure in figures if figure.scope in _LIVE]
    current = [statement for statement in statements if statement.scope == "current" and statement.confidence >= _STATED]
    known = bool(current) or any(mention.conflicts for mention in mentions)  # a bare headline's truce may be anybody's
    in_title = known and any(
        of_a_war(found, frozenset(), sides=True)
        for found in truce_sentences(headed)
        if any(
            not said.bare
            for name in range(len(found.names))
            for said in read_statuses(found, name)
            if f"ceasefire: {said.rule}" not in _BY_OTHERS
        )
    )
    return {
        "figure in lead": float(min(sum(figure.start < _LEAD_CHARS for figure in live), 2)),
        "figure": float(bool(live)),
        "figure of no war": float(min(sum(figure.scope == "other" for figure in figures), 2)),
        "ceasefire": float(min(len(current), 2)),
        "ceasefire in lead": float(
            in_title or any(statement.start < _FIRST_CHARS and statement.rule not in _BY_OTHERS for statement in current)
        ),
    }
