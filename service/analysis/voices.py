"""Who speaks where a sentence alone does not tell: offices of a place, quotations over several sentences, sources given afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.analysis.claimants import Claim
from service.analysis.doers import agents_of
from service.analysis.drafts import Draft
from service.analysis.languages.en.grammar import BE
from service.analysis.languages.en.sides import ARMED, NEUTRALISED
from service.analysis.languages.lists import words
from service.analysis.linking import Harm
from service.analysis.places import where
from service.analysis.reading import Reading
from service.analysis.text import Sentence
from service.models import UNSPECIFIED

BACK = 2  # sentences before "the figures were given by X" that it speaks of
_COUNTS = words("figure figures toll tolls count tally number numbers details information")
_THAT = ("that is according to", "this is according to", "that was according to", "this was according to")
_SOLDIERY = words("army military troops command navy forces")
_FIGHTERS_FOES = _SOLDIERY | {"ministry"}
_OF_STATES = ("country", "demonym", "force")
_OCCUPIED = {"Palestine": "Israel"}  # a place with police and hospitals of its own, but another's army


def speaker_there(home: str, office: str, harm: Harm, reading: Reading, homes: Sequence[str]) -> str:
    """ "officials said" speak for the country where it happened, ``home`` where no place is named."""
    headline = reading.lowers[-1:] != ["."]
    if harm.group.head in ARMED and office in _FIGHTERS_FOES and (headline or reading.lowers[harm.at] in NEUTRALISED):
        states = {m.party for _, _, m in reading.mentions if m.kind in _OF_STATES and m.party}
        doers = states & agents_of(reading, harm)
        if len(doers) == 1:
            return doers.pop()  # "US strike kills 10 al-Shabaab militants, military says"
    place = where(reading, harm.at)
    known = place is not None and place != UNSPECIFIED and (place in homes or office == "there")
    country = place if place is not None and known else home
    return _OCCUPIED.get(country, country) if office in _SOLDIERY else country


class Quotations:
    """Follows quotation marks from sentence to sentence, and lends figures inside them the name of who is quoted."""

    def __init__(self) -> None:
        self._inside = False
        self._paragraph = -1
        self._speaker: str | None = None
        self._waiting: list[int] = []
        self._said: tuple[int, int, str] | None = (
            None  # the sentence that closed a quotation last, its paragraph, who is quoted
        )

    @property
    def waiting(self) -> bool:
        """Whether figures in an open quotation still wait for the name of who is quoted."""
        return bool(self._waiting)

    def settle(self, sentence: Sentence, claims: Sequence[Claim], drafts: list[Draft], first: int) -> None:
        """Read the next sentence; ``drafts`` from ``first`` on are its figures."""
        plain = sentence.plain
        if sentence.paragraph != self._paragraph and plain.startswith('"'):
            self._inside = False  # each paragraph of a long quotation opens it anew
        self._paragraph = sentence.paragraph
        turned = plain.count('"') % 2 == 1
        unnamed = [i for i in range(first, len(drafts)) if drafts[i].figure.claimant is None]
        goes_on = self._goes_on(sentence, claims)
        if self._inside:
            self._waiting += unnamed
            closing = claims[-1].name if turned and claims and claims[-1].direction != "after" else None
            self._name(drafts, closing or self._speaker)
        elif turned:
            self._speaker = claims[-1].name if claims and not plain.startswith('"') else goes_on
            self._waiting = unnamed if plain.startswith('"') or _runs_into_quotation(sentence) else []
        elif goes_on is not None:
            spoken = _inside_quotes(sentence)
            self._waiting = [i for i in unnamed if drafts[i].at in spoken]
            self._name(drafts, goes_on)
        self._inside ^= turned
        if not self._inside:
            self._waiting = []
        if not unnamed and first == len(drafts) and claims and _speaks_of_counts(sentence):
            _given_by(sentence, claims, drafts)

    def _goes_on(self, sentence: Sentence, claims: Sequence[Claim]) -> str | None:
        """Whose quotation a sentence continues: after '"…," said X.' the next one that opens with a quotation mark is X's too."""
        opens = sentence.plain.startswith('"')
        before, self._said = self._said, None
        if opens and claims and claims[-1].direction != "after" and claims[-1].rule in ("X said", "said X"):
            self._said = (sentence.index, sentence.paragraph, claims[-1].name)
        if not opens or claims or before is None or (sentence.index - before[0], sentence.paragraph) != (1, before[1]):
            return None
        self._said = (sentence.index, *before[1:])
        return before[2]

    def _name(self, drafts: list[Draft], name: str | None) -> None:
        if name is None:
            return
        for index in self._waiting:
            drafts[index] = _said_by(drafts[index], name)
        self._waiting = []


def _runs_into_quotation(sentence: Sentence) -> bool:
    """'The two were "led away and killed. …", she said': the last quotation mark stands between an auxiliary and its verb."""
    marks = [at for at, text in enumerate(sentence.texts) if text == '"']
    return bool(marks) and marks[-1] > 0 and sentence.lowers[marks[-1] - 1] in BE


def _inside_quotes(sentence: Sentence) -> frozenset[int]:
    """Where in the text the words between quotation marks begin."""
    inside, found = False, []
    for text, start in zip(sentence.texts, sentence.starts, strict=True):
        if text == '"':
            inside = not inside
        elif inside:
            found.append(start)
    return frozenset(found)


def _speaks_of_counts(sentence: Sentence) -> bool:
    """ "The figures were given by …", "That is according to …": what was said right before is what the sentence speaks of."""
    if sentence.plain.lower().startswith(_THAT):
        return True
    return not _COUNTS.isdisjoint(sentence.words) and not _COUNTS.isdisjoint(sentence.lowers[:_OPENING])


_OPENING = 4  # tokens: "The latest figures were"


def _given_by(sentence: Sentence, claims: Sequence[Claim], drafts: list[Draft]) -> None:
    """ "The figures were given by X": the source of what was said right before."""
    given = next((claim.name for claim in claims if claim.rule in ("given by", "according to")), None)
    if given is None:
        return
    for index in range(len(drafts) - 1, -1, -1):
        if sentence.index - drafts[index].sentence > BACK:
            return
        if drafts[index].figure.claimant is None:
            drafts[index] = _said_by(drafts[index], given)


def _said_by(draft: Draft, name: str) -> Draft:
    return replace(draft, figure=replace(draft.figure, claimant=name, reasons=(*draft.figure.reasons[:-1], "claimant: quoted")))
