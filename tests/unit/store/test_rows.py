"""The codecs: whatever the models can hold comes back as it was."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.models import Alert, CeasefireState, Change, Figure, Reading, Removed, Report, Story, Toll
from service.store.rows import Codec, as_utc, clean_text, dump_time, from_row, load_time

# what databases can hold; what they cannot is the matter of clean_text
st.register_type_strategy(str, st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), max_size=20))
st.register_type_strategy(datetime, st.datetimes(timezones=st.just(UTC)))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))


@pytest.mark.parametrize(
    "kind", [Alert, CeasefireState, Change, Figure, Reading, Report, Story, Toll], ids=lambda kind: kind.__name__
)
@given(data=st.data())
def test_every_value_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    codec: Codec[object] = Codec(kind)
    assert codec.load(codec.dump(value)) == value


@given(st.datetimes(timezones=st.just(UTC)))
def test_times_come_back_to_the_microsecond(moment: datetime) -> None:
    assert load_time(dump_time(moment)) == moment


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_the_order_of_times_as_text_is_their_order(one: datetime, other: datetime) -> None:
    assert (dump_time(one) < dump_time(other)) == (one < other)


def test_a_time_of_another_zone_is_kept_as_utc() -> None:
    assert dump_time(datetime(2022, 9, 14, 23, 40, tzinfo=timezone(timedelta(hours=4)))) == "2022-09-14T19:40:00.000000Z"


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match=r"2022-09-14T19:40:00.*time zone"):
        as_utc(datetime(2022, 9, 14, 19, 40))  # noqa: DTZ001 - on purpose


@given(st.text(st.characters(), max_size=50))
def test_cleaned_text_can_be_stored_and_has_the_same_length(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode()
    assert "\0" not in cleaned
    assert len(cleaned) == len(text)
    assert all(after in {before, "�"} for before, after in zip(text, cleaned, strict=True))


def test_json_holds_no_nul_and_no_surrogate_either() -> None:
    codec: Codec[tuple[Removed, ...]] = Codec(tuple[Removed, ...])
    kept = codec.load(codec.dump((Removed("rule", "a\0b\ud800c \\u0000"),)))
    assert kept == (Removed("rule", "a�b�c \\u0000"),)


def test_rows_outlive_additions_to_the_models_and_removals_from_them() -> None:
    codec: Codec[Removed] = Codec(Removed)
    assert codec.load('{"rule": "r", "text": "t", "gone": 1}') == Removed("r", "t")
    old = {"kind": "killed", "low": 1, "high": 1, "qualifier": "exact", "party": "A", "role": "unknown", "claimant": None}
    old |= {"scope": "current", "relation": "total", "quote": "q", "start": 0, "end": 1, "rule": "r"}
    assert Codec[Figure](Figure).load(json.dumps(old)).confidence == 1.0


def test_a_row_without_a_needed_column_is_named() -> None:
    with pytest.raises(KeyError, match=r"Removed\.text"):
        from_row(Removed, {"rule": "r"})


def test_a_type_without_a_json_form_is_refused_at_once() -> None:
    with pytest.raises(TypeError, match="dict"):
        Codec(dict[str, str])


def test_the_dumped_names_are_the_models() -> None:
    assert [f.name for f in fields(Removed)] == list(json.loads(Codec[Removed](Removed).dump(Removed("r", "t"))))
