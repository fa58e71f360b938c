"""The real server killed under five autosaving clients: every acknowledged edit is there, none twice, nothing readable."""
import http.client
import json
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.parse
from collections import Counter
from http.cookies import SimpleCookie
from pathlib import Path

from factories import MARKERS, fresh
from tests.store.desk import CHEAP, PASSPHRASE, Desk
from tests.store.markers import find_markers
from wordspics.store import Store
from wordspics.store.opened import OpenedStory
from wordspics.story.sheet import write_sheet

ROOT = Path(__file__).parent.parent.parent
CLIENTS = 5
BETWEEN = 12        # acknowledged saves between two kills, at least


class Client(threading.Thread):
    """An editor's autosave: its own panel, and now and then the one they all share; it asks again until it is answered."""

    def __init__(self, port: int, story: str, own, shared, number: int) -> None:
        super().__init__(daemon=True)
        self.port, self.story, self.number = port, story, number
        self.panels, self.revs = (own, shared), {own.id: 1, shared.id: 1}
        self.acknowledged: list[tuple[str, int, str]] = []       # sheet, revision, words
        self.stop, self.again, self.failed = threading.Event(), 0, None
        self.cookies, self.token, self.line, self.answer = SimpleCookie(), None, None, None

    def run(self) -> None:
        try:
            chance = random.Random(self.number)
            while not self.stop.is_set():
                panel = self.panels[chance.random() < 0.2]
                words = f"{MARKERS[0]} {self.number} {len(self.acknowledged)} " + "and so on " * chance.randrange(40)
                self.save(panel, words.strip())
        except Exception as fault:
            self.failed = fault
        finally:
            self.hang_up()

    def save(self, panel, words: str) -> None:
        body = write_sheet(panel.tell(words))
        headers = {"If-Match": f'"{self.revs[panel.id]}"', "Idempotency-Key": fresh(), "Content-Type": "application/json"}
        while True:
            try:
                if self.token is None:
                    self.sign_in()
                address = f"/stories/{self.story}/sheets/{panel.id}"
                status, answer = self.ask("PUT", address, body, {**headers, "X-CSRFToken": self.token})
            except (OSError, http.client.HTTPException):
                self.hang_up()
                self.again += 1
                time.sleep(0.01)
                continue
            if status in (400, 401):                             # a new server knows neither the form nor the sign-in
                self.token = None
                continue
            assert status in (200, 409), (status, answer)
            self.revs[panel.id] = answer["rev"]
            self.acknowledged.append((panel.id, answer["rev"] if status == 200 else answer["beside"]["rev"], words))
            return

    def sign_in(self) -> None:
        _, page = self.ask("GET", "/unlock")
        form = {"csrf_token": re.search(r'name="csrf" content="([^"]+)"', page)[1], "passphrase": PASSPHRASE}
        status, answer = self.ask("POST", "/unlock", urllib.parse.urlencode(form).encode(),
                                  {"Content-Type": "application/x-www-form-urlencoded"})
        assert status == 200, answer
        self.token = answer["token"]

    def hang_up(self) -> None:
        for end in (self.answer, self.line):
            if end is not None:
                end.close()
        self.answer, self.line, self.token = None, None, None

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict | None = None):
        self.line = self.line or http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        kind = "text/html" if method == "GET" else "application/json"
        cookies = "; ".join(f"{morsel.key}={morsel.value}" for morsel in self.cookies.values())
        self.line.request(method, path, body, {"Accept": kind, "Cookie": cookies, **(headers or {})})
        self.answer = answer = self.line.getresponse()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self.cookies.load(value)
        data = answer.read()
        return answer.status, json.loads(data) if "json" in answer.getheader("Content-Type", "") else data.decode()


def test_every_acknowledged_edit_outlives_a_killed_server(folder, store, tmp_path, long, capsys):
    kills, temp = 200 if long else 10, tmp_path / "temp"
    temp.mkdir()
    desk = Desk(store, panels=CLIENTS + 1)
    *own, shared = desk.kept.story.panels
    store.close()
    server = subprocess.Popen(
        [sys.executable, ROOT / "tests/store/server.py", folder], cwd=ROOT, stdout=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}", "TMPDIR": str(temp), "HOME": str(temp)})
    port = int(server.stdout.readline())
    clients = [Client(port, desk.story, panel, shared, n) for n, panel in enumerate(own)]
    try:
        for client in clients:
            client.start()
        kill_again_and_again(server, clients, kills)
    finally:
        stop(server, clients)
    assert not any(client.failed for client in clients), [client.failed for client in clients]
    acknowledged = [ack for client in clients for ack in client.acknowledged]
    assert find_markers(folder, temp) == [], "after kill -9, nothing readable lies about"

    store = Store.open(folder, argon2=CHEAP)
    store.vault.open(PASSPHRASE)
    with store.database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        opened = OpenedStory(connection, desk.story, store.vault.key)
        found = {(kept.sheet, kept.rev): kept.body for kept in map(opened.unseal, opened.all())}
    panels = {panel.id: panel for panel in (*own, shared)}
    for sheet, rev, words in acknowledged:
        assert found[sheet, rev] == write_sheet(panels[sheet].tell(words)), "an acknowledged edit is missing or changed"
    assert max(Counter(body for (sheet, _), body in found.items() if sheet in panels).values()) == 1, "an edit was kept twice"
    store.close()
    with capsys.disabled():
        print(f"\n{kills} servers killed, {len(acknowledged)} edits acknowledged, "
              f"{sum(client.again for client in clients)} asked again, 0 lost, 0 twice")


def kill_again_and_again(server: subprocess.Popen, clients: list[Client], kills: int) -> None:
    chance = random.Random(5)
    for _ in range(kills):
        process, before = int(server.stdout.readline()), sum(len(client.acknowledged) for client in clients)
        while sum(len(client.acknowledged) for client in clients) < before + BETWEEN:
            assert server.poll() is None and not any(client.failed for client in clients), [client.failed for client in clients]
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.06))
        os.kill(process, signal.SIGKILL)


def stop(server: subprocess.Popen, clients: list[Client]) -> None:
    for client in clients:
        client.stop.set()
    for client in clients:
        client.join(timeout=60)
    last = int(server.stdout.readline() or 0)
    server.kill()
    server.wait()
    server.stdout.close()
    if last:
        os.kill(last, signal.SIGKILL)
