"""Text to paragraphs, sentences and tokens, with every offset pointing into the text as it was given.

Reading works on a *plain* form: curly quotes straightened, accents and ligatures folded, full-width and Arabic-Indic
digits made ASCII, invisible characters (zero-width, bidi marks, soft hyphens) dropped. A token keeps where it stood in
the original. Sentences are found at the level of characters and cut into tokens only when somebody asks for them,
since most sentences of most articles say nothing of people harmed. A sentence never holds more than ``MAX_SENTENCE``
characters, so whatever is bounded by a sentence is linear in the text.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

from service.analysis.languages.en.abbreviations import ABBREVIATIONS, NUMBERED, OPENERS

MAX_SENTENCE = 1600  # characters; the longest real sentence among a hundred labelled articles has about 900


class Sentence:
    """One sentence: ``text[start:end]`` of the original, its folded text in ``plain``.

    ``texts`` are its tokens (words, numbers and marks) in their plain form, ``lowers`` those in lower case; neither may be changed.
    ``words`` is the cheap look: the tokens and the runs of letters in them in lower case, a word broken at a line's end also as
    a whole. Offsets of tokens are worked out at the first asking.
    """

    __slots__ = (
        "_capitalised",
        "_capitals",
        "_ends",
        "_found",
        "_offsets",
        "_plain_start",
        "_starts",
        "end",
        "index",
        "lowers",
        "paragraph",
        "plain",
        "start",
        "texts",
        "words",
    )  # fmt: skip

    def __init__(self, plain: str, plain_start: int, offsets: array[int] | None, paragraph: int, index: int) -> None:
        self.plain = plain
        self._plain_start = plain_start
        self._offsets = offsets
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None
        self._capitals: bool | None = None
        self._capitalised: list[int] | None = None
        stop = plain_start + len(plain)
        self.start = plain_start if offsets is None else offsets[plain_start]
        self.end = stop if offsets is None else offsets[stop - 1] + 1
        self.paragraph = paragraph
        self.index = index
        texts: list[str] = (_ASCII_TOKEN if plain.isascii() else _TOKEN).findall(plain)
        self._found = texts  # as they stand in ``plain``, with nothing but blanks between them
        lowers = list(map(str.lower, texts))
        mixed = " ".join([word for word in lowers if not word.isalpha()])
        words = frozenset(lowers + _LETTERS.findall(mixed))
        if "\n" in plain:
            words |= {left + right for left, right in _BROKEN.findall(plain.lower())}
            if _LINE_HYPHEN.search(plain) is not None:  # a token may go beyond a blank
                texts = [_rejoin(word) if "\n" in word else word for word in texts]
                lowers = list(map(str.lower, texts))
        self.words: frozenset[str] = words
        self.texts: list[str] = texts
        self.lowers: list[str] = lowers

    @property
    def starts(self) -> list[int]:
        """Where each token begins in the original."""
        if self._starts is None:
            self._starts, self._ends = self._placed()
        return self._starts

    @property
    def ends(self) -> list[int]:
        """Where each token ends in the original."""
        if self._ends is None:
            self._starts, self._ends = self._placed()
        return self._ends

    @property
    def capitalised(self) -> list[int]:
        """The tokens that begin with a capital letter."""
        if self._capitalised is None:
            lowers = self.lowers
            self._capitalised = [at for at, text in enumerate(self.texts) if text != lowers[at] and text[0].isupper()]
        return self._capitalised

    @property
    def capitals(self) -> bool:
        """Whether letter case tells nothing: four words or more, and next to none in lower case."""
        if self._capitals is None:
            self._capitals = _LOWER_WORD.search(self.plain) is None and (
                sum(1 for word in _LETTERS.findall(self.plain) if len(word) > 2 and word.isupper()) >= 4
            )
        return self._capitals

    def _placed(self) -> tuple[list[int], list[int]]:
        """The offsets of the tokens, each of which stands right behind the one before and some blanks."""
        offsets, base, find = self._offsets, self._plain_start, self.plain.find
        starts: list[int] = []
        ends: list[int] = []
        past = 0
        for token in self._found:
            start = find(token, past)
            past = start + len(token)
            starts.append(base + start)
            ends.append(base + past)
        if offsets is not None:
            starts, ends = [offsets[start] for start in starts], [offsets[end - 1] + 1 for end in ends]
        return starts, ends


@dataclass(frozen=True, slots=True)
class Document:
    """A text cut into sentences, in order and without overlap."""

    text: str
    sentences: tuple[Sentence, ...]


class _Folding(dict[int, str]):
    """Character to plain form, worked out once for each character ever seen."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if category in ("Cf", "Mn", "Cs"):
            plain = ""
        elif category == "Nd":
            plain = str(unicodedata.digit(character))
        else:
            folded = unicodedata.normalize("NFKD", character)
            plain = "".join(c for c in folded if not unicodedata.combining(c)) if len(folded) < 8 else character
            plain = plain or character
        if len(self) < 20_000:
            self[code] = plain
        return plain


