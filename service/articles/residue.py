"""The residue filter: takes page furniture out of text that was extracted or archived, and says what it took.

    text -> lines -> furniture glued to sentences is split off -> whole lines -> announcements of other stories with their
    wrapped headlines -> sections of other stories -> said twice -> page breaks closed -> text

It only ever removes; what is left stands in the order and the letters of the source. Quotations are never taken for furniture
by the vaguer rules. The patterns are data: residue.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, pairwise, takewhile

from service.articles.residue_rules import Rule, rule_book
from service.models import Removed

# A section of other stories ends an article; the same heading earlier is a box within it, whose headlines alone are furniture.
_TAIL_STARTS = 0.8
_TEASER = 280
_LONGEST_HEADING = 60

# Two equal lines below this are a speaker's name or a chorus, not a pull quote.
_REPEATED = 60

# Archived text is hard-wrapped between these widths; wider lines are whole paragraphs.
_WRAP_MIN, _WRAP_MAX = 50, 130

_SENTENCE_END = (".", "!", "?", "…", '."', ".”", '!"', "!”", '?"', "?”", ".'", ".’", "?’", "!’", ".)")
_QUOTES = "\"“”„«‘'"
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
_MAX_PASSES = 10


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The text without its furniture, and what was removed, in the order in which it stood."""

    text: str
    removed: tuple[Removed, ...] = ()


@dataclass(slots=True)
class _Line:
    """A line as it stands (``raw`` with its break), as it reads (``text``), and the rule that takes it, if one does.

    ``carried`` are the texts of the lines below that carry on its headline; those have ``carries`` set.
    """

    raw: str
    text: str = field(init=False)
    rule: str = ""
    carried: list[str] = field(default_factory=list)
    carries: bool = False

    def __post_init__(self) -> None:
        self.text = self.raw.strip().strip(_INVISIBLE).strip()

    @property
    def stands(self) -> bool:
        return bool(self.text) and not self.rule


def clean(text: str) -> Cleaned:
    """Text without furniture; never raises, only removes, and cleaning again removes nothing more."""
    removed: list[Removed] = []
    for _ in range(_MAX_PASSES):
        text, taken = _pass(text)
        removed.extend(taken)
        if not taken:
            break
    return Cleaned(text.strip(), tuple(removed))


def _pass(text: str) -> tuple[str, list[Removed]]:
    lines = [piece for raw in text.splitlines(keepends=True) for piece in _unglue(raw)]
    width = _wrap_width(lines)
    _take_whole_lines(lines, width)
    _take_announcements(lines, width)
    _take_sections(lines, width)
    _take_repetitions(lines)
    taken = [Removed(line.rule, " ".join([line.text, *line.carried])) for line in lines if line.rule and not line.carries]
    return (_joined(lines) if taken else text), taken


def _unglue(raw: str) -> Iterator[_Line]:
    """The line, or its sentence and the furniture stuck to it as lines of their own."""
    if not raw.strip():
        yield _Line(raw)
        return
    for rule in rule_book().before:
        if match := rule.pattern.match(raw):
            front = _Line(raw[: match.end()])
            front.rule = rule.name
            yield front
            raw = raw[match.end() :]
            break
    found = ((rule.name, match.start()) for rule in rule_book().after if (match := rule.pattern.search(raw)))
    name, cut = min(found, key=lambda hit: hit[1], default=("", 0))
    if not name:
        yield _Line(raw)
        return
    body = raw.rstrip("\r\n")
    back = _Line(body[cut:])
    back.rule = name
    yield _Line(body[:cut] + raw[len(body) :])
    yield back


def _take_whole_lines(lines: list[_Line], width: int) -> None:
    for at, line in enumerate(lines):
        if not line.stands:
            continue
        rule = _rule_for(line, rule_book().line)
        if rule is not None and (rule.name == "url" or not _within_sentence(lines, at, width)):
            line.rule = rule.name
        elif rule is None and _is_doubled(line.text):
            line.rule = "doubled_headline"


def _rule_for(line: _Line, rules: tuple[Rule, ...]) -> Rule | None:
    """The first rule that takes the line; what begins with a quotation mark is somebody's words."""
    if line.text[0] in _QUOTES:
        return None
    return next((rule for rule in rules if len(line.text) <= rule.longest and rule.pattern.match(line.text)), None)


def _within_sentence(lines: list[_Line], at: int, width: int) -> bool:
    """Whether the line is a piece of a hard-wrapped sentence, which may look like anything."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    goes_on = below is not None and below.stands and len(lines[at].text) >= _full(width) and below.text[0].islower()
    return width >= 0 and (goes_on or _carries_sentence(lines, at, width))


def _carries_sentence(lines: list[_Line], at: int, width: int) -> bool:
    """Whether the line above fills its width and ends within a sentence."""
    if width < 0 or at == 0 or not lines[at - 1].stands:
        return False
    above = lines[at - 1].text
    return len(above) >= _full(width) and not above.endswith(_SENTENCE_END)


def _full(width: int) -> float:
    """From which length on a line may have been broken to fit."""
    return max(_WRAP_MIN, 0.7 * width)


def _is_doubled(text: str) -> bool:
    """The same words twice with nothing between: a linked picture's text and its headline."""
    half = len(text) // 2
    return len(text) > 30 and text[half].isspace() and text[:half] == text[half + 1 :]


