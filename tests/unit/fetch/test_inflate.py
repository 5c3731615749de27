"""A compressed body is unpacked in every form servers send, and never beyond its limit."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import pytest

from service.errors import FetchError
from service.fetch.inflate import Inflater

TEXT = b"Yerevan said 49 of its soldiers were killed. " * 500


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


def unpacked(body: bytes, encodings: str, *, limit: int = 1_000_000, step: int = 7) -> bytes:
    inflater = Inflater(encodings, limit)
    for start in range(0, len(body), step):
        inflater.feed(body[start : start + step])
    return inflater.body()


@pytest.mark.parametrize("step", [1, 7, 4096, 10**9])
@pytest.mark.parametrize(
    ("encodings", "body"),
    [
        ("", TEXT),
        ("identity", TEXT),
        ("gzip", gzip.compress(TEXT)),
        ("GZIP", gzip.compress(TEXT)),
        ("x-gzip", gzip.compress(TEXT)),
        ("gzip", gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:])),
        ("gzip", gzip.compress(TEXT) + b"\0\0\0\0padding"),
        ("gzip", TEXT),  # only claims to be
        ("deflate", zlib.compress(TEXT)),
        ("deflate", raw_deflate(TEXT)),
        ("deflate, gzip", gzip.compress(zlib.compress(TEXT))),
        ("gzip, identity, gzip", gzip.compress(gzip.compress(TEXT))),
    ],
)
def test_a_body_comes_out_as_it_was_meant(encodings: str, body: bytes, step: int) -> None:
    assert unpacked(body, encodings, step=step) == TEXT


def test_an_empty_body_is_empty_whatever_it_claims() -> None:
    assert [unpacked(b"", encodings) for encodings in ("", "gzip", "deflate")] == [b"", b"", b""]


@pytest.mark.parametrize(("encodings", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("", bytes)])
def test_the_limit_itself_still_passes_and_one_byte_more_does_not(encodings: str, pack: object) -> None:
    assert callable(pack)
    assert len(unpacked(pack(b"x" * 5000), encodings, limit=5000)) == 5000
    with pytest.raises(FetchError, match=r"larger than the limit of 5,000 bytes"):
        unpacked(pack(b"x" * 5001), encodings, limit=5000)


@pytest.mark.parametrize(
    ("encodings", "bomb"),
    [
        ("gzip", gzip.compress(bytes(300_000_000), 1)),
        ("gzip, gzip", gzip.compress(gzip.compress(bytes(100_000_000), 1))),
    ],
    ids=["gzip", "nested"],
)
def test_a_bomb_ends_at_the_limit_without_filling_the_memory(encodings: str, bomb: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(FetchError, match="when unpacked"):
            unpacked(bomb, encodings, limit=2_000_000, step=65536)
        assert tracemalloc.get_traced_memory()[1] < 12_000_000
    finally:
        tracemalloc.stop()


def test_ten_thousand_empty_gzip_files_in_a_row_are_refused() -> None:
    with pytest.raises(FetchError, match="gzip files in a row"):
        unpacked(gzip.compress(b"") * 10_000, "gzip", step=65536)


@pytest.mark.parametrize(
    ("encodings", "body", "words"),
    [
        ("br", b"x", "'br', which was not asked for"),
        ("zstd", b"x", "'zstd'"),
        ("gzip, gzip, gzip", b"x", "compressed 3 times over"),
        ("gzip", gzip.compress(TEXT)[:-20], "broke off in the middle"),
        ("gzip", b"\x1f", "broke off in the middle"),
        ("deflate", zlib.compress(TEXT)[:-5], "broke off in the middle"),
        ("gzip", b"\x1f\x8b\x08\x00garbage that is no deflate stream at all", "damaged"),
        ("deflate", b"\x78\x9cgarbage", "damaged"),
    ],
)
def test_a_body_that_cannot_be_unpacked_says_why(encodings: str, body: bytes, words: str) -> None:
    with pytest.raises(FetchError, match=words):
        unpacked(body, encodings)
