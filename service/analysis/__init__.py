"""Text to report: what a news article states of people harmed and of ceasefires; pure, with no I/O and no clock."""

from types import FunctionType

from service.analysis.analyse import VERSION, analyse

COMPILED = not isinstance(analyse, FunctionType)  # whether extension modules read, and not their sources; both find the same

__all__ = ["COMPILED", "VERSION", "analyse"]
