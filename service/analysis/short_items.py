"""Signs of the news in a headline or an item of two sentences, where each word of war has to tell more than in an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from service.analysis.gazetteer import Mention
from service.models import Figure

_LIVE = ("current", "cumulative")


def signs(
    head: Counter[str], lead: Counter[str], heading: Sequence[str], figures: Sequence[Figure], mentions: Sequence[Mention]
) -> dict[str, float]:
    """The signs of a short item by name; ``head`` and ``lead`` count its words by the lists of ``newsworthy``."""
    return _told_shortly(head, heading, figures, mentions) | _many_dead(head, lead, figures) | _fought(head + lead, mentions)


# Lists that tell of other news in which people die.
OTHER_DEATHS = ("accident", "disaster", "health", "crime", "court", "trial", "sport", "culture", "looking_back", "opinion")
_LONE_FIGHTERS = frozenset({"gunman", "bomber", "attacker", "commander", "gang", "gangs", "navy", "mob", "mobs"})


def _told_shortly(
    head: Counter[str], heading: Sequence[str], figures: Sequence[Figure], mentions: Sequence[Mention]
) -> dict[str, float]:
    """Signs of a headline or summary that has no room for words of war: who died, by whose hand, on which ground."""
    live = [figure for figure in figures if figure.scope in _LIVE]
    if not live or any(head[name] for name in OTHER_DEATHS):
        return {}
    fighters = head["fighters"] > sum(word in _LONE_FIGHTERS for word in heading) or _group_kills(heading, mentions)
    lost = any(figure.role == "combatant" for figure in live) and fighters
    grounds = any(mention.kind == "place" and mention.conflicts for mention in mentions)
    known = any(mention.conflicts for mention in mentions)
    killed = any(figure.kind in ("killed", "captured") for figure in live)
    return {
        "losses of an armed side": float(lost),
        "driven out": float(any(figure.rule == "driven out" for figure in live)),
        "captives told of shortly": float(any(figure.kind == "captured" for figure in live)),
        "killed by fighters": float(fighters and killed and not lost),
        "victims on a war's ground": float(grounds),
        "toll of a war": float(known and any(figure.scope == "cumulative" for figure in live)),
    }


def _group_kills(heading: Sequence[str], mentions: Sequence[Mention]) -> bool:
    """ "Contras kill 12 peasants": an armed group by name right before the word."""
    verbs = [at for at, word in enumerate(heading) if word in _KILLS and at]
    ends = {mention.text.lower().split()[-1] for mention in mentions if mention.kind == "group" and mention.text != "Tigers"}
    return any(heading[at - 1] in ends for at in verbs)


_KILLS = frozenset({"kill", "kills", "killed", "massacre", "massacred", "shoot", "shot", "behead", "execute"})
_PEACEFUL_DEATHS = ("accident", "disaster", "health", "crime", "court", "trial", "sport", "culture", "looking_back", "opinion")
_TEN = 10  # dead; fewer may be a crime's
_SHARES = ((100, 1.5), (_TEN, 1.0), (5, 0.8), (2, 0.5))  # how much so many dead in an attack say of a war


def _many_dead(head: Counter[str], lead: Counter[str], figures: Sequence[Figure]) -> dict[str, float]:
    """Signs of a short item whose headline has no word of war: many dead beside an attack, a battle or men in arms."""
    dead = max((f.low or 0 for f in figures if f.scope in _LIVE and f.kind == "killed"), default=0)
    if dead < 2 or any(head[name] or lead[name] for name in _PEACEFUL_DEATHS):
        return {}
    attacked = sum(lead[name] + head[name] for name in ("war", "attacks", "struggle")) > 0
    return {
        "many dead in an attack": next(share for least, share in _SHARES if dead >= least) if attacked else 0.0,
        "many dead beside men in arms": float(dead >= _TEN and not attacked and lead["fighters"] > 0),
    }


def _fought(said: Counter[str], mentions: Sequence[Mention]) -> dict[str, float]:
    """Signs that name who fights and where: "Guerrillas blow up pipeline; the ELN attack halted pumping"."""
    if any(said[name] for name in (*OTHER_DEATHS, "business")):
        return {}
    armed = said["fighters"] > 0 or any(mention.kind in ("group", "force") for mention in mentions)
    grounds = any(mention.conflicts for mention in mentions)
    return {
        "armed men strike on a war's ground": float((armed or said["war"] > 0) and grounds and said["acts"] > 0),
    }
