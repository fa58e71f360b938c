"""The darkroom's child: `python -m wordspics.darkroom.child`. It takes pictures on its standard input and answers on its output."""
from wordspics.darkroom import developing
from wordspics.darkroom.pipe import Developed, Refused, read_negative, write
from wordspics.fence import limits, pipe
from wordspics.story import BadStory

MEMORY = 1_073_741_824              # bytes of address space; the largest PNG there may be takes 560 MB
CPU_SECONDS = 20                    # processor time of one picture; that PNG takes 2


def serve() -> None:
    """Develop one picture after another until the app hangs up."""
    source, out = pipe.ends()
    developing.make_ready()
    limits.bound_memory(MEMORY)
    limits.cut_the_line()
    limits.open_no_more()
    while (negative := pipe.take(source)) is not None:
        limits.allow(CPU_SECONDS)
        pipe.send(write(_answer(negative)), out)


def _answer(negative: bytes) -> Developed | Refused:
    try:
        return Developed(developing.develop(read_negative(negative).data))
    except BadStory as fault:
        return Refused(str(fault))


if __name__ == "__main__":
    serve()
