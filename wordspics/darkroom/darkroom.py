"""The app's side of the darkroom: a child for a picture, or for all the pictures of one story file, and then it goes.

It goes because what a family's picture leaves in a decoder's memory shall not outlive the minute, and because starting one
takes a tenth of a second.
"""
import threading
from typing import Self

from wordspics.darkroom.pipe import Developed, Negative, read_answer, write
from wordspics.fence.child import Child
from wordspics.story import BadStory, limits

MODULE = "wordspics.darkroom.child"
WALL_SECONDS = 30                   # from asking to having, before the app ends the child
STOPPED = "The app could not open this picture within its safe limits, so it was not kept. Please try another, or a photo of it."
_one_at_a_time = threading.Lock()   # two pictures of the largest kind at once are more than a small computer holds


class Darkroom:
    """Open it with `with`; one at a time in the whole app."""

    def __enter__(self) -> Self:
        _one_at_a_time.acquire()
        self._child: Child | None = None
        return self

    def __exit__(self, *_) -> None:
        try:
            self._dismiss()
        finally:
            _one_at_a_time.release()

    def clean(self, data: bytes) -> bytes:
        """The same picture as a PNG or JPEG that holds nothing but its pixels. BadStory when it is not a picture we can take in."""
        if len(data) > limits.PICTURE_BYTES:
            raise BadStory(f"This picture is larger than {limits.PICTURE_BYTES // 1024 ** 2} MB. Please choose a smaller one.")
        try:
            answer = self._ask(write(Negative(data)))
        except OSError:
            answer = None
        if answer is None:
            self._dismiss()
            raise BadStory(STOPPED)
        said = read_answer(answer)
        if isinstance(said, Developed):
            return said.picture
        raise BadStory(said.why)

    @property
    def child_pid(self) -> int | None:
        """The child's process id while there is one, for those who measure it."""
        return self._child.pid if self._child else None

    def _ask(self, negative: bytes) -> bytes | None:
        self._child = self._child or Child(MODULE)
        with self._child.within(WALL_SECONDS):
            self._child.tell(negative)
            return self._child.hear()

    def _dismiss(self) -> None:
        if self._child:
            self._child.end()
            self._child = None


def clean(data: bytes) -> bytes:
    """One picture, cleaned. BadStory as above."""
    with Darkroom() as darkroom:
        return darkroom.clean(data)
