"""A feed's body becomes entries, whatever its format and however broken; what is no feed is named."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from service.errors import FeedError
from service.feeds.parse import ParsedFeed, parse
from service.models import Entry, Feed
from tests.harness.cost import cpu_seconds

FETCHED = datetime(2022, 9, 14, 12, 0, tzinfo=UTC)
FEED = Feed("https://example.org/news/feed.xml", "Example News")
TOLD = datetime(2022, 9, 13, 10, 5, tzinfo=UTC)


def read(body: str | bytes, *, content_type: str = "", limit: int = 500) -> ParsedFeed:
    raw = body.encode() if isinstance(body, str) else body
    return parse(raw, feed=FEED, content_type=content_type, fetched=FETCHED, limit=limit)


def rss(*items: str) -> str:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Example</title>{inner}</channel></rss>"


def only(*items: str) -> Entry:
    (entry,) = read(rss(*items)).entries
    return entry


# --- formats -----------------------------------------------------------------------------------------------------

DATE = "<pubDate>Tue, 13 Sep 2022 14:05:00 +0400</pubDate>"
ITEM = "<title>49 killed</title><link>https://example.org/a</link><description>Yerevan said so.</description>"
FORMATS = {
    "rss091u": f"<rss version='0.91'><channel><title>Example</title><item>{ITEM}</item></channel></rss>",
    "rss091u with a doctype": (
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">'
        f"<rss version='0.91'><channel><title>Example</title><item>{ITEM}</item></channel></rss>"
    ),
    "rss092": f"<rss version='0.92'><channel><title>Example</title><item>{ITEM}{DATE}</item></channel></rss>",
    "rss20": (
        f"<rss version='2.0'><channel><title>Example</title><item>{ITEM}<guid>https://example.org/a</guid>{DATE}</item></channel></rss>"
    ),
    "rss090": (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'>"
        f"<channel><title>Example</title></channel><item>{ITEM}</item></rdf:RDF>"
    ),
    "rss10": (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='https://example.org/'><title>Example</title></channel>"
        f"<item rdf:about='https://example.org/a'>{ITEM}<dc:date>2022-09-13T14:05:00+04:00</dc:date></item></rdf:RDF>"
    ),
    "atom03": (
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>Example</title><entry><title>49 killed</title>"
        "<link rel='alternate' type='text/html' href='https://example.org/a'/><id>tag:example.org,2022:a</id>"
        "<issued>2022-09-13T14:05:00+04:00</issued><modified>2022-09-13T15:05:00+04:00</modified><summary>Yerevan said so.</summary>"
        "</entry></feed>"
    ),
    "atom10": (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Example</title><entry><title>49 killed</title>"
        "<link href='https://example.org/a'/><id>tag:example.org,2022:a</id><published>2022-09-13T14:05:00+04:00</published>"
        "<updated>2022-09-13T11:05:00Z</updated><author><name>A. Reporter</name></author><summary>Yerevan said so.</summary></entry></feed>"
    ),
}


@pytest.mark.parametrize("version", FORMATS)
def test_every_format_gives_the_same_entry(version: str) -> None:
    parsed = read("<?xml version='1.0'?>" + FORMATS[version])
    assert (parsed.version, parsed.title, parsed.problems, parsed.dropped) == (version.partition(" ")[0], "Example", (), 0)
    (entry,) = parsed.entries
    assert (entry.title, entry.url, entry.summary, entry.content) == (
        "49 killed",
        "https://example.org/a",
        "Yerevan said so.",
        "",
    )
    assert (entry.feed, entry.fetched) == (FEED.id, FETCHED)
    dated = "2022-09-13" in FORMATS[version] or "13 Sep" in FORMATS[version]
    assert (entry.published, entry.date_flag) == ((TOLD, "") if dated else (FETCHED, "missing"))


def test_atom_keeps_edit_author_and_the_feeds_own_words_for_the_date() -> None:
    (entry,) = read(FORMATS["atom10"]).entries
    assert entry.updated == datetime(2022, 9, 13, 11, 5, tzinfo=UTC)
    assert (entry.author, entry.published_raw) == ("A. Reporter", "2022-09-13T14:05:00+04:00")
    assert entry.key == "tag:example.org,2022:a"


def test_atom_without_published_is_dated_by_its_edit() -> None:
    (entry,) = read(FORMATS["atom10"].replace("<published>2022-09-13T14:05:00+04:00</published>", "")).entries
    assert (entry.published, entry.date_flag) == (datetime(2022, 9, 13, 11, 5, tzinfo=UTC), "")


@pytest.mark.parametrize(
    ("declared", "header"), [("windows-1251", ""), ("", "text/xml; charset=windows-1251"), ("utf-8", ""), ("utf-16", "")]
)
def test_the_charset_is_taken_from_the_document_or_its_header(declared: str, header: str) -> None:
    head = f"<?xml version='1.0'{f' encoding={declared!r}' if declared else ''}?>"
    body = (head + rss("<title>Ереван: 49 погибших</title><guid>1</guid>").partition("?>")[2]).encode(
        declared or "windows-1251"
    )
    (entry,) = read(body, content_type=header).entries
    assert entry.title == "Ереван: 49 погибших"


# --- entries -----------------------------------------------------------------------------------------------------


def test_content_goes_beside_the_summary_and_keeps_its_markup() -> None:
    body = (
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><item><guid>1</guid><title>t</title>"
        "<description>short</description><content:encoded><![CDATA[<p>Long <b>text</b></p>]]></content:encoded></item></channel></rss>"
    )
    (entry,) = read(body).entries
    assert (entry.summary, entry.content) == ("short", "<p>Long <b>text</b></p>")


def test_a_text_that_is_plain_by_its_type_is_escaped_to_be_markup() -> None:
    body = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id><title>t</title>"
        "<content type='text'>5 &lt; 6 &amp; more</content></entry></feed>"
    )
    (entry,) = read(body).entries
    assert entry.content == "5 &lt; 6 &amp; more"


def test_a_relative_link_is_resolved_against_the_feed() -> None:
    assert only("<guid isPermaLink='false'>1</guid><link>/a</link>").url == "https://example.org/a"


def test_a_guid_that_is_an_address_stands_in_for_a_missing_link() -> None:
    assert only("<guid>https://example.org/a</guid><title>t</title>").url == "https://example.org/a"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_a_link_that_is_no_web_address_is_dropped_and_the_entry_kept(link: str) -> None:
    entry = only(f"<guid isPermaLink='false'>1</guid><title>t</title><link>{link}</link>")
    assert (entry.url, entry.title) == ("", "t")


def test_the_publishers_own_link_goes_before_the_feed_services() -> None:
    body = rss(
        "<guid>1</guid><title>t</title><link>https://feedproxy.example/~r/x</link><fb:origLink>https://example.org/a</fb:origLink>"
    )
    body = body.replace("<rss ", "<rss xmlns:fb='http://rssnamespace.org/feedburner/ext/1.0' ")
    assert read(body).entries[0].url == "https://example.org/a"


def test_a_title_is_plain_text() -> None:
    assert only("<guid>1</guid><title>&lt;b&gt;49&lt;/b&gt; killed &amp;amp; more\u202e</title>").title == "49 killed & more"


def test_an_entry_without_title_is_called_by_its_first_words() -> None:
    assert (
        only("<guid>1</guid><description>&lt;p&gt;Shelling near Jermuk.&lt;/p&gt;</description>").title
        == "Shelling near Jermuk."
    )


def test_the_key_is_the_guid_else_the_clean_link_else_title_and_date() -> None:
    assert only("<guid isPermaLink='false'>abc</guid><title>t</title><link>/a</link>").key == "abc"
    assert only("<title>t</title><link>https://www.example.org/a/?utm_source=x</link>").key == "example.org/a"
    assert only("<title>t</title><pubDate>Tue, 13 Sep 2022 14:05:00 GMT</pubDate>").key == "t\nTue, 13 Sep 2022 14:05:00 GMT"
    assert only("<title>t</title>").key == "t"


def test_a_guid_of_100_kb_is_hashed() -> None:
    key = only(f"<guid>{'x' * 100_000}</guid><title>t</title>").key
    assert key.startswith("sha256:")
    assert len(key) == 71
    assert key == only(f"<guid>{'x' * 100_000}</guid><title>other</title>").key


def test_an_item_with_neither_id_link_nor_title_is_skipped_and_named() -> None:
    parsed = read(rss("<title>kept</title>", "<description>who am I</description>", "<title>kept too</title>"))
    assert [entry.title for entry in parsed.entries] == ["kept", "kept too"]
    assert parsed.problems == ("item 2 has neither id, link nor title and is skipped",)


@pytest.mark.parametrize(
    ("date", "flag"),
    [
        ("", "missing"),
        ("rubbish", "impossible"),
        ("Tue, 31 Feb 2022 00:00:00 GMT", "impossible"),
        ("Fri, 01 Jan 2099 00:00:00 GMT", "future"),
    ],
)
def test_a_bad_date_is_the_fetch_time_with_a_flag(date: str, flag: str) -> None:
    entry = only(f"<guid>1</guid><title>t</title><pubDate>{date}</pubDate>")
    assert (entry.published, entry.date_flag, entry.published_raw) == (FETCHED, flag, date)


def test_an_edit_in_the_future_is_no_edit() -> None:
    assert read(FORMATS["atom10"].replace("2022-09-13T11:05:00Z", "2099-01-01T00:00:00Z")).entries[0].updated is None


# --- repeated keys -----------------------------------------------------------------------------------------------


def test_items_that_share_one_guid_are_told_apart_by_their_links() -> None:
    parsed = read(rss(*(f"<guid isPermaLink='false'>same</guid><title>t{n}</title><link>/{n}</link>" for n in range(3))))
    assert [entry.key for entry in parsed.entries] == ["example.org/0", "example.org/1", "example.org/2"]
    assert parsed.problems == ("3 items share the id 'same'; told apart by link, title and date",)


def test_items_that_share_guid_and_link_are_told_apart_by_title_and_date() -> None:
    parsed = read(rss(*(f"<guid isPermaLink='false'>same</guid><title>t{n}</title><link>/all</link>" for n in range(3))))
    assert len({entry.key for entry in parsed.entries}) == 3


def test_items_without_guid_that_share_a_link_are_told_apart() -> None:
    parsed = read(rss(*(f"<title>Bulletin {n}</title><link>/live</link>" for n in range(3))))
    assert len({entry.key for entry in parsed.entries}) == 3


def test_an_item_that_is_there_twice_is_taken_once_and_named() -> None:
    parsed = read(rss("<guid>1</guid><title>t</title>", "<guid>2</guid><title>u</title>", "<guid>1</guid><title>t</title>"))
    assert [entry.key for entry in parsed.entries] == ["1", "2"]
    assert parsed.problems == ("2 items are the same ('t'); the newest is used",)


def test_of_two_versions_of_one_item_the_later_edit_is_used() -> None:
    entry = (
        "<entry><id>1</id><title>t</title><link href='/a'/><updated>2022-09-{}T00:00:00Z</updated><summary>{}</summary></entry>"
    )
    body = f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry.format(11, 'old')}{entry.format(12, 'new')}</feed>"
    (kept,) = read(body).entries
    assert (kept.key, kept.summary) == ("1", "new")


def test_a_link_that_equals_another_items_key_does_not_swallow_it() -> None:
    shared = "<guid isPermaLink='false'>same</guid>"
    parsed = read(
        rss(
            "<title>first</title><link>/a</link>",
            f"{shared}<title>x</title><link>/a</link>",
            f"{shared}<title>y</title><link>/b</link>",
        )
    )
    assert {entry.title for entry in parsed.entries} == {"first", "x", "y"}
    assert len({entry.key for entry in parsed.entries}) == 3


# --- limits ------------------------------------------------------------------------------------------------------


def test_over_the_limit_the_newest_are_kept_in_the_feeds_order() -> None:
    items = [
        f"<guid>{n}</guid><title>t{n}</title><pubDate>Tue, {n:02} Sep 2022 00:00:00 GMT</pubDate>" for n in (1, 9, 3, 8, 5)
    ]
    parsed = read(rss(*items), limit=3)
    assert [entry.key for entry in parsed.entries] == ["9", "8", "5"]
    assert parsed.dropped == 2
    assert parsed.problems == ("5 entries, of which the 3 newest are used",)


def test_a_body_with_ten_thousand_items_is_read_up_to_its_five_thousandth() -> None:
    parsed = read(rss(*(f"<title>t{n}</title>" for n in range(10_000))), limit=10)
    assert parsed.dropped == 4990
    assert "more than 5000 items; those after them are not read" in parsed.problems


def test_a_body_with_half_a_million_tags_is_refused_at_once() -> None:
    body = rss("<a>" * 600_000)

    def refused() -> None:
        with pytest.raises(FeedError, match="more than 500,000 tags"):
            read(body)

    assert cpu_seconds(refused) < 2


ATTRIBUTES = " ".join(f"a{n}='1'" for n in range(30_000))
PUMPED = {
    "blank lines before the root": "<!-- -->" + "\n" * 1_000_000 + rss("<guid>1</guid>"),
    "blank lines in UTF-16": (
        "<?xml version='1.0' encoding='utf-16'?>"
        + "\n" * 20_000
        + "<rss version='2.0'><channel><item><guid>1</guid></item></channel></rss>"
    ).encode("utf-16"),
    "a long word in an author": rss(f"<guid>1</guid><author>{'a.' * 1_000_000}</author>"),
    "a long word in another author": rss(f"<guid>1</guid><managingEditor>{'2022-' * 200_000}</managingEditor>"),
    "ampersands": rss(f"<guid>1</guid><title>{'&' * 1_000_000}</title>"),
    "a date of a megabyte": rss(f"<guid>1</guid><pubDate>{'1 ' * 500_000}</pubDate>"),
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("shape", PUMPED)
def test_nothing_is_read_in_more_than_a_few_seconds(shape: str) -> None:
    assert [entry.key for entry in read(PUMPED[shape]).entries] == ["1"]
    assert cpu_seconds(lambda: read(PUMPED[shape]), tries=1) < 8


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("body", "words"),
    [
        (rss(f"<guid>1</guid><a {ATTRIBUTES}/>"), "thousands of attributes"),
        ("<!--" + "x" * 100_000 + "-->" + rss("<guid>1</guid>"), "bytes before its first element"),
    ],
    ids=["attributes", "prolog"],
)
def test_what_would_take_minutes_is_refused_at_once(body: str, words: str) -> None:

    def refused() -> None:
        with pytest.raises(FeedError, match=words):
            read(body)

    assert cpu_seconds(refused) < 2


def test_a_hundred_thousand_nested_elements_are_read() -> None:
    assert only(f"<guid>1</guid><title>t</title><description>{'<div>' * 100_000}</description>").key == "1"


def test_a_hundred_oddities_are_named_in_twenty_lines() -> None:
    parsed = read(rss("<title>one</title>", *["<description>x</description>"] * 100))
    assert len(parsed.problems) == 20
    assert parsed.problems[-1] == "and 81 more"


# --- broken XML --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        rss("<guid>1</guid><title>AT&T & more</title>"),
        rss("<guid>1</guid><title>t</title><description><p>open</description>"),
        rss("<guid>1</guid><title>t</title>").replace("</channel></rss>", ""),
        rss("<guid>1</guid><title>t</title><x:y>unknown prefix</x:y>"),
        rss("<guid>1</guid><title>t &undefined; u</title>"),
        rss("<guid>1</guid><title>bell \x07</title>"),
        "\n  junk before " + rss("<guid>1</guid><title>t</title>"),
    ],
    ids=["ampersand", "unclosed", "cut off", "prefix", "entity", "control", "junk"],
)
def test_what_can_be_recovered_from_broken_xml_is(body: str) -> None:
    assert [entry.key for entry in read(body).entries] == ["1"]


@pytest.mark.parametrize(
    "body", ["<rss version='2.0'><channel><item><title>x", "<rss version='2.0'><channel><title>t</title><item>&&&"]
)
def test_broken_xml_without_a_readable_item_is_no_success(body: str) -> None:
    with pytest.raises(FeedError, match="broken XML in which no item can be read"):
        read(body)


def test_broken_xml_is_named() -> None:
    assert "the XML is broken" in read(rss("<guid>1</guid><title>a & b</title>")).problems[0]


@pytest.mark.parametrize("bad", [b"\xff\xfe\xfa", b"\x80\x81", "\ud800".encode("utf-8", "surrogatepass")])
def test_bytes_that_are_no_text_end_nothing(bad: bytes) -> None:
    body = rss("<guid>1</guid><title>t MARK</title>").encode().replace(b"MARK", bad)
    assert [entry.key for entry in read(body).entries] == ["1"]


BOMB = (
    "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a '"
    + "x" * 1000
    + "'>"
    + "".join(f"<!ENTITY {n} '{f'&{p};' * 10}'>" for p, n in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><rss version='2.0'><channel><item><guid>1</guid><title>&i;</title></item></channel></rss>"
)
EXTERNAL = (
    "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    "<rss version='2.0'><channel><item><guid>1</guid><title>a &x; b</title></item></channel></rss>"
)


def test_an_entity_bomb_stays_small() -> None:
    assert len(only_of(BOMB).title) < 2000


def test_an_external_entity_is_not_read() -> None:
    assert "root:" not in only_of(EXTERNAL).title


def only_of(body: str) -> Entry:
    (entry,) = read(body).entries
    return entry


def test_bytes_that_look_like_a_path_are_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(rss("<guid>secret</guid><title>t</title>"))
    with pytest.raises(FeedError, match="plain text"):
        read(str(file))


# --- what is no feed ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "is empty"),
        (b"  \r\n\t ", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"<!DOCTYPE html><html><body>Hi</body></html>", "is an HTML page, not a feed"),
        (b"<html><head><title>Just a moment</title></head></html>", "is an HTML page, not a feed"),
        (b"<!-- x --><HTML><p>Hi", "is an HTML page, not a feed"),
        (b'{"version": "https://jsonfeed.org/version/1.1", "items": []}', "is a JSON Feed, which is not read here"),
        (b'{"error": "not found"}', "is JSON, not a feed"),
        (b"[1, 2]", "is JSON, not a feed"),
        (b"Not found", "is plain text, not a feed"),
        (
            b"<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/'><url/></urlset>",
            r"is XML of another kind \(<urlset>\)",
        ),
        (b"<opml version='2.0'><body/></opml>", r"is XML of another kind \(<opml>\)"),
        (b"%PDF-1.7", "is a PDF file"),
        (b"\x1f\x8b\x08\x00\x00", "is gzip data"),
        (b"\x00\x00\x00", "is empty"),
        (bytes(range(1, 256)), "plain text"),
    ],
)
def test_what_is_no_feed_is_named_with_the_feed(body: bytes, words: str) -> None:
    with pytest.raises(FeedError, match=words) as error:
        read(body)
    assert error.value.message.startswith("Example News (https://example.org/news/feed.xml) ")


def test_a_page_that_announces_its_feed_is_named_with_it() -> None:
    page = (
        "<!doctype html><html><head><link rel=stylesheet href=a.css>"
        "<link href='/rss?a=1&amp;b=2' type='application/rss+xml' rel='alternate'>"
        '<link rel="alternate" type="application/atom+xml" href="https://example.org/atom"></head></html>'
    )
    with pytest.raises(
        FeedError, match=r"the page names these feeds: https://example\.org/rss\?a=1&b=2, https://example\.org/atom"
    ):
        read(page)


def test_a_feed_without_entries_is_a_feed() -> None:
    assert read(rss()).entries == ()
