"""Values to columns and back: dataclasses as JSON by their own type hints, times as UTC, text that every database can hold."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from functools import cache
from operator import itemgetter
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from sqlalchemy import RowMapping

T = TypeVar("T")
_Step = Callable[[Any], Any] | None  # None: the value is JSON already

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def clean_text(text: str) -> str:
    """The text with NUL and lone surrogates replaced by U+FFFD, one for one, so that offsets stay true.

    PostgreSQL refuses U+0000 in text, and no driver can encode a lone surrogate as UTF-8.
    """
    if "\0" in text:
        text = text.replace("\0", REPLACEMENT)
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join(REPLACEMENT if "\ud800" <= char <= "\udfff" else char for char in text)
    return text


def as_utc(moment: datetime) -> datetime:
    """The same moment in UTC; ValueError for a naive datetime, which names no moment."""
    if moment.tzinfo is None:
        raise ValueError(f"a naive datetime ({moment.isoformat()}) cannot be stored: give it a time zone")
    return moment.astimezone(UTC)


def dump_time(moment: datetime) -> str:
    """``YYYY-MM-DDTHH:MM:SS.ffffffZ``: fixed width, so that text order is time order."""
    return as_utc(moment).isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"


def load_time(text: str) -> datetime:
    """The moment that ``dump_time`` wrote."""
    return datetime.fromisoformat(text)


class Codec(Generic[T]):
    """JSON text for one type: strings, numbers, booleans, None, datetimes, dataclasses, optionals and tuples of these.

    Unknown keys are ignored and missing ones take the field's default, so that rows outlive additions to the models.
    """

    def __init__(self, hint: Any) -> None:
        self._dump = _dumper(hint)
        self._load = _loader(hint)

    def dump(self, value: T) -> str:
        """The value as compact JSON."""
        plain = self._dump(value) if self._dump else value
        text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
        if "\\u0000" in text:
            text = json.dumps(_clean_deep(plain), ensure_ascii=False, separators=(",", ":"))
        return clean_text(text)

    def load(self, text: str) -> T:
        """The value that ``dump`` wrote."""
        plain = json.loads(text)
        value: T = self._load(plain) if self._load else plain
        return value


def _clean_deep(plain: Any) -> Any:
    if isinstance(plain, str):
        return clean_text(plain)
    if isinstance(plain, list):
        return [_clean_deep(item) for item in plain]
    if isinstance(plain, dict):
        return {key: _clean_deep(value) for key, value in plain.items()}
    return plain


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _optional(hint: Any) -> Any:
    """The one type beside None in ``X | None``."""
    (inner,) = (arg for arg in get_args(hint) if arg is not type(None))
    return inner


def _unless_none(step: _Step) -> _Step:
    return (lambda value: None if value is None else step(value)) if step else None


def _each(step: Callable[[Any], Any], kind: type[list[Any] | tuple[Any, ...]]) -> Callable[[Any], Any]:
    return lambda values: kind([step(value) for value in values])


@cache
def _dumper(hint: Any) -> _Step:
    origin = get_origin(hint)
    if origin is Literal or hint in (str, int, float, bool):
        return None
    if hint is datetime:
        return dump_time
    if origin in (Union, types.UnionType):
        return _unless_none(_dumper(_optional(hint)))
    if origin is tuple:
        step = _dumper(get_args(hint)[0])
        return _each(step, list) if step else list
    if is_dataclass(hint) and isinstance(hint, type):
        return _dataclass_dumper(hint)
    raise TypeError(f"no JSON form for {hint!r}")


def _dataclass_dumper(kind: type) -> Callable[[Any], dict[str, Any]]:
    steps = [(name, _dumper(_hints(kind)[name])) for name in (f.name for f in fields(kind))]

    def dump(value: Any) -> dict[str, Any]:
        return {name: step(getattr(value, name)) if step else getattr(value, name) for name, step in steps}

    return dump


@cache
def _loader(hint: Any) -> _Step:
    origin = get_origin(hint)
    if origin is Literal or hint in (str, int, float, bool):
        return None
    if hint is datetime:
        return load_time
    if origin in (Union, types.UnionType):
        return _unless_none(_loader(_optional(hint)))
    if origin is tuple:
        step = _loader(get_args(hint)[0])
        return _each(step, tuple) if step else tuple
    if is_dataclass(hint) and isinstance(hint, type):
        return _dataclass_loader(hint)
    raise TypeError(f"no JSON form for {hint!r}")


def _dataclass_loader(kind: type) -> Callable[[dict[str, Any]], Any]:
    names = [f.name for f in fields(kind)]
    step_of = {name: _loader(_hints(kind)[name]) for name in names}
    steps = [(place, step) for place, step in enumerate(step_of.values()) if step]
    values_of = itemgetter(*names) if len(names) > 1 else lambda plain: (plain[names[0]],)

    def load(plain: dict[str, Any]) -> Any:
        try:
            values = list(values_of(plain))
        except KeyError:
            return load_older(plain)
        for place, step in steps:
            values[place] = step(values[place])
        return kind(*values)

    def load_older(plain: dict[str, Any]) -> Any:
        """A value written before the model had all its fields."""
        known = {name: plain[name] for name in names if name in plain}
        return kind(**{name: step(value) if (step := step_of[name]) else value for name, value in known.items()})

    return load


def as_row(value: Any, *, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """A dataclass's fields by name, one level deep, for a table whose columns have the same names."""
    return {f.name: getattr(value, f.name) for f in fields(value) if f.name not in without}


def from_row(kind: type[T], row: Mapping[str, Any] | RowMapping, **given: Any) -> T:
    """The dataclass whose fields are columns of the row; ``given`` names fields that are not."""
    values = dict(given)
    for f in fields(kind):  # type: ignore[arg-type]  # T is always a dataclass here
        if f.name in values:
            continue
        if f.name in row:
            values[f.name] = row[f.name]
        elif f.default is MISSING and f.default_factory is MISSING:
            raise KeyError(f"{kind.__name__}.{f.name} is no column of the row")
    return kind(**values)
