"""Turns of phrase that several rules share: wishes, making, breaking."""

from __future__ import annotations

BREACH = (
    r"(?:violat(?:e|es|ed|ing)|breach(?:es|ed|ing)?|infring(?:e|es|ed|ing)(?: on| upon)?|flout(?:s|ed"
    r"|ing)?|contraven(?:e|es|ed|ing)|transgress(?:ed|ing))"
)
MAKE = (
    r"(?:agree(?: to| on| upon)?|reach|secure|negotiate|broker|mediate|declare|announce|achieve|sign"
    r"|strike|accept|forge|bring about|produce|obtain|conclude"
    r"|impose|establish|arrange|observe an?|respect an?|implement an?|adopt|clinch|seal|finali[sz]e"
    r"|approve|call|order|consider|discuss|propose|get|seek|have|join"
    r"|work out|hammer out|cement|restore|revive|resume|resurrect|start|enter(?: into)?|win|deliver|force"
    r"|make|facilitate|decree|proclaim|institute|introduce|mandate|enact|offer)"
)
MADE = (
    r"(?:agree[ds](?: to| on| upon)?|agreeing (?:to|on)|announc(?:ed|es|ing)|declar(?:ed|es|ing)|brokered"
    r"|brokers|negotiated|mediated|reach(?:ed|es|ing)"
    r"|sign(?:ed|s|ing)|struck|seal(?:ed|s)|secur(?:ed|es)|conclud(?:ed|es)|approv(?:ed|es|ing)"
    r"|accept(?:ed|s|ing)|clinch(?:ed|es)|proclaim(?:ed|s|ing)"
    r"|order(?:ed|s|ing)|decreed|unveil(?:ed|s)|join(?:ed|s|ing)|enter(?:ed|s|ing)? (?:into )?|forged"
    r"|hammered out|worked out|arranged|orchestrated"
    r"|finali[sz]ed|ratified|initial(?:l?ed)|formali[sz]ed|thrashed out|sealed|impos(?:ed|es|ing)|granted"
    r"|offered and accepted)"
)
MADE_PASSIVE = (
    r"(?:agreed|announced|declared|brokered|negotiated|mediated|reached|signed|struck|secured|arranged"
    r"|ordered|decreed|proclaimed|imposed|concluded|approved|accepted|sealed|finali[sz]ed|hammered out"
    r"|agreed on|agreed upon|guaranteed)"
)
WISH = (
    r"(?:call(?:s|ed|ing)?(?: again| repeatedly| once more)?(?: on| upon)?|urg(?:e|es|ed|ing)|demand(?:s"
    r"|ed|ing)?|appeal(?:s|ed|ing)?|plead(?:s|ed|ing)?|plea|pleas|beg(?:s|ged|ging)?"
    r"|seek(?:s|ing)?|sought|push(?:es|ed|ing)?|press(?:es|ed|ing|ure|ured)?|propos(?:e|es|ed|ing|al|als)"
    r"|offer(?:s|ed|ing)?|suggest(?:s|ed|ing|ion)?|request(?:s|ed|ing)?"
    r"|ask(?:s|ed|ing)?|advocat(?:e|es|ed|ing)|support(?:s|ed|ing)?|favou?r(?:s|ed|ing)?|want(?:s|ed|ing)?"
    r"|need(?:s|ed|ing)?|insist(?:s|ed|ing)?|hop(?:e|es|ed|ing)"
    r"|prospects?|possib(?:le|ility)|chances?|discuss(?:es|ed|ing|ions?)?|debat(?:e|es|ed|ing)|mediat(?:e"
    r"|es|ing|ion)|vot(?:e|es|ed|ing)|efforts?|initiatives?"
    r"|march(?:es|ed|ing)?|rall(?:y|ies|ied|ying)|protest(?:s|ed|ing)?|draft|resolutions?|petition"
    r"|consider(?:s|ed|ing)?|mull(?:s|ed|ing)?|explor(?:e|es|ed|ing)"
    r"|try|tries|tried|trying|struggl(?:e|es|ed|ing)|attempt(?:s|ed|ing)?|aim(?:s|ed|ing)?|work(?:s|ed"
    r"|ing)?|bid|race|racing|scrambl(?:e|es|ed|ing)|ready|willing(?:ness)?"
    r"|prepared|open|likely|close|closer|near|nearing|nearer|vow(?:s|ed)?|pledg(?:e|es|ed)|invit(?:e|es"
    r"|ed)|exhort(?:s|ed)?|implor(?:e|es|ed)|lobb(?:y|ies|ied|ying)|plan|plans"
    r"|conditions?|terms|framework|roadmap|talks|negotiations?|negotiat(?:e|es|ing)|consultations|dialogue"
    r"|contacts|summit|discussed|verge|brink|hopes|campaign(?:s|ed|ing)?)"
)

