"""Seals who an unnamed source is, and opens it again, with keys that only the environment holds (SOURCE_KEYS).

Fernet, as `cryptography` has it: AES-128-CBC with HMAC-SHA256, so that a token that was tampered with opens for nobody.
The first key seals and every key opens, so that one can be changed for another (`manage.py rotate_source_keys`). What
is sealed twice never looks the same; its length and the second it was sealed in can be told from the token.
"""

from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables


class Unsealable(Exception):
    """Nothing can be sealed or opened here; `str()` of it says in a sentence what is to be done."""


class NoSourceKey(Unsealable):
    """The newsroom has no key."""


class MalformedSourceKey(Unsealable):
    """What should be a key is none."""


class NoKeyOpens(Unsealable):
    """The token was sealed with a key that the newsroom no longer has, or it is damaged."""


@sensitive_variables("text")
def seal(text: str) -> str:
    """The token that says `text` to whoever holds a key. Raises `NoSourceKey` or `MalformedSourceKey`."""
    return _ring().encrypt(text.encode()).decode()


@sensitive_variables("opened")
def unseal(token: str) -> str:
    """The text in `token`. Raises `NoSourceKey`, `MalformedSourceKey` or `NoKeyOpens`."""
    try:
        opened = _ring().decrypt(token)
    except InvalidToken:
        raise _no_key_opens() from None
    return opened.decode()


def resealed(token: str) -> str:
    """`token` under the first key; the same token where it is under that key already. Raises as `unseal`."""
    ring = _ring()
    try:
        Fernet(_keys()[0]).decrypt(token)
    except InvalidToken:
        pass
    else:
        return token
    try:
        return ring.rotate(token).decode()
    except InvalidToken:
        raise _no_key_opens() from None


def require_keys() -> None:
    """Raises `NoSourceKey` or `MalformedSourceKey` unless something can be sealed here."""
    _ring()


def malformed() -> list[int]:
    """The places in SOURCE_KEYS, counted from one, at which no key stands."""
    return [place for place, key in enumerate(_keys(), start=1) if not _is_key(key)]


def _ring() -> MultiFernet:
    keys = _keys()
    if not keys:
        raise NoSourceKey(
            _("There is no key to seal with. Whoever runs the newsroom sets SOURCE_KEYS; nothing was kept.")
        )
    wrong = malformed()
    if wrong:
        sentence = _("Key number %(number)d in SOURCE_KEYS is no key. Whoever runs the newsroom has to mend it.")
        raise MalformedSourceKey(sentence % {"number": wrong[0]})
    return MultiFernet([Fernet(key) for key in keys])


def _keys() -> Sequence[str]:
    """The keys as set. Raises `ImproperlyConfigured` where they are one text: it would be keys of one letter."""
    if isinstance(settings.SOURCE_KEYS, str):
        raise ImproperlyConfigured("SOURCE_KEYS is a list of keys.")
    return [key.strip() for key in settings.SOURCE_KEYS]


def _is_key(key: str) -> bool:
    try:
        Fernet(key)
    except ValueError:
        return False
    return True


def _no_key_opens() -> NoKeyOpens:
    return NoKeyOpens(
        _("None of the newsroom's keys opens it. Whoever runs the newsroom has to put the old key back in SOURCE_KEYS.")
    )
