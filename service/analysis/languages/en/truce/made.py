"""Agreed, brokered, announced, declared."""

from __future__ import annotations

from service.analysis.languages.en.truce.phrases import MADE, MADE_PASSIVE
from service.analysis.languages.en.truce.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "credited with it",
        "agreed",
        r"\b(?P<c>(?:prais|thank|fet|credit|hail|laud|congratulat|commend)[a-z]* <6>(?:for|with|on|in) <3,>(?:brokering|mediating"
        r"|securing|reaching|negotiating|winning|clinching|making|bringing about)|roles? (?:in|of) (?:brokering|mediating"
        r"|securing|negotiating)) <5~>@(?! (?:talks|negotiations))",
        "Leaders praised the emirate for brokering the truce.",
    ),
    Rule(
        "they make it",
        "agreed",
        r"(?<!to )(?<!not )(?<!n't )(?<!could )(?<!would )(?<!may )(?<!might )(?<!must )(?<!should )(?<!can )(?<!cannot )"
        r"(?<!will )(?<!they )(?<!we )(?<!you )(?<!did )(?<!do )(?<!help )\b(?P<c>(?:agree(?: to| on)?|reach|announce|declare"
        r"|sign|approve|clinch|strike|seal|broker|finali[sz]e)) <5~>@(?! (?:talks|negotiations|violations?|proposal))",
        "Government and rebels agree to truce after talks",
    ),
    Rule(
        "not made",
        "called_for",
        rf"\b(?P<c>(?:not|never|n't|hardly) (?:yet )?{MADE_PASSIVE}) <5,>@",
        "They had not yet agreed a truce.",
    ),
    Rule(
        "made",
        "agreed",
        rf"\b(?P<c>(?<!not )(?<!to be )(?!signs? of)(?!(?:brokered|negotiated|mediated) @)(?:{MADE}|declaration of"
        rf"|announcement of|proclamation of|signing of|agreement (?:on|to|for)|deal (?:on|for|to)|accord (?:on"
        rf"|for))) <7~>@"
        r"(?! (?:supervision|monitoring|monitors?|line|commission|committee|observers?|mechanism)\b)",
        "Russia said it had brokered a ceasefire.",
    ),
    Rule(
        "was made",
        "agreed",
        rf"@ <8>(?P<c>(?:was|were|is|are|been|being) (?!supposed|to |due|expected|not "
        rf"|never )<3,>{MADE_PASSIVE})\b",
        "A truce was agreed in Cairo.",
    ),
    Rule(
        "which they made",
        "agreed",
        rf"@ <1,>(?P<c>(?:that|which|it|the) <7,>(?:had |have |has )?{MADE_PASSIVE})\b",
        "a ceasefire that Turkey and Russia brokered in December",
    ),
    Rule(
        "made on a day",
        "agreed",
        rf"@ (?:, )?<5,>(?P<c>{MADE_PASSIVE}) <6,>(?:on|late|early) <1,>(?:monday|tuesday|wednesday|thursday"
        rf"|friday|saturday|sunday)\b",
        "a 48-hour truce announced by Russia on Thursday",
    ),
    Rule(
        "made by",
        "agreed",
        rf"@(?! (?:[^\s@]+ )?(?:will|to|would|could|may|might|can|must"
        rf"|should) (?:<1,>)be) (?:, )?<5,>(?P<c>{MADE_PASSIVE}) (?:by|on|in|last|earlier|between|with|under|this|at|late|early"
        rf"|after|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|overnight|to|hours|days"
        rf"|overnight|and)\b",
        "a 48-hour ceasefire announced by Russia on Thursday",
    ),
    Rule(
        "agreed truce",
        "agreed",
        r"\b(?P<c>(?:agreed|negotiated|mediated|[a-z.]+-(?:brokered|mediated|negotiated|backed|sponsored"
        r"|imposed|guaranteed)|brokered)) <3,>@",
        "an area outside the agreed ceasefire zone",
        weak=True,
    ),
    Rule(
        "with truce",
        "agreed",
        r"\b(?P<c>(?:with|into|on) (?:a|an) )<3,>@ (?:deal|agreed|in)",
        "It ended with a truce in 1994.",
        weak=True,
    ),
)
