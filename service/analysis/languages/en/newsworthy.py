"""Words that tell what an article's news is: organised violence, or one of the things that are none.

Each list is words or phrases in lower case,
a phrase's words joined by blanks. ``*`` at the end stands for any ending.
"""

from __future__ import annotations

# What only armed sides do, by its means and its names.
WAR = """
airstrike*, air strike*, air raid*, air attack*, air assault*, shelling, shelled, shells, bombardment*, bombard*,
artillery, mortar, mortars, howitzer*, warplane*, warplanes, fighter jet*, gunship*, rocket attack*, rocket fire,
gunboat*, pounded, pounding, jets pound, jets bomb*, strafed, rockets, rocket kill*, rocket hit*, shell kill*, shell hit*,
drone hit*, drone crash*, drone kills, drone swarm*, missile, missiles, drone strike*, drone attack*, drones,
kamikaze, suicide bomb*, suicide attack*, car bomb*, truck bomb*, roadside bomb*, barrel bomb*, cluster bomb*, cluster
munition*, bombing, bombings, bombed, bombs, bomb blast*, bomb attack*, ied, grenade*, landmine*, land mine*, explosive
device*, dynamite*, machinegun*, machine-gun*, death squad*, gunbattle*, gun battle*, firefight*, crossfire, sniper*,
ambush*, massacre*, behead*, clashes, clashed, fighting, offensive, counteroffensive, counter-offensive, counterattack*,
incursion*, invasion, invaded, invading, terror attack*, terrorist attack*, frontline*, front line*, besieged, siege,
chemical attack*, chemical weapon*, ethnic cleansing, genocide, mass grave*, insurgency, hostilities, ceasefire*, cease-
fire*, truce, armistice, war crimes, warzone, war zone, combat, battlefield, shoot* down, shot down, intercept*, cross-
border, evacuation order*, ground operation*, military operation*, military offensive, air defence*, air defense*,
trenches, enemy positions, pause in fighting, humanitarian pause*, hostage deal, hostage release, peacekeep*, liberated,
recaptured, killed in action, martyred, neutralised, neutralized, liquidated, refugee camp raid*, army operation*,
security operation*, car-ramming*, ramming attack*, car ramming*, vehicle-ramming*, war in, ground troops, ground
forces, ground offensive, ground assault, air campaign, dam blast, dam breach, hostage swap*, prisoner swap*, prisoner
exchange*, hostage-prisoner, prisoners of war, civil war, peace talks, occupation forces, occupying forces, aid convoy*,
aid trucks, aid corridor*, humanitarian corridor*, blockade*, ballistic, barrage*, killed in raid, shootout, shoot-out,
strikes on, strike on, tanks, tank fire, aerial attack*, aerial assault*, aerial barrage*, invades, invade, by israeli
fire, by russian fire, by army fire, troop withdrawal, truces, cease fire, captives released, hostages freed, hostages
released, hostage video*, mass burial, extrajudicial, beheaded, trade fire, traded fire, trading fire, exchange fire,
exchanged fire, exchanging fire, exchange of fire, exchanges of fire, cross-border fire, burned alive, burnt alive,
hacked to death, throats of, skirmish*, bloodbath
"""
# Violence that may be a war's or anybody's.
ATTACKS = """
attack, attacks, attacked, attacking, raid, raids, raided, storm, stormed, storms, assault, assaulted, strike, strikes,
struck, clash, explosion*, blast, blasts, exploded, gunfire, gunned down, shot dead, shot, open fire, opened fire, opens
fire, blow up, blew up, blows up, blown up, hostage*, abduct*, kidnap*, captive*, targeted, assassinat*, slaughter*,
executed, torch*, looted, razed, war, wars, conflict, violence, bomb, murdered, shootings, rampage, escalat*, retaliat*,
ablaze, set fire, terrorist*, ramming, wounded, militants
"""
# Struggles that may be fought with arms or with words.
STRUGGLE = """
coup, coups, mutiny, uprising, revolt, rebellion, battle, battles, standoff, stand-off, infighting, power struggle
"""
FIGHTERS = """
troops, soldier, soldiers, servicemen, serviceman, army, military, security forces, armed forces, forces, militant,
militants, insurgent, insurgents, rebel, rebels, jihadist*, jihadi*, islamist*, extremist*, gunman, gunmen, guerrilla*,
militia*, militiamen, paramilitar*, warlord*, fighters, combatant*, bandit, bandits, armed men, armed group*, armed gang*,
gang, gangs, gangsters, cartel*, subversive*, marines, navy, battalion, brigade, separatist*, death squad*, junta, settlers,
mercenar*, herdsmen, herders, peacekeeper*, paratroop*, commandos, riot police, mob, mobs, vigilante*, bomber, bombers,
suicide bomber*, armed persons, commander, unidentified persons, hooded, ground forces, special forces, security personnel,
armed wing, border guards, revolutionary guards, revolutionary guard, national guardsmen, guardsmen, security services,
security force, troopers, conscripts, armed attackers, attackers, assailants, warring parties, warring sides
"""
HARM = """
murder, murders, murdered, murdering, assassinat*, killed, kill, kills, killing, killings, dead, died, dies, death toll,
deaths, wounded, wounding, injured, injuring, injures, casualties, fatalities, slain, bodies, martyred, victims, displaced,
fled, captured, missing, detained protesters, massacred, slaughtered
"""
PROTEST = """
protest*, demonstrat*, rally, rallies, marchers, dissident*, activists, opposition supporters
"""
REPRESSION = """
crack down, cracks down, cracking down, cracked down, crackdown*, fired on, opened fire, shot dead, live ammunition, live
rounds, tear gas, teargas, beaten, beat, brutally, brutal, clashed, clashes, arrested, detained, detaining, rounded up,
water cannon, batons, stormed, repression, violently, assaulted, tortured, open fire, opens fire
"""

