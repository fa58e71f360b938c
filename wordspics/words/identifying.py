"""What would show who or where a child is: addresses, numbers, links, schools, towns, first name with surname."""
import re
from collections.abc import Iterator

from wordspics.words import fullnames, whereabouts
from wordspics.words.finding import Finding
from wordspics.words.passage import Passage

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
_AREAS = "AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|GL|GU|HA|HD|HG|HP|HR|HS|" \
         "HU|HX|IG|IP|IV|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|" \
         "SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE"
_MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
_MARKS = (
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|(?<!\w)[\w.]{2,30} (?:at|\[at\]) (?:gmail|hotmail|outlook|yahoo|icloud)\b", re.I), ("____",)),
    ("link", re.compile(r"\b(?:https?://|www\.)[^\s<>\"']{2,300}|(?<![\w@.-])[\w-]{2,63}\.(?:com|org|net|co\.uk|org\.uk|gov\.uk|uk|info|io|tv)\b(?:/[^\s]{0,200})?"
                        r"|(?<![\w@.])@[A-Za-z_][\w.]{2,30}", re.I), ("____",)),
    ("number", re.compile(r"(?<![\d-])\d{3}[ -]\d{3}[ -]\d{4}(?![\d-])|\b[A-CEGHJ-PR-TW-Z]{2} ?\d\d ?\d\d ?\d\d ?[A-D]\b"), ("____",)),
    ("phone", re.compile(r"(?<![\d/.])(?:\+44|0044)[\s().-]{0,3}(?:\(?0\)?)?(?:[\s().-]{0,2}\d){9,10}(?!\d)|(?<![\d/.£])\(?0[1-9](?:[\s().-]{0,2}\d){8,9}(?!\d)"), ("____",)),
    ("phone", re.compile(r"\b(?:ring|call|phone|text|phoning|ringing|mobile|tel|telephone|number)\b[^.!?\n\d]{0,30}(\d[\d ]{4,9}\d)(?!\d)", re.I), ("____",)),
    ("postcode", re.compile(r"\b(?:[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2}|GIR ?0AA)\b", re.I), ("____",)),
    ("postcode", re.compile(rf"\b(?!CO2\b)(?:{_AREAS})[1-9][0-9]?\b"), ("____",)),
    ("birth", re.compile(rf"\b(?:born|birthday|birth|dob|d\.o\.b\.?)\b[^.!?\n\d]{{0,25}}(\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS})\.?,? (?:19|20)\d\d|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})", re.I), ("____",)),
)
_HELP_LINES = re.compile(r"(?:0800|0808|08088|116)\b|999\Z|111\Z|101\Z")


def look(passage: Passage, names: tuple[str, ...]) -> Iterator[Finding]:
    """Findings of kind identifying."""
    text = passage.text
    if any(c.isdigit() or c in "@." for c in text):
        for what, mark, say in _MARKS:
            for found in mark.finditer(text):
                span = found.span(1) if found.re.groups and found[1] else found.span()
                if not (what == "phone" and _HELP_LINES.match(re.sub(r"\D", "", text[slice(*span)])) or _HELP_LINES.match(text[slice(*span)])):
                    yield _tell(text, *span, what, say)
    for first, last, what in (*whereabouts.look(passage), *fullnames.look(passage, names)):
        yield _tell(text, passage.words[first].start, passage.words[last].end, what, ("____",) if what != "name" else (passage.words[first].raw,))


def _tell(text: str, start: int, end: int, what: str, say: tuple[str, ...]) -> Finding:
    return Finding(kind="identifying", start=start, end=end, found=text[start:end], why=WHY[what], say=say)
