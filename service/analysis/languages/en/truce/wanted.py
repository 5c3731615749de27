"""Called for, offered, discussed, attempted; and announced for a time to come."""

from __future__ import annotations

from service.analysis.languages.en.truce.phrases import ASK, MADE_PASSIVE, MAKE, WISH
from service.analysis.languages.en.truce.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "in a proposal",
        "called_for",
        r"\b(?P<c>(?:under|according to|in) (?:the|a|its|his|their|this|that) <3,>(?:proposals?|plan|draft"
        r"|offer|initiative|blueprint|framework|outline|resolution)) <8!>@",
        "Under the proposal a truce would begin in May.",
    ),
    Rule(
        "led to it",
        "agreed",
        r"\b(?P<c>(?:led|resulted|culminated|ushered) (?:to|in)|yielded|produced) <5~>@(?! (?:talks|negotiations|proposal))",
        "The talks that led to the truce took five weeks.",
    ),
    Rule(
        "deal debated",
        "called_for",
        r"\b(?P<c>(?:debat|discuss|weigh|consider|mull|vote on|negotiat|seek|propos|review)(?!ed)[a-z]* <4,>(?:deal|agreement|accord"
        r"|proposal|plan)) <12>@",
        "Cabinet debates deal on captives, truce",
    ),
    Rule(
        "reaching one",
        "called_for",
        r"(?<!after )(?<!by )(?<!for )(?<!since )(?<!upon )(?<!on )(?<!in )\b(?P<c>(?:reach|achiev|secur|obtain|establish|negotiat"
        r"|broker|facilitat)ing (?:a|an|any|another)) <4~>@",
        "Work goes on towards freeing captives and reaching a lasting truce.",
    ),
    Rule(
        "delayed",
        "agreed",
        r"@ <8>(?P<c>(?:delayed|postponed|pushed back|(?:won't|will not|not|n't) (?:now )?(?:happen|begin|start|take effect)"
        r" (?:before|until)))",
        "The truce will not begin before Friday, officials said.",
    ),
    Rule(
        "delay to it",
        "agreed",
        r"\b(?P<c>(?:delay(?:s|ed|ing)?|postpon(?:e|es|ed|ing|ement)) (?:to |of |in )?) ?<4,>@(?! (?:talks|vote))",
        "A dispute over lists delayed the truce by a day.",
    ),
    Rule(
        "deal's content",
        "agreed",
        r"\b(?P<c>(?:deal|agreement|accord|pact) <3>(?:which|that) <1,>(?:provides? for|calls? for|includes?"
        r"|brings?|brought|includes|began"
        r"|started|established|will see|led to)) <6,>@",
        "Some oppose the agreement, which provides for a four-day truce.",
    ),
    Rule(
        "freed in exchange",
        "agreed",
        r"\b(?:will|are to|is to|set to|due to|agreed to) <2,>(?:free|release|hand over|swap|exchange)[a-z]* <14>(?P<c>in"
        r" (?:exchange|return) for) <12>@",
        "Fifty captives will be released in exchange for prisoners and a truce.",
    ),
    Rule(
        "deal that brings it",
        "agreed",
        r"\b(?:announc|reach|struck|agree|approv|sign|accept|seal|broker|clinch|back|conclud)[a-z]* <4,>(?:deal|agreement|accord"
        r"|pact) <24>(?P<c>(?:offering|allowing|includ(?:es|ing|ed)|involv(?:es|ing)|provid(?:es|ing)(?: for)?|that (?:calls for"
        r"|would|will|includes|provides|brings)|which (?:includes|provides)|bringing|granting|giving|under which|calling"
        r" for|as well as|along with|and)) <7,>@",
        "They announced a deal freeing captives and offering the town a truce.",
    ),
    Rule(
        "ready for one",
        "called_for",
        rf"\b(?P<c>(?:willing|ready|prepared|open|disposed|inclined) to <1,>(?:{MAKE}|consider)) <7~>@",
        "The rebels announced they are willing to accept a truce.",
    ),
    Rule(
        "close to a deal",
        "called_for",
        r"\b(?P<c>(?:close|closer|near|nearing|closing in|inching|hop(?:e|es|ed|ing)|trying|working|aim(?:s"
        r"|ing)?) <3,>(?:reach|strik|sign"
        r"|clinch|secur|seal|finali[sz]|agree|a|an|the)(?:e|ing)? <3,>(?:deal|agreement|accord) <3>(?:on|for|to|over|of)) <5~>@",
        "We are close to reaching a deal on a truce, he said.",
    ),
    Rule(
        "voted to accept",
        "agreed",
        r"\b(?P<c>(?:vot(?:ed|es)|agreed|decided|moved) <8>to (?:accept|approve|endorse|back|ratify|adopt"
        r"|support)) <5~>@",
        "The cabinet voted 24 to 9 to accept the ceasefire.",
    ),
    Rule(
        "agreed to keep",
        "in_effect",
        r"\b(?P<c>(?:agree(?:d|s)?|pledg(?:ed|es)|promis(?:ed|es)|vow(?:ed|s)|continu(?:e|es|ed|ing)"
        r"|committ?ed|recommitted|reaffirm(?:ed|s)|determined|will) <3,>(?:to )?<1,>(?:maintain|uphold|keep"
        r"|continue|preserve|consolidate|strengthen|shore up|stand by|respect|abide by"
        r"|adhere to)(?:ing)?) (?:the|a|an|their|its|this) <3,>@",
        "The two agreed to maintain the ceasefire.",
    ),
    Rule(
        "will observe it",
        "agreed",
        r"\b(?P<c>will (?:also )?(?:establish|observe|declare|decree|begin|start|enter|implement)) <5~>@(?! (?:talks|negotiations))",
        "The army will establish a truce on Sunday and Monday.",
    ),
    Rule(
        "offered by them",
        "called_for",
        r"@ <1,>(?P<c>(?:offered|proposed|suggested|sought|demanded|requested|floated) (?:by|this|last|on"
        r"|yesterday|in|earlier|for|to))\b",
        "The army said it knew nothing of a truce offered by the rebels.",
    ),
    Rule(
        "not been made",
        "called_for",
        rf"@ <12>(?P<c>(?:has|have|had) (?:not|never) (?:yet )?been {MADE_PASSIVE})\b",
        "The truce has not yet been approved.",
    ),
    Rule(
        "urged to return",
        "called_for",
        rf"\b(?P<c>{ASK} <8>(?:return|go back|recommit|come back) to) <3~>@",
        "The UN urged both to return to the ceasefire.",
    ),
    Rule(
        "persuaded",
        "agreed",
        r"\b(?P<c>(?:persuaded|convinced|got|induced|prevailed on|prevailed upon) <5>(?:to|into) (?:accept"
        r"|accepting|agree|agreeing|observe|sign|signing|declare|honou?r|respect|join)) <5~>@",
        "Elders persuaded them to observe a truce.",
    ),
    Rule(
        "blessed",
        "agreed",
        r"\b(?P<c>(?:gave|given|gives|giving) <3,>(?:blessing|approval|backing|assent|consent|green light"
        r"|go-ahead|support) to) <4,>@",
        "The leader gave his blessing to the ceasefire.",
    ),
    Rule(
        "argued over",
        "called_for",
        r"\b(?P<c>(?:argu|haggl|wrangl|bargain|disagree|quarrel)(?:e|es|ed|ing|s|led|ling|d)? <12>)@",
        "Delegates argued over where to pull back under a ceasefire.",
    ),
    Rule(
        "awaited",
        "called_for",
        r"\b(?P<c>(?:wait(?:s|ed|ing)? <3,>for|await(?:s|ed|ing)?|anticipation (?:of|for))) <3,>@",
        "The town is waiting for a truce.",
    ),
    Rule(
        "urged to begin",
        "called_for",
        r"\b(?P<c>(?:call(?:s|ed|ing)? (?:again |repeatedly )?for|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?"
        r"|appeal(?:s|ed|ing)? (?:again )?for|plead(?:s|ed|ing)? for|propos(?:e|es|ed|ing)|offer(?:s|ed|ing)?"
        r"|advocat(?:e|es|ed|ing)|support(?:s|ed|ing)? for|insist(?:s|ed|ing)? on|press(?:es|ed|ing)? for"
        r"|push(?:es|ed|ing)? for|request(?:s|ed|ing)?|suggest(?:s|ed|ing)?|seek(?:s|ing)?|sought)) <6~>@",
        "The EU called for an immediate ceasefire.",
    ),
    Rule(
        "agreed to make",
        "agreed",
        rf"\b(?P<c>(?:agreed|agrees|helped(?: to)?|helps|managed|decided|decides|succeeded in|committed|vowed"
        rf"|promised|pledged|set|sets|preparing|prepares|prepared|begin|begins|began|start(?:s"
        rf"|ed)?) (?:to )?<2,>(?:{MAKE}|brokering|begin|start|observing)) <6~>@",
        "The two agreed to observe a truce.",
    ),
    Rule(
        "about to be",
        "agreed",
        r"@ <14>(?P<c>(?:(?:is|was|are|were) )?(?:(?<!unlikely )(?<!likely )(?<!appears )(?<!appeared )(?<!seems )(?<!seemed )to|will"
        r"|would|due to|set to|expected to|scheduled to"
        r"|slated to|supposed to|meant to|shall|that should) (?!a |an |the )<2,>(?:take effect|take hold"
        r"|come into (?:force"
        r"|effect)|go into (?:force|effect)|enter into force|enter into effect|begin|start|be implemented|last"
        r"|be observed|be in place|be in effect|be in force|run)|(?:begins|starts|takes effect|effective"
        r"|starting|beginning) (?:on |at |from |early |late |next |this )?(?:monday|tuesday|wednesday|thursday"
        r"|friday|saturday|sunday|tomorrow|tonight|midnight|[0-9]))",
        "A truce is due to take effect at dawn.",
    ),
    Rule(
        "pledged",
        "agreed",
        r"\b(?P<c>(?:said|says|announced|declared|confirmed|promised|pledged|vowed|agreed"
        r"|undertook) (?:that )?(?:they|it|he|she|we|<4,>(?:forces|army|fighters|rebels|troops"
        r"|group)) (?:would|will) <1,>(?:observe|respect|honou?r|join|begin|declare|abide by|adhere to"
        r"|implement|enforce|hold to)) <5~>@",
        "The rebels said they would observe a truce for the feast.",
    ),
    Rule(
        "could be made",
        "called_for",
        rf"@ <4,>(?P<c>(?:could|may|might|can|would) (?:still |yet |soon )?be {MADE_PASSIVE})\b",
        "A deal on a truce could be reached within days.",
    ),
    Rule(
        "attempted",
        "called_for",
        rf"\b(?P<c>{WISH} <6>(?:to|at|towards?|on|of|for|in) <2,>(?:{MAKE}|agreeing(?: to| on)?|brokering"
        rf"|reaching|securing|negotiating|declaring|achieving|signing|accepting|implementing|mediating"
        rf"|establishing|observing)) <7~>@",
        "A UN envoy has been struggling to broker a ceasefire.",
    ),
    Rule(
        "might be made",
        "called_for",
        rf"\b(?P<c>(?:could|may|might|would|should|must|can|yet to|has yet to|have yet to"
        rf"|cannot) <2,>(?:{MAKE}|lead to|result in|pave the way for)) <7~>@",
        "Talks could bring about a truce.",
    ),
    Rule(
        "being negotiated",
        "called_for",
        r"\b(?P<c>being (?:negotiated|discussed|worked out|considered|drafted|prepared)) <4,>@",
        "A deal is being negotiated for a truce.",
    ),
    Rule(
        "is being negotiated",
        "called_for",
        r"@ <6>(?P<c>(?:is|are|was|were|being|been|be|remain(?:s|ed)?|seem(?:s|ed)?|look(?:s"
        r"|ed)?) <2,>(?:being |still )?(?:negotiated(?! (?:by|in|last))|discussed|proposed|considered|needed"
        r"|sought|demanded|worked on|on the table|under discussion|under negotiation|under consideration"
        r"|possible|likely(?! to (?:last|hold|survive|endure|continue|be extended))|within reach|in sight|close"
        r"|(?<!nowhere )near(?:er)?|out of reach|elusive|distant|unlikely(?! to (?:last|hold|survive|endure"
        r"|continue|be extended))|far off"
        r"|urgent|essential|necessary|vital|the only way))\b",
        "A truce is being discussed in Cairo.",
    ),
    Rule(
        "talks",
        "called_for",
        r"@ <1,>(?P<c>(?:talks|negotiations|proposals?|plan|plans|offers?|calls?|demands?|push|bid|efforts?"
        r"|appeals?|initiatives?|resolution|petition|request|discussions|framework|draft|rally|march|protests?"
        r"|vote|mediation|hopes|prospects|now|stance|position|policy|motion|row|debate|split|chants?"
        r"|activists|protesters|supporters|marchers|blueprint|roadmap|negotiators?|conditions|breakthrough hopes))\b",
        "Ceasefire talks resume in Doha on Sunday.",
    ),
    Rule(
        "headed by it",
        "called_for",
        r"\A<4,>@ : <8>(?P<c>seek(?:s|ing)?|urg(?:e|es|ed)|calls?|demands?|push(?:es)?|pleas?|appeals?|pressure|hopes?|talks"
        r"|efforts|bid)\b",
        "Valley ceasefire: neighbours seek a great power's help",
    ),
    Rule(
        "drafted",
        "called_for",
        r"\b(?P<c>draft(?:s|ed|ing)? <6,>(?:on|for|of)) <4,>@",
        "Aides are drafting a paper on the ceasefire.",
    ),
    Rule("wished", "called_for", rf"\b(?P<c>{ASK}) <5~>@", "Protesters marched for a truce."),
    Rule(
        "condition",
        "called_for",
        r"\b(?P<c>(?:in (?:exchange|return) for|pave[ds]? the way (?:for|to)|path to|way to|step towards?"
        r"|lead to|require[ds]?|necessary for|precondition for|priority is|goal is|would include|include[ds]?"
        r"|exchange for|favou?r of)) (?:an?|any|the proposed|a possible|a potential|such an?|a future"
        r"|an immediate|a lasting|a permanent) <3,>@",
        "They want the prisoners in exchange for a truce.",
    ),
    Rule(
        "to begin it",
        "agreed",
        r"(?<!ready )(?<!willing )(?<!refused )\b(?P<c>to (?:start|begin|enter into|enter|observe)) (?:a |an "
        r"|the |their )?<4~>@",
        "Both armies to begin first truce of the war on Friday.",
    ),
    Rule("infinitive", "called_for", rf"\b(?P<c>to <1,>{MAKE}) <5~>@", "Envoys came to negotiate a ceasefire."),
)