# What flies and comes down is no accident: "a mortar shell crashed into a market".
WEAPON_FELL = """
shell crashed, shells crashed, rocket crashed, rockets crashed, missile crashed, missiles crashed, bomb crashed, rocket plunged,
missile plunged
"""

# Other news in which people die, are hurt or are locked up, and news in which nobody does.
COURT = """
court, courts, trial, judge, judges, jury, juror*, verdict, sentenced, sentencing, sentence, sentences, jailed, prison term,
convicted, conviction, guilty, plead guilty, pleads guilty, pleaded guilty, pleads not guilty, pleaded not guilty,
prosecutor*, prosecution, indict*, charged with, charges, appeal court, tribunal, lawsuit*, sued, sues, bail, testif*,
testimony, acquitt*, extradit*, inquest, coroner, attorney*, lawyer*, supreme court, death penalty, execution of, executes,
parole, clemency, commut*, hearing, hearings, truth commission
"""
ACCIDENT = """
mine blast*, mineshaft*, chemical plant*, factory, fireworks, gas cylinder*, boiler, fire brigade, firefighter*, workplace,
safety lapse*, crash, crashes, crashed, collision*, collided, derail*, capsiz*, sank, sinking, drown*, plunge*, blaze, house
fire, wildfire*, bushfire*, gas leak, gas explosion, factory fire, building collapse*, collapsed building, bridge collapse*,
mine collapse, avalanche*, landslide*, mudslide*, accident, accidents, accidental*, overturned, overturns, methane, coal
mine, colliery, pit explosion, pileup, pile-up, hit-and-run, shipwreck*, migrant boat, dinghy, into a gorge, into a ravine,
into gorge, into ravine, skidded, electrical short*, faulty wiring, not a terror attack, not a terrorist attack, not
terrorism, skids, stampede*, overcrowded, in flames after, caught fire, catches fire, mall fire, falls into, fell into, boat
carrying, truck carrying, suffocat*, short circuit, lightning strike*, lightning bolt*, by lightning, electrocut*,
submersible, sub, helicopter crash, plane crash, train crash, bus crash, crowd crush, mudslides
"""
DISASTER = """
snowfall, heavy rain*, lightning strike*, lightning bolt*, by lightning, earthquake*, quake*, tsunami*, hurricane*,
typhoon*, cyclone*, tornado*, flood, floods, flooding, flooded, drought*, heatwave*, heat wave*, storm, storms, eruption*,
volcano*, famine, monsoon*, aftershock*, landslides, rainfall, magnitude
"""
HEALTH = """
covid*, coronavirus, pandemic, virus, outbreak, cholera, ebola, measles, malaria, vaccine*, vaccinat*, cancer, disease,
infection*, patients, obesity, overdose*, fentanyl, suicide rate, mental health, dengue, hepatitis, poisoning, methanol
"""
CRIME = """
robbery, robbed, burglar*, stabbed, stabbing, rape, raped, sexual assault, homicide, manslaughter, domestic violence, drug
traffick*, smuggl*, fraud, scam*, theft, thieves, serial killer, missing girl, police said suspect, manhunt, man arrested,
woman arrested, teenager*, school shooting, mass shooting, shooter, shooting at, shooting in, gun violence, gun control,
wife, husband, girlfriend, boyfriend, neighbour, neighbor, stalker, human trafficking, traffickers, counterfeit,
money laundering, paedophile, abuse, on suspicion of, suspected of, family home, honour killing*, honor killing*,
detectives, relatives of, live-in partner, rideshare, uber, taxi driver, schoolgirl, stepmother, stepfather, year-old girl,
year-old boy, domestic worker, ex-husband, ex-wife, police appeal, missing persons case, sexual*
"""
SPORT = """
match, cup, league, goal*, coach, striker, football*, soccer, cricket, tennis, olympic*, tournament, champion*, wicket*,
innings, quarterback, nba, nfl, grand prix, semi-final*, semifinal*, playoff*, race, medal*, player, players, fans, stadium,
fifa, uefa, boxing, ufc, golf
"""
CULTURE = """
film, films, movie*, actor, actress, singer, album, song*, music, novel, book, books, author, museum, exhibition, theatre,
theater, netflix, tv series, show, fashion, celebrity, festival, box office, game, games, video game, review, podcast,
documentary, recipe, travel, anchor, presenter, broadcaster, apologises after, apologizes after, apologises for, apologizes
for, comedian, influencer*, tv host, talk show, galleries, gallery, sculpture, biopic, birthday list, charity founder,
boasting, memoirs, artist, artists, painting, playlist, concert, oscar*, emmy*, grammy*, quiz, crossword, horoscope,
hollywood, drama, play, comic*, poet*, playwright
"""
BUSINESS = """
union, unions, pay dispute, pay rise, walkout*, industrial action, pilots, airline*, wages, shares, stocks, stock market,
profit*, earnings, investor*, inflation, interest rate*, banks, economy, gdp, startup*, ipo, merger, revenue, sales,
tariff*, trade deal, market, markets, price, prices, company, companies, ceo, oil price*, bond, bonds, tech, ai, openai,
app, brent, crude, oil prices, oil falls, oil rises, traders, wall street, stock market*, equities
"""
POLITICS = """
election*, vote, voters, ballot, campaign trail, candidate*, poll, polls, lawmakers, bill, legislation, congress, senate,
parliament, referendum, sanctions, summit, treaty, visit, minister resigns, cabinet, prime ministerial, brexit, immigration,
asylum, visa*, deport*, nomination, budget, impeach*, nominee, republican*, democrat*
"""
OPINION = """
opinion, editorial, column, columnist, comment is free, letters, letter to the editor, op-ed, viewpoint, podcast,
newsletter, explainer, explained, q&a, obituary, review, cartoon, interview, fact check, factbox, quiz, essay, long read,
perspective, my view, diary, the guardian view, profile, week in pictures, week around the world, the man who, the woman
who, what to know, need to know, how to, diary part, observer editorial, | letter, your briefing,
analysis :, lessons from
"""
LOOKING_BACK = """
anniversary, anniversaries, commemorat*, memorial, remembrance, remembers, remembered, years ago, years on, decades ago,
decades after, years after, years since, decade after, history of, historian*, legacy, veterans, veteran, gold star, war
hero*, hero who, tribute*, honors, honours, honoured, honored, half-staff, half-mast, black day, massacre of 19*, in memory
of, paid homage, pays homage, wreath*, cenotaph, martyrdom anniversary, year ender, in review, looking back, holocaust,
world war*, d-day, nazi*, looks back, archive, centenary, 9/11, wartime, memoir, documentary, book reveal*, previously
unseen, declassified
"""
# A court's or an executioner's news, told in the headline or the first sentence.
ABDUCTION = """
abduct*, kidnap*, hostage*, snatched, snatch, snatches, taken captive, held captive, ransom
"""
TRIAL = """
life in jail, life sentence, life in prison, gets life, behind bars, inquiry, inquiries, trial, on trial, tried for,
verdict, sentenced, sentencing, sentences, sentence, jailed, convicted, conviction, guilty, pleads guilty, pleaded guilty,
pleads not guilty, pleaded not guilty, jury, indicted, indictment, indictments, charged with, charged in, charged over,
acquits, acquitted, extradited, extradition, death penalty, puts to death, put to death, executes, executed a, executed at,
executed at least, executed people, execution spree, executions, hanged, court, judge, tribunal, lawsuit, inquest, bail,
testimony, hearings, admits killing, admits murder, admits manslaughter, admits charge*, admits guilt, admits attack, life
term, life terms, war crimes trial, war crimes trials, parole, clemency, commutes, truth commission, detains, arrested over,
arrested for
"""

