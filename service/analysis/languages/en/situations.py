"""Words for what civilians do and where they gather, and for soldiers' craft."""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import words

CIVIL_PURSUITS: Final = words("""
    working praying worshipping queuing queueing shopping sheltering waiting attending sleeping celebrating mourning commuting
    studying eating dining playing protesting demonstrating marching harvesting picking farming fishing herding grazing
    ploughing tending collecting fetching selling buying trading burying watching lining seeking cooking swimming relaxing
    returning travelling traveling picnicking breakfasting lunching gathered
""")
ARMED_SETTING: Final = words("""
    military army barracks base bases front frontline frontlines trench trenches position positions checkpoint outpost
    battlefield battle police weapons arms rifles armed ambush prison jail patrol patrolling militants fighters rebels
    soldiers troops militia orders
""")
CIVIL_GATHERINGS: Final = words("""
    wedding weddings kindergarten kindergartens nursery playground maternity orphanage orphanages detention
""")
OF_THE_DISPLACED: Final = words("displaced refugees refugee idp idps")
HITTING: Final = words("""
    hit hits hitting struck strike strikes striking on at bombed bombs bombing shelled shells shelling attacked targeted
    targeting against raided burned burnt
""")
ATTACKING: Final = words("""
    attacked attack attacking attacks ambushed ambushing targeted targeting shelled bombed raided on upon at against hit struck
    massacred
""")
AIRCRAFT: Final = words("""
    helicopter helicopters plane planes jet jets aircraft warplane gunship bomber transporter airlifter chopper submarine
    warship frigate corvette cruiser vessel boat ship tank carrier vehicle vehicles
""")
WAR_CRAFT: Final = words("tank warplane gunship warship frigate corvette destroyer submarine apc minesweeper howitzer")
FORCES_OF_CRAFT: Final = words("army military navy naval force airforce fighter combat attack armoured armored")
SEAFARERS: Final = words("sailor sailors crewman crewmen")
MERCHANT: Final = words("""
    cargo merchant tanker freighter fishing trawler tugboat commercial container bulk carrier hostage hostages kidnapped abducted
""")
SHIPS: Final = words("ship vessel ships vessels")
NAVAL: Final = words("navy naval warship frigate destroyer corvette landing patrol coast military submarine us u.s. american")
ABOARD: Final = words("board aboard onboard")
CARRYING: Final = words("carrying carried prisoners pows captives passenger passengers civilians evacuating airliner hostages")
