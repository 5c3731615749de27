"""Where one series stands after each claim: who is believed, what moves the toll, what only repeats it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from service.history.evidence import evidence_of
from service.history.revisions import Edit
from service.history.rules import Rules
from service.history.sides import Nearness, nearness, side_of
from service.history.statements import Statement
from service.history.steps import Standing, Step, bare, in_order, number_of, replaces, why_aside, words_of
from service.history.values import agree, compare, contradict
from service.models import ChangeKind, SeriesKey, Toll, Value

Sides = Callable[[Statement], Sequence[Value]]
Whole = Callable[[Statement], Value | None]


class Walk:
    """One series from its first claim to its last. Feed ``take`` in canonical order; ``toll`` and ``steps`` then hold the outcome."""

    def __init__(
        self,
        key: SeriesKey,
        belligerents: Iterable[str],
        rules: Rules,
        sides: Sides | None = None,
        whole: Whole | None = None,
    ) -> None:
        """``sides`` gives the named sides' tolls known at a claim, for a series without a named party.

        ``whole`` gives the toll of all the side's dead known at a claim, for a civilians' series beside one of any role.
        """
        self.key, self._rules, self._sides, self._whole = key, rules, sides, whole
        self._belligerents = frozenset(belligerents)
        self.steps: list[Step] = []
        self.verdicts: dict[str, tuple[Statement, bool, str]] = {}
        self.timeline: list[tuple[Statement, Value]] = []
        self._standing: dict[Nearness, Standing] = {}
        self._live: list[Statement] = []
        self._shown: Value | None = None
        self._shown_by: Statement | None = None
        self._disputes: dict[str, Value] = {}
        self._confirmed: Value | None = None

    # --- taking claims in --------------------------------------------------------------------------------------

    def take(self, statement: Statement) -> None:
        """Take the next claim in and note what it changes."""
        self._withdraw(statement.said, statement.reading.article)
        self._weigh(statement)
        self._live.append(statement)
        best = self._best()
        if best is not None:
            self._note(statement, best)
            self.timeline.append((statement, best.value))

    def _withdraw(self, now: datetime, article: str = "") -> None:
        """Forget what edits took back by now, as if it had never been said; ``article`` speaks for itself right after this."""
        edits = {statement.edit for statement in self._live if statement.edit is not None and statement.edit.at <= now}
        for edit in sorted(edits, key=lambda edit: (edit.at, edit.article)):
            live, self._standing, self._live = self._live, {}, []
            for statement in live:
                if statement.edit == edit:
                    self.verdicts[statement.claim.id] = (statement, False, "taken back by a later edit of the article")
                else:
                    self._weigh(statement)
                    self._live.append(statement)
            best = self._best()
            if best is not None and edit.article != article:
                self._note_edit(edit, best)

    def _note_edit(self, edit: Edit, best: Standing) -> None:
        """An edit that leaves its number out lets the toll fall back to what others say."""
        before = self._shown
        if before is None or (agree(before, best.value, self._rules) and agree(bare(before), bare(best.value), self._rules)):
            return
        kind: ChangeKind = "rise" if best.value.low > before.low else "revised_down"
        self._step(kind, best.by, best.value, "an edit took the earlier number back", edit)

    def _weigh(self, statement: Statement) -> None:
        """Set the standing of the claim's group of voices, and say why the claim counts or not."""
        value, group = number_of(statement), self._nearness(statement)
        known = self._standing.get(group)
        if statement.figure.relation == "increment":
            self._add(statement, value, group, known)
            return
        if known is None:
            self._set(group, Standing(value, statement), f"first count ({words_of(group)})")
            return
        match compare(known.value, value, self._rules):
            case "more":
                self._set(group, Standing(value, statement), "a newer, higher count")
            case "finer":
                self._set(group, Standing(value, statement), "the same count, said more exactly")
            case "same":
                self.verdicts[statement.claim.id] = (statement, True, "says the same")
            case "less":
                why = self._why_lower(known, statement, value)
                if why:
                    self._set(group, Standing(value, statement), why)
                else:
                    why = "lower than what is known by then: an older count or a part of it"
                    self.verdicts[statement.claim.id] = (statement, False, why)

    def _add(self, statement: Statement, value: Value, group: Nearness, known: Standing | None) -> None:
        """ "Five more died": on top where the article gives no total and the same news was not added already."""
        told = [other for other in self._live if other.figure.relation == "increment" and other.figure.low == value.low]
        has_total = any(
            claim.figure.relation == "total"
            and claim.figure.scope == statement.figure.scope
            and (claim.figure.kind, claim.figure.party) == (statement.figure.kind, statement.figure.party)
            and claim.figure.low is not None
            for claim in statement.reading.claims
        )
        best = self._best()
        if has_total:
            self.verdicts[statement.claim.id] = (statement, False, "an addition that the article's own total contains")
        elif known is None and best is None:
            self._set(group, Standing(Value(value.low, value.high, "at_least"), statement), "more dead, no total known")
        elif any(statement.said - other.said <= self._rules.incident_gap for other in told):
            self.verdicts[statement.claim.id] = (statement, False, "an addition that was counted already")
        else:
            base = known or best
            if base is None:
                return
            total = Value(base.value.low + value.low, base.value.high + value.high, "at_least")
            self._set(group, Standing(total, statement, base.added + value.low), f"{value.low} more on top of {base.value.low}")

    def _set(self, group: Nearness, standing: Standing, why: str) -> None:
        self._standing[group] = standing
        self.verdicts[standing.by.claim.id] = (standing.by, True, why)

    def _why_lower(self, known: Standing, statement: Statement, value: Value) -> str:
        """Why a lower number replaces a higher one; empty where it does not."""
        if known.added and value.low > known.value.low - known.added:
            return ""
        if replaces(statement, known.value):
            return "the article itself replaces the higher count"
        if any(number_of(other).low == value.low for other in self._live):
            return ""  # heard before: an old number still travelling
        rules = self._rules
        soon = statement.said - known.by.said < rules.correction_after or value.low < known.value.low * rules.correction_share
        same = not soon and self._same_voice(known.by, statement)
        return "the same claimant lowers its count" if same else ""

    # --- what it comes to ----------------------------------------------------------------------------------------

    def _best(self) -> Standing | None:
        """The newest count of the most direct claimant; a newer, higher one from outside overtakes a side's own."""
        own, neutral = self._standing.get("own"), self._standing.get("neutral")
        if own is None or neutral is None:
            return own or neutral or self._standing.get("enemy")
        higher = compare(own.value, neutral.value, self._rules) == "more"
        if higher and (neutral.by.order > own.by.order or neutral.by.figure.claimant is None):
            return neutral
        return own

    def _note(self, statement: Statement, best: Standing) -> None:
        """Record the step that this claim makes, if it makes one."""
        before = self._shown
        note = self.verdicts[statement.claim.id][2]
        if before is None:
            if not self._adds_nothing(statement, best.value):
                self._step(self._unless_within("first", statement, best.value), statement, best.value, note)
            return
        match compare(before, best.value, self._rules):
            case "more":
                if not self._adds_nothing(statement, best.value):
                    self._step(self._unless_within("rise", statement, best.value), statement, best.value, note)
            case "less":
                kind: ChangeKind = "revised_down" if self._lowers_own(statement) else "disputed"
                self._step(kind, statement, best.value, note)
            case "finer":
                self._step("confirmed", statement, best.value, note)
            case "same" if best.value.low < before.low and contradict(bare(before), bare(best.value), self._rules):
                self._step(
                    "disputed", statement, best.value, note
                )  # "at least 120" by a nearer witness than the one for 15,000
            case "same":
                self._dispute(statement, best)
                self._confirm(statement, best)

    def _lowers_own(self, statement: Statement) -> bool:
        """Whether a fall is a correction: by the same voice, the same article's edit, or an article that says so."""
        old = self._shown_by
        return (
            old is None
            or old.edit is not None
            or old.reading.entry == statement.reading.entry
            or self._same_voice(old, statement)
            or (self._shown is not None and replaces(statement, self._shown))
        )

    def _step(self, kind: ChangeKind, by: Statement, after: Value, note: str, edit: Edit | None = None) -> None:
        article, at = (edit.article, edit.at) if edit else (by.reading.article, by.said)
        supporters = tuple(other for other in self._live if agree(number_of(other), after, self._rules) or other is by)
        self.steps.append(Step(kind, self._shown, after, by, article, at, note, supporters, self._contradicted(after, by)))
        self._shown, self._shown_by = after, by

    def _contradicted(self, after: Value, by: Statement) -> bool:
        """Whether another group's count stands against the new one: an older, lower count is overtaken, not opposed."""
        others = [other for other in self._standing.values() if contradict(other.value, after, self._rules)]
        return any(other.by.order > by.order or compare(other.value, after, self._rules) != "more" for other in others)

    def _adds_nothing(self, statement: Statement, value: Value) -> bool:
        """Whether a number over both sides says no more than the sides' own numbers."""
        known = self._sides(statement) if self._sides else ()
        if not known:
            return False
        together = Value(sum(v.low for v in known), sum(v.high for v in known), "exact")
        if len(known) < 2 and compare(together, value, self._rules) == "more":
            return False
        why = "a sum over the sides, whose own numbers are known"
        self.verdicts[statement.claim.id] = (statement, False, why)
        return True

    def _unless_within(self, kind: ChangeKind, statement: Statement, value: Value) -> ChangeKind:
        """Quiet where the civilians are among dead that are told already: "three of them children" is no further toll."""
        whole = self._whole(statement) if self._whole else None
        return "confirmed" if whole is not None and compare(whole, value, self._rules) != "more" else kind

    def _dispute(self, statement: Statement, best: Standing) -> None:
        """A named claimant against another: kept apart, told once."""
        value, voice = number_of(statement), statement.voice
        if statement.figure.claimant is None or best.by.figure.claimant is None or self._same_voice(best.by, statement):
            return
        if not contradict(value, best.value, self._rules) or statement.figure.relation != "total":
            return
        told = self._disputes.get(voice)
        if told is not None and not contradict(told, value, self._rules):
            return
        if any(number_of(other).low == value.low for other in self._live if other is not statement):
            return  # an older number that somebody still quotes
        self._disputes[voice] = value
        group = self._nearness(statement)
        self.verdicts[statement.claim.id] = (statement, True, f"another count ({words_of(group)})")
        self._tell("disputed", best.value, value, statement, (statement,))

    def _confirm(self, statement: Statement, best: Standing) -> None:
        """A second origin for the number: recorded, quiet, once a number."""
        if self._confirmed == best.value or not agree(number_of(statement), best.value, self._rules):
            return
        supporters = tuple(other for other in self._live if agree(number_of(other), best.value, self._rules))
        if len({other.origin for other in supporters}) >= 2:
            self._confirmed = best.value
            self._tell("confirmed", best.value, best.value, statement, supporters)

    def _tell(self, kind: ChangeKind, before: Value, after: Value, by: Statement, supporters: tuple[Statement, ...]) -> None:
        """A step that leaves the toll where it is."""
        note = "a second origin says the same" if kind == "confirmed" else self.verdicts[by.claim.id][2]
        self.steps.append(
            Step(
                kind,
                before,
                after,
                by,
                by.reading.article,
                by.said,
                note,
                supporters,
                contradicted=kind == "disputed",
                moves=False,
            )
        )

    def toll(self, aside: Sequence[Statement], until: datetime) -> Toll | None:
        """The outcome; None where every claim was taken back or only sums remain. ``until`` is the time of the newest reading."""
        self._withdraw(until)
        best = self._best()
        if best is None or not self.steps:
            return None
        low, high = self._span(best.value)
        evidence = [evidence_of(statement, counts=counts, why=why) for statement, counts, why in self.verdicts.values()]
        evidence += [evidence_of(statement, counts=False, why=why_aside(statement)) for statement in aside]
        return Toll(self.key, low, best.value, high, best.by.figure.claimant, best.by.said, in_order(evidence))

    def _span(self, best: Value) -> tuple[int, int]:
        """Least and greatest over what each voice said last, leaving out what agrees with the toll and what it has overtaken."""
        newest = {
            statement.voice: statement
            for statement, counts, _ in sorted(self.verdicts.values(), key=lambda item: item[0].order)
            if counts and statement.figure.relation == "total"
        }
        lows, highs = [best.low], [best.high]
        for statement in newest.values():
            value = number_of(statement)
            overtaken = compare(value, best, self._rules) == "more" and statement.voice not in self._disputes
            if overtaken and (statement.figure.claimant is None or self._nearness(statement) != "enemy"):
                continue
            if not agree(value, best, self._rules):
                lows.append(value.low)
                highs.append(value.high)
        return min(lows), max(highs)

    # --- voices --------------------------------------------------------------------------------------------------

    def _nearness(self, statement: Statement) -> Nearness:
        return nearness(statement.figure.claimant, self.key.party, self._belligerents, self._rules)

    def _same_voice(self, one: Statement, other: Statement) -> bool:
        first, second = one.figure.claimant, other.figure.claimant
        if first is None or second is None:
            return False  # an outlet that says less in another article lags or means something else
        return side_of(first, self._rules) == side_of(second, self._rules)
