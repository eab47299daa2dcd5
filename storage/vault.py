"""Seals words with AES-256-GCM, so that the tables hold none of them in the clear.

A sealed value is ``version | length of the key's name | the key's name | nonce | ciphertext``. What it is bound to
(installation, case, column) takes part in the authentication: a value that was moved elsewhere does not open.
"""

import os
from collections.abc import Mapping
from types import MappingProxyType

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = 1
NONCE = 12
KEY_LENGTH = 32
LONGEST_NAME = 255


class CannotOpen(Exception):
    """No key that we have opens what is stored. The message names keys, never words."""


class Cipher:
    """One key. ``name`` travels with everything it seals."""

    def __init__(self, name: str, key: bytes) -> None:
        if len(key) != KEY_LENGTH:
            raise ValueError(f"the key {name!r} must have {KEY_LENGTH} bytes, not {len(key)}")
        if len(name.encode()) > LONGEST_NAME:
            raise ValueError("the name of a key must not be longer than 255 bytes")
        self.name = name
        self._aes = AESGCM(key)
        self._head = header(name)

    def seal(self, plain: bytes, *bound: str) -> bytes:
        nonce = os.urandom(NONCE)
        return self._head + nonce + self._aes.encrypt(nonce, plain, binding(bound))

    def open(self, sealed: bytes, *bound: str) -> bytes:
        start = len(self._head)
        if not sealed.startswith(self._head):
            raise CannotOpen(f"sealed with the key {key_name(sealed)!r}, not with {self.name!r}")
        nonce, ciphertext = sealed[start : start + NONCE], sealed[start + NONCE :]
        try:
            return self._aes.decrypt(nonce, ciphertext, binding(bound))
        except (InvalidTag, ValueError):
            raise CannotOpen(
                f"the key {self.name!r} does not open this: it is another key of that name, "
                "or the value was moved or damaged"
            ) from None


class Vault:
    """The master keys by name. The first seals; the others still open what they sealed before."""

    def __init__(self, keys: Mapping[str, bytes]) -> None:
        if not keys:
            raise ValueError("the vault needs at least one key")
        self._ciphers = MappingProxyType({name: Cipher(name, key) for name, key in keys.items()})
        self._current = next(iter(self._ciphers.values()))

    @property
    def current(self) -> str:
        """The name of the key that seals now."""
        return self._current.name

    def seal(self, plain: bytes, *bound: str) -> bytes:
        return self._current.seal(plain, *bound)

    def open(self, sealed: bytes, *bound: str) -> bytes:
        name = key_name(sealed)
        cipher = self._ciphers.get(name)
        if cipher is None:
            known = ", ".join(map(repr, self._ciphers))
            raise CannotOpen(f"sealed with the master key {name!r}, which is not in the key ring ({known})")
        return cipher.open(sealed, *bound)


def header(name: str) -> bytes:
    return bytes((VERSION, len(name.encode()))) + name.encode()


def key_name(sealed: bytes) -> str:
    """The name of the key that sealed this."""
    if len(sealed) < 2 or sealed[0] != VERSION:  # noqa: PLR2004 - the version and the length of the name
        raise CannotOpen("this was not sealed by any version of the vault that we know")
    return sealed[2 : 2 + sealed[1]].decode(errors="replace")


def binding(bound: tuple[str, ...]) -> bytes:
    return "\x1f".join(bound).encode()
