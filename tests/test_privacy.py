"""National identity numbers and secrets are found where they are, and what only looks like one is left alone.

The numbers are made so that nobody can have them: a number with 750 to 899 after the date was never given to anyone
born in 1999. Keys are put together here, so that no scanner takes this file for a leak.
"""

from __future__ import annotations

import pytest

from taikun_build.privacy import Secret, blotted, national_ids, secrets
from taikun_build.problems import Location, Rule, msg


@pytest.mark.parametrize(
    "text",
    [
        "01019975068",
        "010199 75068",
        "010199\u00a075149",
        "41019975051",
        "(01019975068)",
        "Nr. 01019975068.",
        "a:01019975068",
    ],
)
def test_a_number_with_a_date_and_both_control_digits_is_a_national_id(text: str) -> None:
    (found,) = national_ids(text)
    assert text[slice(*found)].replace(" ", "").replace("\u00a0", "").isdigit()


@pytest.mark.parametrize(
    "text",
    [
        "01019975069",  # second control digit
        "01019975168",  # first control digit
        "31029975151",  # no such day
        "01819975023",  # synthetic: month + 80
        "0101997506",
        "010199750680",
        "101019975068",
        "x01019975068",
        "01019975068a",
        "01019975068.5",
        "3.01019975068",
        "sha256:a01019975068f",
        "https://example.org/01019975068",
        "[nr](https://example.org/a?b=01019975068)",
        "10.1000/01019975068",
        "1234 56 78903",
    ],
)
def test_other_numbers_are_not(text: str) -> None:
    assert list(national_ids(text)) == []


KEYS = {
    "AKIA" + "ABCDEFGH12345678": Secret.ACCESS_KEY,
    "ghp_" + "a1" * 18: Secret.ACCESS_KEY,
    "github_pat_" + "A1b2" * 6: Secret.ACCESS_KEY,
    "glpat-" + "a1B2" * 5: Secret.ACCESS_KEY,
    "xoxb-" + "123456789012-abcdef": Secret.ACCESS_KEY,
    "sk-ant-" + "api03-" + "a1" * 10: Secret.ACCESS_KEY,
    "sk-" + "a1" * 20: Secret.ACCESS_KEY,
    "AIza" + "a1B2c" * 7: Secret.ACCESS_KEY,
    "-----BEGIN RSA " + "PRIVATE KEY-----": Secret.PRIVATE_KEY,
    "-----BEGIN PGP " + "PRIVATE KEY BLOCK-----": Secret.PRIVATE_KEY,
}


@pytest.mark.parametrize(("key", "kind"), KEYS.items())
def test_keys_are_known_by_their_form(key: str, kind: Secret) -> None:
    text = f"Bruk {key} her."
    ((found, span),) = secrets(text)
    assert (found, text[slice(*span)]) == (kind, key)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("passord: Blabar2026", "Blabar2026"),
        ("Passord = «Blabar2026».", "Blabar2026"),
        ("password: 'hunter22!'", "hunter22!"),
        ("API-nøkkel: 9f8e7d6c5b", "9f8e7d6c5b"),
        ("https://bruker:Blabar26@example.org", "Blabar26"),
    ],
)
def test_a_password_is_a_value_with_letters_and_digits_after_its_name(text: str, value: str) -> None:
    ((kind, span),) = secrets(text)
    assert (kind, text[slice(*span)]) == (Secret.PASSWORD, value)


@pytest.mark.parametrize(
    "text",
    [
        "Passord: minst tolv tegn",
        "Passord: 12345678",
        "passord: passord123",
        "password: my-password-1",
        "passord: <ditt-passord-1>",
        "passord: ${PASSORD_1}",
        "Passord: https://example.org/a1",
        "AKIA" + "IOSFODNN7EXAMPLE",
        "sk-bibliotekene-samarbeider-om-alt",
        "skranke-sk-1",
        "-----BEGIN PUBLIC KEY-----",
    ],
)
def test_advice_and_placeholders_are_no_secrets(text: str) -> None:
    assert list(secrets(text)) == []


def test_what_is_blotted_out_keeps_its_length() -> None:
    text = "Nr. 010199 75068, passord: Blabar2026."
    assert blotted(text) == "Nr. ••••••••••••, passord: ••••••••••."
    assert blotted("  " + "MIIBVgIBADANBgkqhkiG9w0BAQEFAASC" * 2) == "•" * 66


def test_no_finding_repeats_a_secret() -> None:
    rule = Rule("kode", msg("«{value}» is wrong."), msg("Not {value}."))
    problem = rule.at(Location("a.md"), value="01019975068", others=("passord: Blabar2026", "b"), number=1)
    assert problem.message.values == {"value": "•" * 11, "others": ("passord: ••••••••••", "b"), "number": 1}