_FOLDING = _Folding()
for _plain_form, _characters in {
    "'": "‘’‚‛ʼʹ′`´ʻʾʿ",
    '"': "“”„‟″«»＂",
    "-": "‐‑‒−",
    "–": "–—―",
    " ": "\u00a0\u2007\u2009\u200a\u202f\u3000\u2002\u2003\t\x0b",
    "\n": "\r\x0c\u2028\u2029",
}.items():
    _FOLDING.update({ord(c): _plain_form for c in _characters})
_FOLDING.update({ord(c): folded for c, folded in zip("øØłŁđĐı", "oOlLdDi", strict=True)})
_FOLDING.update({ord("\u00ad"): "", ord("…"): "...", ord("ß"): "ss", ord("½"): " 1/2", ord("¼"): " 1/4", ord("¾"): " 3/4"})

# Every alternative begins with its own kind of character and repeats one class of characters at a time, so nothing backtracks.
_TOKEN = re.compile(
    r"([^\W\d_]{2,}(?=[ ,\n])"  # most words, before anything dearer is tried
    r"|https?://[^\s]{1,1600}|www\.[^\s]{1,1600}"
    r"|(?:[A-Za-z]\.){2,6}(?![A-Za-z])"
    r"|[0-9]+(?:[.,][0-9]+)*(?:-(?:[ ]*\n[ ]*)?[0-9A-Za-z]+(?:,[0-9]{3})*)*[A-Za-z]*"
    r"|[^\W\d_]+(?:'(?![sS](?![^\W_]))[^\W\d_]+)*(?:-(?:[ ]*\n[ ]*)?[^\W_]+(?:'(?![sS](?![^\W_]))[^\W\d_]+)*)*"
    r"|'[sS](?![^\W_])|\.{2,}|--+|[^\s\w]|_+|\w) ?"  # the blank behind saves looking for a token there
)
# "1 200" with the narrow or no-break spaces of the United Nations and the Red Cross, and "1'200": thousands, as in "1,200".
_GROUPED = re.compile(r"[\u00a0\u2009\u202f'’](?<=[0-9].)(?=[0-9]{3}(?![0-9]))")
_SPECIAL = re.compile(r"[^ -_a-~\n]")  # whatever may have another plain form
_FEW_SPECIAL = 30
_LETTERS = re.compile(r"[^\W\d_]+")
_LOWER_WORD = re.compile(r"[a-z]{4}")
# The same for plain ASCII, as nearly all sentences of the news are when folded: a third faster.
_ASCII_TOKEN = re.compile(_TOKEN.pattern.replace(r"[^\W\d_]", "[A-Za-z]").replace(r"[^\W_]", "[A-Za-z0-9]"))
_LINE_HYPHEN = re.compile(r"-[ ]*\n")
_BROKEN = re.compile(r"([^\W\d_]+)-[ ]?\n[ ]?([^\W\d_]+)")
# One class of characters first: what begins so is looked for without trying the pattern at every character.
_END = re.compile(r"[.!?\n](?:(?<=\n)[ \n]*|(?:(?<=\.)\.*|(?<=[!?])[!?]*)([\"')\]]{0,3})[ \n]*)")
_LAST_WORD = re.compile(r"[A-Za-z.]{0,12}$")
_FIRST_WORD = re.compile(r"[\"'(\[]{0,3}([A-Za-z]+)")
_BULLETS = frozenset("•·▪■●►*‣◦–->")
_OPEN_ENDS = frozenset(".!?:;")


