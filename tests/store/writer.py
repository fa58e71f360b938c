"""A process that only saves, to be killed: `python writer.py FOLDER STORY DIARY KILLS SEED`.

The parent forks a writer, kills it after a moment, and forks the next. A writer notes in the diary what it is about to
save, and afterwards that it was acknowledged; the next one first repeats, under the same key, what got no answer.
"""
import json
import os
import random
import signal
import sys
import time
import uuid
from pathlib import Path

from wordspics.store import Change, Store
from wordspics.story.sheet import write_sheet

from tests.store.desk import CHEAP, PASSPHRASE

LONGEST = 0.04        # seconds a writer lives after its first acknowledged save


class Diary:
    """Lines that outlive a kill -9: each is one write to the end of a file. A line that was cut off by the kill was never noted."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.truncate(path, path.read_bytes().rfind(b"\n") + 1)

    @staticmethod
    def read(path: Path) -> list[dict]:
        return [json.loads(line) for line in path.read_bytes().split(b"\n")[:-1]]

    def note(self, **what) -> None:
        os.write(self._handle, json.dumps(what).encode() + b"\n")

    def unanswered(self) -> list[dict]:
        lines = self.read(self._path)
        answered = {line["key"] for line in lines if "kept" in line}
        return [line for line in lines if "texts" in line and line["key"] not in answered]


def open_store(folder: Path) -> Store:
    store = Store.open(folder, argon2=CHEAP)
    store.vault.open(PASSPHRASE)
    return store


def write(store: Store, story: str, diary: Diary, chance: random.Random, begun: int) -> None:
    panels = {panel.id: panel for panel in store.stories.load(story).story.panels}
    for line in diary.unanswered():
        diary.note(again=line["key"])
        save(store, story, diary, panels, line)
    while True:
        chosen = chance.sample(sorted(panels), chance.choice([1, 1, 1, 3]))
        key = str(uuid.UUID(int=chance.getrandbits(128)))
        texts = {id: f"Said under {key} {n} " + "and so on " * chance.randrange(60) for n, id in enumerate(chosen)}
        line = {"key": key, "texts": texts, "revs": {id: store.sheets.read(story, id).rev for id in chosen}}
        diary.note(**line)
        save(store, story, diary, panels, line)
        os.write(begun, b".")


def save(store: Store, story: str, diary: Diary, panels: dict, line: dict) -> None:
    changes = [Change(id, line["revs"][id], write_sheet(panels[id].tell(words))) for id, words in line["texts"].items()]
    answers = store.sheets.change(story, changes, line["key"])
    diary.note(key=line["key"], kept={answer.sheet: [answer.kind, answer.rev] for answer in answers})


def main(folder: Path, story: str, diary: Path, kills: int, seed: int) -> None:
    chance, warm = random.Random(seed), open_store(folder)
    panel = warm.stories.load(story).story.panels[0]
    warm.sheets.put(story, panel.id, write_sheet(panel.tell("Warmed up.")), 1, "warming-up")
    warm.database.close()                    # no connection is carried over a fork; what SQLAlchemy has learnt is
    for n in range(kills):
        begins, begun = os.pipe()
        opens_anew = chance.random() < 0.15  # and may be killed while it does
        writer = os.fork()
        if not writer:
            write(open_store(folder) if opens_anew else warm, story, Diary(diary), random.Random(f"{seed} {n}"), begun)
        os.close(begun)
        if not opens_anew:
            os.read(begins, 1)
        os.close(begins)
        time.sleep(chance.uniform(0, LONGEST))
        os.kill(writer, signal.SIGKILL)
        _, status = os.waitpid(writer, 0)
        if not os.WIFSIGNALED(status):
            sys.exit(f"writer {n} stopped by itself")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5]))
