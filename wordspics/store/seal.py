"""Sealing: AES-256-GCM, each seal bound to the place its words belong, so a changed or moved row is noticed."""
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from wordspics.store.faults import Damaged

_NONCE = 12     # bytes


class Key:
    """256 secret bits. `where` names a place: table, family, story, sheet, revision ..."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    @classmethod
    def fresh(cls) -> "Key":
        return cls(AESGCM.generate_key(256))

    def seal(self, words: bytes, *where: str | int | None) -> bytes:
        nonce = os.urandom(_NONCE)
        return nonce + AESGCM(self._secret).encrypt(nonce, words, _place(where))

    def unseal(self, sealed: bytes, *where: str | int | None) -> bytes:
        try:
            return AESGCM(self._secret).decrypt(sealed[:_NONCE], sealed[_NONCE:], _place(where))
        except (InvalidTag, ValueError):
            raise Damaged("A part of the stories has been damaged on the disk.") from None

    def wrap(self, key: "Key", *where: str) -> bytes:
        return self.seal(key._secret, *where)

    def unwrap(self, sealed: bytes, *where: str) -> "Key":
        return Key(self.unseal(sealed, *where))

    def digest(self, words: bytes) -> bytes:
        """Tells equal words from other words, and tells nothing to somebody without the key."""
        return hmac.digest(self.derive("digest")._secret, words, "sha256")

    def derive(self, purpose: str, salt: bytes | None = None) -> "Key":
        return Key(HKDF(SHA256(), 32, salt, purpose.encode()).derive(self._secret))


def _place(where: tuple[str | int | None, ...]) -> bytes:
    return "|".join("" if part is None else str(part) for part in where).encode()
