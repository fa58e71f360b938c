"""What a process apart may use, set by itself before it looks at anything: memory, processor time, files, no network at all.

Nobody can stop a layout engine or a decoder kindly once it has lost its way (Kozea/WeasyPrint#614), so the machine stops it.
Where the system has no such limits, the wall clock in the app still ends the child.
"""
import os
import sys

try:
    import resource
except ImportError:                     # Windows: only the wall clock holds
    resource = None

_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn",
              "ftplib.", "urllib.", "http.")


def bound_memory(most: int) -> None:
    """Bytes of address space, libraries included; and no core file is left behind with somebody's words in it."""
    if resource:
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def allow(seconds: int) -> None:
    """Before each piece of work: so much processor time from now, then the system ends the child."""
    if resource:
        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + 1 + seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def open_no_more() -> None:
    """Nothing new is opened from here on, neither file nor socket, and nothing is written to a file."""
    if resource:
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def cut_the_line() -> None:
    """No socket and no other program, whatever the work asks for. After the libraries are in: some look around as they load."""
    sys.addaudithook(_refuse)


def _refuse(event: str, _) -> None:
    if event.startswith(_FORBIDDEN):
        os._exit(77)
