"""The pages in a real browser: styled, drawn, and with nothing for the Content-Security-Policy to refuse."""

from __future__ import annotations

import os
import shutil
import socket
import struct
import subprocess
import threading
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import uvicorn

from service.settings import Conflict, Settings
from service.store import open_store
from service.web import create_app
from service.web.security import HEADERS
from tests.harness.samples import CONFLICT, HOSTILE, NOW, fill, hostile_alert

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LIGHT, DARK = (0xF5, 0xF6, 0xF8), (0x10, 0x16, 0x1D)  # the background in the style sheet


@pytest.fixture(scope="module")
def chromium() -> str:
    """The browser's path; skips where there is none."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"no browser here: none of {', '.join(BROWSERS)} is installed")
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real application behind uvicorn, with a history and a hostile alert."""
    folder = tmp_path_factory.mktemp("browser")
    store = open_store(f"sqlite:///{folder / 'browser.db'}")
    fill(store)
    with store.conflict_work([CONFLICT]) as work:
        work.add_alert(hostile_alert(HOSTILE["script"] + HOSTILE["attribute"]), destinations=[], available_at=NOW)
    settings = Settings(folder, folder, conflicts=(Conflict(CONFLICT, "Armenia – Azerbaijan", ()),))
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(
        uvicorn.Config(create_app(store, settings, lambda: NOW), log_level="error", lifespan="off", ws="none")
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listening.close()
    store.close()


def browse(chromium: str, url: str, folder: Path, *options: str) -> tuple[str, str]:
    """What the browser writes on standard output and in its log, console messages of pages included."""
    command = [
        chromium, "--headless=new", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-dev-shm-usage",
        "--disable-background-networking", "--enable-logging=stderr", "--window-size=1280,900", f"--user-data-dir={folder / 'profile'}",
        *(["--no-sandbox"] if os.geteuid() == 0 else []), *options, url,
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, timeout=90, check=True, text=True, errors="replace")
    return done.stdout, done.stderr


def complaints(log: str) -> list[str]:
    """Console messages of the page in the browser's log."""
    return [line for line in log.splitlines() if "CONSOLE" in line]


def picture(path: Path) -> tuple[tuple[int, ...], int]:
    """A PNG's first pixel, and the bytes its picture takes compressed: a blank one takes next to nothing."""
    content = path.read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    packed, at = b"", 8
    while at < len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        packed += content[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += 12 + length
    first_row = zlib.decompressobj().decompress(packed, 8)
    return tuple(first_row[1:4]), len(packed)  # whatever the row's filter, its first pixel is stored as it is


@pytest.mark.parametrize("path", ["/", f"/conflicts/{CONFLICT}", "/alerts", "/alerts/alert-h2", "/login", "/nope"])
def test_a_page_is_drawn_with_its_style_and_without_a_complaint(chromium: str, site: str, path: str, tmp_path: Path) -> None:
    shot = tmp_path / "shot.png"
    _, log = browse(chromium, site + path, tmp_path, f"--screenshot={shot}")
    assert [line for line in complaints(log) if "404 (Not Found)" not in line] == []
    corner, size = picture(shot)
    assert corner == LIGHT
    assert size > (10_000 if path in {"/login", "/nope"} else 20_000)


def test_the_dark_look_follows_the_system(chromium: str, site: str, tmp_path: Path) -> None:
    shot = tmp_path / "shot.png"
    browse(chromium, site + "/", tmp_path, f"--screenshot={shot}", "--blink-settings=preferredColorScheme=0")
    assert picture(shot)[0] == DARK


def test_hostile_words_run_nothing(chromium: str, site: str, tmp_path: Path) -> None:
    document, log = browse(chromium, site + "/alerts/al-ch1", tmp_path, "--dump-dom")
    assert complaints(log) == []
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in document
    assert "<script" not in document


def test_the_test_itself_sees_a_page_that_breaks_the_policy(chromium: str, tmp_path: Path) -> None:
    class Broken(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            for name, value in HEADERS.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(b"<!doctype html><script>document.title = 1</script><p style='color:red'>x</p>")

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Broken)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        shot = tmp_path / "shot.png"
        _, log = browse(chromium, f"http://127.0.0.1:{server.server_address[1]}/", tmp_path, f"--screenshot={shot}")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert len(complaints(log)) >= 2
    assert picture(shot)[1] < 10_000
