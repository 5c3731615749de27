"""A compressed body -> bytes, chunk by chunk and never more than a limit.

Done here and not by httpx, because its decoders hand out whole chunks: 809 bytes of brotli became 1 GiB in one piece (measured).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Protocol

from service.errors import FetchError

_STEP = 64 * 1024
_MOST_LAYERS = 2
_MOST_MEMBERS = 1000  # a gzip file may be many in a row; half a million empty ones would take seconds
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP, _ZLIB, _RAW = 31, 15, -15  # zlib's window bits for the three wrappings


class _Layer(Protocol):
    def unpack(self, chunk: bytes) -> Iterable[bytes]: ...

    def finish(self) -> None: ...


class Inflater:
    """Takes a body as sent and gives it as meant; FetchError for an unknown encoding, broken data or too much of it.

    ``limit`` in bytes holds for what was sent and for what each layer of compression unpacks to.
    """

    def __init__(self, encodings: str, limit: int) -> None:
        names = [name for name in (part.strip().lower() for part in encodings.split(",")) if name not in ("", "identity")]
        if len(names) > _MOST_LAYERS:
            raise FetchError(
                f"the body is compressed {len(names)} times over ({encodings[:100]}); at most {_MOST_LAYERS} are unpacked"
            )
        self._layers: list[_Layer] = [_layer(name) for name in reversed(names)]  # the last applied comes off first
        self._limit = limit
        self._sizes = [0] * (len(self._layers) + 1)
        self._parts: list[bytes] = []

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes off the wire."""
        self._push(0, chunk)

    def body(self) -> bytes:
        """Everything unpacked; FetchError where the compressed data broke off."""
        for layer in self._layers:
            layer.finish()
        return b"".join(self._parts)

    def _push(self, depth: int, chunk: bytes) -> None:
        self._sizes[depth] += len(chunk)
        if self._sizes[depth] > self._limit:
            raise FetchError(f"the body is larger than the limit of {self._limit:,} bytes{' when unpacked' if depth else ''}")
        if depth == len(self._layers):
            self._parts.append(chunk)
            return
        for part in self._layers[depth].unpack(chunk):
            self._push(depth + 1, part)


def _layer(name: str) -> _Layer:
    if name in ("gzip", "x-gzip"):
        return _Gzip()
    if name == "deflate":
        return _Deflate()
    raise FetchError(f"the body is compressed as {name[:40]!r}, which was not asked for and cannot be read here; only gzip is")


class _Gzip:
    """gzip, one member after another; a body that only claims to be gzip passes as it is."""

    def __init__(self) -> None:
        self._start = b""  # of a member, while it is too short to tell
        self._stream: _Stream | None = None
        self._members = 0
        self._plain = False
        self._over = False

    def unpack(self, chunk: bytes) -> Iterator[bytes]:
        while chunk and not self._over and not self._plain:
            if self._stream is None or self._stream.ended:
                chunk = self._begin(chunk)
            else:
                yield from self._stream.unpack(chunk)
                chunk = self._stream.rest
        if self._plain and chunk:
            yield chunk

    def _begin(self, chunk: bytes) -> bytes:
        """Look at the start of a member; returns what is to be read next."""
        chunk, self._start = self._start + chunk, b""
        if len(chunk) < len(_GZIP_MAGIC):
            self._start = chunk
            return b""
        if chunk.startswith(_GZIP_MAGIC):
            self._members += 1
            if self._members > _MOST_MEMBERS:
                raise FetchError(f"the body is more than {_MOST_MEMBERS} gzip files in a row")
            self._stream = _Stream(_GZIP)
            return chunk
        self._plain = self._stream is None
        self._over = not self._plain  # padding after the end is dropped, as gzip does
        return chunk

    def finish(self) -> None:
        if (self._stream is None and self._start) or (self._stream is not None and not self._stream.ended):
            raise FetchError("the body broke off in the middle of its gzip data")


class _Deflate:
    """deflate: zlib's wrapping as RFC 9110 says, or none as some servers send."""

    def __init__(self) -> None:
        self._start = b""
        self._stream: _Stream | None = None

    def unpack(self, chunk: bytes) -> Iterator[bytes]:
        if self._stream is None:
            self._start += chunk
            if len(self._start) < 2:
                return
            first, second = self._start[0], self._start[1]
            wrapped = first & 0x0F == 8 and (first * 256 + second) % 31 == 0  # RFC 1950, 2.2
            self._stream = _Stream(_ZLIB if wrapped else _RAW)
            chunk = self._start
        if not self._stream.ended:
            yield from self._stream.unpack(chunk)

    def finish(self) -> None:
        if self._start and (self._stream is None or not self._stream.ended):
            raise FetchError("the body broke off in the middle of its deflate data")


class _Stream:
    """One zlib stream, unpacked in steps of 64 KiB."""

    def __init__(self, bits: int) -> None:
        self._zlib = zlib.decompressobj(bits)

    @property
    def ended(self) -> bool:
        return self._zlib.eof

    @property
    def rest(self) -> bytes:
        """What followed the end of the stream."""
        return self._zlib.unused_data

    def unpack(self, chunk: bytes) -> Iterator[bytes]:
        try:
            while chunk and not self._zlib.eof:
                if part := self._zlib.decompress(chunk, _STEP):
                    yield part
                chunk = self._zlib.unconsumed_tail
        except zlib.error as error:
            raise FetchError(f"the compressed body is damaged ({error})") from None
