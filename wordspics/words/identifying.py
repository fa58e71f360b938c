"""What would show who or where a child is: addresses, numbers, links, schools, towns, first name with surname."""
import re
from collections.abc import Iterator

from wordspics.words import fullnames, houses, whereabouts
from wordspics.words.finding import Finding
from wordspics.words.gazetteer import known
from wordspics.words.passage import Passage

GAP = "____"
WHY = {
    "postcode": "A postcode shows where somebody lives, and this book may be found.",
    "phone": "A phone number can be used by anybody who finds this book.",
    "email": "An e-mail address can be used by anybody who finds this book.",
    "link": "A link or account name leads to the family.",
    "address": "An address shows where somebody lives, and this book may be found.",
    "school": "The name of this place shows where somebody can be found.",
    "town": "The name of a town helps somebody find the family.",
    "name": "A first name and a surname together show who this is. A first name is enough.",
    "birth": "A whole date of birth shows who this is. The age is enough.",
    "number": "This number belongs to one person only. It stays out of the book.",
}
_AREAS = """
AB AL BA BB BD BH BL BN BR BS BT CA CB CF CH CM CT CV CW DA DD DE DG DH DL DN DT DY EC EH EN EX FK FY GL GU HA HD HG HP HR HS
HU HX IG IP IV KA KT KW KY LA LD LE LL LN LS LU ME MK ML NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM SA SE SG SK SL SM
SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB WA WC WD WF WN WR WS WV YO ZE
""".split()
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

_SAID = "(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|hundred|double|treble|triple)"

# Every repeat has an end, so that no text can make the search slow. Group 1, where there is one, is what is underlined.
_MARKS = tuple((what, re.compile(mark, re.X | flags)) for what, mark, flags in (
    ("email", r"""(?<![\w.+-]) [\w.+-]{1,64} @ [\w-]{1,63} (?:\.[\w-]{1,63}){1,5}
                | (?<!\w) [\w.]{2,30} \ (?:at|\[at\]) \ (?:gmail|hotmail|outlook|yahoo|icloud)\b""", re.I),
    ("link", r"""\b(?:https?://|www\.) [^\s<>"']{2,300}
               | (?<![\w@.-]) [\w-]{2,63} \.(?:com|org|net|co\.uk|org\.uk|gov\.uk|uk|info|io|tv|ie|scot|wales|online)\b (?:/[^\s]{0,200})?
               | (?<![\w@.-]) [\w-]{2,40} \.[a-z]{2,6} / [\w./?=&-]{3,200}
               | (?<![\w@.]) @[A-Za-z_][\w.]{2,30}
               | \b[A-Za-z0-9.]{2,30}_[A-Za-z0-9][\w.]{0,30}
               | (?<![\w@.]) (?=[a-z.]{0,30}\d) [\w.]{3,30} (?=\ on\ (?:snap|insta|tiktok|roblox|xbox|discord|face|fort|youtube))
               | \b(?:snapchat|snap|insta|instagram|tiktok|roblox|xbox|discord|facebook)\ (?:name\ )?(?:as|is|under|at)
                 \ ([a-z]{1,20}[\d._][\w.]{1,20})""", re.I),
    ("number", r"""(?<![\d-]) \d{3}[ -]\d{3}[ -]\d{4} (?![\d-])
                 | \b[A-CEGHJ-PR-TW-Z]{2}[ ]?\d\d[ ]?\d\d[ ]?\d\d[ ]?[A-D]\b""", 0),
    ("phone", r"""(?<![\d/.]) (?:\+44|0044) [\s().-]{0,3} (?:\(?0\)?)? (?:[\s().-]{0,2}\d){9,10} (?!\d)
                | (?<![\d/.£]) \(?0[1-9] (?:[\s().-]{0,2}\d){8,9} (?!\d)""", 0),
    ("phone", r"""\b(?:ring|call|phone|text|phoning|ringing|mobile|tel|telephone|number)\b
                  [^.!?\n\d]{0,30} (\d[\d ]{4,9}\d) (?!\d)""", re.I),
    ("phone", rf"\b(?!oh[\s,-]+eight[\s,-]+hundred)(?:oh|zero|nought)(?:[\s,-]{{1,3}}{_SAID}){{7,14}}\b", re.I),
    ("address", r"\b(?:our|my|your|his|her)\ (?:house|flat|door|caravan)\ (?:number\ )?(?:is|was)\ (?:number\ )?\d{1,3}[a-d]?\b", re.I),
    ("address", r"\b\d{1,3}[a-d]?,?\ The\ [A-Z][a-z]{3,20}\b", 0),
    ("address", r"\bP\.?O\.?\ ?box\ \d+", re.I),
    ("postcode", r"\b(?:[A-Z]{1,2}[0-9][A-Z0-9]?[ ]?[0-9][ABD-HJLNP-UW-Z]{2}|GIR[ ]?0AA)\b", re.I),
    ("postcode", rf"\b(?!CO2\b)(?:{'|'.join(_AREAS)})[1-9][0-9]?\b", 0),
    ("name", r"(?:surname|last\ name|second\ name|family\ name)\ (?:is|was|will\ be|changed\ to)\ (?!The|An?\b)([A-Z][\w'’-]{2,30})", 0),
    ("birth", rf"""\b(?:born|birthday|birth|dob|d\.o\.b\.?)\b [^.!?\n\d]{{0,25}}
                   (\d{{1,2}}(?:st|nd|rd|th)?(?:[ ]of)?[ ](?:{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?,?[ ](?:19|20)\d\d
                   | \d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})""", re.I),
))
_HELP_LINES = re.compile(r"(?:0800|0808|116)|(?:999|111|101)\Z")


def look(passage: Passage, names: tuple[str, ...]) -> Iterator[Finding]:
    """Findings of kind identifying. `names` are the cast's own."""
    text = passage.text
    if any(c.isdigit() or c in "@._" for c in text):
        for what, mark in _MARKS:
            for found in mark.finditer(text):
                span = found.span(1) if mark.groups and found[1] else found.span()
                if not (what == "phone" and _HELP_LINES.match(re.sub(r"\D", "", text[slice(*span)]))):
                    yield _tell(text, *span, what, GAP)
    for first, last, what in (*whereabouts.look(passage), *houses.look(passage), *fullnames.look(passage, names)):
        start, end = passage.words[first].start, passage.words[last].end
        name = passage.words[first]
        is_first = what == "name" and (name.low in known("first_names") or name.low in passage.named)    # "Bishop Auckland": a gap
        yield _tell(text, start, end, what, name.raw if is_first else GAP)


def _tell(text: str, start: int, end: int, what: str, say: str) -> Finding:
    return Finding(kind="identifying", start=start, end=end, found=text[start:end], why=WHY[what], say=(say,))
