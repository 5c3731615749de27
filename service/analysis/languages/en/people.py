"""Words for people: who counts as a person, on which side of the soldier's line, and how a group of them is named."""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import by_name, words
from service.models import Role


def by_role(**texts: str) -> dict[str, Role]:
    """Words to the role they tell of."""
    roles: tuple[Role, ...] = ("unknown", "civilian", "combatant")
    return {word: role for role in roles for word in texts.get(role, "").split()}


_COMBATANTS: Final = """
    bodyguard soldier serviceman servicewoman paratrooper marine conscript reservist trooper infantryman sailor airman pilot
    crewman gunner sniper commando ranger fighter militant rebel insurgent guerrilla guerilla gunman jihadist jihadi
    extremist terrorist subversive bomber attacker assailant infiltrator mercenary militiaman combatant warrior operative
    partisan separatist policeman policewoman constable cop officer sergeant lieutenant captain major colonel general
    commander corporal lieutenant-colonel major-general brigadier inspector detective agent peacekeeper gendarme guardsman
    cadet recruit volunteer guard trooper border-guard contra bandit hijacker kidnapper peshmerga legionnaire
    invader occupier aggressor Wagnerite orc shooter intruder invader raider cartel-member paramilitary patrolman ranger
    deserter defector co-pilot airwoman cosmonaut submariner sapper draftee legionary saboteur assassin pirate vigilante warlord
    bombmaker bomb-maker hitman sicario gangster commandant frogman mujahid gunwoman
    ex-soldier ex-fighter rifleman grenadier artilleryman tankman bombardier signaller lance-corporal mutineer secessionist islamist
    sheriff spy brigand rustler mobster mafioso talib superintendent
    warder jailer gaoler askari jawan garda havildar subedar lancer hussar fusilier bandsman dacoit kamajor interahamwe
    coastguard lawman marshal carabiniere admiral commodore ensign navigator ex-combatant ex-policeman ex-rebel deminer de-miner
    signalman gunrunner turncoat
    sub-leader subleader ringleader sub-commander machine-gunner aviator sentry stormtrooper defender
"""
_CIVILIANS: Final = """
    hostage civilian villager resident local inhabitant citizen townsperson child kid boy girl toddler infant baby newborn
    teenager minor woman grandmother grandfather mother father brother sister son daughter wife husband uncle aunt cousin
    nephew niece granddaughter grandson grandchild grandparent parent widow fiancee girlfriend boyfriend sibling relative
    orphan family-member journalist reporter cameraman photographer correspondent presenter blogger editor doctor medic
    nurse paramedic physician surgeon midwife pharmacist rescuer firefighter fireman volunteer-worker worker employee
    staffer labourer laborer farmer peasant fisherman shepherd herder herdsman miner driver passenger commuter traveler
    traveller motorist pedestrian bystander passer-by passerby shopper worshipper worshiper pilgrim priest nun imam cleric
    bishop pastor monk missionary seminarian student pupil schoolchild schoolgirl schoolboy teacher professor lecturer
    academic engineer lawyer judge prosecutor protester protestor demonstrator marcher activist campaigner dissident tourist
    holidaymaker vacationer diplomat politician lawmaker mayor governor minister senator candidate official councillor
    councilor deputy ambassador president refugee evacuee migrant pensioner shopkeeper trader vendor merchant businessman
    businesswoman contractor aide spokesman neighbour neighbor householder guest customer patient settler kibbutznik
    noncombatant non-combatant aid-worker humanitarian youngster boy-scout athlete footballer musician singer artist writer
    poet cook cleaner janitor electrician trade-unionist unionist campesino rancher landowner banker translator interpreter
    builder trucker jesuit maid housekeeper bodyguard-civilian sociologist scientist researcher expert adviser advisor
    director principal headmaster caretaker reveller reveler festivalgoer festival-goer partygoer concertgoer attendee
    churchgoer mourner photojournalist newsman newspaperman newsreader broadcaster catechist peddler hawker vendor stallholder seller
    grocer baker butcher barber carpenter mechanic plumber welder accountant clerk secretary receptionist chauffeur cabbie gardener
    waiter waitress bartender tailor beekeeper hunter logger lumberjack postman mailman salesman saleswoman schoolteacher
    graduate preschooler headteacher rabbi friar evangelist preacher deacon archbishop cardinal congressman congresswoman
    parliamentarian legislator councilwoman magistrate attorney solicitor barrister envoy consul seafarer mariner stepfather
    stepmother stepson great-grandmother schoolkid hiker cyclist biker motorcyclist jogger camper backpacker visitor homeowner
    landlord tenant technician lineman repairman nomad pastoralist beggar owner headmistress abbot abbess postmaster governess matron
    orderly shop-owner stringer fixer
    columnist novelist imam muezzin sacristan prefect ex-minister ex-president statesman
    chef barista dentist psychologist veterinarian baby-sitter babysitter nanny breadwinner elder abductee
    parishioner newlywed bride bridegroom diner raver vaccinator farmhand triplet undergraduate scholar monarch prince princess
    emir sheikh alderman onlooker spectator fan watchman nightwatchman gatekeeper doorman porter usher lifeguard radiologist
    anaesthetist retiree vlogger youtuber influencer publisher producer anchorman anchorwoman newscaster filmmaker actor actress
    comedian dancer painter sculptor composer bailiff jurist ombudsman whistleblower informant informer lobbyist foreman
    supervisor manager executive entrepreneur industrialist tycoon hotelier innkeeper restaurateur stewardess hostess forester
    gamekeeper conservationist ecologist environmentalist biologist geologist archaeologist anthropologist surveyor architect
    bricklayer mason roofer sweeper housemaid butler housewife househusband homemaker widower teen adolescent foetus fetus
    schoolmate classmate roommate flatmate lodger townsman townswoman countrywoman islander highlander bedouin clergyman
    churchman vicar chaplain mullah ayatollah shaman altar-boy choirboy congregant picketer striker feminist organiser organizer
    canvasser voter pollster dignitary mukhtar headman asylum-seeker
    preteen fisher cashier videographer historian economist chemist physicist sheik undertaker climber skier bather
    swimmer diver beachgoer moviegoer mp chieftain octogenarian twin stepdaughter schoolmaster caregiver ploughman
    escort smuggler poacher
    bearer woodcutter charcoal-burner goatherd cowherd gravedigger stretcher-bearer social-worker linesman tradesman craftsman
    muleteer mule-driver drover boatman ferryman rower oarsman seaman stoker skipper deckhand bosun helmsman stowaway
    quarryman charcoal-maker sharecropper rubber-tapper cane-cutter navvy pedlar greengrocer cobbler tinsmith blacksmith
    cabinetmaker spinner seamstress tanner rickshaw-puller rickshaw-driver railwayman trainman motorman ticket-collector
    telegraphist typist stenographer bookkeeper auditor ambulanceman first-aider health-worker schoolmistress rector tutor
    postgraduate curate theologian camerawoman soundman sub-editor freelancer advocate notary juror vice-president sub-prefect
    commissioner attache emissary delegate bureaucrat functionary civil-servant administrator treasurer chairman chairwoman sultan
    city-dweller colonist homesteader devotee celebrant wedding-goer picket looter stone-thrower drinker
    groom albino amputee cripple servant houseboy steward financier oilman oil-worker driller relief-worker squatter slum-dweller
    urchin vagrant ragpicker prostitute barmaid hairdresser goalkeeper referee boxer cricketer census-taker enumerator
    pall-bearer pallbearer mine-clearer interlocutor ferry-passenger well-wisher vicar-general superior sacristan
    taxi-driver lorry-driver truck-driver bus-driver catholic councilman
"""
_PEOPLE: Final = """
    veteran person human man adult youth individual prisoner detainee inmate captive victim survivor man member
    national expatriate expat foreigner native compatriot colleague comrade friend suspect dissenter supporter
    sympathizer sympathiser follower leader opponent adherent participant employee-member negotiator mediator
    occupant crew-member casualty youngster adult male female mercenary-suspect companion accomplice observer
    inhabitant-soul tribesman clansman newcomer soul rioter exile convict evader deportee returnee loyalist cadre collaborator
    chairperson coordinator trainee apprentice
    muslim christian jew hindu sikh shiite shi'ite sunni kurd arab alawite druze yazidi yezidi
    tutsi hutu tamil sinhalese uighur uyghur pashtun hazara baloch rohingya serb croat bosniak
    copt maronite assyrian chaldean ahmadi chechen kashmiri african asian european westerner operator chief crewmember
"""
_IRREGULAR: Final = {"child": "children", "person": "people", "baby": "babies"}
_MASS: Final = by_role(
    unknown="""
        bedouin druse turkmen people persons men personnel crew victims ones males brethren others youths souls nationals lives palestinians
    """,
    civilian="""
        women children staff medics press clergy females folk passers-by bystanders family families elderly loved relations
        in-laws newborns hostages hostage couple couples twins kin kinsmen townspeople townsfolk countrymen
        schoolchildren grandchildren colleagues kids newsmen menfolk womenfolk tribespeople
    """,
    combatant="""
        police troops military servicemembers gis infantry cavalry peshmerga mujahideen mujahedeen mujahidin fedayeen
        special-forces taliban janjaweed poilus siloviki gi pows pow forces guerrillas reinforcements ex-soldiers
        carabinieri gardai spetsnaz irregulars regulars sentries service-members privates heroes militiamen guardsmen hezbollah
    """,
)


