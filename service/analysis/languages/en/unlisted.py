"""How armed groups call themselves: words their names end in, words before these that leave no doubt, and what only looks like them."""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import words

ENDINGS: Final = words("""
    army front brigade brigades battalion battalions movement militia militias force forces alliance party tigers guerrillas mujahideen
    commandos command column fighters cartel squad unit organisation organization
""")
# Right before an ending these make an armed group of it: "Liberation Front", "Revolutionary Army".
SURE: Final = words("""
    liberation revolutionary resistance freedom guerrilla insurgent martyrs people's self-defence self-defense patriotic rebel
    independence islamist mujahideen jihadist insurrectional
""")
CLEAR: Final = words(
    "army front brigade brigades movement militia militias forces force tigers"
)  # endings that need no more than one of these
# A name of these alone is none: "the Revolutionary Forces", "the Salvadoran army", "the High Command".
GENERIC: Final = SURE | words("""
    government political military high top great national nationalist popular urban democratic armed security people new leftist rightist
    marxist maoist green salvadoran guatemalan honduran nicaraguan peruvian colombian american international united regular
""")
# Words that lead to a name and are no part of it.
LEADING: Final = words("""
    members ruling alleged leftist rightist opposition outlawed new captured unknown heretofore marxist maoist former so-called radical
""")
WITHIN: Final = words("of the for 's - al de la del")  # may stand inside a name, not begin it
BESIDE: Final = words("the [ ( a by")  # in a text all in capitals a name begins after one of these
# Beside a name these show that it is an armed group's.
FIGHTING: Final = words("""
    fighter fighters militant militants rebel rebels gunmen gunman guerrilla guerrillas insurgent insurgents militia militiamen
    separatist separatists terrorist terrorists armed extremist extremists jihadist jihadists combatants group
""")
# "The militant group X", "the Islamist outfit X": what follows in capitals is the name of an armed group.
INTRODUCING: Final = words("group outfit faction movement organisation organization militia")
ARMED_KINDS: Final = words("""
    militant rebel insurgent jihadist islamist armed guerrilla separatist extremist terrorist terror paramilitary
""")
# Names that end alike and are no armed group, whole or by their last two words.
NOT_GROUPS: Final = frozenset({
    "self-defence force", "self-defense force", "self-defence forces", "self-defense forces",
    "salvation army", "red army", "regular army", "army front", "home front", "eastern front", "western front", "southern front",
    "northern front", "cold front", "national army", "air force", "task force", "security force", "security forces", "police force",
    "defence force", "defense force", "defence forces", "defense forces", "armed forces", "special forces", "labour party",
    "conservative party", "republican party", "democratic party", "green party", "civil rights movement", "labour movement",
    "peace movement", "protest movement", "ground forces", "land forces", "border force", "coast guard", "peacekeeping force",
    "monitoring group", "rights group", "human rights", "united nations organization", "health organization", "health organisation",
})  # fmt: skip
UNCLEAR: Final = frozenset({("national", "front"), ("popular", "front"), ("popular", "movement"), ("national", "movement")})
