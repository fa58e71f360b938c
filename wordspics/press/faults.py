"""What can go wrong at the press."""


class CannotPrint(Exception):
    """Nothing was printed. Its text is one plain sentence for the page."""
