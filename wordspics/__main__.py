"""The command line: `python -m wordspics` serves; the other commands do one job and stop.

Exit 0 done, 2 bad input (one sentence), 1 ours. A passphrase comes from a prompt or `--passphrase-fd`, never an argument.
"""
import argparse
import datetime
import getpass
import json
import os
import sys
from pathlib import Path

from wordspics.story import BadStory, Missing


def main(words: list[str] | None = None) -> int:
    args = _parser().parse_args(words)
    try:
        return args.command(args) or 0
    except _faults() as fault:
        print(fault, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 0


def _faults() -> tuple[type[BaseException], ...]:
    """What is told in one sentence: the input's faults, never ours."""
    kinds: list[type[BaseException]] = [BadStory, Missing, _BadInput]
    for module, names in (("wordspics.store.faults", ("StoreFault",)), ("wordspics.press", ("CannotPrint",)),
                          ("wordspics.server", ("CannotServe",))):
        if module in sys.modules:
            kinds += [getattr(sys.modules[module], name) for name in names]
    return tuple(kinds)


class _BadInput(ValueError):
    """Something on the command line cannot be used."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m wordspics", description=__doc__.splitlines()[0])
    parser.set_defaults(command=serve)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(verb, does, what):
        made = commands.add_parser(verb, help=what, description=what)
        made.set_defaults(command=does)
        return made

    command("serve", serve, "start the app on this computer (also without a command)")
    _add_story_commands(command)
    _add_looking_commands(command)
    made = command("backup", backup, "write a sealed, proven backup of everything")
    made.add_argument("out", type=Path)
    made.add_argument("--passphrase-fd", type=int)
    made = command("restore", restore, "put a backup in place of what is here; what is here is kept aside")
    made.add_argument("file", type=Path)
    made.add_argument("--passphrase-fd", type=int)
    return parser


def _add_story_commands(command) -> None:
    made = command("example", example, "write a shipped example story as a file")
    made.add_argument("out", type=Path)
    made.add_argument("--name", default="lily")
    made = command("booklet", booklet, "print a story file as a PDF")
    made.add_argument("file", type=Path)
    made.add_argument("--edition", choices=["folded", "pages"], default="folded")
    made.add_argument("--ink", choices=["colour", "outline", "grey"], default="colour")
    made.add_argument("--colouring", dest="ink", action="store_const", const="outline", help="the same as --ink outline")
    made.add_argument("--paper", choices=["a4", "letter"], default="a4")
    made.add_argument("--language", help="one of the story's languages, or several: cy,en")
    made.add_argument("--out", type=Path, required=True)
    made.add_argument("--passphrase-fd", type=int)


def _add_looking_commands(command) -> None:
    made = command("pictures", pictures, "search the picture library")
    made.add_argument("query", nargs="+")
    made.add_argument("--json", action="store_true")
    made.add_argument("--most", type=int, default=10)
    made = command("words", words, "look at words on standard input, one text a line")
    made.add_argument("--age", type=int, required=True, help="of the youngest child who will hear them")
    made.add_argument("--names", type=Path, help="a file of names that may stand in the words, one a line")
    made.add_argument("--json", action="store_true")
    made = command("proof", proof, "write contact sheets of the drawings as PNG")
    made.add_argument("folder", type=Path)
    made.add_argument("--what", choices=["poses", "feelings", "people", "places", "things"])
    made.add_argument("--ink", choices=["colour", "outline", "grey", "mono"], default="colour", help="mono: 4 cm high, in black alone")
    made.add_argument("--unlabelled", action="store_true", help="shuffled, without words, with key.json")
    made.add_argument("--seed", type=int, default=1)


# ---- serving ----

def serve(args) -> int:
    from wordspics import server

    return server.serve(_config())


# ---- stories as files ----

def example(args) -> None:
    from wordspics import guide
    from wordspics.store import storyfile

    _write(args.out, storyfile.plain(guide.example(args.name), {}))
    print(f"Wrote the example story to {args.out}")


def booklet(args) -> None:
    from wordspics.pictures import nearest
    from wordspics.press import Press
    from wordspics.store import storyfile

    data = _read(args.file)
    passphrase = _passphrase(args, "Passphrase of this copy: ") if storyfile.is_sealed(data) else None
    story, kept = storyfile.open_file(data, passphrase)
    near = nearest.bring_near(story)
    if near.sentence:
        print(near.sentence, file=sys.stderr)
    press = Press()
    try:
        made = press.print(near.story, args.edition, args.ink, pictures=kept, paper=args.paper, language=args.language, today=datetime.date.today())
    finally:
        press.close()
    _write(args.out, made)
    print(f"Printed to {args.out}")


# ---- the words ----

def words(args) -> None:
    """One line out per line in with --json; otherwise one line per finding."""
    from wordspics.words import check

    if not 0 <= args.age <= 18:
        raise _BadInput("The age of a child is a number from 0 to 18.")
    named = _read(args.names).decode("utf-8", "replace") if args.names else ""
    names = tuple(name.strip() for name in named.splitlines() if name.strip())
    for number, line in enumerate(sys.stdin.buffer, start=1):
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        found = check(text, args.age, names)
        if args.json:
            print(json.dumps({"line": number, "text": text, "findings": [_as_json(finding) for finding in found]}, ensure_ascii=False))
        for finding in () if args.json else found:
            print(f"{number}: {finding.found}: {finding.why}" + (f" Try: {finding.say[0]}" if finding.say else ""))
        sys.stdout.flush()


def _as_json(finding) -> dict:
    asked = {"ask": finding.ask.question, "choices": list(finding.ask.choices)} if finding.ask else {}
    return {"kind": finding.kind, "found": finding.found, "start": finding.start, "end": finding.end,
            "say": finding.say[0] if finding.say else "", "why": finding.why, **asked}


# ---- the drawing room ----

def pictures(args) -> None:
    from wordspics.pictures.library import shelf

    found = shelf().search(" ".join(args.query), most=max(args.most, 0))
    if not found and not args.json:
        print("No picture was found for that. Try one plain word.")
    for picture, score in found:
        if args.json:
            print(json.dumps({"name": picture.name, "title": picture.title, "kind": picture.kind, "score": round(score, 3)}, ensure_ascii=False))
        else:
            print(f"{picture.name:<24} {picture.title} ({picture.kind})")


def proof(args) -> None:
    from wordspics.press import proof as sheets

    try:
        for path in sheets.pull(args.folder, what=args.what, ink=args.ink, unlabelled=args.unlabelled, seed=args.seed):
            print(path)
    except OSError as fault:
        raise _BadInput(f"The sheets cannot be written to {args.folder}: {fault.strerror}.") from None


# ---- keeping ----

def backup(args) -> None:
    from wordspics.store import backup as backups

    store = _open_store(args, "Your passphrase: ")
    try:
        print(backups.back_up(store, args.out))
    finally:
        store.close()


def restore(args) -> None:
    from wordspics.store import backup as backups

    config = _config()
    print(backups.restore(_existing(args.file), config.home, _passphrase(args, "Passphrase of the backup: ")))


def _open_store(args, prompt: str):
    from wordspics.store import Store

    config = _config()
    store = Store.open(config.home, argon2=config.argon2)
    if not store.vault.is_founded:
        raise _BadInput("There is nothing to back up yet.")
    store.vault.open(_passphrase(args, prompt))
    return store


# ---- hands ----

def _config():
    from config import Config

    try:
        return Config.from_environment()
    except ValueError as fault:
        raise _BadInput(str(fault)) from None


def _passphrase(args, prompt: str) -> str:
    if args.passphrase_fd is not None:
        try:
            with os.fdopen(args.passphrase_fd, encoding="utf-8") as given:
                return given.readline().rstrip("\n")
        except (OSError, UnicodeDecodeError):
            raise _BadInput("The passphrase could not be read from the given descriptor.") from None
    return getpass.getpass(prompt)


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise _BadInput(f"There is no file at {path}.")
    return path


def _read(path: Path) -> bytes:
    try:
        return _existing(path).read_bytes()
    except OSError as fault:
        raise _BadInput(f"{path} could not be read: {fault.strerror}.") from None


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        os.replace(part, path)
    except OSError as fault:
        part.unlink(missing_ok=True)
        raise _BadInput(f"{path} could not be written: {fault.strerror}.") from None


if __name__ == "__main__":
    sys.exit(main())
