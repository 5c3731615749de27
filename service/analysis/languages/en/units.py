"""What a number counts when it does not count people: units, things, times; and names that carry a number."""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import words

MONTHS: Final = {
    name: n
    for n, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip

TIME_UNITS: Final = words("""
    second seconds minute minutes hour hours day days week weeks fortnight month months year years decade decades century
    centuries night nights weekend weekends mins min hrs o'clock am pm a.m. p.m. gmt
""")

MEASURES: Final = words("""
    percent per cent pct % km kms kilometer kilometers kilometre kilometres meter meters metre metres mile miles foot feet
    inch inches yard yards mm cm hectare hectares acre acres ton tons tonne tonnes kg kilo kilos kilogram kilograms
    kilogrammes pound pounds litre litres liter liters barrel barrels gallon gallons degrees dollars dollar euros euro
    rubles roubles rupees lira pesos colones dinars shekels cents square sq caliber calibre megawatts mph kph knots points
    point times
""")

THINGS: Final = words("""
    rocket rockets missile missiles drone drones tank tanks vehicle vehicles aircraft plane planes airplanes helicopter
    helicopters jet jets warplanes ship ships boat boats vessel vessels truck trucks lorry lorries bus buses car cars
    ambulance ambulances shell shells bomb bombs mine mines grenade grenades round rounds bullet bullets rifle rifles gun
    guns weapon weapons projectile projectiles mortar mortars explosion explosions blast blasts strike strikes airstrike
    airstrikes air-strikes sortie sorties raid raids attack attacks incident incidents operation operations clash clashes
    battle battles bombing bombings shooting shootings battalion battalions brigade brigades division divisions house houses
    home homes building buildings village villages town towns city cities district districts province provinces settlement
    settlements neighborhood neighborhoods neighbourhood neighbourhoods area areas site sites target targets position
    positions post posts checkpoint checkpoints base bases camp camps school schools hospital hospitals shop shops store
    stores church churches mosque mosques bridge bridges apartment apartments flat flats floor floors room rooms tent tents
    country countries nation nations state states region regions government governments party parties group groups
    organization organizations organisation organisations agency agencies company companies front fronts side sides place
    places location locations camel camels cow cows cattle sheep goat goats dog dogs horse horses animal animals livestock
    bird birds vote votes seat seats goal goals match matches game games bill bills law laws article articles document
    documents page pages charge charges count counts case cases order orders resolution resolutions measure measures
    document photo photos picture pictures video videos letter letters book books film films launcher launchers artillery
    piece pieces machine-guns radar radars installations installation facility facilities depot depots warehouse warehouses
    tunnel tunnels tower towers pylons pylon structure structures term terms stage stages round phase phases step steps
    point demand demands condition conditions reason reasons way ways thing things issue issues question questions wave
    waves phone phones computers farm farms war wars conflict conflicts ceasefire ceasefires truce truces election elections
    suv suvs motorcycle motorcycles motorbike motorbikes taxi taxis train trains container containers cent copies years-old
    ballots stations station channel channels branches branch factory factories plant plants family-homes wells bags boxes
    donkey donkeys mule mules buffalo buffaloes oxen hens ducks lambs calves
    sacks cartridges magazines explosives detonators charges jobs job deals flights trees crops pigs chickens whales dolphins
""") - words("members")

# A noun before a numeral makes it a name: "Flight 17", "Group of 7", "Resolution 1701".
NUMBERED_NAMES: Final = words("""
    flight article articles resolution resolutions law decree section chapter highway route road channel unit no nos number
    group brigade battalion division regiment gate zone sector block phase level page line lines verse psalm area camp room
    article paragraph act form order project class type model version studio radio tv operation day march team under-
    apartment floor platform terminal grade round week year chapter ward precinct district station checkpoint kilometer km
    kilometre aged age
""")

AGE_BEFORE: Final = words("aged age ages")
CURRENCY: Final = words("$ € £ ¥ ₽ ₹ usd us$ eur gbp rs rs. c$ a$")
BEFORE_YEARS: Final = words("""
    in since until till from early late mid year during by before after the summer winter spring autumn fall between around
""")
