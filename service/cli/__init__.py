"""The command line: ``main`` runs one command and turns every expected error into one clear line and an exit code.

0 done; 1 failed; 2 usage or configuration; 3 done, but some records were rejected; 130 interrupted; 141 nobody reads the output.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

from service.errors import ConfigError, ServiceError, UsageError

DONE, FAILED, USAGE, REJECTED = 0, 1, 2, 3
INTERRUPTED, PIPE_CLOSED = 130, 141  # 128 + SIGINT, 128 + SIGPIPE, as shells count


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``escalation-watch`` with the given arguments (default: the process's) and return its exit code."""
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return PIPE_CLOSED
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _forget_output()
        say("no space left where the output goes")
        return FAILED
    except ServiceError as error:
        say(error.message)
        return USAGE if isinstance(error, ConfigError | UsageError) else FAILED
    return code


def say(message: str) -> None:
    """A message for the person at the terminal, on standard error, without secrets and control characters."""
    from service.logs import harmless, hide_secrets

    lines = harmless(hide_secrets(message), 20_000).split("\n")
    try:
        sys.stderr.write("\n".join([f"escalation-watch: {lines[0]}", *(f"  {line}" for line in lines[1:])]) + "\n")
        sys.stderr.flush()
    except OSError:
        return  # nobody listens; the exit code still tells


def _run(arguments: list[str]) -> int:
    from typer import Abort, TyperException

    from service.cli.app import app

    try:
        result = app(arguments, prog_name="escalation-watch", standalone_mode=False)
    except Abort:
        return INTERRUPTED
    except SystemExit as end:  # typer ends the process itself where nobody reads its output
        if isinstance(end.__context__, BrokenPipeError):
            raise BrokenPipeError from end
        raise
    except TyperException as error:  # an unknown command or option, a value that does not fit
        message = error.format_message().strip()
        if not message:  # a command that needs another word, like `feeds`: typer has printed which there are
            return USAGE
        context = getattr(error, "ctx", None)
        path = context.command_path if context else "escalation-watch"
        say(f"{message if message[-1] in '.?!' else message + '.'} Try: {path} --help")
        return USAGE
    return result if isinstance(result, int) else DONE


def _forget_output() -> None:
    """Nobody reads standard output any more: let the interpreter's last flush go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
