"""Who can state a figure besides the sides themselves: monitors, agencies, offices, and the words that introduce them."""

from __future__ import annotations

from typing import Final

from service.analysis.languages.lists import by_name, words

# Phrase (lower-case words) to the name a claim carries. A country's name stands for its government.
ORGANISATIONS: Final = by_name("""
    syrian observatory for human rights: Syrian Observatory for Human Rights, sohr: Syrian Observatory for Human Rights,
    shor: Syrian Observatory for Human Rights, observatory: Syrian Observatory for Human Rights, local coordination
    committees: Local Coordination Committees, united nations: United Nations, un: United Nations, u.n.: United Nations,
    unicef: United Nations, ocha: United Nations, ohchr: United Nations, unhcr: United Nations, unrwa: United Nations,
    unifil: United Nations, unama: United Nations, minusma: United Nations, world health organization: World Health
    Organization, world health organisation: World Health Organization, human rights watch: Human Rights Watch, hrw: Human
    Rights Watch, amnesty international: Amnesty International, amnesty: Amnesty International, red cross: Red Cross, icrc:
    Red Cross, white helmets: White Helmets, syria civil defence: White Helmets, doctors without borders: Doctors Without
    Borders, medecins sans frontieres: Doctors Without Borders, msf: Doctors Without Borders, save the children: Save the
    Children, reporters without borders: Reporters Without Borders, rsf: Reporters Without Borders, committee to protect
    journalists: Committee to Protect Journalists, cpj: Committee to Protect Journalists, international organization for
    migration: International Organization for Migration, iom: International Organization for Migration, norwegian refugee
    council: Norwegian Refugee Council, african union: African Union, european union: European Union, eu: European Union,
    nato: NATO, acled: ACLED, b'tselem: B'Tselem, airwars: Airwars, iraq body count: Iraq Body Count, assistance association
    for political prisoners: Assistance Association for Political Prisoners, aapp: Assistance Association for Political
    Prisoners, site intelligence group: SITE Intelligence Group, institute for the study of war: Institute for the Study of
    War, us-led coalition: US-led coalition, coalition: US-led coalition, saudi-led coalition: Saudi-led coalition, sana:
    Syria, tass: Russia, itar-tass: Russia, ria novosti: Russia, interfax: Russia, ria: Russia, irna: Iran, tasnim: Iran,
    fars: Iran, xinhua: China, anadolu: Turkey, wafa: Palestine, kcna: North Korea, ansa: ANSA,
    kashmir media service: Kashmir Media Service, kms: Kashmir Media Service, saba: Houthis, amaq: Islamic State,
    ukrinform: Ukraine, al-manar: Hezbollah, idf: Israel, pentagon: United States, centcom: United States, magen david adom:
    Israel, afp: AFP, reuters: Reuters, associated press: Associated Press, ap: Associated Press, bbc: BBC, cnn: CNN, al
    jazeera: Al Jazeera, new york times: The New York Times, washington post: The Washington Post, daily beast: The Daily
    Beast, radio venceremos: FMLN
""")
MEDIA: Final = words("AFP Reuters BBC CNN")  # "told AFP" does not make the agency the claimant

# Offices that speak for a country: the one named beside them, else the country the article is about.
OFFICES: Final = words("""
    service services rescuers responders
    police army military ministry ministries government governor governors official officials authority authorities
    president minister ministers premier mayor spokesman spokeswoman spokesperson spokespersons commander commanders general
    chief chiefs prosecutor prosecutors parliament department command navy officer officers commissioner embassy kremlin
    agency office junta cabinet coroner administration council intelligence troops forces state-run state television tv
    secretary presidency general colonel brigadier battalion brigade troops communique lieutenant major media
""")
OFFICE_HEADS: Final = words("""
    service services rescuers responders
    police army military ministry government governor official officials authorities authority president minister spokesman
    spokeswoman spokesperson commander general mayor prosecutor prosecutors command navy commissioner office junta
    administration department colonel officials officers officer spokespersons chief premier troops forces brigade battalion
    television tv agency radio communique statement media
""")
# Sources that speak for nobody; the claim carries the word.
WITNESSES: Final = by_name("""
    activist: activists, activists: activists, witness: witnesses, witnesses: witnesses, eyewitness: witnesses,
    eyewitnesses: witnesses, resident: residents, residents: residents, villagers: residents, medic: medics, medics: medics,
    doctor: doctors, doctors: doctors, paramedics: medics, hospital: hospital, hospitals: hospital, rescuers: rescue
    workers, analysts: analysts, observers: observers, experts: experts, relatives: relatives, survivors: survivors,
    monitors: monitors, opposition: opposition
""")
MONITOR_NAMES: Final = frozenset(
    {
        "Syrian Observatory for Human Rights",
        "Human Rights Watch",
        "ACLED",
        "Airwars",
        "Iraq Body Count",
        "Amnesty International",
    }
)
MONITORS: Final = words("monitor monitors monitoring watchdog observatory observatorys group's")
BACK_REFERENCES: Final = words("""
    it he she they group monitor ministry agency spokesman spokeswoman source sources official statement organisation
    organization report office
""")
ATTRIBUTION: Final = words("""
    said says say saying added adds told announced announces confirmed confirms reported reports reporting claimed claims
    stated states declared estimated estimates acknowledged acknowledges admitted noted quoted wrote tweeted posted recorded
    counted documented verified revealed disclosed put puts listed gave gives given insisted alleged according citing
    recalled explained warned indicated published specified placed places claiming saying adding announcing stating
    maintains provided released compiled believes believe accused estimates tallied registered
""")
