"""Whom assassins shoot, who they are, and words that tell of what came after."""

from __future__ import annotations

from service.analysis.languages.lists import words

# Somebody of public standing or in uniform, shot by men who came to do it: an assassination, whatever courts he sat in.
OFFICES = words("""
    judge magistrate prosecutor senator deputy congressman lawmaker legislator minister governor mayor councillor councilman
    candidate ambassador diplomat consul leader leaders unionist bishop archbishop priest priests nun nuns cleric journalist
    journalists editor activist policeman policemen police officer officers colonel general major captain soldier soldiers
    guard guards bodyguard bodyguards politician official officials catechist coordinator spokesman adviser
""")
GUNMEN = words("""
    gunmen gunman assassins assassin hitmen assailants attackers motorcycle motorcycles motorbike motorbikes terrorists
    extremists guerrillas subversives insurgents militants
""")
STRANGERS = words("unidentified unknown armed hooded masked")  # men
MEN = words("men man individuals persons people subjects youths")
SHOT = words("killed murdered shot slain gunned riddled machinegunned machine-gunned executed fired")
LOOKED_INTO = words("""
    suspect suspects suspected arrested arrest jailed sentenced trial investigation investigating investigated inquiry
    investigations convicted charged anniversary crash collision accident overturned family dispute drunk
    robbery
""")
