"""The values that pass between the rooms: frozen, in the words of the labelling guide, standard library only.

Times are timezone-aware UTC datetimes. Ids are strings made from content, so that the same input gives the same ids
in any order of arrival and on any machine.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Kind = Literal["killed", "wounded", "missing", "captured", "displaced"]
Qualifier = Literal["exact", "at_least", "more_than", "nearly", "about", "up_to"]
Role = Literal["combatant", "civilian", "unknown"]
Scope = Literal["current", "cumulative", "background", "superseded", "other"]
Relation = Literal["total", "part", "increment"]
CeasefireStatus = Literal["none", "called_for", "rejected", "agreed", "in_effect", "extended", "violated", "ended"]
Trust = Literal["primary", "established", "unrated"]
ChangeKind = Literal["first", "rise", "revised_down", "disputed", "confirmed", "status"]
TextOrigin = Literal["page", "feed_content", "feed_summary", "record", "title"]
DateFlag = Literal["missing", "impossible", "future", ""]

KINDS: tuple[Kind, ...] = ("killed", "wounded", "missing", "captured", "displaced")
STATUSES: tuple[CeasefireStatus, ...] = (
    "none",
    "called_for",
    "rejected",
    "agreed",
    "in_effect",
    "extended",
    "violated",
    "ended",
)
UNSPECIFIED = "unspecified"
BOTH_SIDES = "both sides"  # why a figure has no party: its own words sum over the sides, so that it is never one side's
SEVERAL_SIDES = "a battle of several sides"  # the same, by what its sentence tells of
FEATURE = "; told in a feature"  # how the note of a change ends that a report on how people fare makes
PASSING = (
    "; told in passing"  # how the note of a change ends whose number stands neither in the headline nor in the first sentence
)
OF_A_COUNTRY = "country-"  # how the id of a conflict begins that is configured nowhere: "country-peru"
BETWEEN_STATES = "--"  # in the id of a war of two states that is configured nowhere: "country-ecuador--peru"


# --- feeds and entries -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Feed:
    """One configured feed; ``id`` is its URL, the one thing about it that cannot change without it being another feed."""

    url: str
    name: str
    trust: Trust = "unrated"
    language: str = "en"
    fetch_pages: bool = True
    min_interval: float | None = None  # seconds; overrides the poll settings' floor

    @property
    def id(self) -> str:
        return self.url


@dataclass(frozen=True, slots=True)
class Entry:
    """One item a feed offered, as parsed: plain-text title, markup kept in ``summary`` and ``content``.

    ``key`` identifies it within its feed: the guid (hashed when longer than 200 characters), else the canonical link,
    else title and date. ``published`` is UTC; where the feed's own date was missing, impossible or more than a day in the
    future it is the fetch time, ``date_flag`` says why and ``published_raw`` keeps the feed's words.
    """

    feed: str
    key: str
    url: str
    title: str
    summary: str
    content: str
    published: datetime
    published_raw: str
    date_flag: DateFlag
    updated: datetime | None
    author: str
    fetched: datetime


@dataclass(frozen=True, slots=True)
class Removed:
    """A line the residue filter took out of an article, and the name of the rule that did."""

    rule: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One revision of one article, ready to be analysed.

    ``id`` is unique to (entry, content); ``entry`` groups revisions of the same article; ``ref`` is the id people and
    alerts use (an archive record's own id, else the same as ``entry``). ``published`` is when this revision was said:
    the entry's date for the first, the edit's for later ones. ``dated`` is False where the date had to be made up.
    ``copy_of`` is empty or the ids of articles whose text is nearly the same (a symmetric relation).
    """

    id: str
    entry: str
    ref: str
    revision: int
    source: str
    trust: Trust
    url: str
    title: str
    text: str
    published: datetime
    dated: bool
    language: str
    origin: TextOrigin
    content_hash: str
    fingerprint: str = ""
    author: str = ""
    removed: tuple[Removed, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchiveRecord:
    """One archived article as an archive's reader found it; exactly one of ``text`` and ``html`` is filled.

    ``published`` is UTC, None only where the reader was told that it may be missing. ``charset`` is what the archive
    declares for ``html`` given as bytes. ``file`` and ``line`` (from 1; a record's ordinal in a WARC, 0 for a whole file) say where
    it stood.
    """

    id: str
    text: str
    title: str
    published: datetime | None
    source: str
    url: str
    language: str
    file: str
    line: int
    html: str | bytes = ""
    charset: str = ""
    dated: bool = True  # False where ``published`` is only when an archive captured the page


@dataclass(frozen=True, slots=True)
class RejectedRecord:
    """One archived record that cannot be used: where it stood and what is wrong with it; the rest goes on."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}" if self.line else f"{self.file}: {self.reason}"


# --- what the analysis finds -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of people the article states, with who says it, about which side, and in which words.

    ``low`` and ``high`` are equal for a plain number and both None for a vague word, which is then in ``vague``.
    ``text[start:end]`` of the analysed article is ``quote``, to the letter. ``since`` is what a cumulative figure counts from,
    an ISO date or year or a short phrase ("the war began"), None where unsaid. ``rule`` names what found it. ``confidence`` is in [0, 1].
    """

    kind: Kind
    low: int | None
    high: int | None
    qualifier: Qualifier
    party: str
    role: Role
    claimant: str | None
    scope: Scope
    relation: Relation
    quote: str
    start: int
    end: int
    rule: str
    vague: str | None = None
    since: str | None = None
    conflict: str | None = None
    places: tuple[str, ...] = ()
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CeasefireStatement:
    """One thing the article says of a ceasefire; ``accuser`` and ``accused`` only where it is a claim of a breach."""

    status: CeasefireStatus
    scope: Literal["current", "background"]
    quote: str
    start: int
    end: int
    rule: str
    conflict: str | None = None
    parties: tuple[str, ...] = ()
    claimant: str | None = None
    accuser: str | None = None
    accused: str | None = None
    starts: str | None = None  # as worded or ISO, where the text says when it begins
    ends: str | None = None
    confidence: float = 1.0
    declared_by: str | None = None  # the side that declares it alone
    area: str | None = None  # the place it is for, as worded


@dataclass(frozen=True, slots=True)
class Rejected:
    """A number the analysis looked at and did not take for a figure, and the rule that decided."""

    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything the analysis says about one article; pure function of title, text, date and gazetteer.

    ``conflict`` is the main one, ``conflicts`` all with a figure or statement. ``places`` and ``parties`` are canonical names in
    order of weight, for telling stories apart. Offsets are into the text as given to the analysis.
    """

    relevant: bool
    figures: tuple[Figure, ...]
    ceasefire: tuple[CeasefireStatement, ...]
    ceasefire_now: CeasefireStatus
    conflict: str | None
    conflicts: tuple[str, ...]
    parties: tuple[str, ...]
    places: tuple[str, ...]
    rejected: tuple[Rejected, ...]
    why_relevant: str
    version: str


# --- what history keeps ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure as said by one revision of one article; never overwritten. ``id`` is unique to (article, span, kind, analyser version)."""

    id: str
    article: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class CeasefireClaim:
    """A ceasefire statement as said by one revision of one article; ``now`` marks the one that is the article's latest state."""

    id: str
    article: str
    statement: CeasefireStatement
    now: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What one revision of one article says about one conflict: the unit that history folds.

    ``words`` are the telling words of title and lead (lower case, no stop words), for stories. ``copies`` are ids of articles
    whose text is nearly the same. Everything here follows from content, so folding never depends on the order of arrival.
    """

    article: str
    entry: str
    ref: str
    revision: int
    conflict: str
    source: str
    trust: Trust
    url: str
    title: str
    published: datetime
    dated: bool
    parties: tuple[str, ...]
    places: tuple[str, ...]
    words: tuple[str, ...]
    claims: tuple[Claim, ...]
    ceasefire: tuple[CeasefireClaim, ...]
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """Like for like: figures are only compared within one of these. ``story`` is empty for a conflict's running totals."""

    conflict: str
    story: str
    kind: str
    party: str
    role: str
    scope: Literal["current", "cumulative"]
    since: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A stated number with its qualifier; ``high`` equals ``low`` except for a range."""

    low: int
    high: int
    qualifier: Qualifier = "exact"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim behind a toll, a state or an alert, ready to be shown: words, who says so, who printed it, when."""

    claim: str
    article: str
    quote: str
    claimant: str | None
    source: str
    trust: Trust
    url: str
    published: datetime
    counts: bool = True
    why: str = ""


@dataclass(frozen=True, slots=True)
class Toll:
    """Where a series stands: ``best`` is the newest total of the most direct claimant, low and high span all live claims."""

    series: SeriesKey
    low: int
    best: Value
    high: int
    claimant: str | None
    as_of: datetime
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class CeasefireState:
    """Where a conflict's truce stands, by the newest current statement; parties are sorted names.

    ``starts`` and ``ends`` are when the truce begins and ends, as worded last, None where nobody says or there is none;
    ``begins`` is the hour at which one that is only agreed takes effect; ``declared_by`` is the side that made a standing one alone,
    ``area`` the place it is for.
    """

    conflict: str
    parties: tuple[str, ...]
    status: CeasefireStatus
    since: datetime
    accuser: str | None
    accused: str | None
    evidence: tuple[Evidence, ...]
    starts: str | None = None
    ends: str | None = None
    begins: datetime | None = None
    declared_by: str | None = None
    area: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The coverage of one flare-up or incident of a conflict; ``id`` follows from its earliest article."""

    id: str
    conflict: str
    title: str
    started: datetime
    changed: datetime
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One step of one series, caused by one article. For a ceasefire ``series`` is None and the statuses are set instead.

    ``id`` is unique to (series, article, what it says after). ``at`` is when the causing article was published. ``moves`` is
    False where the toll stays where it is: a dispute that is kept apart, a confirmation.
    """

    id: str
    conflict: str
    story: str
    change: ChangeKind
    at: datetime
    article: str
    series: SeriesKey | None = None
    before: Value | None = None
    after: Value | None = None
    parties: tuple[str, ...] = ()
    status_before: CeasefireStatus = "none"
    status_after: CeasefireStatus = "none"
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 1.0
    confirmed: bool = False
    note: str = ""
    moves: bool = True


@dataclass(frozen=True, slots=True)
class Ledger:
    """The folded history of one conflict: everything that can be said from its readings, in a canonical order."""

    conflict: str
    stories: tuple[Story, ...] = ()
    tolls: tuple[Toll, ...] = ()
    ceasefire: tuple[CeasefireState, ...] = ()
    changes: tuple[Change, ...] = ()


# --- alerts ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """The article an alert points at, by the id people use."""

    id: str
    url: str
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class Alert:
    """A change somebody is told about: the contract's shape before it becomes JSON (see ``service.alerts.shape``)."""

    id: str
    type: Literal["toll.changed", "ceasefire.changed"]
    conflict: str
    conflict_title: str
    story: str
    story_title: str
    change: Change
    article: ArticleRef
    created: datetime


@dataclass(frozen=True, slots=True)
class Delivery:
    """One alert on its way to one destination; ``id`` is the webhook-id and stays the same on every retry."""

    id: str
    alert: Alert
    destination: str
    attempts: int
    state: Literal["pending", "sending", "delivered", "dead"]
    available_at: datetime
    last_error: str = ""
    delivered_at: datetime | None = field(default=None)
    taken: int = 0  # how often it was taken in hand since a try last came to a result
