"""Words that tell when, and whether at all: running totals, older wars, earlier figures, fears, denials, crime and accident."""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import phrases, words

CUMULATIVE_PHRASES: Final = phrases("""
    since the war began, so far, to date, since the start of, since the beginning of, since the outbreak of, this year, so
    far this year, since the conflict began, since the uprising, over the past year, in the past year, in recent months, in
    recent weeks, since the invasion, since the coup, since the revolution, over the years, since the crisis, over the past
    decade, over the last decade, in the past decade, to date, in recent years, over the past months, since the fighting
    began, since fighting began, since the offensive began, since the start
""")
PAST_PHRASES: Final = phrases("""
    last year, last month, years ago, months ago, weeks ago, a year ago, a month ago, a week ago, decades ago, earlier this
    month, earlier this year, last summer, last winter, last spring, last autumn, last fall, the previous month, the
    previous year, a decade ago, century ago, days prior, days earlier, weeks earlier, months earlier, years earlier, the
    previous week, earlier this week, last week, the last attack, the worst attack, in an earlier, in a previous, a previous
    attack
""")
EARLIER_FIGURE: Final = words("earlier previous preliminary initial initially previously")
MODAL_WORDS: Final = words("could would might may will shall should can must")
HYPOTHETICAL: Final = words("""
    fear feared fears threatened threaten threatens threatening threat vowed vow vows planned plan plans planning plotting
    plot plotted aimed intended intends intend attempt attempted attempting tried trying warned if likely expected expects
    risk risks possibly failed prevent preventing prevented avoid avert potential possible sentenced
""")
CRIME: Final = words("""
    murderer convicted guilty sentenced jailed trial court indictment indicted prosecutors prosecutor homicide manslaughter
    robbery robber suspect suspects verdict parole inmate execution executed hanged overdose suicide jury
""")
ACCIDENT: Final = words("""
    earthquake quake tsunami flood floods flooding hurricane cyclone typhoon landslide accident accidents crash crashed
    derailed virus coronavirus covid covid-19 pandemic cholera ebola disease malaria outbreak cancer famine drought wildfire
    collision collided blaze derailment derails shipwreck shipwrecked accidentally motorway burst
    avalanche heatwave stampede capsized sank drowned fire
""")
WAR_WORDS: Final = words("war wars conflict insurgency uprising revolution rebellion genocide occupation crackdown invasion")
EARLIER_SAID: Final = words("earlier initially previously initial preliminary previous first")
SAID_EARLIER: Final = words("""
    reported said gave put reports toll count figure figures estimates estimate announced claimed stated placed tally data
    given giving reporting report official version
""")
CAMPAIGNS: Final = WAR_WORDS | words("protests coup clampdown unrest violence")
SUPERLATIVES: Final = words("deadliest worst bloodiest biggest heaviest largest first fiercest most highest longest latest")
DISASTERS: Final = words("""
    earthquake quake flood floods flooding disease coronavirus covid-19 covid accident cholera tsunami pandemic virus
    hurricane cyclone
""")
ATTACKS: Final = words("""
    strike strikes airstrike airstrikes attack attacks shelling bombing bombings raid raids fighting rocket rockets missile
    missiles gunmen clashes militants bombardment war shelled shells forces troops soldiers
""")
BEGINNINGS: Final = words(
    "began started erupted invasion outbreak start beginning coup invaded launched broke seized"
)  # "since the ground offensive began"
