"""Words that tell when, and whether at all: running totals, older wars, earlier figures, fears, denials, crime and accident."""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import by_two, phrases, words

CUMULATIVE_PHRASES: Final = by_two(
    phrases("""
    since the war began, so far, thus far, in the days since, in the weeks since,
    in the months since, in the years since, since the start of, since the beginning of, since the outbreak of, this year, so
    far this year, since the conflict began, since the uprising, over the past year, in the past year, in recent months, in
    recent weeks, since the invasion, since the coup, since the revolution, over the years, since the crisis, over the past
    decade, over the last decade, in the past decade, to date, in recent years, over the past months, since the fighting
    began, since fighting began, since the offensive began, since the start, this month alone, so far this month,
    in the past month, over the past month, since the new year, since new year, this year alone
""")
)
PAST_PHRASES: Final = by_two(
    phrases("""
    second world war, first world war, world war ii, world war i, world war two, world war one, vietnam war,
    gulf war, the holocaust, 9 / 11,
    last year, last month, years ago, months ago, weeks ago, a year ago, a month ago, a week ago, decades ago, earlier this
    month, earlier this year, last summer, last winter, last spring, last autumn, last fall, the previous month, the
    previous year, a decade ago, century ago, days prior, days earlier, weeks earlier, months earlier, years earlier, the
    week before, the month before, the year before, in the weeks before, in the months before, in the days before,
    early this month, early this year,
    earlier in the month, earlier in the week, earlier in the year, the start of the month, the beginning of the month,
    fortnight ago, fortnight earlier, the last such, when he was a boy, when she was a girl, when he was a child, when
    she was a child, the
    previous week, before christmas, before easter, earlier this week, last week, the last attack, in an earlier, in a previous, a previous
    attack
""")
)
MODAL_WORDS: Final = words("could would might may will shall should can must")
HYPOTHETICAL: Final = words("""
    fear feared fears threatened threaten threatens threatening threat vowed vow vows planned plan plans planning plotting
    plot plotted aimed intended intends intend attempt attempted attempting tried trying warned if likely expected expects
    risk risks possibly failed prevent preventing prevented avoid avert potential possible sentenced call calls called calling
    urge urges urged urging appeal appeals appealed demand demands demanded ordered pledged promised wanted wants hoped hopes
""")
CRIME: Final = words("""
    murderer convicted guilty sentenced jailed trial court indictment indicted prosecutors prosecutor homicide manslaughter
    robbery robber suspect suspects verdict parole inmate execution executed hanged overdose suicide jury penal
    inmates asylum smugglers traffickers
""")
ACCIDENT: Final = words("""
    earthquake earthquakes quake quakes tsunami flood floods flooding hurricane cyclone typhoon landslide accident accidents crash crashed
    derailed virus coronavirus covid covid-19 pandemic cholera ebola disease malaria outbreak cancer famine drought wildfire
    collision collided blaze derailment derails shipwreck shipwrecked accidentally motorway burst
    avalanche heatwave stampede capsized sank drowned fire
""")
WAR_WORDS: Final = words("war wars conflict insurgency uprising revolution rebellion genocide occupation crackdown invasion")
EARLIER_SAID: Final = words("earlier initially previously initial preliminary previous first")
SAID_EARLIER: Final = words("""
    reported said gave put reports toll count figure figures estimates estimate announced claimed stated placed tally data
    given giving reporting report official version statement statements spoke spoken
""")
CAMPAIGNS: Final = WAR_WORDS | words("protests coup clampdown unrest violence")
SUPERLATIVES: Final = words("""
    deadliest worst bloodiest biggest heaviest largest first fiercest most highest longest latest highest-ranking highest-ranked
""")
DISASTERS: Final = words("""
    earthquake earthquakes quake quakes flood floods flooding disease coronavirus covid-19 covid accident cholera tsunami pandemic virus
    hurricane cyclone
""")
ATTACKS: Final = words("""
    strike strikes airstrike airstrikes attack attacks attacked shelling bombing bombings raid raids fighting rocket rockets
    missile missiles gunmen clashes militants bombardment war shelled shells forces troops bomb bombs bomber bombers
    mine mines shell grenade grenades explosives drone drones shot fired gunfire mortar mortars ambush ambushed rebels insurgents
    guerrillas suicide terrorists hijacked sabotage assassination assassinated murder massacre
""")
MISHAPS: Final = words("""
    electrocuted electrocution stampede stampedes avalanche heatwave drowned derailed derailment landslide landslides mudslide
    mudslides monsoon typhoon thunderstorm rainstorm snowstorm sandstorm cyclone capsized shipwreck wildfire wildfires
""")  # what kills without anybody's arms
CRASHES: Final = words("""
    crash crashed crashes crashing collided collides collision overturned overturns sank sinks sinking accident accidents fire
    blaze plunged plunges collapse collapsed collapses derail derails skidded
""")
VEHICLES: Final = words("""
    bus buses train trains lorry truck trucks car cars van minibus coach coaches motorcycle rickshaw rikshaw helicopter plane
    aircraft jet boat ferry vessel dinghy jeep footbridge bridge carriage carriages locomotive
""")
ROAD_WORDS: Final = words("road traffic motorway highway mining rail train railway bridge footbridge")
ARMED: Final = words("""
    militant militants militia militias rebel rebels insurgent insurgents guerrilla guerrillas gunmen jihadist jihadists
    jihadis extremist extremists terrorist terrorists terror terrorism army soldiers troops regime junta protester protesters
    demonstrators demonstrations crackdown shelling airstrike airstrikes strike strikes bombing bombings massacre massacres
    hostage hostages assassination assassinated assassins raid raids ambush coup warlord paramilitary paramilitaries taliban
    isis isil hamas hezbollah boko daesh uprising clashes slaughter rocket rockets missile missiles bomb bomber death-squad
""")
COURT_DEATHS: Final = words("executed execution executions execute hanged hanging gallows beheading noose")
BEGINNINGS: Final = words(
    "began started erupted invasion outbreak start beginning coup invaded launched broke seized christmas easter ramadan "
    "ended collapsed expired"
)  # "since the ground offensive began"
INCIDENTS: Final = words("""
    attack attacks attacked bombing bombings bomb blast blasts explosion explosions exploded massacre massacres assault raid raids
    raided ambush ambushed shooting shootings strike strikes airstrike siege stormed rampage killing killings assassination
    murder murders coup riots riot crackdown incursion hijacking abduction abductions kidnapping kidnappings hostage-taking
    genocide pogrom slaughter clash clashes protests operation offensive incident incidents
""")  # what a date can be part of the name of, and what a later sentence can take up
WARS: Final = words("""
    war wars offensive campaign invasion insurgency uprising intifada conflict bombardment rebellion hostilities siege
""")
BEGAN: Final = words("""
    began begun erupted started launched triggered sparked ignited provoked prompted broke begins launching unleashed
""")
ERAS: Final = words("""
    dictatorship seventies eighties nineties sixties fifties rule regimes reign generals colonialism apartheid decades
    dictatorships caliphate
""")
TODAY: Final = words("today yesterday tonight overnight")
SO_FAR: Final = frozenset(phrases("so far, to date, thus far"))  # of a war they make a running total, of a day's attack none
REPLACING: Final = words("initial preliminary earlier")
TARGETS: Final = words("journalist opposition activist activists dissident dissidents")  # of political killing
NOT_YET: Final = words("later end late early mid")  # "later this year" counts nothing
ACCOUNT: Final = words("""
    mastermind masterminded masterminding architect planner planners plotter plotters orchestrated sentenced convicted charged
    tried trial indicted implicated inquiry role answers chance chances prevent preventing failures lapses
""")  # an incident for which somebody is called to account is an earlier one
AUTHORED: Final = words("""
    directed planned plotted organised organized ordered oversaw supervised engineered prepared devised involved
""")  # "the man who directed the bombing that killed 13", "an attacker involved in the raid that killed 13"
BLAMED: Final = words("""
    suspect suspects suspected wanted sought accused guilty culprit culprits blame extradited
""")  # with "in", "of", "for" or "over"
CHIEFS: Final = words(
    "leader commander man men chief figure militant suspect suspects"
)  # "the leader behind the blast that killed 13"
STORMED: Final = words(
    "attack attacked attacks assault rampage massacre massacred raid raided stormed incursion onslaught crossed"
)
REMEMBERING: Final = words("""
    anniversary anniversaries commemorate commemorates commemorated commemorating commemoration remembrance remembering memorial
""")
FEARING: Final = words("fear fears feared fearing")
LIFE: Final = words("""
    born founded formed built established created opened reopened joined enlisted married elected appointed graduated settled
    erected inaugurated completed captured recaptured seized annexed conquered retaken occupied
""")  # what dates a person's or a place's past and not the harm told beside it
CORRECTING: Final = words("revised corrected retracted withdrew withdrawn lowered reduced amended denied")  # "later revised"
LIGHT: Final = frozenset({"nearly", "almost", "over", "about", "around", "some", "just", "roughly", "barely", "little"})
STRUGGLES: Final = CAMPAIGNS | words("struggle fight strife feud battles airstrikes strikes attacks raids bombings")
ONE_BLOW: Final = words("attack bombing blast explosion massacre assault raid strike airstrike ambush shooting bomb crash")
PITS: Final = words("coal methane colliery miners mineshaft pit")
