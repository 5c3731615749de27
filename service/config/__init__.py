"""The configuration: ``load_settings`` reads and checks config/*.toml and the environment."""

from __future__ import annotations

from service.config.load import load_settings
from service.config.options import check_listening

__all__ = ["check_listening", "load_settings"]
