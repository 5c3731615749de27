"""Broken while it still exists, or a side is accused of it; fighting despite it."""

from __future__ import annotations

from service.analysis.languages.en.truce.phrases import BREACH
from service.analysis.languages.en.truce.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "no breach",
        "in_effect",
        r"\b(?P<c>(?:no|without|zero) <3,>(?:violations?|breach(?:es)?|infringements?)) (?:of )?<4,>@",
        "No violations of the truce were reported.",
    ),
    Rule(
        "no truce breach",
        "in_effect",
        r"\b(?P<c>(?:no|without) <2,>@ (?:violations?|breach(?:es)?))",
        "There were no ceasefire violations.",
    ),
    Rule(
        "will ignore it",
        "rejected",
        r"\b(?P<c>(?:would|will|vowed to|pledged to|going to) (?:simply )?(?:ignore|disregard|defy)) <4,>@",
        "They had not been asked about the truce and would ignore it.",
    ),
    Rule(
        "violate",
        "violated",
        rf"\b(?P<c>(?:{BREACH}|violations? of|breach(?:es)? of|in (?:clear |direct |open "
        rf"|flagrant )?(?:violation|breach|defiance) of|infringements? of|disregard(?:s|ed|ing)?(?: for| of)?"
        rf"|ignor(?:e|es|ed|ing)|def(?:y|ies|ied|ying))) <6,>@",
        "It accused Armenia of violating a ceasefire.",
    ),
    Rule(
        "truce violation",
        "violated",
        r"@ <1,>(?P<c>violations?|breach(?:es)?|infringements?|transgressions?|violators?)\b",
        "Both sides traded blame for ceasefire violations.",
    ),
    Rule(
        "broken by",
        "violated",
        r"@ <8>(?P<c>(?:broken|violated|breached)) (?:in|on|by|within|after|almost|repeatedly|last|several"
        r"|many)\b",
        "a ceasefire broken within a week",
    ),
    Rule(
        "was violated",
        "violated",
        r"@ <22>(?P<c>(?:was|were|been|being|is|are|be) <3,>(?:violated|breached|broken(?! down| off)|flouted"
        r"|ignored|infringed|disregarded|shattered|shaken|marred|punctuated|undermined|defied|not respected"
        r"|not observed))\b",
        "The truce has been repeatedly violated.",
    ),
    Rule(
        "marred",
        "violated",
        r"@ <5,>(?P<c>marred by|punctuated by|strained by|shaken by|undermined by|tested by|dented by"
        r"|challenged by)\b",
        "A truce marred by daily gunfire entered its third week.",
    ),
    Rule(
        "put to the test",
        "violated",
        r"\b(?P<c>(?:test(?:s|ed|ing)|strain(?:s|ed|ing)|the latest test of|a (?:serious |severe "
        r"|major )?test (?:of|for))) <4,>@",
        "Fighting flared, testing a ceasefire agreed in August.",
        violence=True,
    ),
    Rule(
        "in the breach",
        "violated",
        r"@ <12>(?P<c>honou?red <3,>in the breach)",
        "The truce has been honoured mostly in the breach.",
    ),
    Rule(
        "broke",
        "violated",
        r"(?<!a )(?<!the )\b(?P<c>br(?:oke|eak|eaks|eaking|oken)(?: of)?(?! (?:from|in|out|into|up)\b)) <5,>"
        r"@(?! (?:impasse|deadlock|talks|negotiations))",
        "Moscow accused Kyiv of breaking the truce.",
    ),
    Rule(
        "not keeping it",
        "violated",
        r"\b(?P<c>(?:not|n't|never|no longer|failing to|failed to|failure to|refusing to|refused to) (?:fully "
        r"|been |be )?(?:respect(?:ed|ing)?|observ(?:e|ed|ing)|honou?r(?:ed|ing)?|abid(?:e|ed|ing) by"
        r"|compl(?:y|ied|ying) with|adher(?:e|ed|ing) to|implement(?:ed|ing)?|stick(?:ing)? to|stuck to"
        r"|stand by|uph(?:old(?:ing)?|eld))) <5,>@",
        "He said the other side was not respecting the ceasefire.",
    ),
    Rule(
        "promised but",
        "violated",
        r"\b(?P<c>(?:even though|although|though|while|after) <6,>(?:promised|agreed|pledged|vowed|undertook"
        r"|committed) (?:themselves )?to <2,>(?:honou?r|respect|observe|keep|uphold|hold|abide by|implement"
        r"|declare|begin|start)?) ?<4,>@",
        "Fighting raged though both had promised to honour the truce.",
        violence=True,
    ),
    Rule(
        "not held",
        "violated",
        r"@ <12>(?P<c>(?:has |have |had |is |was |were |are )?(?:not|never|n't|hardly|barely|scarcely"
        r"|failed to|failing to|fails to|struggl(?:es|ed|ing) to) <2,>(?:hold|holding|held|respected|observed"
        r"|taken hold|take hold|stopped|halted|prevented|ended the)|(?:failed to|failing to|fails to"
        r"|did little to|did nothing to|has done little to) <1,>(?:hold|take hold|stop|halt|stem|quell|prevent"
        r"|end|calm|silence)|(?:has |have |had )?(?:had )?(?:little|no|limited|scant) (?:impact|effect"
        r"|sign of)|(?:is |was |were |are |began to |begun to |already |quickly )*(?:unravel(?:s|led|ling|ed"
        r"|ing)?|fray(?:s|ed|ing)?|crumbl(?:es|ed|ing)|wobbl(?:es|ed|ing)|buckl(?:es|ed|ing)))",
        "The ceasefire failed to stop the shelling.",
    ),
    Rule(
        "fighting despite talk",
        "called_for",
        r"\b(?P<c>(?:despite|in spite of|notwithstanding|amid|ignoring) <4,>(?:calls?|appeals?|talks|hopes?"
        r"|efforts?|push|demands?|pressure|negotiations|pleas?|proposals?|bid|mediation|attempts?"
        r"|discussions)) <6,>@",
        "Shelling went on despite calls for a truce.",
    ),
    Rule(
        "despite",
        "violated",
        r"\b(?P<c>despite|in spite of|notwithstanding|regardless of|in defiance of|undeterred by|even with"
        r"|ignoring) <7,>@",
        "Air strikes hit the town despite a truce.",
        violence=True,
    ),
    Rule(
        "fighting after",
        "violated",
        r"\b(?P<c>(?:fighting|clashes|shelling|strikes|airstrikes|attacks|violence|fire|gunfire|bombardments?"
        r"|battles|explosions|skirmishes|bombing|raids|hostilities) <5,>(?:continu(?:e|es|ed|ing)|rag(?:ed|es"
        r"|ing)|persist(?:s|ed|ing)?|went on|go(?:es)? on|erupted|flared|resum(?:ed|es)|were reported"
        r"|was reported|broke out)) <6>(?:hours after|minutes after|a day after|days after|shortly after"
        r"|soon after|even after|despite|amid|during|as) <6,>@",
        "Clashes continued hours after the truce began.",
    ),
    Rule(
        "still fighting",
        "violated",
        r"@ <14>(?P<c>(?:but|although|though|while|yet|however) <8>(?:still|continued?|kept"
        r"|continuing) (?:to )?(?:fight|fighting|shell|shelling|fire|firing|attack|attacking|bomb|bombing"
        r"|strike|striking|advanc(?:e|ing)))\b",
        "He ordered a ceasefire, but his forces were still fighting.",
    ),
    Rule(
        "attack came after",
        "violated",
        r"\b(?:shelling|attacks?|strikes?|airstrikes?|raids?|bombing|bombardment|clash(?:es)?|ambush|killings?"
        r"|fighting|violence|explosions?|blasts?|fire) <14>(?P<c>(?:came|comes|happened|took place|occurred"
        r"|broke out|erupted) <4>(?:hours|hour|day|days|minutes|week|weeks|just) (?:<1,>)after) <8~>@",
        "The shelling came a day after the two sides reaffirmed the ceasefire.",
    ),
    Rule(
        "attacks since",
        "violated",
        r"\b(?P<c>since) <4,>@ <3,>(?:came|took|went|began|started"
        r"|entered|was|were) [^@]{0,120}(?<!no )(?<!without )\b(?:kill(?:ed|s|ing)|strikes|raids|airstrikes"
        r"|shelling"
        r"|attacks|violations|shot dead)\b",
        "Since the truce began monitors have counted 40 raids.",
    ),
    Rule(
        "killed since",
        "violated",
        r"(?:\b(?:kill(?:ed|s|ing)|strikes|raids|airstrikes|shelling|attacks|assaults|shot dead) [^@]{0,90}"
        r"|\A)\b(?P<c>since) <4,>@ <3,>(?:came|took|went|began|started|entered|was"
        r"|were)(?! effect [^@]{0,60}(?:no"
        r"|without) )",
        "Strikes have killed 40 people since the ceasefire took effect.",
        violence=True,
    ),
    Rule(
        "no let-up",
        "violated",
        r"@ <16>(?P<c>(?:shelling|fighting|firing|bombardment|clashes|attacks|gunfire|shooting"
        r"|strikes) <3>(?:had not|has not|have not|did not|does not|no sign of|showed no) <3>(?:let up"
        r"|letting up|let-up|stopped|stop|stopping|ceased|abated|abating|eased|easing|died down|subsided))",
        "A truce should have begun, but the shelling had not let up.",
    ),
    Rule(
        "shaky start",
        "violated",
        r"@ <6>(?P<c>(?:shaky|rocky|bloody|faltering|uncertain|violent) start)\b",
        "The ceasefire got off to a shaky start.",
    ),
    Rule(
        "fighting goes on under it",
        "violated",
        r"@ <6>(?P<c>(?:but|although|while|yet|however|even as|and) <4,>(?:fighting|clashes|shelling|strikes"
        r"|airstrikes|attacks|violence|gunfire|bombardment|battles|explosions|skirmishes"
        r"|bombing) <4,>(?:continu(?:e|es|ed|ing)|rag(?:ed|es|ing)|persist(?:s|ed|ing)?|went on|erupted|flared"
        r"|resum(?:ed|es)|were reported|was reported|broke out))",
        "A truce took effect but shelling continued.",
    ),
)
