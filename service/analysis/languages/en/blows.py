"""Words for attacks: what a sum is told of, and with what arms one was made."""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import words

GENERAL_BLOWS: Final = words("""
    attacks clashes violence operations fighting war battles offensive across wave series unrest protests incidents killings days
""")  # several at once, whatever the arms
SEVERAL_BLOWS: Final = GENERAL_BLOWS | words("""
    strikes airstrikes raids bombings shelling bombardment blasts bombs explosions bombing ambushes missiles drones rockets
""")
_ARMS = {
    "blast": "bomb bombs bombing bombings blast blasts explosion explosions exploded ied landmine mine grenade bomber guided",
    "guns": "shelling shells shell artillery mortar mortars rocket rockets howitzer howitzers strike strikes",
    "air": """
        airstrike airstrikes strike strikes raid raids drone drones missile missiles jet jets warplane warplanes aircraft helicopter
        helicopters barrel bombing bombardment guided
    """,
    "battle": "clash clashes battle battles firefight skirmish skirmishes gunfight shootout combat",
    "shots": "gunmen gunman shot shooting sniper snipers ambush ambushed opened gunshot gunshots",
}
ARMS: Final = {
    word: frozenset(k for k, listed in _ARMS.items() if word in words(listed)) for row in _ARMS.values() for word in words(row)
}
ARMS_WORDS: Final = frozenset(ARMS)
