"""What the render child may use: processor time, memory, and no network at all.

Nobody can stop a layout engine kindly once it has lost its way (Kozea/WeasyPrint#614), so the machine stops it.
Where the system has no such limits, the wall clock in the app still ends the child.
"""
import os
import sys

try:
    import resource
except ImportError:                     # Windows: only the wall clock holds
    resource = None

CPU_SECONDS = 60                        # processor time of one print
WALL_SECONDS = 90                       # from asking to having, before the app ends the child
MEMORY = 1_610_612_736                  # bytes of address space, letters and libraries included
PRINTS = 50                             # prints before a fresh child takes over: a leak never grows old
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn",
              "ftplib.", "urllib.", "http.")


def fence() -> None:
    """Once, in the child: bound its memory, and leave no core file behind with somebody's words in it."""
    if resource:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def allow_one_print() -> None:
    """Before each print: so many seconds of processor time from now, then the system ends the child."""
    if resource:
        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        resource.setrlimit(resource.RLIMIT_CPU, (int(used) + 1 + CPU_SECONDS, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def cut_the_line() -> None:
    """Once, in the child, after its libraries are in: no socket, no other program, whatever a page asks for."""
    sys.addaudithook(_refuse)


def _refuse(event: str, _) -> None:
    if event.startswith(_FORBIDDEN):
        os._exit(77)
