"""Armed groups, forces, peoples and people in office as English news names them, whichever conflicts are configured.

``GROUPS``: canonical name, country where it mostly fights ("" where several), aliases. ``FORCES``: country, names of its
forces and institutions that fight or speak for it. ``PEOPLES``: canonical name, country, aliases. ``LEADERS``: country, people
who speak for it. Aliases are separated by commas; a hyphen matches a blank as well.
"""

from __future__ import annotations

GROUPS: tuple[tuple[str, str, str], ...] = (
    # Middle East
    (
        "Hamas",
        "Palestine",
        "Hamas, Qassam Brigades, al-Qassam Brigades, Izz ad-Din al-Qassam Brigades, Ezzedine al-Qassam Brigades",
    ),
    (
        "Palestinian Islamic Jihad",
        "Palestine",
        "Palestinian Islamic Jihad, Islamic Jihad, PIJ, al-Quds Brigades, Al Quds Brigades",
    ),
    (
        "Fatah",
        "Palestine",
        "Fatah, al-Aqsa Martyrs Brigades, Al-Aqsa Martyrs' Brigades, Lions' Den, Jenin Brigades, Jenin Brigade",
    ),
    (
        "Palestine Liberation Organization",
        "Palestine",
        "PLO, Palestine Liberation Organization, Palestine Liberation Organisation, PFLP",
    ),
    ("Hezbollah", "Lebanon", "Hezbollah, Hizbollah, Hizbullah, Hezballah, Hizballah, Radwan Force, Party of God"),
    (
        "Amal",
        "Lebanon",
        "Amal Movement, Amal militia, Amal militiamen, Amal fighters, Amal gunmen, Amal forces, Amal officials, Amal members",
    ),
    (
        "Islamic State",
        "",
        (
            "Islamic State, ISIS, ISIL, IS, Daesh, Da'esh, Islamic State group, IS group, "
            "Islamic State in Iraq and the Levant, Islamic State of Iraq and the Levant, "
            "Islamic State of Iraq and Syria, Islamic State in Iraq and Syria, so-called Islamic State"
        ),
    ),
    (
        "Islamic State Khorasan",
        "Afghanistan",
        (
            "ISIS-K, ISIS-Khorasan, ISKP, IS-K, IS-KP, Islamic State Khorasan, Islamic State Khorasan Province, "
            "Islamic State-Khorasan"
        ),
    ),
    ("al-Qaida", "", "al-Qaida, al-Qaeda, Al Qaeda, Al Qaida, al-Qa'ida, Qaeda"),
    (
        "al-Qaida in the Arabian Peninsula",
        "Yemen",
        "AQAP, al-Qaeda in the Arabian Peninsula, al-Qaida in the Arabian Peninsula",
    ),
    ("al-Qaida in the Islamic Maghreb", "", "AQIM, al-Qaeda in the Islamic Maghreb, al-Qaida in the Islamic Maghreb"),
    (
        "Nusra Front",
        "Syria",
        (
            "Nusra Front, al-Nusra Front, al-Nusra, Nusra, Jabhat al-Nusra, Jabhat an-Nusra, Jabhat Fateh al-Sham, "
            "Fateh al-Sham Front, Fatah al-Sham Front, Fateh al-Sham, Fatah al-Sham"
        ),
    ),
    ("Hayat Tahrir al-Sham", "Syria", "Hayat Tahrir al-Sham, HTS, Hay'at Tahrir al-Sham, Tahrir al-Sham"),
    ("Ahrar al-Sham", "Syria", "Ahrar al-Sham, Ahrar ash-Sham"),
    ("Jaish al-Islam", "Syria", "Jaish al-Islam, Jaysh al-Islam, Army of Islam"),
    ("Free Syrian Army", "Syria", "Free Syrian Army, FSA, Syrian National Army, SNA"),
    (
        "Syrian opposition",
        "Syria",
        (
            "Syrian opposition, Syrian opposition forces, opposition forces in Syria, Syrian National Coalition, "
            "National Coalition"
        ),
    ),
    ("Syrian rebels", "Syria", "Syrian rebels, Syrian rebel, Syrian insurgents"),
    ("Syrian Democratic Forces", "Syria", "Syrian Democratic Forces, SDF, Kurdish-led SDF"),
    ("YPG", "Syria", "YPG, People's Protection Units, Kurdish People's Protection Units, YPJ"),
    ("PKK", "Turkey", "PKK, Kurdistan Workers' Party, Kurdistan Workers Party"),
    ("Houthis", "Yemen", "Houthis, Houthi, Huthi, Huthis, Ansar Allah, Ansarullah, Houthi rebels, Houthi movement"),
    ("Southern Transitional Council", "Yemen", "Southern Transitional Council, STC"),
    (
        "Popular Mobilization Forces",
        "Iraq",
        "Popular Mobilization Forces, Popular Mobilisation Forces, PMF, PMU, Hashd al-Shaabi, Hashed al-Shaabi, Hashd Shaabi",
    ),
    ("Kataib Hezbollah", "Iraq", "Kataib Hezbollah, Kata'ib Hezbollah, Ketaib Hezbollah, Hezbollah Brigades"),
    ("Islamic Resistance in Iraq", "Iraq", "Islamic Resistance in Iraq"),
    ("Peshmerga", "Iraq", "Peshmerga, Kurdistan Regional Government, KRG"),
    ("Jaish al-Adl", "Iran", "Jaish al-Adl, Jaish ul-Adl"),
    ("South Lebanon Army", "Lebanon", "South Lebanon Army"),
    ("Muslim Brotherhood", "Egypt", "Muslim Brotherhood"),
    # South and South-East Asia
    ("Taliban", "Afghanistan", "Taliban, Taleban, Afghan Taliban, Haqqani network"),
    ("National Resistance Front", "Afghanistan", "National Resistance Front"),
    (
        "Tehrik-i-Taliban Pakistan",
        "Pakistan",
        (
            "Tehrik-i-Taliban Pakistan, Tehreek-e-Taliban Pakistan, Tehrik-e-Taliban Pakistan, TTP, Pakistani Taliban, "
            "Pakistan Taliban, Jamaat-ul-Ahrar, Jamaat-ul Ahrar, Hafiz Gul Bahadur, Fitna al-Khawarij, Khawarij"
        ),
    ),
    (
        "Baloch Liberation Army",
        "Pakistan",
        (
            "Baloch Liberation Army, Balochistan Liberation Army, Baluchistan Liberation Army, BLA, "
            "Balochistan Liberation Front, BLF, Majeed Brigade, Baloch Raji Ajoi Sangar, BRAS"
        ),
    ),
    ("TLP", "Pakistan", "TLP, Tehreek-e-Labbaik Pakistan, Tehreek-i-Labbaik Pakistan"),
    ("Lashkar-e-Jhangvi", "Pakistan", "Lashkar-e-Jhangvi, Lashkar-i-Jhangvi"),
    ("Lashkar-e-Taiba", "Pakistan", "Lashkar-e-Taiba, Lashkar-e-Tayyiba, Lashkar-i-Taiba, The Resistance Front"),
    ("Jaish-e-Mohammed", "Pakistan", "Jaish-e-Mohammed, Jaish-e-Mohammad"),
    ("Hizbul Mujahideen", "India", "Hizbul Mujahideen"),
    ("Maoists", "", "Maoists, Maoist, Naxals, Naxalites, Naxalite, Naxal, Communist Party of India (Maoist)"),
    ("Arakan Army", "Myanmar", "Arakan Army"),
    ("Kachin Independence Army", "Myanmar", "Kachin Independence Army, KIA, KIO"),
    (
        "Karen National Union",
        "Myanmar",
        "Karen National Union, Karen guerrillas, Karen rebels, KNU, Karen National Liberation Army, KNLA",
    ),
    (
        "People's Defence Force",
        "Myanmar",
        "People's Defence Force, People's Defense Force, People's Defence Forces, People's Defense Forces, PDFs",
    ),
    ("National Unity Government", "Myanmar", "National Unity Government, NUG"),
    ("MNDAA", "Myanmar", "MNDAA, Myanmar National Democratic Alliance Army"),
    ("TNLA", "Myanmar", "TNLA, Ta'ang National Liberation Army"),
    ("Three Brotherhood Alliance", "Myanmar", "Three Brotherhood Alliance, Brotherhood Alliance"),
    ("ARSA", "Myanmar", "ARSA, Arakan Rohingya Salvation Army"),
    ("Khmer Rouge", "Cambodia", "Khmer Rouge"),
    ("Revolutionary United Front", "Sierra Leone", "Revolutionary United Front, RUF"),
    ("West Side Boys", "Sierra Leone", "West Side Boys"),
    ("Kamajors", "Sierra Leone", "Kamajors, Kamajor"),
    ("LURD", "Liberia", "LURD, Liberians United for Reconciliation and Democracy"),
    ("NPFL", "Liberia", "NPFL, National Patriotic Front of Liberia"),
    ("New Forces", "Ivory Coast", "Forces Nouvelles, New Forces rebels"),
    ("FNL", "Burundi", "FNL, Forces for National Liberation, National Liberation Forces, Palipehutu-FNL"),
    ("CNDD-FDD", "Burundi", "CNDD-FDD, Forces for the Defence of Democracy, Forces for the Defense of Democracy"),
    ("RED-Tabara", "Burundi", "RED-Tabara"),
    ("Interahamwe", "Rwanda", "Interahamwe"),
    ("Rwandan Patriotic Front", "Rwanda", "Rwandan Patriotic Front, RPF"),
    ("CNDP", "Democratic Republic of the Congo", "CNDP, National Congress for the Defence of the People"),
    ("MEND", "Nigeria", "MEND, Movement for the Emancipation of the Niger Delta, Niger Delta Avengers"),
    ("Lakurawa", "Nigeria", "Lakurawa"),
    ("MFDC", "Senegal", "MFDC, Movement of Democratic Forces of Casamance, Casamance rebels, Casamance separatists"),
    ("FLEC", "Angola", "FLEC"),
    ("Ogaden National Liberation Front", "Ethiopia", "Ogaden National Liberation Front, ONLF"),
    (
        "Union of Islamic Courts",
        "Somalia",
        "Union of Islamic Courts, Islamic Courts Union, Supreme Islamic Courts Council, Hizbul Islam",
    ),
    ("Moro National Liberation Front", "Philippines", "Moro National Liberation Front, MNLF"),
    ("Free Aceh Movement", "Indonesia", "Free Aceh Movement, GAM, Acehnese rebels"),
    ("Falintil", "Timor-Leste", "Falintil, Fretilin"),
    ("ULFA", "India", "ULFA, United Liberation Front of Asom, United Liberation Front of Assam"),
    ("NSCN", "India", "NSCN, NSCN-IM, NSCN-K, National Socialist Council of Nagaland, National Socialist Council of Nagalim"),
    ("NDFB", "India", "NDFB, National Democratic Front of Bodoland"),
    ("United Wa State Army", "Myanmar", "United Wa State Army, UWSA"),
    ("Shan State Army", "Myanmar", "Shan State Army, Shan rebels, Shan State Progress Party"),
    (
        "Chinland Defence Force",
        "Myanmar",
        "Chinland Defence Force, Chinland Defense Force, Chin National Front, Chin National Army",
    ),
    ("United Tajik Opposition", "Tajikistan", "United Tajik Opposition"),
    ("Islamic Movement of Uzbekistan", "Uzbekistan", "Islamic Movement of Uzbekistan, IMU"),
    (
        "Ulster Volunteer Force",
        "United Kingdom",
        "Ulster Volunteer Force, UVF, Ulster Defence Association, Ulster Freedom Fighters",
    ),
    ("DHKP-C", "Turkey", "DHKP-C"),
    ("Mahdi Army", "Iraq", "Mahdi Army, Mehdi Army"),
    ("Ansar al-Islam", "Iraq", "Ansar al-Islam, Ansar al-Sunna"),
    ("Ansar Dine", "Mali", "Ansar Dine, Ansar Eddine, MUJAO"),
    ("Salafist Group for Preaching and Combat", "Algeria", "Salafist Group for Preaching and Combat, GSPC"),
    ("Fatah al-Islam", "Lebanon", "Fatah al-Islam"),
    ("AUC", "Colombia", "AUC, United Self-Defence Forces of Colombia, United Self-Defense Forces of Colombia"),
    ("Zapatistas", "Mexico", "Zapatistas, Zapatista, EZLN, Zapatista National Liberation Army"),
    ("Paraguayan People's Army", "Paraguay", "Paraguayan People's Army"),
    ("FRUD", "Djibouti", "FRUD"),
    ("Abu Sayyaf", "Philippines", "Abu Sayyaf, Abu Sayyaf Group"),
    (
        "New People's Army",
        "Philippines",
        (
            "New People's Army, NPA, Communist Party of the Philippines, CPP-NPA, "
            "National Democratic Front of the Philippines, NDFP"
        ),
    ),
    (
        "Moro Islamic Liberation Front",
        "Philippines",
        "Moro Islamic Liberation Front, MILF, Moro National Liberation Front, MNLF",
    ),
    ("BIFF", "Philippines", "BIFF, Bangsamoro Islamic Freedom Fighters, Dawlah Islamiyah"),
    ("Maute group", "Philippines", "Maute group, Maute brothers"),
    ("Barisan Revolusi Nasional", "Thailand", "Barisan Revolusi Nasional, BRN"),
    (
        "West Papua National Liberation Army",
        "Indonesia",
        "West Papua National Liberation Army, TPNPB, Free Papua Movement, OPM",
    ),
    (
        "Tamil Tigers",
        "Sri Lanka",
        (
            "Tamil Tigers, Tamil Tiger, Tigers, Tiger rebels, Tamil rebels, Tamil guerrillas, Tamil separatists, LTTE, "
            "Liberation Tigers of Tamil Eelam"
        ),
    ),
    # Africa
    ("Boko Haram", "Nigeria", "Boko Haram, JAS"),
    (
        "ISWAP",
        "Nigeria",
        "ISWAP, Islamic State West Africa Province, Islamic State's West Africa Province, Islamic State in West Africa",
    ),
    ("Ansaru", "Nigeria", "Ansaru"),
    ("IPOB", "Nigeria", "IPOB, Indigenous People of Biafra, Eastern Security Network"),
    ("al-Shabaab", "Somalia", "al-Shabaab, Al Shabaab, al-Shabab, Shebab, Al-Shebab, Shabaab, Shabab"),
    ("Rapid Support Forces", "Sudan", "Rapid Support Forces, RSF, Janjaweed"),
    ("SPLM-N", "Sudan", "SPLM-N, SPLM-North, Sudan People's Liberation Movement-North"),
    (
        "Sudan Liberation Movement",
        "Sudan",
        "Sudan Liberation Movement, Sudan Liberation Army, SLM, Justice and Equality Movement, JEM",
    ),
    (
        "SPLA-IO",
        "South Sudan",
        "SPLA-IO, SPLM-IO, Sudan People's Liberation Movement-in-Opposition, White Army, National Salvation Front",
    ),
    (
        "Tigray People's Liberation Front",
        "Ethiopia",
        (
            "Tigray People's Liberation Front, Tigrayan People's Liberation Front, TPLF, Tigray Defence Forces, "
            "Tigray Defense Forces, TDF, Tigrayan forces, Tigray forces, Tigrayan rebels, Tigray rebels"
        ),
    ),
    ("Fano", "Ethiopia", "Fano, Fano militia"),
    ("Oromo Liberation Army", "Ethiopia", "Oromo Liberation Army, OLA, OLF-Shene, Shene, Oromo Liberation Front"),
    (
        "M23",
        "Democratic Republic of the Congo",
        "M23, March 23 Movement, Congo River Alliance, Alliance Fleuve Congo, AFC/M23",
    ),
    (
        "Allied Democratic Forces",
        "Democratic Republic of the Congo",
        "Allied Democratic Forces, ADF, ISCAP, Islamic State Central Africa Province",
    ),
    ("CODECO", "Democratic Republic of the Congo", "CODECO, Codeco"),
    ("FDLR", "Democratic Republic of the Congo", "FDLR, Democratic Forces for the Liberation of Rwanda"),
    ("Wazalendo", "Democratic Republic of the Congo", "Wazalendo, Mai-Mai, Mai Mai, Mayi-Mayi, Raia Mutomboki, Nyatura"),
    (
        "JNIM",
        "Mali",
        (
            "JNIM, Jama'at Nasr al-Islam wal Muslimin, Jamaat Nusrat al-Islam wal-Muslimin, "
            "Jama'a Nusrat ul-Islam wa al-Muslimin, Group to Support Islam and Muslims, "
            "Group for the Support of Islam and Muslims, Support Group for Islam and Muslims, Katiba Macina, Ansar Dine"
        ),
    ),
    (
        "Islamic State in the Greater Sahara",
        "",
        (
            "Islamic State in the Greater Sahara, ISGS, EIGS, Islamic State Sahel Province, "
            "Islamic State in the Sahel, IS Sahel, ISSP"
        ),
    ),
    (
        "Azawad Liberation Front",
        "Mali",
        "Azawad Liberation Front, CSP-DPA, CSP-PSD, CMA, MNLA, Tuareg rebels, Coordination of Azawad Movements",
    ),
    (
        "Volunteers for the Defence of the Homeland",
        "Burkina Faso",
        "VDP, Volunteers for the Defence of the Homeland, Volunteers for the Defense of the Homeland",
    ),
    ("Wagner", "", "Wagner, Wagner Group, Wagner mercenaries, Africa Corps"),
    (
        "Coalition of Patriots for Change",
        "Central African Republic",
        "Coalition of Patriots for Change, CPC rebels, Seleka, anti-balaka, UPC rebels, 3R rebels",
    ),
    (
        "Ambazonia separatists",
        "Cameroon",
        (
            "Ambazonia Defence Forces, Ambazonia Defense Forces, Amba boys, Ambazonian fighters, "
            "Ambazonian separatists, Anglophone separatists, English-speaking separatists"
        ),
    ),
    ("Front for Change and Concord in Chad", "Chad", "Front for Change and Concord in Chad"),
    ("Libyan National Army", "Libya", "Libyan National Army, LNA, Libyan Arab Armed Forces, Haftar's forces"),
    (
        "Government of National Accord",
        "Libya",
        "Government of National Accord, GNA, Government of National Unity, GNU",
    ),
    ("Lord's Resistance Army", "Uganda", "Lord's Resistance Army, LRA"),
    ("Renamo", "Mozambique", "Renamo"),
    ("Polisario Front", "Western Sahara", "Polisario Front, Polisario"),
    ("UNITA", "Angola", "UNITA, National Union for the Total Independence of Angola"),
    ("Armed Islamic Group", "Algeria", "Armed Islamic Group, GIA"),
    ("Islamic Salvation Front", "Algeria", "Islamic Salvation Front, FIS"),
    ("Sudan People's Liberation Army", "Sudan", "Sudan People's Liberation Army"),
    ("Inkatha", "South Africa", "Inkatha, Inkatha Freedom Party"),
    ("African National Congress", "South Africa", "African National Congress, ANC"),
    # Europe and the Caucasus
    ("Bosnian Serbs", "Bosnia and Herzegovina", "Bosnian Serb, Bosnian Serbs, Bosnian Serb army, Bosnian Serb forces"),
    ("Bosnian Croats", "Bosnia and Herzegovina", "Bosnian Croat, Bosnian Croats, Bosnian Croat forces"),
    ("Croatian Serbs", "Croatia", "Croatian Serb, Croatian Serbs, Krajina Serbs, rebel Serbs"),
    ("Kosovo Liberation Army", "Kosovo", "Kosovo Liberation Army, KLA"),
    (
        "Donetsk separatists",
        "Ukraine",
        (
            "Donetsk People's Republic, Luhansk People's Republic, Lugansk People's Republic, DPR, LPR, "
            "pro-Russian separatists, pro-Russia separatists, Russian-backed separatists, Russia-backed separatists, "
            "pro-Russian rebels"
        ),
    ),
    ("Somaliland", "Somalia", "Somaliland"),
    ("Abkhazia", "Georgia", "Abkhazia, Abkhaz, Abkhazian, Sukhumi"),
    ("South Ossetia", "Georgia", "South Ossetia, South Ossetian, South Ossetians, Tskhinvali"),
    ("Transnistria", "Moldova", "Transnistria, Transdniestria, Transnistrian, Tiraspol"),
    ("IRA", "United Kingdom", "IRA, Irish Republican Army, Real IRA, New IRA, Provisional IRA"),
    (
        "Ulster loyalists",
        "United Kingdom",
        (
            "Ulster Volunteer Force, UVF, Ulster Defence Association, UDA, Ulster Freedom Fighters, UFF, loyalist gunmen, "
            "loyalist paramilitaries, Combined Loyalist Military Command, Loyalist Volunteer Force, LVF"
        ),
    ),
    ("ETA", "Spain", "Eta, Basque separatists, Basque separatist group, Basque militants"),
    # Latin America
    (
        "FARC",
        "Colombia",
        (
            "FARC, Revolutionary Armed Forces of Colombia, FARC dissidents, Estado Mayor Central, "
            "Central General Staff, Segunda Marquetalia"
        ),
    ),
    ("ELN", "Colombia", "ELN, National Liberation Army"),
    ("Clan del Golfo", "Colombia", "Clan del Golfo, Gulf Clan, Gaitanist Self-Defense Forces, AGC, EGC"),
    ("Sinaloa Cartel", "Mexico", "Sinaloa Cartel, Sinaloa drug cartel, Los Chapitos, Chapitos, Mayos, Mayiza"),
    (
        "Jalisco New Generation Cartel",
        "Mexico",
        "Jalisco New Generation Cartel, Jalisco Cartel New Generation, Jalisco cartel, CJNG",
    ),
    (
        "Gulf Cartel",
        "Mexico",
        "Gulf Cartel, Cartel del Golfo, Los Zetas, Zetas, Cartel del Noreste, Northeast Cartel",
    ),
    ("400 Mawozo", "Haiti", "400 Mawozo"),
    ("Viv Ansanm", "Haiti", "Viv Ansanm, G9, G9 Family, G-Pep, Gran Grif, Kraze Barye, G9 and Family"),
    ("Los Choneros", "Ecuador", "Los Choneros, Choneros, Los Lobos, Los Tiguerones, Tiguerones"),
    ("Shining Path", "Peru", "Shining Path, Sendero Luminoso"),
    ("MRTA", "Peru", "MRTA, Tupac Amaru Revolutionary Movement"),
    ("FMLN", "El Salvador", "FMLN, Farabundo Marti National Liberation Front"),
    (
        "Contras",
        "Nicaragua",
        "Contras, Nicaraguan Resistance, Contra rebels, Contra guerrillas, Contra fighters, Contra forces, Contra leaders",
    ),
    (
        "Sandinistas",
        "Nicaragua",
        "Sandinistas, Sandinista, Sandinist National Liberation Front, FSLN, EPS",
    ),
    ("Tren de Aragua", "Venezuela", "Tren de Aragua"),
    ("MS-13", "El Salvador", "MS-13, Mara Salvatrucha"),
    ("Medellin Cartel", "Colombia", "Medellin Cartel, Extraditables, Cali Cartel"),
    ("M-19", "Colombia", "M-19, 19th of April Movement, Popular Liberation Army, EPL"),
    ("URNG", "Guatemala", "URNG, Guatemalan National Revolutionary Unity"),
    (
        "Comando Vermelho",
        "Brazil",
        "Comando Vermelho, Red Command, Primeiro Comando da Capital, First Capital Command, PCC",
    ),
)

