"""What is sealed opens with the keys of the newsroom and no others; what cannot be is said in a sentence."""

import pytest
from cryptography.fernet import Fernet
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from bylines import sealing

OLD, NEW, STRANGE = (Fernet.generate_key().decode() for _number in range(3))


@pytest.fixture(autouse=True)
def keys(settings):
    settings.SOURCE_KEYS = [OLD]
    return settings


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_was_sealed_is_what_is_opened(text):
    token = sealing.seal(text)
    assert sealing.unseal(token) == text
    assert len(text) < 4 or text not in token


def test_the_same_name_never_looks_the_same():
    assert len({sealing.seal("Ludmila Quistgaard") for _time in range(20)}) == 20


def test_the_first_key_seals_and_all_open(keys):
    before = sealing.seal("Ludmila Quistgaard")
    keys.SOURCE_KEYS = [f" {NEW}", OLD]
    after = sealing.seal("Ludmila Quistgaard")
    assert (sealing.unseal(before), sealing.unseal(after)) == ("Ludmila Quistgaard",) * 2
    keys.SOURCE_KEYS = [NEW]
    assert sealing.unseal(after) == "Ludmila Quistgaard"
    with pytest.raises(sealing.NoKeyOpens, match="None of the newsroom's keys opens it"):
        sealing.unseal(before)


def test_a_token_under_the_first_key_stays_and_another_is_brought_under_it(keys):
    before = sealing.seal("Ludmila Quistgaard")
    assert sealing.resealed(before) == before
    keys.SOURCE_KEYS = [NEW, OLD]
    after = sealing.resealed(before)
    assert (after == before, sealing.resealed(after)) == (False, after)
    keys.SOURCE_KEYS = [NEW]
    assert sealing.unseal(after) == "Ludmila Quistgaard"


@pytest.mark.parametrize("damage", [lambda token: token[:-8] + "AAAAAAA=", lambda token: "", lambda token: "Ludmila"])
@pytest.mark.parametrize("opens", [sealing.unseal, sealing.resealed])
def test_what_was_tampered_with_opens_for_nobody(opens, damage):
    with pytest.raises(sealing.NoKeyOpens):
        opens(damage(sealing.seal("Ludmila Quistgaard")))


@pytest.mark.parametrize(
    ("held", "error", "sentence"),
    [
        ([], sealing.NoSourceKey, "There is no key to seal with. Whoever runs the newsroom sets SOURCE_KEYS; "),
        ([OLD, "short"], sealing.MalformedSourceKey, "Key number 2 in SOURCE_KEYS is no key."),
        ([""], sealing.MalformedSourceKey, "Key number 1 in SOURCE_KEYS is no key."),
    ],
)
def test_keys_that_are_none_are_named_errors(keys, held, error, sentence):
    token = sealing.seal("Ludmila Quistgaard")
    keys.SOURCE_KEYS = held
    for wanted in (lambda: sealing.seal("x"), lambda: sealing.unseal(token), lambda: sealing.resealed(token)):
        with pytest.raises(error, match=f"^{sentence}"):
            wanted()


def test_one_text_is_no_list_of_keys(keys):
    keys.SOURCE_KEYS = OLD
    with pytest.raises(ImproperlyConfigured):
        sealing.seal("x")


def test_the_check_names_the_place_of_a_malformed_key_and_never_the_key(keys):
    assert [one for one in run_checks() if one.id == "bylines.E001"] == []
    keys.SOURCE_KEYS = [OLD, NEW[:-2], STRANGE, "é"]
    found = [one for one in run_checks() if one.id == "bylines.E001"]
    assert [one.msg.partition(" in ")[0] for one in found] == ["Key number 2", "Key number 4"]
    assert NEW[:-2] not in str(found)
