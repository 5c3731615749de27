"""Prolonged or renewed, or wished to be."""

from __future__ import annotations

from service.analysis.languages.en.truce.phrases import WISH
from service.analysis.languages.en.truce.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "wish to renew",
        "called_for",
        rf"\b(?P<c>{WISH} <6>(?:renew(?:ed|al|ing)?|new|fresh(?! ext)|another(?! ext)|second(?! ext)"
        rf"|further(?! (?:extension|prolong|ext))"
        rf"|restor(?:e|ing)|reviv(?:e|ing)|reinstat(?:e|ing)|re-?establish(?:ing)?|resurrect(?:ing)?|rescu(?:e|ing))) <4,>@",
        "Qatar is working on a renewed truce.",
    ),
    Rule("no renewed", None, r"\b(?P<c>no (?:word|sign|talk|prospect|hint|news) of <3,>@)", "with no word of a renewed truce"),
    Rule(
        "agreed to extend",
        "extended",
        r"\b(?P<c>(?:agree(?:d|s|ing)?|decided|decides|announc(?:ed|es|ing)|confirm(?:ed|s)|accept(?:ed"
        r"|s)) <6,>(?:extend|extending|extension|prolong|prolonging|renew|renewing|renewal"
        r"|prolongation)(?:ed)?(?: of)?) <6,>@",
        "Both sides agreed to extend the truce by two days.",
    ),
    Rule(
        "said it would extend",
        "extended",
        r"\b(?:said|says|announced|declared|confirmed|decided) <9>(?P<c>(?:would|will) (?:extend|prolong"
        r"|renew)) <5,>@",
        "He said his forces would prolong their truce by ten days.",
    ),
    Rule(
        "wish to extend",
        "in_effect",
        rf"\b(?P<c>(?:{WISH}|under pressure|to|could|may|might|would|possible|potential|mediators|over"
        rf"|on) (?:<5>)(?:extend|extending|extension|prolong|prolonging|renew|renewing|prolongation)(?: (?:of"
        rf"|to))?) <5,>@",
        "Mediators are working to extend the truce.",
    ),
    Rule(
        "may be extended",
        "in_effect",
        r"@ <6>(?P<c>(?:could|may|might|would|should|can|to|likely to|expected to) (?:be "
        r"|still be )?(?:extended|prolonged|renewed))\b",
        "The truce could be extended.",
    ),
    Rule(
        "extended",
        "extended",
        r"(?<!an )(?<!at )(?<!of )(?<!on )(?<!to )(?<!for )(?<!over )(?<!about )(?<!why )(?<!how )\b(?P<c>(?:extend(?:ed|s|ing)"
        r"|prolong(?:ed|s|ing)|extend their|prolong their|(?<!a )(?<!the )(?<!new )renew(?:ed|s)|(?:the "
        r"|an? |days? |week "
        r"|hour )extension (?:of|to)|roll(?:ed|s) over|extension (?:of|to))) <5,>@",
        "The army extended its unilateral ceasefire.",
    ),
    Rule(
        "extension wanted",
        "in_effect",
        r"\b(?:need(?:s|ed)?|requir(?:ed|es)|necessary|seek(?:s|ing)?|sought|talks|hopes?|efforts?|over|on|for|possible|consider(?:s"
        r"|ing)?|discuss(?:es|ed|ing)?|push(?:es|ed|ing)?|deadline|urg(?:es|ed)|calls?|called|want(?:s|ed)?) <5,>@ (?P<c>extension)",
        "Mediators pressed for a truce extension.",
    ),
    Rule(
        "extension open",
        "in_effect",
        r"@ (?P<c>extension (?:talks|hopes|efforts|deadline|possible|likely|unlikely|in doubt|sought|looms|bid|negotiations"
        r"|could|may|might))",
        "Truce extension talks go on.",
    ),
    Rule(
        "was extended",
        "extended",
        r"@ <12>(?P<c>(?:was|were|been|is|has been|had been|be) <2,>(?:extended|prolonged|renewed)"
        r"|extended(?= ?(?:$|[.,;]|by |for |until |to |another ))"
        r"|(?<!of )(?<!for )(?<!possible )(?<!over )(?<!potential )(?<!an )(?<!on )(?<!further )extension(?!"
        r" (?:talks|hopes|efforts|deadline|bid|negotiations))|will extend|extends)\b",
        "The truce was extended for 72 hours.",
    ),
    Rule(
        "there is",
        "in_effect",
        r"(?<!until )(?<!unless )(?<!if )(?<!before )\b(?P<c>(?:announced |declared |said |confirmed "
        r"|reported )?(?:that )?there (?:is|was|'s|has been|have been)(?! (?:no|not|little)\b)(?: now"
        r"| currently| already)?) <3,>@",
        "It was announced that there is a ceasefire on the border.",
    ),
)
