"""What can go wrong with keeping a story. The text of each is one plain sentence for the person at the screen."""


class StoreFault(Exception):
    """Something about the keeping, not about the story."""


class NoRoom(StoreFault):
    """The disk is full. What was kept before is still there."""

    def __init__(self, sentence: str = "The disk is full. Nothing new could be kept; everything kept before is safe."):
        super().__init__(sentence)


class WrongPassphrase(StoreFault):
    """The passphrase or the recovery key does not fit."""

    def __init__(self, sentence: str = "That passphrase does not fit. Please try again."):
        super().__init__(sentence)


class Closed(StoreFault):
    """The vault is closed: the key is not in memory, so nothing can be read or kept."""

    def __init__(self, sentence: str = "The stories are locked. Please type your passphrase to go on."):
        super().__init__(sentence)


class Damaged(StoreFault):
    """What lies on the disk is not what was kept. `sheet` is the id of the damaged part, where it is known."""

    def __init__(self, sentence: str, sheet: str | None = None):
        super().__init__(sentence)
        self.sheet = sheet


class NewerSchema(StoreFault):
    """The data folder, or a backup, was made by a newer version of the app."""

    def __init__(self, sentence: str = "These stories were kept by a newer version of the app; please update the app first."):
        super().__init__(sentence)


class MismatchedKey(StoreFault):
    """One idempotency key came with two different requests."""

    def __init__(self, sentence: str = "This save was already used for other words; please try again."):
        super().__init__(sentence)


class Busy(StoreFault):
    """Somebody else holds the data folder."""

    def __init__(self, sentence: str = "The app is busy with these stories somewhere else; please try again in a moment."):
        super().__init__(sentence)


class UnfitFolder(StoreFault):
    """The data folder cannot keep stories safely."""
