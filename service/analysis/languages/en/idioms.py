"""Turns of phrase that tell of harm in several words: "breathed his last", "put 40 villagers to the sword", "in rebel hands".

One idiom a line. ``S`` is the victims as subject before the words, ``O`` the victims as object among them; after it ``+``
asks for a count, ``*`` for a crowd (twenty and more, families, or a vague word), ``!`` for fighters, ``@`` for a noun of
people. ``be`` stands for any passive auxiliary, or for none after a count in a headline. The word in capitals is the one that
calls the idiom, its rarest; ``a/b`` are alternatives; ``$`` asks that no object follows.
"""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import words
from service.models import Kind

# Callers so common that a sentence is not read for their sake; another word of the idiom or of harm has it read.
COMMON: Final = words("""
    hills roads forest woods boats wounds burns jungle desert took take takes taking taken blown
    border frontier wall heard arm arms hand eye eyes foot feet sight hearing leg
    alive away back end fighting flag for live forced found hands homes hospital houses in injuries land lands life lives missing move off
    overcome put return round run sea support up
""")
# Callers beside a word for one person.
OF_ONE_PERSON: Final = words("""
    amputated asphyxiated bled breathed breathing bullet clinging coma die laid life live martyrdom pieces recognition riddled suffocated
    legs fingers spirited buried
    survive unconscious
""")

