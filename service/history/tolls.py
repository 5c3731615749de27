"""Where one series stands after each claim: who is believed, what moves the toll, what only repeats it."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence

from service.history.evidence import evidence_of
from service.history.rules import Rules
from service.history.sides import Nearness, Sides, nearness, side_of
from service.history.statements import Statement
from service.history.steps import Standing, Step, Verdict, bare, in_order, number_of, replaces, why_aside, words_of
from service.history.values import agree, compare, contradict
from service.models import ChangeKind, Reading, SeriesKey, Toll, Value

_KEPT = 64  # claims a walk keeps one by one; what is older is kept as the standing it led to


class Walk:
    """One series from its first claim to its last, taken in as it was published.

    What it remembers is bounded: the newest claims one by one, and what the older ones came to (``base``). A claim among the newest can
    be taken back by an edit as if it had never been said; an edit of an older one leaves what is known.
    """

    def __init__(self, party: str, sides: Sides, rules: Rules) -> None:
        """``sides`` is to be set anew before a claim is taken in or back."""
        self.party, self.sides, self._rules = party, sides, rules
        self.steps: list[Step] = []  # since they were last collected
        self.verdicts: dict[str, Verdict] = {}
        self.base: dict[Nearness, Standing] = {}  # where the claims came to that are no longer kept one by one
        self.standing: dict[Nearness, Standing] = {}
        self.live: list[Statement] = []  # in order of their first saying
        self.shown: Value | None = None
        self.shown_by: Statement | None = None
        self.shown_gone = False  # whether an edit took back what the shown number rests on
        self.disputes: dict[str, Value] = {}
        self.confirmed: Value | None = None
        self.known: Value | None = None  # the best number after the newest claim
        self.moved = False  # whether it was ever told; only sums over the sides are not

    # --- taking claims in --------------------------------------------------------------------------------------

    def take(self, statement: Statement, *, sides: Sequence[Value] = (), whole: Value | None = None) -> None:
        """Take the next claim in and note what it changes.

        ``sides`` are the named sides' tolls, for a series without a named party. ``whole`` is the toll of all the side's dead, for a
        civilians' series beside one of any role.
        """
        if self.live and statement.order < self.live[-1].order:
            insort(self.live, statement, key=lambda other: other.order)
            self._reweigh()
        else:
            self._weigh(statement)
            self.live.append(statement)
        best = self._best()
        if best is not None:
            self._note(statement, best, sides, whole)
            self.known = best.value
        if len(self.live) > 2 * _KEPT:
            self._settle()

    def withdraw(self, edit: Reading, sides: Sides) -> bool:
        """Forget what other revisions of an article said, as if it had never been said; whether there was anything."""
        gone = [statement for statement in self.live if _replaced(statement, edit)]
        for statement in gone:
            self.verdicts[statement.claim.id] = (statement, False, "taken back by a later edit of the article")
            self.shown_gone |= statement is self.shown_by
        if gone:
            self.sides = sides
            self.live = [statement for statement in self.live if not _replaced(statement, edit)]
            self._reweigh()
        return bool(gone)

    def note_edit(self, edit: Reading) -> None:
        """An edit that leaves its number out lets the toll fall back to what others say."""
        best, before = self._best(), self.shown
        self.known = best.value if best else self.known
        if best is None or before is None:
            return
        if agree(before, best.value, self._rules) and agree(bare(before), bare(best.value), self._rules):
            return
        kind: ChangeKind = "rise" if best.value.low > before.low else "revised_down"
        self._step(kind, best.by, best.value, "an edit took the earlier number back", edit)

    def rename(self, party: str, sides: Sides) -> None:
        """The series turns out to be a named side's: who stands near to the dead is asked anew."""
        self.party, self.sides = party, sides
        self._reweigh()

    def _reweigh(self) -> None:
        live, self.standing, self.live = self.live, dict(self.base), []
        for statement in live:
            self._weigh(statement)
            self.live.append(statement)

    def _settle(self) -> None:
        """Keep the newest claims one by one, and of the older ones what they came to."""
        standing, verdicts, everything = self.standing, dict(self.verdicts), self.live
        self.live = everything[:-_KEPT]
        self._reweigh()
        self.base, self.standing, self.live = self.standing, standing, everything[-_KEPT:]
        kept = {statement.claim.id for statement in self.live}
        kept |= {one.by.claim.id for one in (*self.standing.values(), *self.base.values())}
        kept |= set(list(verdicts)[-_KEPT:])
        self.verdicts = {claim: verdict for claim, verdict in verdicts.items() if claim in kept}

    def _weigh(self, statement: Statement) -> None:
        """Set the standing of the claim's group of voices, and say why the claim counts or not."""
        value, group = number_of(statement), self._nearness(statement)
        known = self.standing.get(group)
        if statement.figure.relation == "increment":
            self._add(statement, value, group, known)
        else:
            self._weigh_total(statement, value, group)

    def _weigh_total(self, statement: Statement, value: Value, group: Nearness) -> None:
        known = self.standing.get(group)
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
        told = [other for other in self.live if other.figure.relation == "increment" and other.figure.low == value.low]
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
        elif best is not None and value.low >= max(self._rules.increment_least, best.value.low * self._rules.increment_share):
            self._weigh_total(statement, value, group)  # "another 22 hurt" beside the one dead: not on top of the 20 hurt
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
        self.standing[group] = standing
        self.verdicts[standing.by.claim.id] = (standing.by, True, why)

    def _why_lower(self, known: Standing, statement: Statement, value: Value) -> str:
        """Why a lower number replaces a higher one; empty where it does not."""
        if known.added and value.low > known.value.low - known.added:
            return ""
        if replaces(statement, known.value):
            return "the article itself replaces the higher count"
        if any(number_of(other).low == value.low for other in self.live):
            return ""  # heard before: an old number still travelling
        rules = self._rules
        soon = statement.said - known.by.said < rules.correction_after or value.low < known.value.low * rules.correction_share
        same = not soon and self._same_voice(known.by, statement)
        return "the same claimant lowers its count" if same else ""

    # --- what it comes to ----------------------------------------------------------------------------------------

    def _best(self) -> Standing | None:
        """The newest count of the most direct claimant; a newer, higher one from outside overtakes a side's own."""
        own, neutral = self.standing.get("own"), self.standing.get("neutral")
        if own is None or neutral is None:
            return own or neutral or self.standing.get("enemy")
        higher = compare(own.value, neutral.value, self._rules) == "more"
        if higher and (neutral.by.order > own.by.order or neutral.by.figure.claimant is None):
            return neutral
        return own

    def _note(self, statement: Statement, best: Standing, sides: Sequence[Value], whole: Value | None) -> None:
        """Record the step that this claim makes, if it makes one."""
        before = self.shown
        note = self.verdicts[statement.claim.id][2]
        if before is None:
            if not self._adds_nothing(statement, best.value, sides):
                self._step(self._unless_within("first", best.value, whole), statement, best.value, note)
            return
        match compare(before, best.value, self._rules):
            case "more":
                if not self._adds_nothing(statement, best.value, sides):
                    self._step(self._unless_within("rise", best.value, whole), statement, best.value, note)
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
        old = self.shown_by
        return (
            old is None
            or self.shown_gone
            or old.reading.entry == statement.reading.entry
            or self._same_voice(old, statement)
            or (self.shown is not None and replaces(statement, self.shown))
        )

    def _step(self, kind: ChangeKind, by: Statement, after: Value, note: str, edit: Reading | None = None) -> None:
        cause = edit or by.reading
        supporters = tuple(other for other in self.live if agree(number_of(other), after, self._rules) or other is by)
        against = self._contradicted(after, by)
        self.steps.append(Step(kind, self.shown, after, by, cause.article, cause.published, note, supporters, against))
        self.shown, self.shown_by, self.shown_gone, self.moved = after, by, False, True

    def _contradicted(self, after: Value, by: Statement) -> bool:
        """Whether another group's count stands against the new one: an older, lower count is overtaken, not opposed."""
        others = [other for other in self.standing.values() if contradict(other.value, after, self._rules)]
        return any(other.by.order > by.order or compare(other.value, after, self._rules) != "more" for other in others)

    def _adds_nothing(self, statement: Statement, value: Value, known: Sequence[Value]) -> bool:
        """Whether a number over both sides says no more than the sides' own numbers."""
        if not known:
            return False
        together = Value(sum(v.low for v in known), sum(v.high for v in known), "exact")
        if len(known) < 2 and compare(together, value, self._rules) == "more":
            return False
        why = "a sum over the sides, whose own numbers are known"
        self.verdicts[statement.claim.id] = (statement, False, why)
        return True

    def _unless_within(self, kind: ChangeKind, value: Value, whole: Value | None) -> ChangeKind:
        """Quiet where the civilians are among dead that are told already: "three of them children" is no further toll."""
        return "confirmed" if whole is not None and compare(whole, value, self._rules) != "more" else kind

    def _dispute(self, statement: Statement, best: Standing) -> None:
        """A named claimant against another: kept apart, told once."""
        value, voice = number_of(statement), statement.voice
        if statement.figure.claimant is None or best.by.figure.claimant is None or self._same_voice(best.by, statement):
            return
        if not contradict(value, best.value, self._rules) or statement.figure.relation != "total":
            return
        told = self.disputes.get(voice)
        if told is not None and not contradict(told, value, self._rules):
            return
        if any(number_of(other).low == value.low for other in self.live if other is not statement):
            return  # an older number that somebody still quotes
        self.disputes[voice] = value
        group = self._nearness(statement)
        self.verdicts[statement.claim.id] = (statement, True, f"another count ({words_of(group)})")
        self._tell("disputed", best.value, value, statement, (statement,))

    def _confirm(self, statement: Statement, best: Standing) -> None:
        """A second origin for the number: recorded, quiet, once a number."""
        if self.confirmed == best.value or not agree(number_of(statement), best.value, self._rules):
            return
        supporters = tuple(other for other in self.live if agree(number_of(other), best.value, self._rules))
        if len({other.origin for other in supporters}) >= 2:
            self.confirmed = best.value
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
                by.reading.published,
                note,
                supporters,
                contradicted=kind == "disputed",
                moves=False,
            )
        )

    def stands(self) -> bool:
        """Whether there is a toll."""
        return self.moved and self._best() is not None

    def toll(self, key: SeriesKey, aside: Sequence[Statement]) -> Toll | None:
        """The outcome; None where every claim was taken back or only sums remain."""
        best = self._best()
        if best is None or not self.moved:
            return None
        low, high = self._span(best.value)
        evidence = [evidence_of(statement, counts=counts, why=why) for statement, counts, why in self.verdicts.values()]
        evidence += [evidence_of(statement, counts=False, why=why_aside(statement)) for statement in aside]
        return Toll(key, low, best.value, high, best.by.figure.claimant, best.by.said, in_order(evidence))

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
            overtaken = compare(value, best, self._rules) == "more" and statement.voice not in self.disputes
            if overtaken and (statement.figure.claimant is None or self._nearness(statement) != "enemy"):
                continue
            if not agree(value, best, self._rules):
                lows.append(value.low)
                highs.append(value.high)
        return min(lows), max(highs)

    # --- voices --------------------------------------------------------------------------------------------------

    def _nearness(self, statement: Statement) -> Nearness:
        return nearness(statement.figure.claimant, self.party, self.sides, self._rules)

    def _same_voice(self, one: Statement, other: Statement) -> bool:
        first, second = one.figure.claimant, other.figure.claimant
        if first is None or second is None:
            return False  # an outlet that says less in another article lags or means something else
        return side_of(first, self._rules) == side_of(second, self._rules)


def _replaced(statement: Statement, edit: Reading) -> bool:
    return statement.reading.entry == edit.entry and statement.reading.article != edit.article
