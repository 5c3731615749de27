"""Every error the service raises on purpose; each message names the feed, URL, id, file or line and what to do."""

from __future__ import annotations


class ServiceError(Exception):
    """Root of the service's errors: one message for a person, safe to pickle and free of secrets."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class ConfigError(ServiceError):
    """The configuration cannot be used: names file, line (where known) and what is allowed; exit code 2."""


class UsageError(ServiceError):
    """A command was called in a way that cannot work; exit code 2."""


class FetchError(ServiceError):
    """A URL could not be fetched; ``retry_after`` is in seconds where the server said so, ``permanent`` where a retry is pointless."""

    def __init__(
        self, message: str, *, status: int | None = None, retry_after: float | None = None, permanent: bool = False
    ) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after
        self.permanent = permanent

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_fetch_error, (type(self), self.message, self.status, self.retry_after, self.permanent)


def _rebuild_fetch_error(
    kind: type[FetchError], message: str, status: int | None, retry_after: float | None, permanent: bool
) -> FetchError:
    return kind(message, status=status, retry_after=retry_after, permanent=permanent)


class BlockedAddress(FetchError):
    """The address guard refused a URL: its scheme, port or one of its addresses is not allowed."""


class FeedError(ServiceError):
    """A body is not a feed, or not one that can be read: the message names the feed and what it was instead."""


class OpmlError(ServiceError):
    """An OPML file cannot be imported: names file, line and reason; nothing of it was imported."""


class RecordError(ServiceError):
    """One archived record cannot be used: names file and line; the rest goes on."""


class ArchiveError(ServiceError):
    """An archive cannot be opened or read at all: names the path."""


class StoreError(ServiceError):
    """The database cannot be used: names what was tried, never the password."""


class NotFound(StoreError):
    """The row somebody asked for does not exist: names its id and where ids are listed."""


class BrokerError(ServiceError):
    """The job queue cannot be reached or used; work stays in SQL and goes on when it is back."""


class DeliveryError(ServiceError):
    """A destination did not take an alert; ``gone`` disables it, ``retry_after`` is in seconds where it said so."""

    def __init__(self, message: str, *, retry_after: float | None = None, gone: bool = False, permanent: bool = False) -> None:
        super().__init__(message)
        self.retry_after = retry_after
        self.gone = gone
        self.permanent = permanent

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_delivery_error, (self.message, self.retry_after, self.gone, self.permanent)


def _rebuild_delivery_error(message: str, retry_after: float | None, gone: bool, permanent: bool) -> DeliveryError:
    return DeliveryError(message, retry_after=retry_after, gone=gone, permanent=permanent)
