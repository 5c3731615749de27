"""Webhooks that any Standard Webhooks library verifies."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime

import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from service.alerts.shape import alert_record
from service.alerts.webhook import body_of, parse_secrets, signed_headers
from service.errors import ConfigError
from tests.harness.samples import HOSTILE, alert, hostile_alert

OLD = "whsec_" + base64.b64encode(b"o" * 24).decode()
NEW = "whsec_" + base64.b64encode(b"n" * 32).decode()


def now() -> datetime:
    """The real time, asked in each test: the library's verifier compares with the real clock and allows five minutes."""
    return datetime.now(UTC)


def test_the_body_is_the_contracts_record_with_type_and_time() -> None:
    body = json.loads(body_of(alert()))
    assert (body["type"], body["timestamp"]) == ("toll.changed", "2022-09-14T19:40:00Z")
    assert body["data"] == alert_record(alert())


def test_the_librarys_verifier_accepts_what_we_sign() -> None:
    body = body_of(alert())
    headers = signed_headers("msg_1", body, parse_secrets(NEW, "desk"), now())
    assert Webhook(NEW).verify(body, headers)["data"]["id"] == alert().id


def test_during_a_rotation_either_key_verifies_and_no_other() -> None:
    body = body_of(alert())
    headers = signed_headers("msg_1", body, parse_secrets(f"{NEW} {OLD}", "desk"), now())
    assert Webhook(NEW).verify(body, headers) == Webhook(OLD).verify(body, headers)
    with pytest.raises(WebhookVerificationError):
        Webhook("whsec_" + base64.b64encode(b"x" * 24).decode()).verify(body, headers)


@pytest.mark.parametrize("change", [{"webhook-id": "msg_2"}, {"webhook-timestamp": "a second earlier"}])
def test_the_signature_covers_id_and_time(change: dict[str, str]) -> None:
    body = body_of(alert())
    at = now()
    earlier = {"webhook-timestamp": str(int(at.timestamp()) - 1)}
    headers = signed_headers("msg_1", body, parse_secrets(NEW, "desk"), at) | (
        earlier if "webhook-timestamp" in change else change
    )
    with pytest.raises(WebhookVerificationError):
        Webhook(NEW).verify(body, headers)


@pytest.mark.parametrize("secret", ["", "   ", "whsec_", "whsec_c2hvcnQ=", "whsec_not base64 at all!", "whsec_" + "A" * 200])
def test_an_unusable_secret_is_refused_by_name_and_not_shown(secret: str) -> None:
    with pytest.raises(ConfigError, match="'desk'") as caught:
        parse_secrets(secret, "desk")
    assert len(secret.strip()) < 8 or secret.strip() not in str(caught.value)


def test_a_secret_without_padding_or_prefix_is_read_as_people_paste_it() -> None:
    bare = NEW.removeprefix("whsec_")
    assert parse_secrets(bare, "desk") == parse_secrets(NEW.rstrip("="), "desk") == parse_secrets(NEW, "desk")


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_travel_as_plain_json_strings(words: str) -> None:
    body = body_of(hostile_alert(words))
    body.decode("ascii")
    assert b"\n" not in body
    assert json.loads(body)["data"]["claims"][0]["quote"] == words
