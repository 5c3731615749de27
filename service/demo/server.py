"""A news site on loopback: four feeds that grow and the pages they link to, with the furniture real pages have."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from service.demo.story import Outlet, Step, Tale


class NewsServer:
    """Serves the steps published so far; ``base`` is its address once started."""

    def __init__(self, tale: Tale) -> None:
        self._outlets = {outlet.id: outlet for outlet in tale.outlets}
        self._shown: dict[str, Step] = {}
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def authority(self) -> str:
        """host:port, for the address guard's allow-list."""
        return self.base.removeprefix("http://")

    def start(self) -> None:
        self._thread.start()

    def publish(self, step: Step) -> None:
        """Put an article into its feed, or replace it by its edited form."""
        with self._lock:
            self._shown[step.id] = step

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        news = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                answer = news.answer(self.path)
                status, kind, body = answer or (404, "text/plain", b"not here")
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """The poller's log tells enough."""

        return Handler

    def answer(self, path: str) -> tuple[int, str, bytes] | None:
        """Status, content type and body for a path, or nothing."""
        outlet_id, _, page = path.strip("/").partition("/")
        outlet = self._outlets.get(outlet_id)
        if outlet is None:
            return None
        with self._lock:
            steps = [step for step in self._shown.values() if step.outlet == outlet_id]
        if page == "feed.xml":
            return 200, "application/xml; charset=utf-8", FEEDS[outlet.format](outlet, steps, self.base).encode()
        step = next((s for s in steps if page == f"{s.id}.html"), None)
        return (200, "text/html; charset=utf-8", _page(outlet, step).encode()) if step else None


# --- feeds in the formats of the field ---------------------------------------------------------------------------


def _link(base: str, step: Step) -> str:
    return f"{base}/{step.outlet}/{step.id}.html"


def _summary(step: Step) -> str:
    return step.text.split("\n", maxsplit=1)[0]


def _rfc822(when: datetime) -> str:
    return format_datetime(when.astimezone(UTC), usegmt=True)


def _rss(outlet: Outlet, steps: list[Step], base: str) -> str:
    items = "".join(
        f"<item><guid isPermaLink='false'>{s.id}</guid><title>{escape(s.title)}</title><link>{_link(base, s)}</link>"
        f"<pubDate>{_rfc822(s.published)}</pubDate>"
        + (f"<atom:updated>{s.edited.isoformat()}</atom:updated>" if s.edited else "")
        + f"<description>{escape(_summary(s))}</description></item>"
        for s in reversed(steps)
    )
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel>"
        f"<title>{escape(outlet.name)}</title><link>{base}/{outlet.id}/</link><description>demo</description>{items}</channel></rss>"
    )


def _rss091(outlet: Outlet, steps: list[Step], base: str) -> str:
    items = "".join(
        f"<item><title>{escape(s.title)}</title><link>{_link(base, s)}</link><pubDate>{_rfc822(s.published)}</pubDate>"
        f"<description>{escape(_summary(s))}</description></item>"
        for s in reversed(steps)
    )
    return (
        "<?xml version='1.0' encoding='utf-8'?><rss version='0.91'><channel>"
        f"<title>{escape(outlet.name)}</title><link>{base}/{outlet.id}/</link><description>demo</description>"
        f"<language>en</language>{items}</channel></rss>"
    )


def _rdf(outlet: Outlet, steps: list[Step], base: str) -> str:
    items = "".join(
        f"<item rdf:about='{_link(base, s)}'><title>{escape(s.title)}</title><link>{_link(base, s)}</link>"
        f"<dc:date>{s.published.isoformat()}</dc:date><description>{escape(_summary(s))}</description></item>"
        for s in reversed(steps)
    )
    return (
        "<?xml version='1.0' encoding='utf-8'?><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        f"<channel rdf:about='{base}/{outlet.id}/'><title>{escape(outlet.name)}</title><link>{base}/{outlet.id}/</link>"
        f"<description>demo</description></channel>{items}</rdf:RDF>"
    )


def _atom(outlet: Outlet, steps: list[Step], base: str) -> str:
    entries = "".join(
        f"<entry><id>{_link(base, s)}</id><title>{escape(s.title)}</title><link href='{_link(base, s)}'/>"
        f"<published>{s.published.isoformat()}</published><updated>{(s.edited or s.published).isoformat()}</updated>"
        f"<summary>{escape(_summary(s))}</summary></entry>"
        for s in reversed(steps)
    )
    return (
        "<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom'>"
        f"<title>{escape(outlet.name)}</title><id>{base}/{outlet.id}/</id><updated>2022-09-17T12:00:00Z</updated>{entries}</feed>"
    )


FEEDS: dict[str, Callable[[Outlet, list[Step], str], str]] = {"rss": _rss, "rss091": _rss091, "rdf": _rdf, "atom": _atom}


# --- pages -------------------------------------------------------------------------------------------------------


def _page(outlet: Outlet, step: Step) -> str:
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in step.text.split("\n\n"))
    furniture = (
        "<p>READ ALSO: Bus crash on mountain road kills 12</p>"
        "<p>Previous articleFlood toll in the south passes 440 dead</p><p>Next articleTen recipes with apricots</p>"
        "<h3>Leave a Reply</h3><p>Your email address will not be published.</p>"
        if step.furniture
        else ""
    )
    return (
        f"<!doctype html><html lang='en'><head><title>{escape(step.title)} - {escape(outlet.name)}</title></head><body>"
        f"<header><nav><a href='/'>Home</a> <a href='/world'>World</a> <a href='/sport'>Sport</a></nav></header>"
        f"<main><article><h1>{escape(step.title)}</h1><p class='byline'>By our correspondent</p>{body}{furniture}</article></main>"
        f"<footer>© {escape(outlet.name)} · Subscribe to our newsletter</footer></body></html>"
    )
