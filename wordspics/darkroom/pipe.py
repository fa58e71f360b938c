"""What the app and the darkroom say to each other."""
import msgspec


class Negative(msgspec.Struct, frozen=True, tag=True):
    """A file from outside that says it is a picture."""

    data: bytes


class Developed(msgspec.Struct, frozen=True, tag=True):
    """The same picture as a PNG or JPEG that holds nothing but its pixels."""

    picture: bytes


class Refused(msgspec.Struct, frozen=True, tag=True):
    """`why` is one plain sentence for the page."""

    why: str


write = msgspec.msgpack.encode
read_negative = msgspec.msgpack.Decoder(Negative).decode
read_answer = msgspec.msgpack.Decoder(Developed | Refused).decode
