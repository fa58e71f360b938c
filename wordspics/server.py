"""The app, serving: its address, its browser window, and what there is to mend."""
import os
import sys
import threading

import waitress

from config import Config
from wordspics import create_app

MEBIBYTE = 1024 * 1024


class CannotServe(ValueError):
    """The folder or the port cannot be used. One sentence."""


def serve(config: Config) -> int:
    """Serve on this computer until stopped. Nothing a family writes ever spills to a temporary file."""
    try:
        app = create_app(config)
    except OSError as fault:
        raise CannotServe(f"The data folder {config.home} cannot be used: {fault.strerror or fault}.") from None
    try:
        server = waitress.create_server(app, host=config.host, port=config.port, threads=8, connection_limit=1000, ident=None,
                                        inbuf_overflow=80 * MEBIBYTE, outbuf_overflow=256 * MEBIBYTE, max_request_body_size=70 * MEBIBYTE)
    except OSError as fault:
        app.extensions["store"].close()
        raise CannotServe(f"The app cannot start on port {config.port}: {fault.strerror or fault}. "
                        "Perhaps it is already running; WORDSPICS_PORT chooses another port.") from None
    address = f"http://{config.host}:{server.effective_port}/"
    print(f"Words and Pictures is ready: {address}  (Ctrl+C stops it)", flush=True)
    _open_browser(address)
    threading.Thread(target=_settle_in, daemon=True).start()
    try:
        server.run()
    finally:
        server.close()
        app.extensions["press"].close()
        app.extensions["store"].close()
    return 0


def _settle_in() -> None:
    """What takes a moment, while somebody finds their chair: the app's own data files are read, one line for each that cannot be used;
    then the search is made ready. Nothing waits for either."""
    from wordspics.pictures import library
    from wordspics.web import datafiles

    for fault in datafiles.faults():
        print(f"To mend: {fault}", flush=True)
    library.shelf().search("")


def _open_browser(address: str) -> None:
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        import webbrowser

        threading.Timer(0.5, webbrowser.open, [address]).start()
