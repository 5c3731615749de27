"""Escalation Watch: watches news feeds for changes in death tolls and ceasefires."""

__version__ = "0.1.0"