FORCES: tuple[tuple[str, str], ...] = (
    (
        "Israel",
        (
            "Israel Defense Forces, Israel Defence Forces, Israeli Defense Forces, Israeli Defence Forces, IDF, "
            "Shin Bet, Shabak, Mossad, Knesset, Israel Police, IAF, Magen David Adom, Golani Brigade, Golani, Givati Brigade, "
            "Nahal Brigade, Kfir Brigade"
        ),
    ),
    (
        "Palestine",
        "Palestinian Authority, Palestinian health ministry, Palestinian Health Ministry, Palestinian Red Crescent",
    ),
    ("Russia", "Duma, FSB, GRU, Rosgvardia, Black Sea Fleet, Akhmat, Red Army"),
    (
        "Ukraine",
        (
            "Armed Forces of Ukraine, AFU, Verkhovna Rada, Azov, Azov Battalion, Azov Brigade, SBU, Kyivs, "
            "General Staff of the Armed Forces of Ukraine"
        ),
    ),
    (
        "United States",
        (
            "State Department, US State Department, Defense Department, Department of Defense, CENTCOM, "
            "US Central Command, U.S. Central Command, Centcom, CIA, FBI, US military, U.S. military, AFRICOM, "
            "Africom, US Marines, Marine Corps, Navy SEALs, Delta Force"
        ),
    ),
    ("United Kingdom", "Royal Air Force, Royal Navy, RAF, MI5, MI6, British Foreign Office, Scotland Yard"),
    ("Syria", "Syrian Arab Army, Assad regime, Syrian regime, Syrian government, Assads regime, SANA"),
    (
        "Iran",
        (
            "Islamic Revolutionary Guard Corps, Revolutionary Guards, Revolutionary Guard, "
            "Iranian Revolutionary Guards, IRGC, Quds Force, Basij"
        ),
    ),
    ("Sudan", "Sudanese Armed Forces, SAF, Sudanese army"),
    ("South Sudan", "South Sudan People's Defence Forces, SSPDF, SPLA"),
    ("Ethiopia", "Ethiopian National Defence Force, Ethiopian National Defense Force, ENDF"),
    ("Eritrea", "Eritrean Defence Forces"),
    ("Democratic Republic of the Congo", "FARDC"),
    ("Mali", "FAMa, Malian Armed Forces"),
    (
        "Pakistan",
        "Inter-Services Public Relations, ISPR, Frontier Corps, ISI, Pakistan Army, Punjab Rangers, Sindh Rangers",
    ),
    (
        "India",
        "Border Security Force, BSF, CRPF, Central Reserve Police Force, Indian Army, Assam Rifles, District Reserve Guard",
    ),
    ("China", "People's Liberation Army, PLA, PLA Navy"),
    (
        "Myanmar",
        (
            "Tatmadaw, State Administration Council, Myanmar junta, Myanmar military, Myanmar army, "
            "State Security and Peace Commission"
        ),
    ),
    ("Philippines", "Armed Forces of the Philippines, AFP-Westmincom, Philippine National Police"),
    ("Turkey", "Turkish Armed Forces, TSK, Gendarmerie General Command"),
    ("Lebanon", "Lebanese Armed Forces, Lebanese Army"),
    ("Afghanistan", "Afghan National Army, Afghan National Police, Afghan security forces"),
    ("Yemen", "Presidential Leadership Council"),
    ("Saudi Arabia", "Saudi-led coalition, Saudi-led military coalition, Arab coalition"),
    ("Nigeria", "Multinational Joint Task Force, Civilian Joint Task Force, CJTF"),
    ("Somalia", "Somali National Army, Danab"),
    ("Rwanda", "Rwanda Defence Force, RDF"),
    ("Uganda", "UPDF, Uganda People's Defence Force, Uganda People's Defence Forces"),
    ("Kenya", "Kenya Defence Forces, KDF"),
    ("Serbia", "Yugoslav army"),
    ("El Salvador", "COPREFA, Arce Battalion, Atlacatl Battalion"),
    ("South Korea", "Joint Chiefs of Staff in Seoul"),
)

