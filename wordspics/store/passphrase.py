"""Passphrases and recovery keys, made into keys."""
import secrets
import threading
import unicodedata

from argon2.low_level import Type, hash_secret_raw

from wordspics.story import BadStory
from wordspics.store.faults import WrongPassphrase
from wordspics.store.seal import Key

Cost = tuple[int, int, int]                  # Argon2id: memory in KiB, passes, lanes
STRONG: Cost = (64 * 1024, 3, 1)
SHORTEST = 8                                 # characters
_MOST: Cost = (1024 * 1024, 20, 8)           # a file that asks for more was not made by the app
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 32                                 # letters of a recovery key: 160 bits
_one_at_a_time = threading.Lock()            # each stretching takes 64 MiB


def stretch(passphrase: str, salt: bytes, cost: Cost) -> Key:
    """The key a passphrase makes with this salt; slow on purpose."""
    if any(asked > most for asked, most in zip(cost, _MOST)) or min(cost) < 1 or cost[0] < 8 * cost[2]:
        raise WrongPassphrase("This was not sealed by the app, so no passphrase can open it.")
    typed = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    kib, passes, lanes = cost
    with _one_at_a_time:
        return Key(hash_secret_raw(typed, salt, passes, kib, lanes, 32, Type.ID))


def choose(passphrase: str) -> str:
    """A passphrase good enough to start with."""
    if len(passphrase.strip()) < SHORTEST:
        raise BadStory(f"A passphrase has {SHORTEST} characters or more; "
                       "three or four words that only you would put together work well.")
    return passphrase


def make_recovery_key() -> str:
    """For example 7Q2M-0D9X-..., eight groups of four to print and keep."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))
    return "-".join(letters[i:i + 4] for i in range(0, _LENGTH, 4))


def read_recovery_key(typed: str, salt: bytes) -> Key:
    """Forgives small letters, spaces, and O for 0 or I and L for 1."""
    letters = typed.upper().translate(str.maketrans("OIL", "011"))
    letters = "".join(c for c in letters if c in _LETTERS)
    if len(letters) != _LENGTH:
        raise WrongPassphrase("The recovery key is eight groups of four letters and digits. "
                              "Please look at the printed page again.")
    return Key(letters.encode()).derive("recovery key", salt)
