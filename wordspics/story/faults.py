"""What can be wrong with a story, said once, in a sentence a worker can act on."""


class Missing(LookupError):
    """Somebody asked for a thing that is not there. Its text is one plain sentence."""


class BadStory(ValueError):
    """Something does not fit a story. Its text is one plain sentence that names the place."""