PEOPLES: tuple[tuple[str, str, str], ...] = (
    ("Kurds", "", "Kurd, Kurds, Kurdish, Iraqi Kurds, Syrian Kurds"),
    ("Rohingya", "Myanmar", "Rohingya, Rohingyas"),
    ("Alawites", "Syria", "Alawite, Alawites, Alawi"),
    ("Druze", "Syria", "Druze"),
    ("Yazidis", "Iraq", "Yazidi, Yazidis, Yezidi, Yezidis"),
    ("Tutsis", "", "Tutsi, Tutsis, Banyamulenge"),
    ("Hutus", "", "Hutu, Hutus"),
    ("Tigrayans", "Ethiopia", "Tigrayan, Tigrayans, Tigrean, Tigreans"),
    ("Amhara", "Ethiopia", "Amharas, ethnic Amhara, ethnic Amharas"),
    ("Oromo", "Ethiopia", "Oromo, Oromos"),
    ("Masalit", "Sudan", "Masalit"),
    ("Dinka", "South Sudan", "Dinka, Dinkas"),
    ("Nuer", "South Sudan", "Nuer"),
    ("Murle", "South Sudan", "Murle"),
    ("Shilluk", "South Sudan", "Shilluk"),
    ("Gumuz", "Ethiopia", "Gumuz"),
    ("Hema", "Democratic Republic of the Congo", "Hema"),
    ("Lendu", "Democratic Republic of the Congo", "Lendu"),
    ("Zaghawa", "Sudan", "Zaghawa, Zaghawas"),
    ("Berom", "Nigeria", "Berom, Birom"),
    ("Igbo", "Nigeria", "Igbo, Igbos, Ibos"),
    ("Tiv", "Nigeria", "Tiv, Tivs"),
    ("Nagas", "India", "Nagas"),
    ("Bodos", "India", "Bodos"),
    ("Papuans", "Indonesia", "Papuan, Papuans"),
    ("Ahmadis", "Pakistan", "Ahmadi, Ahmadis"),
    ("Ingush", "Russia", "Ingush"),
    ("Crimean Tatars", "Ukraine", "Crimean Tatar, Crimean Tatars"),
    ("Fulani", "", "Fulani, Fulanis, Fulbe, Peul, Peuls"),
    ("Dogon", "Mali", "Dogon"),
    ("Tuareg", "", "Tuareg, Tuaregs"),
    ("Hazaras", "Afghanistan", "Hazara, Hazaras"),
    ("Pashtuns", "", "Pashtun, Pashtuns"),
    ("Baloch", "Pakistan", "Baloch, Baluch, Baluchis"),
    ("Uyghurs", "China", "Uyghur, Uyghurs, Uighur, Uighurs"),
    ("Tibetans", "China", "Tibetan, Tibetans"),
    ("Chechens", "Russia", "Chechen, Chechens"),
    ("Tamils", "Sri Lanka", "Tamil, Tamils"),
    ("Kukis", "India", "Kuki, Kukis, Kuki-Zo"),
    ("Meiteis", "India", "Meitei, Meiteis"),
    ("Karen", "Myanmar", "ethnic Karen, Karens"),
    ("Kosovo Albanians", "Kosovo", "ethnic Albanian, ethnic Albanians, Kosovo Albanian, Kosovo Albanians"),
    ("Ossetians", "", "Ossetian, Ossetians, South Ossetians"),
    ("Zulus", "South Africa", "Zulu, Zulus"),
    ("Xhosas", "South Africa", "Xhosa, Xhosas"),
    ("Kikuyus", "Kenya", "Kikuyu, Kikuyus"),
    ("Luos", "Kenya", "Luos"),
    ("Kalenjin", "Kenya", "Kalenjin, Kalenjins"),
    ("Hausas", "Nigeria", "Hausa, Hausas"),
    ("Berbers", "", "Berber, Berbers"),
    ("Mizos", "India", "Mizo, Mizos"),
    ("Kachins", "Myanmar", "Kachins, ethnic Kachin"),
    ("Shan", "Myanmar", "Shans, ethnic Shan"),
    ("Hmong", "Laos", "Hmong"),
    ("Acehnese", "Indonesia", "Acehnese"),
    ("Moros", "Philippines", "Moros"),
    ("Miskitos", "Nicaragua", "Miskito, Miskitos"),
    ("Malinke", "", "Malinke, Mandingo, Mandingos"),
    ("Krahn", "Liberia", "Krahn, Krahns"),
    ("Bengalis", "", "Bengalis"),
    ("Biharis", "", "Biharis"),
    ("Mohajirs", "Pakistan", "Mohajir, Mohajirs"),
    ("Meskhetian Turks", "", "Meskhetian, Meskhetians, Meskhetian Turks"),
    ("Hindus", "", "Hindus"),
    ("Sikhs", "", "Sikhs"),
    ("Christians", "", "Christians"),
    (
        "Bosnian Muslims",
        "Bosnia and Herzegovina",
        "Bosnian Muslim, Bosnian Muslims, Bosnian Moslems, Bosniak, Bosniaks",
    ),
    ("Bedouin", "", "Bedouin, Bedouins"),
    ("Copts", "Egypt", "Copt, Copts, Coptic Christians"),
    ("Tumandok", "Philippines", "Tumandok"),
    ("Crimean Tatars", "Ukraine", "Crimean Tatar, Crimean Tatars"),
)

