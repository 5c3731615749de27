"""Entry or archive record, with what its page gave -> Article: choice of text, ids, revisions. Pure."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from service.articles.copies import fingerprint
from service.articles.dates import lies_ahead
from service.articles.extract import Extracted
from service.articles.plain import plain_text, tidy
from service.articles.residue import clean
from service.models import ArchiveRecord, Article, Entry, Feed, Removed, TextOrigin, Trust

# A text below this is one or two sentences, which often only make sense under their headline.
SHORT_TEXT = 400

# A page that gives less than this is believed only if the feed has no more to say: cookie walls and paywalls look like it.
THIN_PAGE = 250

# A feed that has this many times the page's text gives the article in full, and the page stands behind a paywall.
MUCH_MORE = 2


@dataclass(frozen=True, slots=True)
class _Body:
    text: str
    origin: TextOrigin
    removed: tuple[Removed, ...]
    flags: tuple[str, ...]


def entry_id(feed: str, key: str) -> str:
    """The id that all revisions of an entry share: 16 hex digits of sha256(feed NUL key)."""
    return _digest(feed, key)[:16]


def article_id(entry: str, content_hash: str) -> str:
    """The id of one revision: 16 hex digits of sha256(entry id NUL content hash)."""
    return _digest(entry, content_hash)[:16]


def content_hash(title: str, text: str) -> str:
    """sha256 over the words of title and text: white space, letter case and invisible characters make no revision."""
    return _digest(_normal(title), _normal(text))


def article_from_entry(
    entry: Entry, feed: Feed, page: Extracted | None, *, previous: Sequence[Article] = (), now: datetime
) -> Article:
    """The article an entry and its page make; ``page`` is None where it was not or could not be fetched.

    Text is the page's, else the feed's content, its summary, the title; ``origin`` says which and ``flags`` why.
    ``previous`` are the revisions stored so far: unchanged content gives the stored revision again, changed content the next one,
    published when the feed says it was updated, else ``now``.
    """
    body = _choose_text(entry, page, expected=feed.fetch_pages)
    title = " ".join(entry.title.split()) or (page.title if page else "")
    published, dated = _first_published(entry, page, now)
    identity = entry_id(entry.feed, entry.key)
    article = _article(
        body,
        title,
        identity=identity,
        ref=identity,
        source=feed.name,
        trust=feed.trust,
        url=entry.url,
        language=feed.language,
        author=entry.author or (page.author if page else ""),
        published=published,
        dated=dated,
    )
    return _as_revision(article, previous, said=entry.updated, now=now)


def article_from_record(
    record: ArchiveRecord,
    page: Extracted | None = None,
    *,
    previous: Sequence[Article] = (),
    now: datetime,
    trust: Trust = "unrated",
) -> Article:
    """The article of an archived record; ``page`` is the extraction of ``record.html`` where the record has no text.

    ``ref`` is the record's own id; records of one source with the same id are revisions, each with the record's own date.
    A record without a date gets the page's, else ``now`` and ``dated`` False.
    """
    cleaned = clean(record.text if record.text.strip() or page is None else page.text)
    flags = page.problems if page else ()
    origin: TextOrigin = "record" if record.text.strip() or page is None else "page"
    title = " ".join(record.title.split()) or (page.title if page else "")
    body = _Body(cleaned.text, origin, cleaned.removed, flags)
    if not cleaned.text:
        body = replace(body, text=title, origin="title", flags=(*flags, "text_empty"))
    published = record.published or (page.published if page else None)
    article = _article(
        body,
        title,
        identity=entry_id(f"archive:{record.source}", record.id),
        ref=record.id,
        source=record.source,
        trust=trust,
        url=record.url,
        language=record.language,
        author=page.author if page else "",
        published=published or now,
        dated=published is not None and record.dated,
    )
    stored = next((old for old in previous if old.content_hash == article.content_hash), None)
    if stored is not None:  # an archive that is read again brings nothing new, in whatever order its versions come
        return replace(article, revision=stored.revision)
    revision = _as_revision(article, previous, said=published, now=now)
    return replace(revision, published=article.published, dated=article.dated)


def _choose_text(entry: Entry, page: Extracted | None, *, expected: bool) -> _Body:
    """The best text there is, cleaned, and flags for what was wished for and missing."""
    flags = page.problems if page else ("page_missing",) if expected else ()
    from_page = clean(page.text if page else "")
    offers: tuple[tuple[TextOrigin, str], ...] = (("feed_content", entry.content), ("feed_summary", entry.summary))
    thin = len(from_page.text) < THIN_PAGE
    for origin, markup in offers:
        offered = clean(plain_text(markup))
        if offered.text and len(offered.text) >= len(from_page.text) * (1 if thin else MUCH_MORE):
            if from_page.text:
                flags = (*flags, "page_thin")
            elif page is not None and "extraction_empty" not in flags:
                flags = (*flags, "extraction_empty")
            return _Body(offered.text, origin, offered.removed, flags)
    removed = (*(page.removed if page else ()), *from_page.removed)
    if from_page.text:
        return _Body(from_page.text, "page", removed, flags)
    return _Body(" ".join(entry.title.split()), "title", removed, (*flags, "text_empty"))


def _first_published(entry: Entry, page: Extracted | None, now: datetime) -> tuple[datetime, bool]:
    """When the entry was first said, and whether anybody said so; the page is asked only where the feed gave no usable date."""
    if not entry.date_flag:
        return entry.published, True
    if page is not None and page.published is not None and not lies_ahead(page.published, now):
        return page.published, True
    return entry.published, False


def _article(
    body: _Body,
    title: str,
    *,
    identity: str,
    ref: str,
    source: str,
    trust: Trust,
    url: str,
    language: str,
    author: str,
    published: datetime,
    dated: bool,
) -> Article:
    """Revision 1 of an article with its ids and fingerprint."""
    text = _under_headline(title, body.text)
    digest = content_hash(title, text)
    return Article(
        id=article_id(identity, digest),
        entry=identity,
        ref=ref,
        revision=1,
        source=source,
        trust=trust,
        url=url,
        title=title,
        text=text,
        published=published,
        dated=dated,
        language=language,
        origin=body.origin,
        content_hash=digest,
        fingerprint=fingerprint(text),
        author=author,
        removed=body.removed,
        flags=tuple(dict.fromkeys(body.flags)),
    )


def _under_headline(title: str, text: str) -> str:
    """A short text with its headline as the first line, unless it begins with it anyway."""
    if not title or len(text) >= SHORT_TEXT or _normal(text).startswith(_normal(title)):
        return text
    return f"{title}\n{text}"


def _as_revision(article: Article, previous: Sequence[Article], *, said: datetime | None, now: datetime) -> Article:
    """The article as the revision it is among ``previous`` (oldest first): the stored one's number and date, or the next."""
    if not previous:
        return article
    last = max(previous, key=lambda stored: stored.revision)
    same = content_of(last) == article.content_hash
    if same:
        return replace(
            article,
            id=last.id,
            content_hash=last.content_hash,
            revision=last.revision,
            published=last.published,
            dated=last.dated,
        )
    number = last.revision + 1
    if any(
        content_of(stored) == article.content_hash for stored in previous
    ):  # edited back: a revision of its own all the same
        salted = f"{article.content_hash}{_AGAIN}{number}"
        article = replace(article, id=article_id(article.entry, salted), content_hash=salted)
    edited = said if said is not None and said > last.published and not lies_ahead(said, now) else max(now, last.published)
    return replace(article, revision=number, published=edited)


_AGAIN = "#"  # between a content's hash and the number of the revision that brought it back


def content_of(article: Article) -> str:
    """The hash of an article's content, also where an edit brought an earlier content back."""
    return article.content_hash.partition(_AGAIN)[0]


def stands(article: Article, previous: Sequence[Article]) -> bool:
    """Whether an earlier revision that came from the page stands, because this time the page could not be had or read.

    A feed that touches its summary while the page answers 403 takes nothing back.
    """
    had = any(stored.origin == "page" for stored in previous)
    return had and article.origin != "page" and not _PAGE_FAILED.isdisjoint(article.flags)


_PAGE_FAILED = frozenset({"page_missing", "extraction_empty", "page_thin"})


def _normal(text: str) -> str:
    """Words only as they are read: NFKC, no invisible characters, one space between, case folded."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    visible = "".join(char for char in folded if unicodedata.category(char) != "Cf")
    return " ".join(tidy(visible).split())


def _digest(first: str, second: str) -> str:
    return hashlib.sha256(f"{first}\0{second}".encode("utf-8", errors="surrogatepass")).hexdigest()