# Wars in which nobody is shot: each takes a "war" and the truce or battle in it away again.
NO_WAR = """
trade war*, price war*, tariff war*, culture war*, turf war*, bidding war*, ratings war*, browser war*, chip war*, streaming
war*, war of words, wars of words, not a terror attack, not a terrorist attack, not terrorism, war of nerves, star wars,
cold war, war on waste, war on plastic, war on woke, war on cancer
"""

# What armed men do, told as done.
ACTS = """
attacked, attacks, stormed, storm, storms, raided, raids, opened fire, opens fire, open fire, fired on, fired at, fires at,
shelled, shells, shelling, bombed, bombs, struck, strikes, hit, hits, burned, burnt, torched, torch, torches, ambush*,
seized, seizes, captured, captures, overran, overrun, blew up, blow up, blows up, foiled, repelled, hurled, encircled,
besieged, looted, clashed, clashes, gunned down, flee, flees, fled, fleeing, made off
"""

LISTS: dict[str, str] = {
    "acts": ACTS,
    "no_war": NO_WAR,
    "war": WAR,
    "attacks": ATTACKS,
    "struggle": STRUGGLE,
    "fighters": FIGHTERS,
    "harm": HARM,
    "protest": PROTEST,
    "repression": REPRESSION,
    "abduction": ABDUCTION,
    "weapon_fell": WEAPON_FELL,
    "trial": TRIAL,
    "court": COURT,
    "accident": ACCIDENT,
    "disaster": DISASTER,
    "health": HEALTH,
    "crime": CRIME,
    "sport": SPORT,
    "culture": CULTURE,
    "business": BUSINESS,
    "politics": POLITICS,
    "opinion": OPINION,
    "looking_back": LOOKING_BACK,
}

