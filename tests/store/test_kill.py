"""Killed at any moment, a writer loses nothing it was told is kept, keeps nothing by halves, and keeps nothing twice."""
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import sqlalchemy as sa

from tests.store.desk import CHEAP, PASSPHRASE, Desk
from tests.store.writer import Diary
from wordspics.store import Store
from wordspics.store.opened import OpenedStory
from wordspics.story import Panel

ROOT = Path(__file__).parent.parent.parent


def test_every_acknowledged_save_outlives_kill_minus_nine(folder, store, tmp_path, long, capsys):
    desk, diary, kills = Desk(store, panels=12), tmp_path / "diary", 3000 if long else 300
    store.close()
    run = subprocess.run([sys.executable, ROOT / "tests/store/writer.py", folder, desk.story, diary, str(kills), "1"], cwd=ROOT,
                         env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    lines = Diary.read(diary)
    sent = {line["key"]: line for line in lines if "texts" in line}
    kept = {line["key"]: line["kept"] for line in lines if "kept" in line}

    store = Store.open(folder, argon2=CHEAP)
    store.vault.open(PASSPHRASE)
    with store.database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        opened = OpenedStory(connection, desk.story, store.vault.key)
        found = {(kept.sheet, kept.rev): kept.value.words["en"] for kept in map(opened.unseal, opened.all())
                 if isinstance(kept.value, Panel)}
        kept_requests = connection.scalar(sa.text("SELECT count(*) FROM requests"))
    for key, answers in kept.items():
        assert {kind for kind, _ in answers.values()} == {"kept"}
        for sheet, (_, rev) in answers.items():
            assert found[sheet, rev] == sent[key]["texts"][sheet].strip(), "an acknowledged save is missing or changed"
    texts = Counter(found.values())
    for key, line in sent.items():
        times = {texts[words.strip()] for words in line["texts"].values()}
        assert times == {1} or times == {0} and key not in kept, "a save was kept by halves or twice"
    assert kept_requests - 1 == len(sent) - sum(texts[next(iter(line["texts"].values())).strip()] == 0 for line in sent.values())
    assert len(kept) > kills * 0.7, "the writers were killed before they did anything"
    store.close()
    with capsys.disabled():
        print(f"\n{kills} writers killed, {len(sent)} saves sent, {len(kept)} acknowledged, "
              f"{sum('again' in line for line in lines)} cut off and repeated, 0 lost, 0 twice")