LEADERS: tuple[tuple[str, str], ...] = (
    (
        "United States",
        (
            "Donald Trump, Trump, Joe Biden, Biden, Antony Blinken, Blinken, Marco Rubio, Rubio, Lloyd Austin, "
            "Pete Hegseth, Hegseth, Steve Witkoff, Witkoff, Jake Sullivan, John Kirby, Barack Obama, Obama, "
            "John Kerry, Kerry, Mike Pompeo, Pompeo, JD Vance, Massad Boulos"
        ),
    ),
    (
        "United Kingdom",
        (
            "Keir Starmer, Starmer, Rishi Sunak, Sunak, Boris Johnson, David Lammy, David Cameron, James Cleverly, "
            "Liz Truss, Theresa May"
        ),
    ),
    ("France", "Emmanuel Macron, Macron, Francois Hollande, Jean-Noel Barrot"),
    ("Germany", "Olaf Scholz, Scholz, Friedrich Merz, Angela Merkel, Merkel, Annalena Baerbock, Boris Pistorius"),
    (
        "Turkey",
        "Recep Tayyip Erdogan, Tayyip Erdogan, Erdogan, Hakan Fidan, Mevlut Cavusoglu, Cavusoglu, Hulusi Akar, Yasar Guler",
    ),
    (
        "Egypt",
        "Abdel Fattah al-Sisi, Abdel-Fattah al-Sisi, Abdel Fattah el-Sisi, al-Sisi, Sisi, Sameh Shoukry, Badr Abdelatty",
    ),
    ("Qatar", "Sheikh Mohammed bin Abdulrahman Al Thani, Majed al-Ansari"),
    ("China", "Xi Jinping, Wang Yi, Li Qiang"),
    ("India", "Narendra Modi, Modi, Subrahmanyam Jaishankar, Jaishankar, Amit Shah, Rajnath Singh"),
    ("Belarus", "Alexander Lukashenko, Lukashenko, Aleksandr Lukashenko, Alyaksandr Lukashenka"),
    ("Hungary", "Viktor Orban, Orban"),
    ("North Korea", "Kim Jong Un, Kim Jong-un"),
    ("Venezuela", "Nicolas Maduro, Maduro"),
    ("Saudi Arabia", "Mohammed bin Salman"),
    ("Rwanda", "Paul Kagame, Kagame"),
    ("Uganda", "Yoweri Museveni, Museveni"),
    ("Kenya", "William Ruto, Ruto"),
    ("Angola", "Joao Lourenco"),
    ("Malaysia", "Anwar Ibrahim"),
    ("Brazil", "Luiz Inacio Lula da Silva, Lula"),
)
