"""Over: collapsed, called off, expired; talks that failed and ends that are only pending stand here because they share its words."""

from __future__ import annotations

from service.analysis.languages.en.truce.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "fire halted",
        "in_effect",
        r"\b(?P<c>(?:halt|paus|suspend|stopp|silenc|ceas)(?:ed|es|ing) <8>(?:for|under|as part of|in line with"
        r"|because of|thanks to|to honou?r)) <4,>@",
        "The air force halted strikes for a 48-hour humanitarian pause.",
    ),
    Rule(
        "paused by it",
        "in_effect",
        r"\b(?P<c>(?:paus|halt|stopp|suspend|quieten|silenc)ed (?:by|under|thanks to|because of)) <5~>@",
        "With hostilities paused by the truce, people went home.",
    ),
    Rule(
        "war ended with it",
        "agreed",
        r"(?<!not )(?<!n't )(?<!never )\b(?P<c>(?:end|halt|stopp?|conclud|paus|suspend|clos|finish|culminat|resolv)(?:ed|es|s|e"
        r"|ing)? <5,>(?:with|in|by|when|through|under|thanks to|following|via|after)(?! (?:no|both|neither"
        r"|each)\b)) <8,>@",
        "The war ended with a Russian-brokered ceasefire.",
    ),
    Rule(
        "until it",
        "agreed",
        r"\b(?:war|fighting|conflict|hostilities|clashes|battles?|campaign) <8>(?P<c>until) <6,>@",
        "The fighting raged until a truce in 1994.",
    ),
    Rule(
        "it ended a war",
        "in_effect",
        r"@ (?![^@]{0,24}\b(?:won't|not|would|could|may|might|to|put)\b)<3,>(?P<c>(?:that |which "
        r"|and )?<2,>(?:end(?:ed|s|ing)|halt(?:ed|s|ing)|stopp?(?:ed|s|ing)|paus(?:ed|es|ing)|conclud(?:ed"
        r"|es)) <7,>(?:war|wars|fighting|conflict|hostilities|clashes|violence|bloodshed|battles?|siege"
        r"|offensive|campaign|bombardment|strikes|uprising|insurgency|combat))\b",
        "The truce that halted the 2020 war is fragile.",
    ),
    Rule(
        "once it ended",
        "in_effect",
        r"\b(?:would|will|to (?:resume|continue|restart|return to|press on|go on|fight|expand"
        r"|push)) [^@]{0,80}(?P<c>(?:once|when|as soon as|after) <3,>@ (?:ended|expired|is over"
        r"|was over|ends|expires))\b",
        "The army would resume fighting once the truce ended.",
    ),
    Rule(
        "was to have ended",
        None,
        r"@ <4>(?P<c>had been <1,>(?:due|set|scheduled|expected) to (?:end|expire|run out|lapse))",
        "The truce had been due to expire at midnight.",
    ),
    Rule(
        "to end",
        "in_effect",
        r"@ <8>(?P<c>(?:(?:is|was|are|were) )?(?:set|due|expected|scheduled|about|supposed|meant"
        r"|slated) to (?:end|expire|run out|lapse)|(?:will|would|is to|was to) (?:end|expire)|(?:ends|expires"
        r"|ending|expiring) (?:on |at |in |this |next |late |early )?(?:<1,>)(?:monday|tuesday|wednesday"
        r"|thursday|friday|saturday|sunday|tomorrow|tonight|midnight|noon|dawn|morning|evening|hours?|days?"
        r"|[0-9:]+)|near(?:s|ed|ing)? <2,>end|enter(?:s|ed|ing) <3,>final)",
        "The truce, due to expire on Thursday, may be extended.",
    ),
    Rule(
        "before it ends",
        "in_effect",
        r"\b(?P<c>(?:before|until|by the time|when|once|if) <3,>@ (?:expires|ends|is over|is finished|runs out"
        r"|lapses|expire|deadline <1,>looms))",
        "Mediators race before the truce expires.",
    ),
    Rule(
        "war resumed after it",
        "ended",
        r"\b(?P<c>(?:war|fighting|combat|strikes|airstrikes|bombardment|bombing|attacks|offensive|hostilities"
        r"|shelling) <3>(?:resum(?:es|ed|ing)|restart(?:s|ed)|flar(?:es|ed) up again|began again"
        r"|begins again) <6>(?:after|following|since)) <6~>@(?! (?:talks|negotiations))",
        "The war resumed after a week-long truce.",
    ),
    Rule(
        "fighting resumed after it",
        "ended",
        r"\b(?P<c>(?:resum(?:e|es|ed|ing|ption)|restart(?:s|ed|ing)?|relaunch(?:es|ed)?|renew(?:s|ed|ing)?"
        r"|back to|return(?:s|ed)? to|again) <8>(?:war|fighting|combat|strikes|airstrikes|bombardment|bombing"
        r"|attacks|offensive|hostilities|operations?|assault|shelling|gaza) <10>(?:after"
        r"|following)) <6,>@(?! (?:talks|negotiations))",
        "Israel resumes war after week-long truce.",
    ),
    Rule(
        "ended kind",
        "ended",
        r"\b(?P<c>(?:expired|collapsed|lapsed|defunct|now-expired|now-ended|short-lived and now broken|post-)) ?<2,>@",
        "They want the expired truce renewed.",
    ),
    Rule(
        "resumes as it ends",
        "ended",
        r"(?<!would )(?<!will )(?<!to )\b(?P<c>(?:resum(?:e|es|ed|ing)|restart(?:s|ed)|renew(?:s"
        r"|ed)) <3>(?:war|fighting|combat|strikes|airstrikes|bombardment"
        r"|bombing|attacks|offensive|hostilities|operations?|assault|shelling)|(?:war|fighting|combat|strikes|airstrikes"
        r"|bombardment|bombing|hostilities|shelling) (?:has |have )?(?:resum(?:e|es|ed)|restart(?:s|ed)?)) <5>(?:as|when|with) "
        r"<6,>@(?! (?:talks|negotiations))",
        "Army resumes strikes as truce stalls.",
    ),
    Rule(
        "fighting resumes beside it",
        "ended",
        r"@(?! (?:talks|negotiations|efforts|discussions)) <12>(?P<c>(?:as|and|after|when"
        r"|but) (?:the )?<3,>(?:(?:fighting|war|combat|strikes|airstrikes|bombardment|bombing"
        r"|hostilities|shelling|attacks) (?:has |have |had )?(?:resum(?:e|es|ed)|restart(?:s|ed)?|(?:erupt"
        r"|flar|rag|start|beg[au]n|return)[a-z]* <1,>(?:again|anew|afresh))"
        r"|(?<!to )resum(?:e|es|ed|ing) <2,>(?:fighting|war|combat|strikes|airstrikes|bombardment|bombing|hostilities|shelling"
        r"|attacks|operations)))\b",
        "Envoys try to revive truce as fighting resumes.",
    ),
    Rule(
        "talks failed",
        "rejected",
        r"@ <1,>(?:talks|negotiations|efforts|bid|proposals?|attempts?|discussions|initiative|plan|push"
        r"|mediation) <8>(?P<c>(?:have |has |had |were |was )?(?:failed|collapsed|broke down|broken down"
        r"|break down|fell through|fell apart|foundered|end(?:ed|s)? without|ending without|ended in failure"
        r"|broke off|broken off|without (?:a )?(?:breakthrough|result|agreement|deal|progress)|in failure"
        r"|deadlocked|rejected))",
        "Ceasefire talks in Jeddah collapsed.",
    ),
    Rule(
        "talks on it failed",
        "rejected",
        r"\b(?:talks|negotiations|efforts|bid|attempts?|discussions|mediation|meeting) <6>@ <8>(?P<c>(?:have "
        r"|has |had )?(?:failed|collapsed|broke down|broken down|fell through|fell apart|foundered|end(?:ed"
        r"|s)? (?:without|in failure)|ending without|broke off|without (?:a )?(?:breakthrough|result|agreement"
        r"|deal|progress)))\b",
        "Talks on a truce collapsed.",
    ),
    Rule(
        "stalled",
        "called_for",
        r"@ <5>(?P<c>stall(?:s|ed|ing)?|dragg?(?:ed|ing)? on|drag on|at an impasse|deadlock(?:ed)?"
        r"|hang in the balance|inch(?:es|ed)? (?:forward|closer)|progress(?:es|ed|ing)?)\b",
        "Talks on a truce stalled.",
    ),
    Rule(
        "decided to end it",
        "ended",
        r"\b(?P<c>(?:decision|decid(?:ed|es)|order(?:ed|s)) (?:to (?:suspend|end|abandon|cancel|call off|lift|break off|quit|scrap"
        r"|terminate)|not to (?:extend|renew|prolong))) <5,>@(?! (?:talks|negotiations))",
        "He announced a decision to suspend the truce.",
    ),
    Rule(
        "end pending",
        None,
        r"\b(?P<c>(?:threat(?:en|ens|ened|ening)? to|could|may|might|want(?:s|ed)? to|ready to|call(?:s"
        r"|ed)? (?:on <3,>)?to) (?:end|abandon|scrap|quit|terminate|leave|withdraw from|break|suspend"
        r"|cancel)) <4,>@",
        "The group threatened to abandon the truce.",
    ),
    Rule(
        "not extended",
        "ended",
        r"\b(?P<c>(?:fail(?:s|ed|ing|ure)?|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed)|unable) to <1,>(?:extend"
        r"|prolong|renew)) <5,>@",
        "The sides failed to extend a UN-brokered truce.",
    ),
    Rule(
        "collapse of",
        "ended",
        r"\b(?P<c>(?:collapse|breakdown|end|ending|expiry|expiration|demise|termination|death|lapse"
        r"|unravell?ing|abandonment|suspension|cancellation|failure(?! to)) (?:of|to) )(?:(?!and |war |fighting "
        r"|violence |hostilities |blockade |siege |offensive |attacks |conflict |bombing "
        r"|talks )[^\s;,@%]+ ){0,6}@(?! (?:talks|negotiations|efforts))",
        "The offensive began after the collapse of a short-lived truce.",
    ),
    Rule(
        "blow to",
        "ended",
        r"\b(?P<c>(?:fatal|final|death) (?:blow|knell|nail)|dealt a fatal|buried|nail in the coffin) <4,>@",
        "The strike dealt a fatal blow to the truce.",
    ),
    Rule(
        "ended without",
        "rejected",
        r"\b(?:talks|negotiations|meeting|summit|round|conference|session) <6>(?P<c>(?:ended|concluded|closed"
        r"|broke up|finished|adjourned|over) <1,>without) <5~>@",
        "Peace talks ended without a ceasefire.",
    ),
    Rule(
        "called it off",
        "ended",
        r"(?<!to )\b(?P<c>(?:end(?:ed|ing|s)|call(?:ed|ing|s) off|scrapp?(?:ed|ing|s)|abandon(?:ed|ing|s)"
        r"|terminat(?:ed|ing|es)|annull?(?:ed|ing)|cancell?(?:ed|ing|s)|suspend(?:ed|ing|s)|revok(?:ed|ing|es)"
        r"|quit|quits|pull(?:ed|ing|s)? out of|withdr(?:ew|aws|awn|awing|awal) from|renounc(?:ed|ing|es)"
        r"|torpedo(?:ed|ing|es)|shatter(?:ed|ing|s)|wreck(?:ed|ing|s)|unilaterally ended|no longer bound by"
        r"|walk(?:ed|ing|s) away from|lift(?:ed|ing|s)|(?<!reasons )(?<!reason )(?<!tempted )(?:not"
        r"|n't) (?:to )?(?:extend|renew)|will (?:end"
        r"|suspend|terminate"
        r"|not extend)) )(?:(?!and |war |fighting |violence |hostilities |with |over |in "
        r"|by )[^\s;,@%]+ ){0,4}@(?! (?:talks|negotiations|efforts|violations?))",
        "The group ended its ceasefire with the government.",
    ),
    Rule(
        "no longer",
        "ended",
        r"@ <4,>(?P<c>(?:is|was|are|were) no longer (?:in (?:effect|force|place)|valid|holding|binding"
        r"|respected))",
        "The truce is no longer in force.",
    ),
    Rule(
        "lasted briefly",
        "ended",
        r"@ <8!>(?P<c>lasted (?:only|just|barely|less|mere|little|no more))",
        "An earlier truce lasted only a few days.",
    ),
    Rule(
        "over",
        "ended",
        r"@ <8!>(?<!fighting )(?<!war )(?<!conflict )(?<!violence )(?P<c>(?:is|was|are|were|been|be|declared"
        r"|pronounced) (?:now |all but |effectively "
        r"|officially |finally |already |as good as )?(?:over|finished|dead|in tatters|in ruins))\b",
        "The truce is over, the general said.",
    ),
    Rule(
        "declared over",
        "ended",
        r"\b(?:declar(?:e|es|ed|ing)|pronounc(?:e|es|ed|ing)|consider(?:s|ed)?) <4,>@ (?P<c>(?:to be )?(?:over"
        r"|dead|ended|finished|null|void|at an end))\b",
        "The army declared the ceasefire over.",
    ),
    Rule(
        "was called off",
        "ended",
        r"@ <10!>(?P<c>(?:was|were|been|is|are) <1,>(?:called off|scrapped|abandoned|terminated|cancelled"
        r"|canceled|suspended|revoked))\b",
        "The truce was called off by the rebels.",
    ),
    Rule(
        "came to an end",
        "ended",
        r"@ <10!>(?P<c>to an (?:abrupt |early |violent |bloody |sudden )?end|(?:gave|given|giving) way to"
        r"|went up in smoke)",
        "Rockets brought the truce to an end.",
    ),
    Rule(
        "ended",
        "ended",
        r"@(?! (?:talks|negotiations|efforts|bid|proposal)) <12!>(?P<c>(?:has |have |had )?(?:ended|expired"
        r"|lapsed|ran out|run out|ends|expires)(?= ?(?:$|[.,;:]|with |on |at |in |after |when |as |last "
        r"|early |late |this |and |but |following |without |amid |friday|monday|tuesday|wednesday|thursday"
        r"|saturday|sunday|before |because |yesterday|today|overnight|earlier|two |three |there|by |abruptly"
        r"|prematurely|minutes|hours|this )))",
        "The truce expired at dawn.",
    ),
    Rule(
        "collapsed",
        "ended",
        r"@(?! (?:talks|negotiations|efforts|bid|proposal)) <14!>(?P<c>collaps(?:ed|es|ing)|broke down"
        r"|broken down|breaks down|breaking down|fell apart|falls apart|fallen apart|falling apart|(?:has "
        r"|had |have )?<1,>failed(?! to)|disintegrat(?:ed|es|ing)|imploded)\b",
        "A ceasefire brokered last week has collapsed.",
    ),
)