def plural(word: str) -> str:
    """The plural of a noun for people; one that is plural already stays as it is."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("man",)) and word not in ("human", "german"):
        return word[:-3] + "men"
    if word.endswith("child"):
        return word + "ren"
    if word.endswith("person"):
        return word[:-6] + "people"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "sh", "ch", "x", "z")):
        return word + "es"
    return word + "s"


def _singular() -> dict[str, Role]:
    return by_role(unknown=_PEOPLE.lower(), civilian=_CIVILIANS.lower(), combatant=_COMBATANTS.lower())


SINGULAR: Final = _singular()
PLURAL: Final = (
    _MASS
    | {plural(word): role for word, role in SINGULAR.items()}
    | by_role(unknown="men", civilian="officials residents", combatant="marines")
)

# Nouns that are heads only with another noun of people after them: "police officers", "army soldiers", "aid workers".
COMPOUND: Final = words("""
    police army navy air force security military militia rebel government aid prison border hospital school family rescue
    media press health red relief civil defence defense coast frontier riot traffic intelligence soldier guerrilla terrorist
    civilian resident refugee migrant opposition regime insurgent militant enemy child woman youth student worker farmer
    peasant hostage crew staff service members member suicide combat party gang cartel union church tribe clan special
    commando reserve student civilian separatist teenage teenager paramilitary infantry marine hezbollah hamas taliban
    elderly football taxi bus truck ambulance train oil construction factory
