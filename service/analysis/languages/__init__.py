"""Lexicons: one folder a language, data only."""
