"""Words that tell whose people were harmed: armed men by their noun, governments, places, targets and deeds of war."""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import words

ARMED: Final = words("""
    militant militants terrorist terrorists extremist extremists jihadist jihadists gunman gunmen fighter fighters bomber attacker
    attackers bombers operative operatives insurgent insurgents rebel rebels guerrillas guerrilla guerillas separatists
""")  # fighters who are not a country's army: the armed group the article names
GOVERNMENT: Final = words("regime government army loyalist loyalists pro-government pro-regime")
LOCATIVE: Final = words("in at near on across inside outside around of from throughout over off to into")
NOT_A_PLACE: Final = words("with against by")
PLACES: Final = words("""
    province city town village region capital border district governorate coast enclave camp area territory countryside side port
""")
DIRECTIONS: Final = words("southern northern eastern western central the occupied neighbouring neighboring downtown")
STRUCK: Final = words("""
    strikes strike struck hit hits hitting striking attacks attacked shells shelled bombs bombed pounds pounded targets targeted raids
    raided storms stormed
""")
TARGETED: Final = words("on against at targeting targeted hit hitting struck")
DEEDS: Final = words("""
    strike strikes airstrike airstrikes raid raids shelling bombing bombardment attack attacks offensive assault fire rockets rocket
    missile missiles drone drones warplanes jets planes gunmen snipers gunfire ambush
""")  # "Israeli strikes": the side before them did it
BATTLE: Final = words("fighting clashes battle battles combat")
CLASHES: Final = words("clash clashes clashed clashing foes rivals neighbours neighbors")
BELONGING: Final = words("of from belonging loyal with affiliated in")
