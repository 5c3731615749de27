"""Said on condition, in fear or in hope, or of who watches over it: nothing has happened."""

from __future__ import annotations

from service.analysis.languages.en.truce.phrases import WISHED_KIND
from service.analysis.languages.en.truce.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "turned into",
        "called_for",
        r"\b(?P<c>(?:(?:turn|convert|transform|translat|evolv|develop|expand|grow|lead|extend|build|parlay)(?:e|ed|s|ing)?"
        rf" <4,>(?:into|to)|becom(?:e|es|ing)) (?:a|an|something like a) <2,>{WISHED_KIND}) <2,>@",
        "They want the pause turned into a lasting ceasefire.",
    ),
    Rule(
        "possible kind",
        "called_for",
        r"\b(?P<c>(?:[a-z]+ (?:of|on|for|about|over) )?(?:a |an |any |the )?(?<!as )(?:possible|potential|eventual|prospective"
        r"|hypothetical|proposed))(?! (?:[a-z-]+ )?(?:extension|end|ending|collapse|renewal|violation|breach|resumption|prolong))"
        r" <3,>@(?! (?:violations?|breach))",
        "Delegates discussed implementation of a possible truce.",
    ),
    Rule(
        "needs to grow",
        "in_effect",
        r"@ <2,>(?P<c>(?:needs?|has|must|should|ought) to (?:become|turn into|be made|be turned|grow))",
        "A family says the truce needs to become a full peace.",
    ),
    Rule(
        "there though",
        "in_effect",
        r"\b(?:if|unless|whether) <2,>(?P<c>the (?:current|existing|present|ongoing|temporary|fragile)) <3,>@",
        "He fears a wider war if the current truce is not made lasting.",
    ),
    Rule(
        "any more breaches",
        "violated",
        r"\b(?P<c>(?:any|barring) (?:more|further|fresh|new) (?:violations?|breach(?:es)?|infringements?)) (?:of )?<4,>@",
        "Barring any further breaches of the truce, aid will move.",
    ),
    Rule(
        "hopes dashed",
        "violated",
        r"\b(?P<c>(?:dash|shatter|crush|dim|undermin|end|puncture|destroy)(?:es|s|ed"
        r"|ing)? <2,>hopes that <3,>@ <8>(?:hold|last|survive|stick|work))",
        "Clashes flared, dashing hopes that a truce would hold.",
    ),
    Rule(
        "hopes of it dashed",
        "rejected",
        r"\b(?P<c>(?:dash|shatter|crush|end|destroy)(?:es|s|ed|ing)? <2,>hopes (?:of|for) <4,>@)",
        "The attack dashed hopes of a truce.",
    ),
    Rule(
        "no talk of it",
        "rejected",
        r"\b(?P<c>no (?:talk|question|possibility|chance|thought|room|point) (?:of|for|in) <4,>@)",
        "There could be no talk of a truce, he said.",
    ),
    Rule("not in sight", None, r"\b(?P<c>no @ <2,>in sight)", "No truce was in sight."),
    Rule(
        "should have begun",
        None,
        r"@ <4>(?P<c>(?:supposed|meant|due|was|were|scheduled) to have <2,>(?:begun|started|taken effect"
        r"|come into|ended|held|secured|brought|given)|should have <2,>(?:begun|started|taken effect))",
        "A truce was supposed to have begun at noon.",
    ),
    Rule(
        "will not break it",
        "in_effect",
        r"\b(?P<c>(?:would not|will not|won't|never|not be the first to|no intention of|not) <4,>(?:break"
        r"|breaking|violate|violating|breach|breaching)) <5,>@",
        "They said they would not be the first to break the truce.",
    ),
    Rule(
        "if",
        None,
        r"\b(?P<c>(?:if|unless|whether|should|in case) <6,>@(?: <5,>(?:hold|holds|held|fail|fails|failed"
        r"|collapses?|collapsed|lasts?|lasted|sticks?|survives?|endures?|break|breaks|broken|ends?|ended|took"
        r"|takes|take|agreed|reached|possible|likely"
        r"|near|violated"
        r"|respected|expires?)\b)?)",
        "If the truce holds, aid will follow.",
    ),
    Rule(
        "hoped for one",
        "called_for",
        r"\b(?P<c>(?:hop(?:e|es|ed|ing)|pray(?:s|ed|ing)?|wish(?:es|ed)?) (?:that |for )?(?:a|an|any|another)) <3,>@",
        "I hope a ceasefire will be the first step.",
    ),
    Rule(
        "its end nears",
        "in_effect",
        r"\b(?P<c>(?:end|expiry|expiration|deadline) (?:of|to|for)) <4,>@ (?:approaches|nears|looms|is near|draws near|is approaching)",
        "An end to the truce approaches.",
    ),
    Rule(
        "current one ends",
        "in_effect",
        r"\b(?P<c>(?:after|once|when|until|before|as soon as) the (?:current|present|existing|ongoing) <2,>@ (?:ends|expires"
        r"|is over|runs out))",
        "Aid will be needed after the current truce ends.",
    ),
    Rule(
        "ensured",
        None,
        r"\b(?P<c>(?:ensur(?:e|es|ed|ing)|mak(?:e|ing) sure|hop(?:e|es|ed|ing)|pray(?:ed|s|ing)?|doubt(?:s|ed"
        r"|ful)?|fear(?:s|ed)?|wonder) (?:that |if |whether |about )?<4,>@ <4,>(?:holds?|held|is respected"
        r"|lasts?|would hold|will hold|could collapse|will collapse|would collapse|survives?|sticks?))",
        "It failed to ensure the ceasefire holds.",
    ),
    Rule(
        "doubted",
        None,
        r"\b(?P<c>(?:believ(?:e|es|ed)|expect(?:s|ed)?|think(?:s)?|thought|doubt(?:s|ed)?|confiden(?:t|ce)"
        r"|optimis(?:m|tic)|s[ck]eptic(?:al|ism)|certain|sure) (?:that |in |about |of )?<4,>@ <3,>(?:will"
        r"|would|can|could|holding|lasting|surviving))\b",
        "Nobody believes the truce will last.",
    ),
    Rule(
        "threatened end",
        None,
        r"\b(?P<c>(?:threat(?:s|en|ens|ened|ening)? (?:to|of)|risk(?:s|ed|ing)?(?: of)?|fear(?:s|ed)?(?: of)?"
        r"|avert(?:s|ed|ing)?|prevent(?:s|ed|ing)?|warn(?:s|ed|ing)?(?: of)?|danger of|jeopardi[sz](?:e|es|ed"
        r"|ing)|imperil(?:s|led)?) <5,>(?:end(?:ing)?|collapse|collapsing|breakdown|derail(?:ing)?"
        r"|unravel(?:ling|ing)?|wreck(?:ing)?|jeopardi[sz]e|scupper|failure|break(?:ing)?|torpedo)) <5,>@",
        "The dispute threatened to derail the truce.",
    ),
    Rule(
        "may end",
        None,
        r"@ <6,>(?P<c>(?:could|may|might|would|risks?|was at risk of|is at risk of|threatens? to"
        r"|will) <2,>(?:collapse|collapsing|end|fail|unravel|break|fall apart|be broken|be violated"
        r"|crumble))\b",
        "He warned the truce could collapse.",
    ),
    Rule(
        "any breach",
        None,
        r"\b(?P<c>(?:any|each|every|possible|potential|future|further|alleged and real|respond to"
        r"|monitor(?:ing)?|investigat(?:e|es|ing)|verify) (?:<2,>)(?:violations?|breach(?:es)?)) (?:of )?<4,>@",
        "It will answer any violation of the truce.",
    ),
    Rule(
        "any truce breach",
        None,
        r"\b(?P<c>(?:any|every|potential|possible) <2,>@ (?:violations?|breach(?:es)?))",
        "Any ceasefire violation will be answered.",
    ),
    Rule(
        "body",
        None,
        r"@ (?P<c>(?:monitor(?:s|ing)?|line|lines|committee|commission|observers?|supervision|mechanism"
        r"|verification|commissioners?|zones?))\b",
        "The ceasefire line is watched.",
    ),
    Rule(
        "to watch over",
        None,
        r"\b(?P<c>(?:to|will|would|and|which|that)? ?(?:monitor(?:s|ed|ing)?|oversee(?:s|ing)?|oversaw"
        r"|verif(?:y|ies|ied|ying)|supervis(?:e|es|ed|ing)|guarantee|polic(?:e|ing)|patrol(?:s|led"
        r"|ling)?)) <4,>@",
        "Peacekeepers were sent to oversee the fragile truce.",
    ),
    Rule(
        "urged to keep",
        None,
        r"\b(?P<c>(?:urg(?:e|es|ed|ing)|call(?:s|ed|ing)?(?: on| upon| for)?|demand(?:s|ed|ing)?|ask(?:s|ed"
        r"|ing)?|told|warn(?:s|ed|ing)?|importance of|need to|must|should|obligation to|failure to"
        r"|return(?:ing)? to|commit(?:s|ted)? to) <9>(?:respect|respecting|abid(?:e|ing)(?: <2,>)?(?:by)?"
        r"|observ(?:e|ing)|honou?r(?:ing)?|adher(?:e|ing) to|comply(?:ing)? with|uphold(?:ing)?"
        r"|stick(?:ing)? to|maintain(?:ing)?|keep(?:ing)?|preserv(?:e|ing)|strengthen(?:ing)?"
        r"|implement(?:ing)?|respect of|respect for|adherence to|compliance with)) <6>@",
        "He urged him to return to respecting the ceasefire.",
    ),
    Rule(
        "earlier failed attempts",
        None,
        r"\b(?P<c>(?:earlier|previous|past|several|repeated|prior) (?:<2,>)(?:fail(?:ed|ures?)|unsuccessful"
        r"|abortive) <5,>(?:attempts?|efforts?|bids?|talks|negotiations)? ?<6,>@)",
        "after earlier failed attempts by Russia to broker a truce",
    ),
)
