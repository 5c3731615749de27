"""Where the page listens, and what is said where it cannot."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from service.cli import FAILED, main
from service.settings import WebSettings
from service.web.serve import listen


def test_a_taken_port_is_a_failure_with_advice_and_no_trace(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code = main(["web", "--port", str(port), "--config", "config", "--data", str(tmp_path)])
    said = capsys.readouterr().err.splitlines()
    assert code == FAILED
    assert said[-1] == (
        f"escalation-watch: the web page cannot listen on 127.0.0.1:{port}: Address already in use; "
        "end what listens there, or give it another port with WEB_PORT or [web] port"
    )


def test_port_nought_takes_a_free_one() -> None:
    with listen(WebSettings(port=0)) as sock:
        assert sock.getsockname()[1] > 0
