"""Took effect, holds, is kept."""

from __future__ import annotations

from service.analysis.languages.en.truce.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "guns fell silent",
        "in_effect",
        r"\bguns <2,>(?P<c>(?:fell|fallen|fall|went|gone) (?:silent|quiet)) <8>@",
        "The guns fell silent under the truce.",
    ),
    Rule(
        "held after all",
        "in_effect",
        r"@ <16>(?P<c>but (?:has|have|had) <2,>(?:held|survived|lasted|endured|been respected))\b",
        "The truce formally lapsed but has broadly held.",
    ),
    Rule(
        "took effect",
        "in_effect",
        r"@(?! (?:talks|negotiations|discussions|efforts|proposals?|plan|bid|vote|debate"
        r"|call)) <14!>(?P<c>took effect|takes effect|taken effect|(?:went|goes|gone|came|comes|come|coming|entered"
        r"|enters) in(?:to)? (?:effect|force|operation)|enter(?:s|ed|ing)? (?:its|a|the|another|into its|into the"
        r"|into a|into another)|took hold|takes hold|taken hold|appear(?:s|ed) to take hold|(?:has |have |had )?(?:began"
        r"|begun|started|begins|starts|kicked in|kicks in)|(?:is|was|are|were|remain(?:s|ed)?|still|now"
        r"|already|now in|be|been|being|stays?|stayed|currently) <2,>(?:in(?:to)? (?:its|the) <1,>(?:day|week"
        r"|month|year|hour)s?|in (?:effect|force|place)|under ?way|ongoing|on track|intact)|in (?:effect|force"
        r"|place)\b)",
        "A truce took effect at noon.",
    ),
    Rule(
        "holding",
        "in_effect",
        r"@(?! (?:talks|negotiations|discussions|efforts|proposals?|plan|bid|vote|debate"
        r"|call)) <10!>(?P<c>(?:(?:is|was|are|were|has|have|had|appear(?:s|ed)?|seem(?:s|ed)?|largely|mostly"
        r"|continu(?:es|ed|ing)|so far|still|now|been|be|being|also|appearing|apparently|generally|remain(?:s"
        r"|ed)?|to|both sides|broadly) )*(?:holds"
        r"|(?<!was )(?<!were )(?<!is )(?<!are )(?<!be )(?<!been )held(?! (?:in|on|by|a|talks|at)\b)|hold"
        r"|holding|respected|observed|upheld|honou?red|enforced|maintained|kept|complied with|abided by"
        r"|adhered to)|sticks|stuck|lasts|lasted|continues(?! (?:its|to|their|the|with|[a-z]+ing)\b)|persists"
        r"|endures|endured|survives|survived)\b",
        "Yerevan said a ceasefire was holding.",
    ),
    Rule(
        "took effect far on",
        "in_effect",
        r"@ <32>(?P<c>(?:came|went|entered) in(?:to)? (?:effect|force)|took (?:effect|hold))\b",
        "A truce between the army and the rebels, led by a man known as the Fox, came into force on Monday.",
        weak=True,
    ),
    Rule(
        "can go on",
        "in_effect",
        r"@ <8,>(?P<c>(?:can|could|will|would|to|must|should|might|may) (?:still )?(?:continue|go on|survive|endure))\b",
        "Families wish that the truce may continue.",
    ),
    Rule(
        "not for long",
        "in_effect",
        r"@ <6>(?P<c>(?:unlikely|likely|expected|not expected) to (?:last|hold|survive|endure|continue|be extended))",
        "The truce is unlikely to last, experts say.",
    ),
    Rule(
        "it brought",
        "in_effect",
        r"@ <10!>(?P<c>(?<!would )(?<!could )(?<!will )(?<!may )(?<!might )(?<!to )(?:led to|allowed|enabled"
        r"|has seen|have seen|saw|brings|allows|enables|sees"
        r"|brought|gave|offered|provided|made possible)) (?!up\b)",
        "A truce mediated by a neighbour led to the freeing of prisoners.",
        weak=True,
    ),
    Rule(
        "covered by",
        "in_effect",
        r"\b(?P<c>(?:bound|governed) by|ha(?:s|ve|d)(?: had)?|part(?:y|ies) to) (?:a|the|an) <3,>@ (?:with"
        r"|between|for|since|in place|with the)",
        "The rebels have had a truce with the army.",
    ),
    Rule(
        "keeping it",
        "in_effect",
        r"(?<!to )(?<!not )\b(?P<c>(?:respect(?:s|ed|ing)|observ(?:es|ed|ing)|honou?r(?:s|ed|ing)|abid(?:es|ed"
        r"|ing) by|adher(?:es|ed|ing) to|compl(?:ies|ied|ying) with|uph(?:olds|eld|olding)|stick(?:s|ing) to"
        r"|stuck to|committed (?:themselves |itself |himself )?to|commitment to|maintain(?:s|ed|ing)"
        r"|implement(?:s|ed|ing)|implementation of"
        r"|enforc(?:es|ed|ing)|compliance with|adherence to)) <5,>@",
        "Both armies were observing the truce.",
    ),
    Rule(
        "day of",
        "in_effect",
        r"\b(?P<c>(?:first|second|third|fourth|fifth|sixth|seventh|last|final|eighth|ninth|tenth|opening"
        r"|[a-z]+th|[0-9]+(?:st|nd|rd|th)?|day one|day two|days?|weeks?|hours?|start|beginning"
        r"|onset) (?:full )?(?:(?:day|night|week|month|hours|days)s? )?(?:of|into)) (?:(?:the|a|an|this|its"
        r"|their|what) )?<4,>@",
        "Aid arrived on the second day of the truce.",
    ),
)
