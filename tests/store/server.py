"""The real server, to be killed again and again: `python server.py FOLDER`.

The parent holds the port and forks a server that makes the app anew and answers on it; when that one is killed, the next
comes at once. It prints the port, and then each server's process id.
"""
import os
import socket
import sys
from pathlib import Path

import waitress

import wordspics.web  # noqa: F401  the parent learns it, so that each fork starts at once
from config import Config
from wordspics import create_app

from tests.store.desk import CHEAP


def serve(folder: Path, port: socket.socket) -> None:
    app = create_app(Config(home=folder, argon2=CHEAP, testing=True))
    waitress.serve(app, sockets=[port], threads=8, connection_limit=1000, _quiet=True)


def main(folder: Path) -> None:
    port = socket.create_server(("127.0.0.1", 0), backlog=100)
    print(port.getsockname()[1], flush=True)
    while True:
        server = os.fork()
        if not server:
            serve(folder, port)
        print(server, flush=True)
        os.waitpid(server, 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
