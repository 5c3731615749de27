"""``python -m tests.faults.sabotage CONTROL …``: a role of the service with one of its promises switched off.

The controls show that the harness can fail: without the reconciler it must report losses, without idempotency keys double effects.
The poisons put an entry in front of a worker that kills it, by one of the three ways there are.
"""

from __future__ import annotations

import itertools
import os
import sys
from collections.abc import Callable
from typing import Any
from uuid import uuid4


def no_reconciler() -> None:
    """A poller that hints each entry once and never looks back."""
    from service import pipeline

    pipeline.reconcile = lambda *_arguments, **_named: 0


def no_idempotency_keys() -> None:
    """A deliverer whose every try has an id of its own."""
    from service.alerts import webhook

    signed = webhook.signed_headers
    webhook.signed_headers = lambda _id, *arguments: signed(f"msg_{uuid4().hex}", *arguments)


def poison() -> None:
    """A worker whose process dies of the entries whose title says how."""
    from service import pipeline

    whole = pipeline.article_from_entry

    def article_from_entry(entry: Any, *arguments: Any, **named: Any) -> Any:
        for word, die in _DEATHS.items():
            if word in entry.title:
                die()
        return whole(entry, *arguments, **named)

    pipeline.article_from_entry = article_from_entry


def _use_memory() -> None:
    held = []
    while True:
        held.append(bytearray(64 * 1024 * 1024))


def _loop_in_c() -> None:
    assert "never" not in itertools.repeat("again")  # no signal handler of Python's ever runs in here


_DEATHS: dict[str, Callable[[], None]] = {
    "poison by memory": _use_memory,
    "poison by loop": _loop_in_c,
    "poison by crash": os.abort,
}
CONTROLS: dict[str, Callable[[], None]] = {
    "no-reconciler": no_reconciler,
    "no-idempotency-keys": no_idempotency_keys,
    "poison": poison,
}


def main(control: str, *arguments: str) -> int:
    """Switch the promise off, then be the role."""
    CONTROLS[control]()
    if arguments[-1] == "work":
        from workers.process import main as work

        return work(arguments[:-1])
    from service.cli import main as command

    return command(list(arguments))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
