"""The compiled build of the analysis in a folder of its own, as a wheel would install it, and why it cannot be made here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("pyproject.toml", "setup.py", "README.md", "LICENSE", "service", "workers")
BUILD = ("-m", "pip", "--disable-pip-version-check", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index")


def why_not() -> str:
    """What this machine lacks to compile extension modules; empty where it lacks nothing."""
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None:
        return f"no C compiler here ({compiler})"
    if not (Path(sysconfig.get_paths()["include"]) / "Python.h").is_file():
        return "no headers of Python here (Python.h)"
    return ""


def wheel(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A wheel of a copy of this checkout in ``folder``/dist, built with these variables of the environment."""
    source = folder / "source"
    source.mkdir(parents=True)
    for name in SOURCES:
        here = ROOT / name
        if here.is_dir():
            shutil.copytree(here, source / name, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
        else:
            shutil.copy(here, source / name)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | variables
    command = [sys.executable, *BUILD, "--wheel-dir", str(folder / "dist"), str(source)]
    return subprocess.run(command, cwd=source, env=environment, capture_output=True, text=True, check=False)


def build(folder: Path) -> Path:
    """The folder to put first on the path: the compiled wheel's content. About two minutes of processor time."""
    done = wheel(folder, ESCALATION_WATCH_COMPILE="1")
    if done.returncode:
        raise RuntimeError(f"the analysis does not compile:\n{(done.stdout + done.stderr)[-4000:]}")
    [made] = (folder / "dist").glob("*.whl")
    with zipfile.ZipFile(made) as archive:
        archive.extractall(folder / "installed")
    return folder / "installed"