IDIOMS: Final[dict[Kind, str]] = {
    "killed": """
        S did not/n't SURVIVE
        S didn't SURVIVE
        S failed to SURVIVE
        S BREATHED his/her/their last
        S stopped BREATHING
        S BLED out
        S BLED to death
        S SUFFOCATED
        S ASPHYXIATED
        S laid/lay/laying down his/her/their LIFE/LIVES
        S gave/given/giving/sacrificed/forfeited his/her/their LIFE/LIVES
        S paid with his/her/their LIFE/LIVES
        S met his/her/their DEATH/DEATHS/END
        S met a violent/brutal/terrible/gruesome DEATH
        S embraced/attained/achieved MARTYRDOM
        S fell/fallen as MARTYR/MARTYRS
        S fell MARTYRS
        S be sent/dispatched to HELL
        S be put to DEATH
        S had his/her/their THROAT/THROATS slit/cut
        slit/cut/slitting/cutting the THROAT/THROATS of O
        S went/go/goes/going before a firing SQUAD
        S faced a firing SQUAD
        S@ be BLOWN up
        S@ be ANNIHILATED/OBLITERATED
        S@ be FELLED by
        ANNIHILATED/OBLITERATED/FELLED O@
        S+ be buried ALIVE in a/the/trench/pit
        S never/not REGAINED consciousness
        S did not REGAIN consciousness
        TOOK/TAKE/TAKES/TAKING out O!+
        S! be TAKEN out by/in
        S be put to the SWORD
        S be blown to PIECES/BITS
        S be torn/ripped/cut/blown to PIECES/SHREDS
        S be blown/torn/ripped APART
        S be RIDDLED with bullets/shots/gunfire
        S be PICKED/FINISHED off
        S could not be SAVED/REVIVED/RESUSCITATED
        S+ be CRUSHED when/under/by/beneath/in
        S be LAID to rest
        S did not LIVE to
        S burned/burnt/charred beyond RECOGNITION
        latest/first/last/youngest/oldest/next to DIE was O
        S+ be ENTOMBED
        S+ lie/lay/lies/lying BURIED
        S+ be in the GROUND
        S+ lie in the GROUND
        S be BURIED in a/the/his/her/their yard/garden/courtyard/backyard/orchard/ditch/street/park
        S be stood/put/lined/placed up against a/the WALL
        S be stood/put/lined/placed against a/the WALL and
        S+ lie/lay/rest in a/the/mass/unmarked/shallow GRAVE/GRAVES
        S+ lie/lay in a mass/shallow/common GRAVE
        S came/come/returned/arrived/comes home/back in COFFINS/COFFIN
        S came/come/returned/arrived/comes home/back in a/zinc/body COFFIN/COFFINS/BAGS
        S never woke/came UP/ROUND
        S+ be no longer ALIVE
        put O to DEATH
        put O to the SWORD
        puts/putting O to the SWORD
        sent/sending/dispatched O to HELL
        sent/sending O to their/his/her DEATHS/DEATH/GRAVES
        blew/blown/blowing O to PIECES/BITS
        PICKED/PICKING/FINISHED/FINISHING off O+
        accounted/accounting FOR O!
        robbed/deprived O+ of their LIVES
        left/leaving O+ LIFELESS
    """,
    "wounded": """
        S be FIGHTING for his/her/their life/lives
        S be left FIGHTING for his/her/their life/lives
        S be battling for his/her/their LIFE/LIVES
        S be CLINGING to life
        S be in a/an induced/deep/medical COMA
        S be in a COMA
        S lies/lay in a COMA
        S be on life/ventilator SUPPORT
        S+ CRITICAL $
        S took a BULLET/BULLETS in/to
        S+ needed/required/underwent/undergone SURGERY
        left/leaving O without LEGS/ARMS/SIGHT/HANDS/FEET
        left/leaving O without a/an/his/her/their LEG/LEGS/ARM/ARMS/HAND/HANDS/FOOT/FEET/EYE/EYES/SIGHT/HEARING
        blew/tore/ripped/severed/took/sheared off a/the/both LEG/LEGS/ARM/ARMS/HAND/HANDS/FOOT/FEET/FINGERS of O
        AMPUTATED a/the leg/legs/arm/arms/hand/hands/foot/feet of O
        peppered/peppering O with SHRAPNEL/FRAGMENTS/PELLETS/SPLINTERS
        S KNOCKED unconscious
        S be rendered/knocked UNCONSCIOUS
        S had a/his/her/their/both leg/legs/arm/arms/foot/feet/hand/hands/limbs AMPUTATED
        S needed/required/received STITCHES
        S be MEDEVACED/MEDEVACKED
        S be OVERCOME by tear/fumes/smoke/gas
        S suffered from smoke INHALATION
        S suffered smoke/gas INHALATION
        S suffered/suffering from tear gas INHALATION
        S@ be BLINDED/CRIPPLED/SCALDED by/in/when
        S@ be left BLINDED/CRIPPLED/PARALYSED/PARALYZED/BLIND/DISFIGURED/MUTILATED
        BLINDED/CRIPPLED/SCALDED/PARALYSED/PARALYZED O@
        left/leaving O@ BLINDED/CRIPPLED/PARALYSED/PARALYZED/BLIND/DISFIGURED
        S+ be left with BURNS/INJURIES/WOUNDS
        S+ came/come in with bullet/gunshot/shrapnel/blast WOUNDS/INJURIES
        S+ came/come in with BURNS/WOUNDS
        left/leaving O fighting for his/her/their LIFE/LIVES
        left/leaving O with life-changing INJURIES
        put/puts/putting O in/into HOSPITAL
        sent/sends/sending O+ to HOSPITAL/HOSPITALS
        landed O+ in HOSPITAL
    """,
    "missing": """
        S+ FAILED to return $
        S+ never RETURNED $
        S+ did not RETURN $
        S+ didn't RETURN $
        S+ have/has/had not RETURNED
        nothing/little has/had been HEARD of/from O
        S+ have/had never been FOUND
        S+ be never FOUND $
        S be nowhere to be FOUND
        S be lost at SEA
        S+ be posted/given MISSING
    """,
    "captured": """
        S+ be marched/dragged/spirited/carted/frogmarched/herded/driven/trucked AWAY/OFF
        S+ be dragged/taken/carried/spirited BACK to/into/across
        S+ be DRAGGED into/across/to
        S+ be marched/taken/led/driven/herded/dragged into the BUSH/FOREST/JUNGLE/WOODS/HILLS/MOUNTAINS/DESERT
        S be SPIRITED away/off
        DRAGGED/HAULED O+ out of a/the/their mosque/bus/buses/house/houses/homes/church/train/car/cars/vehicles/village/beds/school
        DRAGGED/HAULED O+ from a/the/their bus/buses/house/houses/homes/church/train/car/cars/vehicles/beds/school/mosque
        S be BUNDLED into
        S+ TURNED/TURN/TURNING themselves in
        S+ fell/fallen into the HANDS of
        S+ be in the HANDS of
        have/has/had O+ in their/its HANDS/POWER
        S! raised/raising a/the white FLAG
        S! put/threw/raised their HANDS up
        S! CAPITULATED
        led/marched/dragged/carted/spirited/leading/marching/dragging/spiriting OFF/AWAY O+
        carried/carrying OFF O+
        led/marched/dragged/carted/spirited/took O+ AWAY
        marched/dragged/carted/spirited O+ OFF
        dragged/spirited/took/carried O+ BACK to/into/across
        BUNDLED O into
        herded/marched/took/dragged/drove O+ into the BUSH/FOREST/JUNGLE/WOODS/MOUNTAINS/HILLS
        FORCED O+ into their/a/the car/cars/van/vans/vehicle/vehicles/truck/trucks/lorry
        drove/driving OFF with O+
        made/making/fled OFF with O+
        drove/sped AWAY with O+
    """,
    "displaced": """
        S* be made/rendered/left HOMELESS
        S* abandoned/abandoning/quit/quitting their HOMES/VILLAGES/HOUSES
        S* be SLEEPING in the open
        S* SLEPT/SLEEP in the open
        S* SLEPT/SLEEP on the/floors/mats/mattresses
        S* SLEPT/SLEEP/SLEEPS in schools/classrooms/tents/cars/parks/mosques/churches/cellars/corridors/cowsheds/barns
        S* be BOMBED/BURNED/BURNT/SHELLED/FLOODED out of
        S* be CAMPED/ENCAMPED/CAMPING on/at/along/near/around
        S* took/taken to the BUSH/HILLS/ROADS/FOREST/FORESTS/MOUNTAINS/WOODS/JUNGLE/BOATS
        S* be EVICTED by/from
        EVICTED/EVICTING O* from
        S* SPENT the night/nights in the open
        S* SPENT the night/nights outdoors/outside
        S* REGISTERED with UNHCR
        S* REGISTERED with the UNHCR/refugee
        S* REGISTERED with the un/united refugee/nations
        CLEARED/DROVE/HOUNDED/EXPELLED/FLUSHED O* out of
        DROVE/CHASED/HOUNDED O* across/over/into
        S* gone/went over/across/into/to the BORDER/FRONTIER/MOUNTAINS/HILLS/FOREST
        S* SLEPT/SLEEP/SLEEPING under trees/bridges/plastic/tarpaulins/the
        S* SLEPT last night under/in/on/outdoors
        S* took/taken FLIGHT from/in/to/on
        S* took/taken to FLIGHT
        S* be chased/driven/hounded from their HOMES/VILLAGES/HOUSES/LAND/LANDS
        S* be SLEEPING rough/outdoors
        S* be MOVED out of/from
        S* be on the MOVE
        S* be on the RUN since/from
        S* PACKED up and left/went/fled
        S* be living under TARPAULINS/TARPAULIN/PLASTIC/CANVAS
        S* be SLEEPING in schools/classrooms/tents/cars/parks/mosques/churches/cellars/corridors/barns
        S* be SLEEPING on
        S* SLEEP/SLEEPING/SLEPT four/five/six/seven/eight/nine/ten/eleven/twelve/fifteen/twenty to a
        S* be SLEEPING four/five/six/seven/eight/nine/ten/eleven/twelve/fifteen/twenty to a
        S* be PUT up at/in
        S* moved/moving to SHELTERS $
        S* be moved/taken/brought/led/ferried/bused/evacuated to SAFETY
        S* sought/seeking/seek/reached SAFETY/SANCTUARY
        made/making/rendered/rendering/left/leaving O* HOMELESS
        moved/moving/brought/led/ferried/bused O* to SAFETY
        moved/moving/brought/led/took O* out of DANGER
        S* be moved/taken/brought/led out of DANGER
        drove/driving/turned/turning O* out of their HOMES/VILLAGES/HOUSES
        drove/driving/uprooting/uprooted O* from their HOMES/VILLAGES/HOUSES/LAND/LANDS
    """,
}

CALLERS: Final = frozenset(
    word.lower()
    for lines in IDIOMS.values()
    for line in lines.strip().splitlines()
    for part in line.split()
    if part.isupper() and part.rstrip("+*!@") not in ("S", "O")
    for word in part.split("/")
)
