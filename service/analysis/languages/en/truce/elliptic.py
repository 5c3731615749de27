"""How a ceasefire is gone on about without its name, in the sentences behind one that names it."""

from __future__ import annotations

import re

from service.analysis.languages.lists import words

BREACHES = words("violation violations breach breaches")
# What else can be violated: "airspace violations", "rights violations" are no truce's.
_OF_OTHER_THINGS = words(
    """
    rights airspace border law traffic sanctions data security parole laundering antitrust tax labor labour ethics visa safety code
    privacy copyright election
    """
)
BREACH = re.compile(
    "".join(f"(?<!{word} )" for word in sorted(_OF_OTHER_THINGS)) + r"\b(?:violations?|breaches)\b"
    r"(?= (?:[.,;:]|in |on |by |since |from |during |over |after |and |were |had |have |was |along |it )|"
    r" of (?:it|the (?:agreement|deal|accord|terms)|its terms)\b)"
    r"|\b(?:violation|breach) of (?:it|the (?:agreement|deal|accord)|its terms)\b(?! (?:would|could|will|if) )"
)
DEALS = words("deal agreement accord pact")
DEAL = re.compile(
    r"(?<=\bthe )(?:(?:[a-z0-9.]{1,12}-[a-z]{2,10}|latest|new|tentative|fragile|initial) )?(?:deal|agreement|accord|pact)\b"
    r"(?! (?:on|over|for|with|to|between) )"
)
# Events that "the deal" is told of as of a ceasefire.
OF_A_DEAL = words("making starting extending breaking ending")
HOLDS = re.compile(
    r"\bit (?=(?:was|is|has been|had been|appeared to be|appears to be|seemed to be|remained|remains) "
    r"(?:still |largely |broadly |mostly |so far |generally )*(?:holding|in effect|in force|intact|being respected|being observed)\b"
    r"|(?:took|had taken|came|had come|went|had gone|entered) (?:into )?(?:effect|force|hold)\b)"
)
BEGINS = re.compile(
    r"\bit (?=(?:(?:will|would|is to|was to|is due to|was due to) )?(?:takes? effect|comes? into (?:force|effect)"
    r"|goes? into (?:force|effect)|enters? into force|(?:begin|start)s? (?:at|on|from))\b)"
)
UNBOUND = re.compile(r"\b(?:no longer|not|never) (?:[a-z]+ ){0,4}bound by (?:it|the (?:agreement|deal|accord|pact))\b")
_WHAT_IS_ASKED = (
    r" (?:the|that|this|these|those|its|his|their|such|any) (?:[a-z-]+ ){0,2}?"
    r"(?:offers?|proposals?|calls?|pleas?|appeals?|demands?|ideas?|plan|initiative|overtures?|terms|gesture|suggestions?|move)\b"
)
# Words without which a sentence answers nothing.
ANSWERS = words(
    """
    rejected rejects rejecting dismissed dismisses dismissing rebuffed rebuffs rebuffing spurned spurns spurning turned turns
    turning brushed brushes brushing refused refuses refusing scoffed scoffs scoffing swatted poured none nothing such ruled said
    accepted accepts agreed
    """
)
REFUSED = re.compile(
    r"\b(?:reject(?:ed|s|ing)|dismiss(?:ed|es|ing)|rebuff(?:ed|s|ing)|spurn(?:ed|s|ing)|turn(?:ed|s|ing) down"
    r"|brush(?:ed|es|ing) (?:aside|off)|refus(?:ed|es|ing) to accept|scoff(?:ed|s|ing) at|swatted away|poured scorn on)"
    + _WHAT_IS_ASKED
    + r"(?! (?:that|was|were|by|as) )"
    r"|\bthere (?:would|will|could|can) be (?:none|nothing of the (?:kind|sort)|no such thing)\b"
    r"|\b(?:rejected it|dismissed it|ruled it out|turned it down|rebuffed it|spurned it|said no)\b"
)
ACCEPTED = re.compile(r"\b(?:accepted|accepts|said yes to|agreed to)" + _WHAT_IS_ASKED)
COURTS = words("court judge judges tribunal lawyers")  # who dismiss other appeals
DENIED = re.compile(r"\b(?:no|not|never|without|any|if|against|prevent|avoid|deter|report|denied|denies)(?: [\w-]+){0,3} $")
