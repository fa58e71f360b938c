"""What can go wrong at the press."""


class CannotPrint(Exception):
    """Nothing was printed. Its text is one plain sentence for the page."""


class Overfull(CannotPrint):
    """There are more words than the pages they were laid out for."""


class UnknownLetter(CannotPrint):
    """No font here has a letter of the story. Paper would show an empty box where a family wrote something."""

    def __init__(self, letter: str, where: str = "in this story"):
        super().__init__(f"No font on this computer has the letter {letter} {where}: "
                         "please write it another way, or add a font that has it.")
        self.letter = letter
