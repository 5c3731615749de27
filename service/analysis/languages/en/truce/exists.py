"""Named as a thing that exists, without more: counts only where nothing else is said."""

from __future__ import annotations

from service.analysis.languages.en.truce.rule import Rule

_FREED = (
    r"(?:freed|frees?|freeing|releas(?:e|es|ed|ing)|swap(?:ped|s)?|exchang(?:e|ed|es)|batch|handed over|hand(?:s|ing)? over"
    r"|return(?:s|ed)?|reunited|let go|delivered|crossed)"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "to be freed under it",
        "agreed",
        rf"\b(?:will|would|to|due|expected|set) <3,>(?P<c>(?:be )?{_FREED}) <12>(?:in|under|as part of|during|by) <3,>@",
        "Fifty captives will be released under the truce.",
        weak=True,
    ),
    Rule(
        "freed under it",
        "in_effect",
        rf"\b(?P<c>{_FREED}|prisoners|hostages|captives) <12>(?:in|under|as part of|of|during|by|amid) <3,>@",
        "Families cheered the captives released in the truce deal.",
        weak=True,
    ),
    Rule(
        "what it would do",
        "called_for",
        r"@ <6,>(?P<c>(?:must|would|should|could|might) (?:also )?(?:include|lead|involve|require|allow|bring|mean|help|give|let"
        r"|save|pave|need|enable|stop|provide|free|see))\b",
        "A truce would allow aid to reach the town.",
        weak=True,
    ),
    Rule(
        "before it",
        "agreed",
        r"\b(?P<c>ahead of|before|prior to|on the eve of) (?:a |an |the |any )?<3~>@(?! (?:talks|negotiations|vote|deadline|bid|plan))",
        "Army pounds the town ahead of truce.",
        weak=True,
    ),
    Rule(
        "war after it",
        "ended",
        r"\b(?P<c>after) (?:a|an|the) (?:<2~>)(?:(?:hour|day|week|month)s?(?:-long|'s?| 's)?|brief|short|seven-day|temporary|week-long"
        r"|weeklong|days-long) <2~>@(?! (?:talks|negotiations|vote|deal|deadline))",
        "After a week's truce the southern towns were bombed.",
        weak=True,
        violence=True,
    ),
    Rule(
        "promised",
        "agreed",
        r"\b(?P<c>promised|planned|upcoming|forthcoming|looming|impending|imminent|expected|scheduled|pending) <3,>@",
        "The town readies itself for the planned truce.",
        weak=True,
    ),
    Rule(
        "will bring",
        "agreed",
        r"@ <3,>(?P<c>will (?:also )?(?:bring|allow|see|let|free|include|give|involve|cover|apply|mean|provide|pave|enable|secure"
        r"|return|release))\b",
        "Rebels say truce will bring food to the town.",
        weak=True,
    ),
    Rule(
        "under it",
        "in_effect",
        r"\b(?P<c>amid|during|for the duration of|throughout|under|within|thanks to|as part of|part of"
        r"|since) <6,>@",
        "Hostages were freed under the truce.",
        weak=True,
    ),
    Rule(
        "made use of",
        "in_effect",
        r"\b(?P<c>(?:us(?:e|es|ed|ing)|exploit(?:s|ed|ing)?|tak(?:e|es|ing) advantage of|took advantage of"
        r"|profit(?:ed|ing)? from|capitali[sz](?:ed|ing) on)) (?:the|this|a|an|their) <3,>@",
        "He accused them of using the truce to rearm.",
        weak=True,
    ),
    Rule(
        "in spite of it",
        "in_effect",
        r"\b(?P<c>despite|in spite of|notwithstanding) (?![^@]{0,30}(?:call|talk|effort|hope|appeal|plea"
        r"|push))<6,>@",
        "Need is desperate in the town despite the truce.",
        weak=True,
    ),
    Rule(
        "ongoing",
        "in_effect",
        r"\b(?P<c>ongoing|current|existing|present|continuing) <3,>@(?! (?:talks|negotiations|proposal|efforts|plan|offer))",
        "Pressure grew on the ongoing ceasefire.",
    ),
    Rule(
        "has brought",
        "in_effect",
        r"@ <12>(?P<c>(?:has|have) <2,>(?:cut|reduced|allowed|brought|enabled|given|led to|helped|lowered"
        r"|halved|calmed|quietened|silenced|let))\b",
        "A truce between the gangs has cut killings by half.",
        weak=True,
    ),
    Rule(
        "in danger",
        "in_effect",
        r"@ <6>(?P<c>(?:hang(?:s|ing)?|hung) by a thread|on the brink|under (?:heavy |severe |growing "
        r"|increasing )?(?:strain|pressure|threat)|in (?:danger|jeopardy|doubt|peril)|teeter(?:s|ed|ing)"
        r"|looks? shaky|looked shaky)",
        "The ceasefire is hanging by a thread.",
        weak=True,
    ),
    Rule(
        "welcome",
        "agreed",
        r"\b(?P<c>welcom(?:e|ed|es|ing)|hail(?:ed|s|ing)|prais(?:ed|es|ing)|celebrat(?:ed|es|ing)) <4,>@",
        "The EU welcomed the ceasefire.",
        weak=True,
    ),
    Rule(
        "deal",
        "agreed",
        r"(?<!possible )(?<!potential )(?<!proposed )(?<!draft )(?<!new )(?P<c>@)",
        "Relief greeted the ceasefire deal.",
        weak=True,
    ),
)
