"""A news site on loopback: one RSS feed over records, and their pages."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from datetime import datetime
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self


class Site:
    """Serves /feed.xml with the records published so far and /ID.html for each; counts what was asked for."""

    def __init__(self) -> None:
        self._records: dict[str, Mapping[str, str]] = {}
        self._lock = threading.Lock()
        self.requests: list[tuple[str, Mapping[str, str]]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def authority(self) -> str:
        return f"127.0.0.1:{self._server.server_address[1]}"

    def publish(self, *records: Mapping[str, str]) -> None:
        with self._lock:
            for record in records:
                self._records[record["id"]] = record

    def feed(self) -> str:
        with self._lock:
            records: Sequence[Mapping[str, str]] = list(self._records.values())
        items = "".join(
            f"<item><guid isPermaLink='false'>{r['id']}</guid><title>{escape(r['title'])}</title>"
            f"<link>http://{self.authority}/{r['id']}.html</link>"
            f"<pubDate>{format_datetime(datetime.fromisoformat(r['published']))}</pubDate></item>"
            for r in reversed(records)
        )
        return f"<?xml version='1.0'?><rss version='2.0'><channel><title>t</title>{items}</channel></rss>"

    def page(self, name: str) -> str | None:
        with self._lock:
            record = self._records.get(name)
        if record is None:
            return None
        paragraphs = "".join(f"<p>{escape(part)}</p>" for part in record["text"].split("\n\n"))
        return (
            f"<!doctype html><html lang=en><head><title>{escape(record['title'])}</title></head>"
            f"<body><article><h1>{escape(record['title'])}</h1>{paragraphs}</article></body></html>"
        )

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.requests.append((self.path, dict(self.headers)))
                body = site.feed() if self.path == "/feed.xml" else site.page(self.path.strip("/").removesuffix(".html"))
                kind = "application/rss+xml" if self.path == "/feed.xml" else "text/html; charset=utf-8"
                data = (body or "not here").encode()
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                pass

        return Handler
