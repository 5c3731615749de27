"""The compiled build: with ESCALATION_WATCH_COMPILE=1 a wheel holds the analysis as extension modules beside its sources.

All else stands in pyproject.toml. docs/operations.md says who wants it; docs/extending.md what a rule must not do to compile.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext

WANTED = "ESCALATION_WATCH_COMPILE"
# Only a wheel may hold them: beside an edited source an extension wins silently, so a checkout always runs its sources.
IN_PLACE = {"editable_wheel", "develop", "--inplace", "-i"}
BUILDING = {"bdist_wheel", "build", "build_ext"}


def extensions() -> list[Extension]:
    """The modules of the analysis as one library, so that a call from one to the other costs little; the word lists stay data."""
    if os.environ.get(WANTED, "0") in ("", "0"):
        return []
    if IN_PLACE & set(sys.argv):
        sys.exit(f"{WANTED} is set, but an editable install runs the sources that are edited: unset it, or build a wheel")
    if not BUILDING & set(sys.argv):
        return []  # pip asks for the metadata first
    try:
        from mypyc.build import mypycify
    except ImportError:
        sys.exit(f"{WANTED} is set, but mypyc is not here: install requirements-compile.lock, or unset it")
    modules = sorted(str(path) for path in Path("service/analysis").glob("*.py") if path.name != "__init__.py")
    found: list[Extension] = mypycify(modules, opt_level="1", debug_level="0", multi_file=True)
    return found


class SideBySide(build_ext):
    """Compiles the many sources of the one library on all processors."""

    def build_extensions(self) -> None:
        one_by_one = self.compiler.compile

        def compile_all(sources: list[str], **options: object) -> list[str]:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                compiled = pool.map(lambda source: one_by_one([source], **options), sources)
                return [name for names in compiled for name in names]

        self.compiler.compile = compile_all
        super().build_extensions()


setup(ext_modules=extensions(), cmdclass={"build_ext": SideBySide})