# Set by judgement, then moved a little by a logistic regression that was pulled towards the judgement (on labelled articles and on
# feed items, most of which have nothing to do with a war); a sign that came out against its sense was left out.
BIAS = -5.2
WEIGHTS: dict[str, float] = {
    "headline war": 1.8,
    "headline attacks": 1.6,
    "headline struggle": 0.6,
    "headline fighters": 0.5,
    "headline harm": 0.6,
    "headline repression": 0.2,
    "headline side": 0.8,
    "headline ground": 1.0,
    "states at war": 2.0,  # as much as a known conflict's ground in headline and lead, which an unknown one cannot have
    "killed in unrest": 3.6,
    "headline court": -0.8,
    "headline accident": -2.0,
    "headline disaster": -1.9,
    "headline health": -1.4,
    "headline crime": -1.2,
    "headline sport": -1.2,
    "headline culture": -0.9,
    "headline business": -0.9,
    "headline politics": -0.4,
    "headline opinion": -1.2,
    "headline looking_back": -0.8,
    "lead war": 0.7,
    "lead attacks": 0.3,
    "lead struggle": 0.2,
    "lead fighters": 0.6,
    "lead harm": 0.1,
    "lead side": 0.4,
    "lead court": -0.5,
    "lead accident": -0.5,
    "lead disaster": -0.3,
    "lead health": -0.7,
    "lead crime": -0.5,
    "lead sport": -0.5,
    "lead culture": -0.2,
    "lead business": -0.4,
    "lead politics": -0.2,
    "lead opinion": -0.2,
    "lead looking_back": -0.7,
    "body fighters": 0.9,
    "body harm": 0.5,
    "body court": -0.2,
    "body looking_back": -0.3,
    "body opinion": -0.2,
    "body sport": -0.3,
    "body culture": -0.3,
    "body health": -0.2,
    "body disaster": -0.2,
    "body accident": -0.4,
    "body business": -0.1,
    "question": -1.1,
    "ceasefire": 1.2,
    "ceasefire in lead": 2.2,
    "truce told shortly": 1.6,
    "armed men strike on a war's ground": 2.6,
    "figure in lead": 0.7,
    "figure": 0.6,
    "short": 0.3,
    "short and full of war": 1.6,
    "harm by war": 0.7,
    "harm by fighters": 0.1,
    "armed abduction": 1.6,
    "captives told of shortly": 1.1,
    "driven out": 4.0,
    "war told in the summary": 1.5,
    "armed attack in headline": 1.2,
    "fighters harmed in headline": 0.5,
    "protest put down": 2.3,
    "crackdown in headline": 2.1,
    "trial": -2.9,
    "looking back": -1.2,
    "old year": -2.2,
    "opinion": -2.2,
    "signed": -1.8,
    "attacked amid a disaster": 2.5,
    "attack with harm on a conflict's ground": 1.3,
    "dead by a bomb": 1.6,  # an unknown war's ground, which no list of conflicts has, cannot speak
    "assassination": 2.6,
    "blown up": 1.8,
    "accident and no arms in headline": -5.0,
    "editorial": -6.0,
    "lead trial": -0.3,
    "headline weapon_fell": 4.5,
    "losses of an armed side": 2.2,
    "killed by fighters": 2.0,
    "victims on a war's ground": 2.4,
    "toll of a war": 1.5,
    "many dead in an attack": 1.6,
    "many dead beside men in arms": 2.8,
}

SAID: dict[str, str] = {
    "headline war": "words of war in the headline",
    "lead war": "words of war in the lead",
    "headline attacks": "an attack in the headline",
    "lead attacks": "an attack in the lead",
    "headline fighters": "fighters in the headline",
    "lead fighters": "fighters in the lead",
    "states at war": "two states at war",
    "killed in unrest": "people killed in unrest",
    "headline side": "a side of a conflict in the headline",
    "headline ground": "a conflict's ground in the headline",
    "trial": "a trial or an execution",
    "losses of an armed side": "losses of an armed side",
    "killed by fighters": "people killed by fighters",
    "victims on a war's ground": "victims on a war's ground",
    "toll of a war": "a war's toll",
    "many dead in an attack": "many dead in an attack",
    "many dead beside men in arms": "many dead beside men in arms",
    "assassination": "somebody of standing or in uniform shot by gunmen",
    "accident and no arms in headline": "an accident in the headline and no arms",
    "editorial": "an editorial or a letter",
    "blown up": "what looks like an accident done by arms",
    "looking back": "a look back",
    "headline court": "a court in the headline",
    "headline looking_back": "a look back in the headline",
}
