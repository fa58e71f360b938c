"""Proofs: the booklet as it would print, kept between the pictures of its pages so that it is laid out once.

They are sealed under the vault's key: when the vault closes, what is left in memory can no longer be read.
"""
import collections
import datetime
import hashlib
import threading

from wordspics.press import Press
from wordspics.store import Kept, Store
from wordspics.story import Record, Upload
from wordspics.story.sheet import write_story

KEPT = 3


class Proofs:
    def __init__(self, store: Store, press: Press) -> None:
        self._store, self._press = store, press
        self._sealed: collections.OrderedDict[str, bytes] = collections.OrderedDict()
        self._turn = threading.Lock()

    def pdf(self, kept: Kept, edition: str, ink: str, language: str, help_lines: tuple[str, ...] = ()) -> bytes:
        """The booklet, printed today. A CannotPrint says in one sentence why there is none."""
        today = datetime.date.today()
        printed = kept.story.with_(record=Record())          # of the record only whether it is a draft reaches paper
        asked = write_story(printed), kept.story.record.is_agreed, edition, ink, language, help_lines, today
        name = hashlib.sha256(self._store.vault.opening.encode() + repr(asked).encode()).hexdigest()
        with self._turn:
            if name not in self._sealed:
                pictures = pictures_of(kept, self._store)
                pdf = self._press.print(kept.story, edition, ink, pictures=pictures, today=today, language=language,
                                        help_lines=help_lines)
                self._sealed[name] = self._store.vault.key.seal(pdf, "proof", name)
            self._sealed.move_to_end(name)
            while len(self._sealed) > KEPT:
                self._sealed.popitem(last=False)
            return self._store.vault.key.unseal(self._sealed[name], "proof", name)


def pictures_of(kept: Kept, store: Store) -> dict[str, bytes]:
    """The family's own pictures that the story's stages show, by id."""
    shown = {item.picture for panel in kept.story.shown for item in panel.scene.items if isinstance(item, Upload)}
    return {picture: store.uploads.read(kept.id, picture) for picture in sorted(shown)}
