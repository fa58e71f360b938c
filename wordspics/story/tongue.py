"""The languages families speak at home, each by its own name. A story may be written in others too; these are offered."""
import unicodedata
from typing import NamedTuple


class Tongue(NamedTuple):
    """`code` as in BCP 47; `own` is what its speakers call it, `english` what the worker may know it as."""

    code: str
    own: str
    english: str

    @property
    def runs_right(self) -> bool:
        """Whether it is written from right to left: the letters of its own name say so."""
        return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in self.own)


TONGUES = {code: Tongue(code, own, english) for code, own, english in (
    ("en", "English", "English"),
    ("cy", "Cymraeg", "Welsh"),
    ("sq", "Shqip", "Albanian"),
    ("am", "አማርኛ", "Amharic"),
    ("ar", "العربية", "Arabic"),
    ("bn", "বাংলা", "Bengali"),
    ("bg", "Български", "Bulgarian"),
    ("zh", "中文", "Chinese"),
    ("cs", "Čeština", "Czech"),
    ("fr", "Français", "French"),
    ("gd", "Gàidhlig", "Gaelic"),
    ("el", "Ελληνικά", "Greek"),
    ("gu", "ગુજરાતી", "Gujarati"),
    ("hi", "हिन्दी", "Hindi"),
    ("hu", "Magyar", "Hungarian"),
    ("ga", "Gaeilge", "Irish"),
    ("it", "Italiano", "Italian"),
    ("ku", "Kurdî", "Kurdish, Kurmanji"),
    ("ckb", "کوردی", "Kurdish, Sorani"),
    ("lv", "Latviešu", "Latvian"),
    ("lt", "Lietuvių", "Lithuanian"),
    ("ne", "नेपाली", "Nepali"),
    ("pa", "ਪੰਜਾਬੀ", "Panjabi"),
    ("ps", "پښتو", "Pashto"),
    ("fa", "فارسی", "Persian, Dari"),
    ("pl", "Polski", "Polish"),
    ("pt", "Português", "Portuguese"),
    ("rom", "Romani", "Romani"),
    ("ro", "Română", "Romanian"),
    ("ru", "Русский", "Russian"),
    ("sk", "Slovenčina", "Slovak"),
    ("so", "Soomaali", "Somali"),
    ("es", "Español", "Spanish"),
    ("ta", "தமிழ்", "Tamil"),
    ("ti", "ትግርኛ", "Tigrinya"),
    ("tr", "Türkçe", "Turkish"),
    ("uk", "Українська", "Ukrainian"),
    ("ur", "اردو", "Urdu"),
    ("vi", "Tiếng Việt", "Vietnamese"),
    ("yo", "Yorùbá", "Yoruba"))}


def tongue(code: str) -> Tongue:
    """What is known of a language; one that is not on the list goes by its code."""
    return TONGUES.get(code) or TONGUES.get(code.partition("-")[0]) or Tongue(code, code, code)
