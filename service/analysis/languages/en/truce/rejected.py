"""A side refuses one, or no agreement on one is reached."""

from __future__ import annotations

from service.analysis.languages.en.truce.phrases import BREACH, MAKE
from service.analysis.languages.en.truce.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "denied breach",
        "violated",
        rf"\b(?P<c>(?:reject|den)(?:ied|ies|ed|s|ying|ing) <7,>{BREACH}) <5,>@",
        "The army denied violating the truce.",
    ),
    Rule(
        "extension not ruled out",
        "in_effect",
        r"\b(?P<c>(?:not|n't|never) (?:rul(?:e|ed|ing) out|reject(?:ed)?|exclud(?:e|ed)) <3,>(?:extension|extending"
        r"|prolonging|prolongation)) <5,>@",
        "She did not rule out an extension of the truce.",
    ),
    Rule(
        "did not rule out",
        "called_for",
        r"\b(?P<c>(?:not|n't|never) (?:rul(?:e|ed|ing) out|reject(?:ed)?|exclud(?:e|ed)|oppos(?:e|ed))) <6,>@",
        "He did not rule out a truce.",
    ),
    Rule(
        "called a ploy",
        "rejected",
        r"@ <6>(?P<c>(?:was|is|were|as|amounted to|nothing but|merely|just) <3,>(?:propaganda|stunt|trick|ploy"
        r"|sham|farce|joke|publicity|meaningless|worthless|smokescreen))\b",
        "The general said the truce was a trick.",
    ),
    Rule(
        "named a sham",
        "rejected",
        r"\b(?P<c>(?:call(?:s|ed)|dismiss(?:es|ed)|describ(?:es|ed)|brand(?:s|ed)|denounc(?:es|ed)|derid(?:es"
        r"|ed)|labell?ed) <3,>@ (?:offer |proposal |announcement |declaration |move |plan )?(?:a |an "
        r"|as )<4,>(?:sham|trick|ploy|stunt|propaganda|farce|joke|cynical|meaningless|insincere|smokescreen))",
        "They called the ceasefire offer a sham.",
    ),
    Rule(
        "would not ask for it",
        "called_for",
        r"\b(?P<c>(?:refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|fail(?:s|ed|ing|ure)?|unwilling(?:ness)?|reluctan(?:t|ce)"
        r"|hesita(?:ted|nt)) to (?:support|back|call for|endorse|vote for|press for|push for|demand|urge|advocate|join)) <6,>@",
        "Voters are angry that the party refused to call for a ceasefire.",
    ),
    Rule(
        "unwilling",
        "rejected",
        r"\b(?P<c>(?:(?:not|n't|never|neither) <2,>(?:willing|ready|prepared|interested|inclined|about)|unwilling|reluctant"
        r"|no (?:intention|interest|plans?|desire|appetite)) (?:to|in|of|for)) <5~>@",
        "The cabinet is not willing to negotiate a truce.",
    ),
    Rule(
        "negotiators withdrawn",
        "rejected",
        r"\b(?P<c>(?:recall|pull|withdr[ae]w|call)(?:s|ed|n|ing)? <4>(?:negotiators|negotiating teams?|mediators|delegation"
        r"|delegates|envoys?)) <24>@",
        "The government recalled its negotiators, dimming hopes of a truce.",
    ),
    Rule(
        "none so far",
        "called_for",
        r"\b(?P<c>(?:so far|as yet|until now|to date|thus far) <8,>(?:no|not|without)|(?:no|not) <5,>(?:so far|as yet"
        r"|until now|to date|thus far)) <10>@",
        "So far the two sides have reached no agreement on a ceasefire.",
    ),
    Rule(
        "rejected",
        "rejected",
        r"\b(?P<c>(?:reject(?:s|ed|ing|ion)?|rebuff(?:s|ed|ing)?|spurn(?:s|ed|ing)?|refus(?:e|es|ed|ing|al)"
        r"|dismiss(?:es|ed|ing)?|turn(?:s|ed|ing)? down|rul(?:es|ed|ing|e) out|oppos(?:e|es|ed|ing)"
        r"|opposition to|opposed to|declin(?:e|es|ed|ing)|veto(?:es|ed|ing)?|resist(?:s|ed|ing)?|shunn(?:ed"
        r"|ing)|snubb(?:ed|ing)|balk(?:s|ed|ing)? at|voted (?:down|against)|block(?:s|ed|ing)|shot down"
        r"|brush(?:es|ed|ing)? (?:off|aside)|defied)(?! by) <9,>@)",
        "Israel rejected calls for a ceasefire.",
    ),
    Rule(
        "rejected a proposal",
        "rejected",
        r"(?<!not )(?<!n't )\b(?P<c>(?:reject|rebuff|spurn|refus|dismiss|turn|veto)[a-z]* (?:down )?<4,>(?:proposals?|offers?|calls?"
        r"|appeals?|plans?|resolution|demands?|bids?)) <14>(?:for|of|on|to) <6~>@",
        "The president rejected the proposal made by the rebels last Monday for an immediate truce.",
    ),
    Rule(
        "was rejected",
        "rejected",
        r"@ <8>(?P<c>(?:was|were|been|is|are|being|be) <2,>(?:rejected|refused|rebuffed|turned down|ruled out"
        r"|dismissed|vetoed|opposed|out of the question|impossible|off the table))\b",
        "The truce offer was rejected by the rebels.",
    ),
    Rule(
        "offer rejected",
        "rejected",
        r"@ (?:offer|proposal|plan|call|calls|resolution|appeal|deal)? ?<6>(?P<c>(?:but|which"
        r"|that) <4,>(?:rejected|refused|rebuffed|turned down|dismissed|vetoed))\b",
        "Riyadh offered a truce, which the rebels rejected.",
    ),
    Rule(
        "failed to agree",
        "rejected",
        rf"\b(?P<c>(?:fail(?:s|ed|ing|ure)?|unable|without (?:being able|managing)) (?:again |once more )?(?:to"
        rf"|in) {MAKE} <8,>@)",
        "Leaders failed to agree on a ceasefire.",
    ),
    Rule(
        "failed attempts",
        "rejected",
        r"\b(?P<c>(?:failed|unsuccessful|fruitless|abortive|futile|collapsed) (?:attempts?|efforts?|talks"
        r"|negotiations|bids?|mediation|push) <8,>@)",
        "After failed efforts to broker a truce, the war went on.",
    ),
    Rule(
        "none before a day",
        "agreed",
        r"\b(?P<c>no @ <6,>(?:before|until) (?:<1,>)(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow"
        r"|midnight|noon|dawn|[0-9]))",
        "No ceasefire or release before Friday, officials say",
    ),
    Rule(
        "not yet",
        "called_for",
        r"\b(?P<c>no )@ (?:<2,>)(?:has|had|have|was|is) (?:as )?yet ",
        "No ceasefire has yet been agreed.",
    ),
    Rule(
        "no truce",
        "rejected",
        r"\b(?P<c>(?:(?:there (?:will|would|can|could) be|there is|see|sees|saw) )?(?:no"
        r"|never) (?:any )?)@ (?:(?:<4,>(?:until|unless|without|before|as long as|while|for now|with|now)"
        r"|(?:agreement |deal )?(?:was|has been|had been|is|will be|would be) <2,>(?:reached|agreed|possible"
        r"|signed|considered)))",
        "There will be no ceasefire until the hostages are free, he said.",
    ),
    Rule(
        "no agreement on it",
        "rejected",
        r"\b(?P<c>(?:no|without(?: an| any)?) (?:agreement|deal|accord|consensus|breakthrough|progress)) <11,>@",
        "The meeting ended with no agreement on a truce.",
    ),
    Rule(
        "will not agree",
        "rejected",
        r"\b(?P<c>(?:not|never|n't|nor) <1,>(?:agree(?:d)?(?: to)?|accept(?:ed)?|consider(?:ing)?"
        r"|discuss(?:ing)?|sign|declare[d]?|talk(?:ing)? about|negotiate|support|back|call for|want"
        r"|need|be a|contemplat(?:e|ing)|entertain|interested in|ready for|seek(?:ing)?|planning)) <6,>@",
        "We will not accept a ceasefire, the general said.",
    ),
)
