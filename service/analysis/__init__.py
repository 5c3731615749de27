"""Text to report: what a news article states of people harmed and of ceasefires; pure, with no I/O and no clock."""

from service.analysis.analyse import VERSION, analyse

__all__ = ["VERSION", "analyse"]
