"""Makes a word for a link out of a few facts, and knows it again; nobody else can make, read or change one."""

import base64
import binascii
import os
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.vault import KEY_LENGTH, NONCE, binding

PURPOSE = b"lcat ticket 1"
"""Keys for links are derived, so that no link tells anything of the keys that seal words."""

LONGEST = 400
APART = "\n"


class Links:
    """The first key seals; the others still open what they sealed before."""

    def __init__(self, keys: Mapping[str, bytes]) -> None:
        self._ciphers = [AESGCM(_derived(key)) for key in keys.values()]

    def seal(self, *facts: str) -> str:
        nonce = os.urandom(NONCE)
        sealed = self._ciphers[0].encrypt(nonce, APART.join(facts).encode(), binding(("ticket",)))
        return _written(nonce + sealed)

    def open(self, word: str) -> tuple[str, ...] | None:
        """The facts, or ``None`` for whatever we have not sealed."""
        if len(word) > LONGEST:
            return None
        try:
            sealed = base64.b64decode(word + "=" * (-len(word) % 4), altchars=b"-_", validate=True)
        except (ValueError, binascii.Error):
            return None
        # The last letter has bits that mean nothing: only one of its spellings is ours.
        if _written(sealed) != word:
            return None
        return next((facts for each in self._ciphers if (facts := _opened(each, sealed)) is not None), None)


def _written(sealed: bytes) -> str:
    return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()


def _opened(cipher: AESGCM, sealed: bytes) -> tuple[str, ...] | None:
    try:
        plain = cipher.decrypt(sealed[:NONCE], sealed[NONCE:], binding(("ticket",)))
    except (InvalidTag, ValueError):
        return None
    return tuple(plain.decode().split(APART))


def _derived(key: bytes) -> bytes:
    return HKDF(SHA256(), KEY_LENGTH, salt=None, info=PURPOSE).derive(key)