def _rejoin(word: str) -> str:
    """A word that was hyphenated at a line's end: one word again where the rest is lower case, else with its own hyphen."""
    left, _, right = word.partition("-")
    compact = "".join(right.split())
    if "-" in compact or len(left) < 3 or not left.isalpha() or not (compact[:1].islower() or word.isupper()):
        return "".join(word.split())
    return left + compact


def _plain(text: str) -> tuple[str, array[int] | None]:
    """The plain form and, where characters were dropped or multiplied, the original offset of each plain character."""
    text = _GROUPED.sub(",", text)  # one character for one: offsets stay
    if text.isascii() and "\r" not in text and "\x0c" not in text and "`" not in text:
        return text, None
    special = set(_SPECIAL.findall(text))
    odd = "".join(character for character in special if len(_FOLDING[ord(character)]) != 1)
    if len(special) > _FEW_SPECIAL:
        plain = text.translate(_FOLDING)
    else:  # a pass for each is faster than a look-up for every character
        plain = text
        for character in special:
            plain = plain.replace(character, _FOLDING[ord(character)])
    return plain, _origins(text, odd) if odd else None


def _origins(text: str, odd: str) -> array[int]:
    """For each plain character where it stood in the text, of which the odd characters become none or several."""
    offsets = array("q")
    past = 0
    for match in re.finditer(f"[{re.escape(odd)}]", text):
        at = match.start()
        offsets.extend(_counted(past, at))
        offsets.extend([at] * len(_FOLDING[ord(text[at])]))
        past = at + 1
    offsets.extend(_counted(past, len(text) + 1))
    return offsets


def _counted(start: int, stop: int) -> array[int] | range:
    """``range(start, stop)``, copied where the text is no longer than nearly all are."""
    return _COUNTED[start:stop] if stop <= len(_COUNTED) else range(start, stop)


_COUNTED = array("q", range(40_000))


