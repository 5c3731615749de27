"""Named and nothing more: what the noun phrase and the way it is told let a reader suppose.

These rules decide last, and only for an article that says nothing else of a ceasefire. English names a thing that is there
by "the" or by what it is like ("a shaky truce"), one that is wished for by what it should be ("a full ceasefire").
"""

from __future__ import annotations

from service.analysis.languages.en.truce.phrases import STATE, WISHED_KIND
from service.analysis.languages.en.truce.rule import Rule

# What follows the name where it is a part of another name: talks on one, a body, a line.
_NOT_A_BODY = r"(?! (?:talks|negotiations|efforts|proposal|plan|call|centre|center|campaign|coalition|group|institute|line))"

RULES: tuple[Rule, ...] = (
    Rule(
        "view of it",
        "called_for",
        r"\b(?P<c>(?:resolutions? <3,>|stance|position|statements?|motion|amendment|debate|row|split|divisions?|divided|views?"
        r"|policy|comments|remarks|document|paper|letter|decision|question|issue|idea|subject|word|call"
        r"|opinion|poll) (?:on|over|about|of|regarding|concerning)) (?:a |an |the )?<4~>@",
        "The party lost voters over its stance on a ceasefire.",
        bare=True,
    ),
    Rule(
        "wished kind",
        "called_for",
        rf"\b(?P<c>(?:{WISHED_KIND}|another|new|fresh|second|renewed|there (?:will|would) be an?)) <2,>@",
        "Envoys spoke of a full ceasefire.",
        bare=True,
    ),
    Rule(
        "kind of its state",
        "in_effect",
        rf"\b(?P<c>{STATE}) <3,>@",
        "Pictures show a shaky truce in the capital.",
        bare=True,
    ),
    Rule(
        "times of it",
        "in_effect",
        r"\b(?P<c>(?:times?|days?|life|living|mood|age|moment|hours?) (?:of|in|under|after)) (?:a |the )?@",
        "A wedding in times of truce.",
        bare=True,
    ),
    Rule(
        "about one",
        "called_for",
        r"\b(?P<c>(?:for|of|about|on|to|towards?) (?:a|an|any)) <2,>@",
        "They spoke about a truce and then went back to their camps.",
        bare=True,
    ),
    Rule(
        "definite",
        "in_effect",
        r"\b(?P<c>the|this|these|its|their) (?:(?!(?:for|of|on|to|in|a|an|and|about|with|from|by|at) )[^\s;,@%]+ ){0,4}@"
        + _NOT_A_BODY,
        "The truce has been hard on the families, said a mother.",
        bare=True,
    ),
    Rule(
        "subject",
        "in_effect",
        r"\A(?:(?:a|an|the|[a-z-]+) ){0,3}?(?P<c>@)" + _NOT_A_BODY,
        "Valley truce brings a mother home.",
        bare=True,
    ),
)