""")

# A force or trade before the head decides the role: "police officials", "army personnel", "medical personnel".
ROLE_MODIFIERS: Final = by_role(
    combatant="""
        police army military navy naval security armed militia rebel paramilitary service enemy intelligence guerrilla
        uniformed infantry insurgent militant terrorist jihadist government-force regime combat guard vigilante
    """,
    civilian="""
        aid medical health civilian humanitarian innocent unarmed hospital rescue un media elderly pregnant peaceful village
        displaced homeless family union church student religious tribal community opposition political labor labour trade
        school press missionary peasant village business civic indigenous women's campus protest charity non-governmental
    human-rights rights
    """,
)

# Fighters against a state: with a country alone they are "<demonym> rebels", not that country's army.
REBELS: Final = words("""
    rebel rebels insurgent insurgents guerrilla guerrillas guerilla guerillas separatist separatists
""")

# Family and other words that need no article of their own.
KIN: Final = words("""
    mother father brother sister son daughter wife husband uncle aunt cousin nephew niece granddaughter grandson grandmother
    grandfather grandchild parents children sons daughters brothers sisters baby child fiancee girlfriend boyfriend driver
    bodyguard colleague friend companion aide relative translator cameraman
""")
COLLECTIVES: Final = words("""
    group total number convoy team family crew gang band column crowd busload toll party contingent unit maximum minimum list
    combined handful estimate estimated platoon squad patrol detachment posse company battalion section garrison
""")  # "a group of 12 soldiers", "a total of 33 people"

# Only for naming a country's rebels or opposition: the gazetteer knows all demonyms.
DEMONYMS: Final = by_name("""
    Afghanistan: Afghan, Chad: Chadian, Colombia: Colombian, Ethiopia: Ethiopian, Iran: Iranian, Iraq: Iraqi, Libya: Libyan,
    Mali: Malian, Mozambique: Mozambican, Myanmar: Myanmar, Nepal: Nepalese, Nigeria: Nigerian, Pakistan: Pakistani,
    Philippines: Filipino, Russia: Russian, Rwanda: Rwandan, Somalia: Somali, South Sudan: South Sudanese, Sri Lanka: Sri
    Lankan, Sudan: Sudanese, Syria: Syrian, Turkey: Turkish, Ukraine: Ukrainian, Venezuela: Venezuelan, Yemen: Yemeni,
    Angola: Angolan, Burundi: Burundian, Cambodia: Cambodian, Cameroon: Cameroonian, El Salvador: Salvadoran, Guatemala:
    Guatemalan, India: Indian, Nicaragua: Nicaraguan, Peru: Peruvian, Lebanon: Lebanese, Liberia: Liberian, Sierra Leone:
    Sierra Leonean, Indonesia: Indonesian, Uganda: Ugandan, Kenya: Kenyan, Zimbabwe: Zimbabwean, Belarus: Belarusian, Georgia:
    Georgian, Egypt: Egyptian, Tunisia: Tunisian, Algeria: Algerian, Bangladesh: Bangladeshi, Niger: Nigerien, Democratic
    Republic of the Congo: Congolese, Central African Republic: Central African, Thailand: Thai, Turkey: Turkish
""")

# "members of …" are combatants of a force, civilians of a household.
FORCES: Final = words("""
    forces army police militia militias troops guard guards brigade unit battalion regiment patrol gang faction cell wing cartel
""")
HOUSEHOLDS: Final = words("""
    family families staff community congregation tribe household union missionary church charity choir parish club clergy audience
""")
# Their role is that of the word before.
RANKED: Final = words("personnel staff officials official members member workers worker crew leaders leader")
RANKS: Final = words("""
    leader leaders official officials member members commander chief chiefs figure figures operative operatives
""")  # combatants where they are an armed group's or a force's
YOUNG_AGES: Final = words("two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen")