def _take_announcements(lines: list[_Line], width: int) -> None:
    """Lines that announce another story, with what of its headline is wrapped on to the next ones."""
    for at, line in enumerate(lines):
        if not line.stands:
            continue
        rule = _rule_for(line, rule_book().announce)
        if rule is None or _carries_sentence(lines, at, width):
            continue
        line.rule = rule.name
        match = rule.pattern.match(line.text)
        named = match is not None and match.end() < len(line.text)
        for other in _wrapped(lines, at, width) if named else _headline_below(lines, at):
            other.rule, other.carries = rule.name, True
            line.carried.append(other.text)


def _wrap_width(lines: list[_Line]) -> int:
    """The width at which the text is hard-wrapped, 0 where that cannot be told, -1 where lines are whole paragraphs."""
    if any(len(line.text) > _WRAP_MAX for line in lines if line.stands):
        return -1
    broken = sorted(len(one.text) for one, below in pairwise(lines) if one.stands and below.stands)
    if len(broken) < 3 or broken[len(broken) // 2] < 0.75 * broken[-1]:
        return 0
    return broken[-1]


def _wrapped(lines: list[_Line], at: int, width: int) -> list[_Line]:
    """The lines below that carry on a headline: it fills its line, and what follows is short and no sentence."""
    if width < 0:
        return []
    full = _full(width)
    carried: list[_Line] = []
    previous = lines[at]
    for below in lines[at + 1 : at + 4]:
        if not below.stands:
            return carried
        if len(previous.text) < full or len(below.text) > len(lines[at].text) + 15 or below.text.endswith(_SENTENCE_END):
            return []
        carried.append(below)
        if len(below.text) < full:
            return carried
        previous = below
    return carried if at + 1 + len(carried) >= len(lines) else []


def _headline_below(lines: list[_Line], at: int) -> list[_Line]:
    """The headline under a bare "Next article" or "Related:": the next line, unless it is a sentence."""
    for below in lines[at + 1 : at + 3]:
        if below.stands:
            return [below] if len(below.text) <= 200 and not below.text.endswith(_SENTENCE_END) else []
    return []


def _take_sections(lines: list[_Line], width: int) -> None:
    """A heading of other stories and what stands under it: all of it at an article's end, headlines alone within it."""
    headings = {at: rule for at in range(len(lines)) if (rule := _section_heading(lines, at, width)) is not None}
    if not headings:
        return
    before = list(accumulate((len(line.text) if line.stands else 0 for line in lines), initial=0))
    last = max(headings)
    for at, heading in headings.items():
        below = (lines[number] for number in takewhile(lambda n: n not in headings, range(at + 1, len(lines))))
        rest = [line for line in below if line.stands]
        at_end = at == last and before[at] >= _TAIL_STARTS * before[-1] and all(len(line.text) <= _TEASER for line in rest)
        taken = rest if at_end else _headlines(rest)
        for line in taken:
            line.rule = heading.name
        lines[at].rule = lines[at].rule or heading.name


def _section_heading(lines: list[_Line], at: int, width: int) -> Rule | None:
    line = lines[at]
    if not line.text or len(line.text) > _LONGEST_HEADING or _within_sentence(lines, at, width):
        return None
    return next((rule for rule in rule_book().section if rule.pattern.match(line.text)), None)


def _headlines(rest: list[_Line]) -> list[_Line]:
    """Lines from the start that read as headlines: no sentence, no quotation, neither a word or two nor a paragraph."""
    return list(
        takewhile(
            lambda line: 25 <= len(line.text) <= 160 and not line.text.endswith(_SENTENCE_END) and line.text[0] not in _QUOTES,
            rest,
        )
    )


def _take_repetitions(lines: list[_Line]) -> None:
    """Pull quotes: a long line that stood before."""
    seen: set[str] = set()
    for line in lines:
        if line.stands and len(line.text) >= _REPEATED:
            if line.text in seen:
                line.rule = "repeated"
            seen.add(line.text)


def _joined(lines: list[_Line]) -> str:
    """What stands, with the blank lines around a removed one reduced to one, and to none inside a sentence."""
    kept: list[str] = []
    blank: list[str] = []
    hole = False
    last = ""
    for line in lines:
        if line.rule:
            hole = True
        elif not line.text:
            blank.append(line.raw)
        else:
            if hole:
                blank = [] if _carries_on(last, line.text) else blank[:1]
            kept.extend(blank)
            kept.append(line.raw)
            blank, hole, last = [], False, line.text
    return "".join(kept)


def _carries_on(before: str, after: str) -> bool:
    """Whether a page break stood inside a sentence."""
    return bool(before) and not before.endswith((".", "!", "?", '"', "”", ":")) and after[:1].islower()