ASK = (
    r"(?:call(?:s|ed|ing)? <4,>for|calls?|urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?|appeal(?:s|ed"
    r"|ing)? <3,>for|plead(?:s|ed|ing)? for|pleas? for|beg(?:s|ged|ging)? for|seek(?:s|ing)?|sought"
    r"|push(?:es|ed|ing)? <2,>(?:for|towards?)|press(?:es|ed|ing|ure)? <2,>for|propos(?:e|es|ed|ing|al"
    r"|als)(?: for| of)?|offer(?:s|ed|ing)?(?: of)?|suggest(?:s|ed|ing)|request(?:s|ed|ing)?|request for"
    r"|ask(?:s|ed|ing)? for|advocat(?:e|es|ed|ing)(?: for)?|support(?:s|ed|ing)?(?: for)?|in favou?r of"
    r"|favou?r(?:s|ed|ing)?|want(?:s|ed|ing)?|need(?:s|ed|ing)?(?: for)?|insist(?:s|ed|ing)? on"
    r"|hop(?:e|es|ed|ing) (?:for|of)|hopes (?:for|of|that|on)|prospects? (?:of|for)|possibility of"
    r"|chances? (?:of|for)|opportunity for|discuss(?:es|ed|ing|ions? (?:on|about|over|for))|debat(?:e|es"
    r"|ed|ing) <2,>"
    r"|mediat(?:e|es|ing)|mediation for|vot(?:e|es|ed|ing) (?:for|on|in favou?r of)|efforts? <2,>(?:for"
    r"|towards?|at|on)|march(?:es|ed|ing)? <2,>for|rall(?:y|ies|ied|ying) <2,>for|protest(?:s|ed|ing)? for"
    r"|resolutions? <4,>(?:for|on)|petition for|consider(?:s|ed|ing)?|mull(?:s|ed|ing)?|explor(?:e|es|ed"
    r"|ing)|work(?:s|ed|ing)? <1,>(?:towards?|on|for)|closer? to|near(?:s|er|ing)? (?:to )?"
    r"|on the (?:verge|brink) of|approach(?:es|ed|ing)?|signs? of"
    r"|talk of|talks <3,>(?:on|over|about|for|of|aimed at|towards?|to)|negotiations? <3,>(?:on|over|about"
    r"|for|of"
    r"|aimed at|towards?|to)|negotiat(?:e|ing)|consultations (?:on|for)|dialogue (?:on|for)"
    r"|framework (?:for|of)"
    r"|roadmap (?:for|to)|ready for|open to|willing to|willingness for|campaign(?:s|ed|ing)? for"
    r"|lobb(?:ied|ying) for|bid for|initiative (?:for|on)|plans? (?:for|of)|blueprint for|backing for"
    r"|invit(?:ed|es) <4,>to|float(?:s|ed|ing)? <4,>of|ideas? (?:of|for)|envisag(?:es|ed|ing)|envision(?:s"
    r"|ed)|foresee(?:s|n)?|rais(?:es|ed|ing) the prospect of)"
)

# What a ceasefire is like that is only wished for, and one that is there.
WISHED_KIND = (
    r"(?:possible|potential|eventual|prospective|hypothetical|proposed|future|full|complete|total|immediate"
    r"|unconditional|permanent|lasting|long-lasting|durable|sustained|sustainable|enduring|comprehensive"
    r"|definitive|genuine|real|meaningful|mutual|bilateral|long-term|nationwide|countrywide|global)"
)
STATE = (
    r"(?:fragile|shaky|uneasy|tenuous|precarious|delicate|tense|brittle|flimsy|battered|strained|faltering"
    r"|wobbly|rickety|patchy|imperfect|much-violated|threadbare|temporary|brief|short|short-lived|rare"
    r"|current|existing|ongoing|present|continuing|day-old|week-old|month-old|hard-won|unofficial|de facto"
    r"|(?:[0-9]+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|multi)-?"
    r"(?:hour|day|week|month)s?(?:-(?:old|long))?|(?:hour|day|week|month)s?-long|now)"
)