def _wrap_width(plain: str) -> int:
    """The column at which lines are wrapped by hand, 0 where a line break ends a paragraph.

    Wrapped text: six lines or more of similar length (45 to 130 characters) of which most end in the middle of a sentence.
    """
    lines = [line.strip() for line in plain.split("\n")]
    lines = [line for line in lines if line]
    if len(lines) < 6:
        return 0
    lengths = sorted(len(line) for line in lines)
    width = lengths[len(lengths) * 9 // 10]
    if not 45 <= width <= 130 or lengths[-1] > 3 * width:
        return 0
    open_ended = sum(1 for line in lines if len(line) > width * 0.7 and line[-1] not in ".!?:\"'")
    return width if open_ended * 3 >= len(lines) else 0


class _Splitter:
    """Cuts a plain text into sentences: one pass over the places where one could end."""

    def __init__(self, text: str) -> None:
        self.plain, self.offsets = _plain(text)
        self.width = _wrap_width(self.plain)
        self.sentences: list[Sentence] = []
        self.paragraph = 0
        self.line_start = 0

    def run(self) -> tuple[Sentence, ...]:
        plain = self.plain
        begin = 0
        for match in _END.finditer(plain):
            at, stop = match.span()
            closed = match.end(1)  # past the mark and what it closes; -1 where there is only a line break
            marked = closed >= 0
            broken = plain.find("\n", closed if marked else at, stop)
            ends = marked and self._stop_ends(match, begin)
            new_paragraph = False
            if broken >= 0:
                new_paragraph = self._line_ends(at, stop, ended=marked)
                self.line_start = stop
            if ends or new_paragraph:
                self._add(begin, closed if marked else at)
                begin = stop
            self.paragraph += new_paragraph
        self._add(begin, len(plain))
        return tuple(self.sentences)

    def _add(self, begin: int, end: int) -> None:
        """Keep ``plain[begin:end]`` without surrounding blanks, in pieces where it is longer than any sentence."""
        plain = self.plain
        while begin < end and plain[begin].isspace():
            begin += 1
        while end - begin > MAX_SENTENCE:
            cut = plain.rfind(" ", begin + MAX_SENTENCE // 2, begin + MAX_SENTENCE)
            cut = begin + MAX_SENTENCE if cut < 0 else cut
            self._keep(begin, cut)
            begin = cut
        while end > begin and plain[end - 1].isspace():
            end -= 1
        self._keep(begin, end)

    def _keep(self, begin: int, end: int) -> None:
        piece = self.plain[begin:end]
        if piece and not piece.isspace():
            self.sentences.append(Sentence(piece, begin, self.offsets, self.paragraph, len(self.sentences)))

    def _stop_ends(self, match: re.Match[str], begin: int) -> bool:
        """Whether a full stop, question or exclamation mark ends the sentence that began at ``begin``."""
        plain, (at, stop) = self.plain, match.span()
        mark = plain[at : match.start(1)]
        following = plain[stop : stop + 1]
        if not following:
            return True
        touching = stop == match.start(1)
        if touching:  # "killed.The": a missing blank, but not "U.S.", "3.5" or "example.Com"
            return following.isupper() and len(mark) == 1 and plain[max(begin, at - 2) : at].islower() and mark == "."
        if not (following.isupper() or following.isdigit() or following in "\"'([•–-*#@" or not following.isascii()):
            return False
        if mark[0] != "." or len(mark) > 1 or match.group(1):
            return True
        return self._full_stop_ends(plain[max(begin, at - 12) : at], plain[stop : stop + 24])

    @staticmethod
    def _full_stop_ends(before: str, after: str) -> bool:
        """Whether a single full stop between these characters ends a sentence: not after an abbreviation."""
        found = _LAST_WORD.search(before)
        word = found.group() if found else ""
        lower = word.lower()
        if "." in word:  # U.S. or a.m.: only where what follows looks like a beginning
            first = _FIRST_WORD.match(after)
            dotted = all(len(part) <= 1 for part in word.split("."))
            return not dotted or (first is not None and first.group(1).lower() in OPENERS)
        if lower in NUMBERED and word != "P":  # "A. P. Sharma": an initial and no page
            return not after[:1].isdigit()
        if lower in ABBREVIATIONS:
            return False
        return not (len(word) == 1 and word.isupper() and word != "I")

    def _line_ends(self, at: int, stop: int, *, ended: bool) -> bool:
        """A line break ends a paragraph, unless the line was wrapped there or a sentence goes on in lower case."""
        plain = self.plain
        line, following = plain[self.line_start : at], plain[stop : stop + 40]
        if following[:1] in _BULLETS and following[1:2] in (" ", ""):
            return True
        if line[-1:] == "-" and line[-2:-1].isalpha():
            return False
        if following[:1].islower() and (not line or line[-1] not in _OPEN_ENDS) and not ended:
            return False
        if plain.count("\n", at, stop) > 1 or not self.width:
            return True
        room = len(line.strip()) + 1 + len(following.split(maxsplit=1)[0] if following.split() else "")
        return room <= self.width * 0.85


def prepare(text: str) -> Document:
    """Cut ``text`` into sentences and tokens; offsets are into ``text`` itself. Linear time, never raises."""
    return Document(text, _Splitter(text).run())
