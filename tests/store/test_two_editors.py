"""Two people in two windows on one panel, with a bad connection: no acknowledged words are lost, none silently written over."""
import tempfile
from pathlib import Path

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from factories import fresh, make_story
from tests.store.desk import CHEAP, PASSPHRASE
from wordspics.store import Change, Store
from wordspics.store.opened import OpenedStory
from wordspics.story.sheet import write_sheet

editors = st.integers(0, 1)


class TwoWindows(RuleBasedStateMachine):
    """Each window knows a revision; a letter it sent stays in its hand until it has read the answer."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.store = Store.open(Path(self.place.name), argon2=CHEAP)
        self.store.vault.found("Wilma", PASSPHRASE)
        self.story = self.store.stories.add(make_story(1))
        self.panel = self.store.stories.load(self.story).story.panels[0]
        self.known = [1, 1]
        self.hand: list = [None, None]
        self.told = [set(), set()]            # words each window was told are kept, one way or the other
        self.number = 0

    @precondition(lambda self: None in self.hand)
    @rule(window=editors, answer_comes=st.booleans(), closes=st.booleans())
    def write(self, window, answer_comes, closes):
        if self.hand[window] is None:
            self.number += 1
            open_now = [kept.rev for kept in self.store.sheets.beside(self.story)] if closes else []
            self.hand[window] = (f"Window {window}, text {self.number}.", self.known[window], fresh(), open_now)
            self.send(window, answer_comes)

    @rule(window=editors, answer_comes=st.booleans())
    def send_again(self, window, answer_comes):
        if self.hand[window] is not None:
            self.send(window, answer_comes)

    @rule(window=editors)
    def look_again(self, window):
        if self.hand[window] is None:
            self.known[window] = self.store.sheets.read(self.story, self.panel.id).rev

    @rule(window=editors)
    def take_away(self, window):
        if self.hand[window] is None:
            answer = self.store.sheets.change(self.story, [Change(self.panel.id, self.known[window], None)], fresh())[0]
            self.known[window] = answer.rev

    @rule()
    def restart(self):
        self.store.close()
        self.store = Store.open(Path(self.place.name), argon2=CHEAP)
        self.store.vault.open(PASSPHRASE)

    def send(self, window, answer_comes):
        words, rev, key, closes = self.hand[window]
        before = self.store.sheets.read(self.story, self.panel.id)
        answer = self.store.sheets.put(self.story, self.panel.id, write_sheet(self.panel.tell(words)), rev, key, closes)
        after = self.store.sheets.read(self.story, self.panel.id)
        if after.rev != before.rev:
            assert before.rev == rev, "words that the window never saw were written over"
        assert self.store.sheets.put(self.story, self.panel.id, write_sheet(self.panel.tell(words)), rev, key, closes) == answer
        if answer_comes:
            self.hand[window] = None
            self.told[window].add(words)
            self.known[window] = answer.rev

    @invariant()
    def everything_told_is_still_there(self):
        with self.store.database.reading() as connection:
            opened = OpenedStory(connection, self.story, self.store.vault.key)
            texts = [kept.value.words["en"] for kept in map(opened.unseal, opened.all())
                     if kept.sheet == self.panel.id and not kept.gone]
        assert self.told[0] | self.told[1] <= set(texts)
        assert len(texts) == len(set(texts)), "a text was kept twice"

    def teardown(self):
        self.store.close()
        self.place.cleanup()


def test_two_windows_lose_nothing_that_was_acknowledged(long):
    run_state_machine_as_test(TwoWindows, settings=settings(max_examples=1000 if long else 20, stateful_step_count=20))
