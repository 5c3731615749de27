"""What can be done to a ceasefire, and what a ceasefire can do: verbs and nouns by event.

A verb is its base; "break>broke>broken" gives past and participle where they are irregular, words after the verb follow
all its forms ("call off"). ``DONE_TO`` takes the ceasefire as object ("broke the truce"), or as subject in the passive;
``DOES`` has it as subject ("the truce collapsed"); ``NOUNS`` govern it ("collapse of the truce") or follow it ("truce talks").
"""

from __future__ import annotations

DONE_TO: dict[str, str] = {
    "making": """
    agree, agree to, agree on, agree upon, agree in principle to, reach, secure, negotiate, broker, mediate, declare,
    announce, achieve, sign, strike>struck>struck, accept, forge, conclude, impose, establish, arrange, adopt, clinch, seal,
    finalise, finalize, initial>initialled>initialed, approve, order, decree, proclaim, hammer out, work out, thrash out,
    join, enter>entered>entered, enter into, grant, unveil, ratify, endorse, orchestrate, bring>brought>brought about,
    guarantee, obtain, win>won>won, sign up to, sign on to, sign off on, institute, introduce, enact, formalise, formalize,
    confirm, produce, result in, lead>led>led to, provide for, bless, get>got>got, culminate in, yield,
    ordain, instate, arrive at, include, offer and accept, set>set>set up, reciprocate, deliver, usher in, compel, cement,
    comprise, entail, make>made>made possible, give>gave>given, put>put>put pen to paper on, put>put>put their names to,
    put>put>put his name to, put>put>put its name to, shake>shook>shaken hands on, nail down, cobble together, patch
    together, patch up, piece together, pull off, ink, settle on, wrap up, decide on, pledge, promise, say>said>said yes to,
    give>gave>given the green light to, give>gave>given the nod to, green-light, rubber-stamp, hash out, iron out,
    give>gave>given its blessing to, carve out, eke out,
    call, match,
    put>put>put his signature to, put>put>put her signature to, put>put>put its signature to, put>put>put their signatures to
    """,
    "welcoming": "welcome, hail, praise, applaud, celebrate, salute",
    "watching": "monitor, oversee>oversaw>overseen, supervise, police, verify, watch, watch over",
    "starting": """
    begin>began>begun, start, implement, launch, put>put>put into effect, put>put>put into force, put>put>put into practice,
    initiate, trigger
    """,
    "keeping": """
    respect, observe, honour, honor, uphold>upheld>upheld, abide by, adhere to, comply with, stick>stuck>stuck to,
    maintain, keep>kept>kept, keep>kept>kept to, preserve, stand>stood>stood by, commit to, commit themselves to,
    commit themselves anew to, commit itself to, enforce, consolidate, strengthen, shore up, protect, save, salvage,
    rescue, live up to, cherish, reaffirm, recommit to, continue, sustain, bolster, safeguard, solidify,
    bind>bound>bound by, build>built>built on, hold>held>held to
    """,
    "extending": "extend, prolong, renew, roll over, lengthen, stretch, stretch out, draw>drew>drawn out",
    "restoring": """
    restore, revive, reinstate, resurrect, re-establish, reestablish, revitalise, return to, go>went>gone back to,
    come>came>come back to, resume, rebuild>rebuilt>rebuilt, resuscitate, reimpose, get>got>got back to
    """,
    "breaking": """
    violate, breach, break>broke>broken, flout, infringe, infringe on, infringe upon, contravene, transgress, ignore, defy,
    disregard, trample on, renege on, puncture, make>made>made a mockery of, make>made>made a nonsense of, disrupt, mar,
    interrupt, break>broke>broken through, punctuate, dishonour, spoil, mock, abuse, trash, fly>flew>flown in the face of,
    ride>rode>ridden roughshod over, run>ran>run roughshod over, blow>blew>blown a hole in, blow>blew>blown holes in,
    pierce, fracture, go>went>gone back on, betray, fall>fell>fallen foul of, overstep, thumb its nose at, make>made>made
    light of, take>took>taken no notice of, shrug off, pay>paid>paid no heed to, pay>paid>paid no attention to,
    turn its back on, turn their backs on, turn his back on
    """,
    "straining": """
    test, strain, threaten, undermine, jeopardise, jeopardize, endanger, imperil, rock, shake>shook>shaken, rattle,
    challenge, weaken, dent, put>put>put at risk, chip away at, complicate, overshadow, unsettle, batter, fray, damage,
    erode, cloud, tarnish, poison, cast>cast>cast doubt on, cast>cast>cast doubts on, cast>cast>cast a shadow over,
    undercut>undercut>undercut, dog, plague, put>put>put strain on, put>put>put pressure on,
    stretch to the limit, push to the brink, push to the limit, bring>brought>brought to the brink
    """,
    "ending": """
    end, call off, scrap, abandon, terminate, annul, cancel, suspend, revoke, quit>quit>quit, pull out of,
    withdraw>withdrew>withdrawn from, renounce, torpedo, wreck, shatter, sink>sank>sunk, scupper, derail, destroy, walk away
    from, lift, bury, tear>tore>torn up, ditch, drop, discard, repudiate, shred, back out of, put>put>put an end to,
    bring>brought>brought to an end, rip up, upend, break>broke>broken off, break>broke>broken with, deal>dealt>dealt a
    fatal blow to, deal>dealt>dealt a death blow to, pull the plug on, halt, dissolve, freeze>froze>frozen, no longer bound
    by, smash, explode, blow>blew>blown up, blow>blew>blown apart, declare an end to, announce an end to, announce the end
    of, declare the end of, collapse, call time on, put>put>put paid to, blow>blew>blown away, throw>threw>thrown out, kill
    off, sound the death knell for, spell the end of, signal the end of, mark the end of, herald the end of,
    mean>meant>meant the end of, demolish, scuttle, nullify, rescind, void, do>did>done away with, consign to history,
    tear>tore>torn to shreds, tear>tore>torn apart, rupture, bring>brought>brought down, bring>brought>brought to a close,
    bring>brought>brought to a violent end, opt out of, leave>left>left in ruins, obliterate, let>let>let lapse, allow to
    lapse, let>let>let expire, allow to expire,
    bow out of, kill off, walk out of, pull back from, quit>quit>quit, call a halt to, call quits on, be done with
    """,
    "asking": """
    call for, call repeatedly for, call again for, call once more for, call once again for, call on, call upon, urge,
    demand, appeal for, appeal to, plead for, beg for, seek>sought>sought, push for, push towards, push through, push, press
    for, press, propose, offer, suggest, request, ask for, ask, advocate, support, favour, favor, back, want, need, insist
    on, insist, hope for, hope, discuss, debate, consider, mull, explore, work for, work on, work towards, work toward, talk
    about, speak>spoke>spoken of, speak>spoke>spoken about, vote on, vote for, march for, rally for, campaign for, lobby
    for, await, wait for, envisage, envision, foresee>foresaw>foreseen, float, raise, recommend, promote, pray for, pray,
    wish for, aim for, aim at, argue for, argue about, argue over, haggle over, wrangle over, weigh, draft, pursue,
    contemplate, entertain, invite, exhort, implore, beseech, require, plan, look for, look to, press ahead with, table,
    moot, persuade, convince, clamour for, agitate for, hold>held>held out for, expect, pave the way for, pave the way to,
    study, examine, review, prepare, facilitate, interested in, aim, try, attempt, struggle, strive>strove>striven, want to
    see, see>saw>seen the need for, invite to, petition for, protest for, encourage, scramble, race, fight>fought>fought
    for, deliberate on, confer on, submit, put forward, put>put>put forward, set>set>set out, outline, drum up support for,
    anticipate, bring>brought>brought closer, talk of, broach, hold out hope for, inch towards, edge towards, move towards,
    approach, near, desire, opt for, pin hopes on, bank on, set conditions for, lay>laid>laid down conditions for, wish, sue
    for, bargain for, bargain, angle for, champion, cry out for, make>made>made the case for, lay>laid>laid the ground for,
    lay>laid>laid the groundwork for, set>set>set the stage for, inch closer to, edge closer to, move closer to, draw>drew>drawn closer to,
    clamor for, insist upon, tie, link, dangle, sound out, mention, speak>spoke>spoken up for, throw>threw>thrown its weight
    behind, bring>brought>brought up, revisit, take>took>taken up, put>put>put forth, coax, cajole, nudge, nudge towards,
    nudge toward, press towards, press toward, steer towards, steer toward, inch toward, edge toward, move toward, move in
    the direction of, shuttle in search of, set>set>set their sights on, set>set>set its sights on, crave, hold>held>held
    talks on
    """,
    "delaying": "delay, postpone, push back, put>put>put back, put>put>put off, hold>held>held up, hold>held>held off",
    "growing": """
    turn into, turn it into, convert into, transform into, grow>grew>grown into, develop into, become>became>become,
    translate into, lead>led>led towards
    """,
    "refusing": """
    dash hopes, shatter hopes, end hopes, dim hopes, puncture hopes, crush hopes, destroy hopes, dampen hopes, reject,
    rebuff, spurn, refuse, dismiss, turn down, rule out, oppose, decline, veto, resist, shun, snub, balk at, baulk at, vote
    down, vote against, block, brush aside, brush off, say>said>said no to, scorn, shoot>shot>shot down, scoff at, pour
    scorn on, exclude, deride, scotch, close the door on, preclude, obstruct, dash, sabotage, swat away, bat
    away, wave away, wave aside, slap down, slam the door on, knock back, throw>threw>thrown cold water on, pour cold water
    on, give>gave>given short shrift to, laugh off, stonewall, hold>held>held out against, rail against, denounce, decry,
    ridicule, sneer at, belittle, disavow,  turn a deaf ear to, shy
    away from, rubbish, write>wrote>written off, sniff at, bristle at, bridle at, see>saw>seen no point in, see>saw>seen no
    reason for, see>saw>seen no need for
    """,
}

DOES: dict[str, str] = {
    "making": "come>came>come, come>came>come about, materialise, materialize, emerge",
    "starting": """
    take>took>taken effect, take>took>taken hold, come>came>come into force, come>came>come into effect, come>came>come into
    operation, come>came>come in force, go>went>gone into force, go>went>gone into effect, enter into force, enter into
    effect, enter force, enter effect, begin>began>begun, start, kick in, become>became>become effective, get>got>got under
    way, get>got>got underway, set>set>set in, dawn, become>became>become operative, come>came>come ahead of schedule,
    come>came>come early
    """,
    "keeping": """
    hold>held>held, last, survive, endure, stick>stuck>stuck, persist, continue, prevail, stand>stood>stood, stay in place,
    stay in force, remain in place, remain in force, remain in effect, remain intact, enter its, enter a, enter the, enter
    another, go on, reign, hold>held>held up, hold>held>held good, run>ran>run, take>took>taken root, stay intact,
    hang>hung>hung on, limp on, limp along, stay in effect, hold>held>held firm, hold>held>held fast
    """,
    "becoming": "turn into, become>became>become, grow>grew>grown into, develop into",
    "effect": """
    cover, bring>brought>brought, allow, enable, give>gave>given, let>let>let, see>saw>seen, halt, stop, pause, cut>cut>cut,
    reduce, lead>led>led to, help, calm, mean>meant>meant, ease, produce, silence, save, provide, free, include, apply,
    work, pave the way, require, involve, spare
    """,
    "breaking": """
    fray, unravel>unravelled>unraveled, wobble, crumble, falter, buckle, come>came>come under strain, come>came>come under
    pressure, exist only on paper, be on paper only, exist in name only, exist on paper, do little to, do nothing to,
    do>did>done little to, do>did>done nothing to, have little effect, have little impact, have>had>had little effect,
    have>had>had little impact, have>had>had no effect, have>had>had limited effect, have>had>had limited impact,
    have>had>had scant effect, get>got>got off to a shaky start, get>got>got off to a rocky start, get>got>got off to a
    bloody start, get>got>got off to a violent start, get>got>got off to a bad start, come>came>come under severe strain,
    come>came>come under heavy strain, come>came>come under new strain, come>came>come under renewed strain, come>came>come
    under growing strain, come>came>come under fresh strain, come>came>come under intense pressure, struggle to hold, suffer
    a setback, be barely alive, never take hold, be in name only, bring>brought>brought little, make>made>made little
    difference, face its first test, face its biggest test, face its sternest test, face its toughest test, face its most
    serious test, face its gravest test, face a test, face a new test, face a fresh test, face a stern test,
    show>showed>shown cracks, come>came>come unstuck, run>ran>run into trouble, hit>hit>hit trouble, crack, fracture,
    splinter, spring>sprang>sprung a leak, never materialise, never materialize, amount to little, be widely ignored,
    get>got>got off to a poor start, get>got>got off to an uneasy start, get>got>got off to a faltering start, sag
    """,
    "extending": "extend",
    "wavering": """
    hang>hung>hung by a thread, hang>hung>hung in the balance, teeter, look shaky, appear shaky, seem shaky, look fragile,
    appear fragile, weaken, totter, creak, face an uncertain future, look uncertain, look precarious, look increasingly
    fragile, look increasingly shaky, appear increasingly fragile, appear increasingly shaky, seem increasingly fragile,
    come>came>come close to collapse, come>came>come close to collapsing, near collapse, be close to collapse
    """,
    "ending": """
    end, expire, lapse, run>ran>run out, collapse, break>broke>broken down, break>broke>broken up, break>broke>broken off,
    fall>fell>fallen apart, fail, disintegrate, implode, come>came>come to an end, come>came>come to its end, come>came>come and gone,
    come>came>come to an abrupt end,
    come>came>come apart, dissolve, peter out, go>went>gone up in smoke, give>gave>given way to, evaporate, die,
    fall>fell>fallen through, draw>drew>drawn to a close, come>came>come to nothing, fizzle out, blow>blew>blown up, end up,
    terminate, lie in ruins, lie in tatters, shatter, crash, founder, last only, last just, last barely, last less than,
    last a mere, last no more than, last little more than, fall>fell>fallen to pieces, break>broke>broken apart,
    go>went>gone up in flames, give>gave>given way, go>went>gone out the window, go>went>gone out of the window,
    self-destruct, prove short-lived, prove>proved>proved short-lived, run>ran>run its course, breathe its last,
    meet>met>met its end, bite>bit>bitten the dust, come>came>come crashing down, come>came>come to a close, come>came>come
    to an early end, come>came>come to a violent end, come>came>come to a bloody end, go>went>gone by the board, melt away,
    vanish, fade away, end in failure, end in bloodshed, be short-lived, go>went>gone to pieces, come>came>come tumbling
    down
    """,
    "stalling": """
    stall, drag on, make>made>made progress, hit>hit>hit a snag, hit>hit>hit an impasse, remain elusive, prove elusive,
    prove>proved>proven elusive, near, approach, loom, resume, reopen, seem likely, appear likely, look likely, inch closer,
    inch forward, remain out of reach, await, depend, be up to, hinge
    """,
}

# What a ceasefire is said to be, after "is", "was", "remains", "appears", "left the truce".
STATES: dict[str, str] = {
    "keeping": """
    in effect, in force, in place, holding, intact, under way, underway, ongoing, on track, still alive, alive, largely
    holding, in its, into its, now in its, working, still valid, valid, nearing its end, about to end, due to end, due to
    expire, set to expire, set to end, back on, back on track, back in force, back in place, back in effect, largely intact,
    in operation, holding up, holding well, still on, going into its, entering its
    """,
    "wavering": """
    fragile, shaky, in danger, in jeopardy, in peril, in doubt, at risk, under threat, under strain, under pressure, on the
    brink, tense, precarious, brittle, tenuous, hanging by a thread, teetering, on shaky ground, close to collapse, close to
    collapsing, near collapse, near to collapse, on the verge of collapse, on the brink of collapse, on the verge of
    collapsing, on the edge of collapse, on the point of collapse, at breaking point, in trouble, at stake, increasingly
    fragile, increasingly shaky, hanging in the balance, in the balance, vulnerable, wobbly, rickety, uneasy, uncertain, up
    in the air, in question,
    on a knife-edge, on a knife edge, on the ropes
    """,
    "breaking": """
    barely alive, honoured in the breach, honoured mostly in the breach, honoured more in the breach, honored in the breach,
    honored mostly in the breach, fraying, unravelling, unraveling, wobbling, crumbling, faltering, on life support,
    existing only on paper, only on paper, honoured mainly in the breach, honored mainly in the breach, a dead letter,
    like a dead letter, a fiction, in name only,
    falling apart, coming apart, breaking down, collapsing, disintegrating, coming apart at the seams, tattered,
    worth little
    """,
    "ending": """
    over, finished, dead, to an end, to an abrupt end, to an early end, to a violent end, to a bloody end, to a close, in
    tatters, in ruins, at an end, null and void, no longer in effect, no longer in force, no longer in place, no longer
    valid, no longer binding, void, as good as dead, all but dead, in shreds, broken down, history,
    in pieces, up in smoke, buried, a thing of the past, a distant memory, shattered, no more, no longer holding,
    no longer respected, beyond repair, beyond saving, finished for good
    """,
    "asking": """
    needed, on the table, under discussion, under negotiation, under consideration, out of reach, elusive, distant,
    unlikely, far off, urgent, essential, necessary, vital, the only way, a priority, imperative, crucial, a prerequisite, a
    precondition, being worked on, premature, desirable,
    a must, overdue, long overdue, the first step, the only option, the order of the day, on the agenda, on the cards,
    worth trying
    """,
    "signs": """
    possible, likely, within reach, in sight, close, near, nearer, imminent, at hand, in the works, in the offing, in the
    making, in the pipeline, on the horizon
    """,
    "refusing": """
    out of the question, impossible, off the table, unacceptable, unthinkable, a ploy, a trick, a stunt, a sham, a farce,
    propaganda, a propaganda stunt, a joke, a trap, meaningless, a smokescreen, a publicity stunt, insincere, a lie,
    worthless, nonsense,
    delusional, unrealistic, unworkable, a non-starter, pointless, a mirage, no option, not an option, not on the cards,
    not on the agenda, a pipe dream, insufficient,
    a sick joke, a cruel joke, a bad joke, a charade, a hoax, a fake, a bluff, a gimmick, theatre, theater, totally unacceptable
    """,
}

NOUNS: dict[str, str] = {
    "making": """
    order, orders, agreement, agreements, deal, accord, accords, pact, declaration, announcement, proclamation, signing,
    memorandum, protocol, brokering, acceptance, approval, conclusion, understanding, news, ratification, adoption,
    endorsement, arrangement, negotiators of, unveiling, sealing, pledge, promise
    """,
    "starting": """
    start, beginning, onset, launch, entry into force, coming into force, advent, arrival, first hours, first minutes,
    outset, introduction
    """,
    "keeping": """
    day, day one, day two, day three, days, hour, hours, week, weeks, month, months, night, implementation, respect,
    observance, compliance, adherence, commitment, enforcement, maintenance, duration, continuation, spell, part, framework
    of, guarantors, guarantor, sponsors, fate, future, time, times, durability, fragility, success, benefits, minutes,
    morning, mornings, afternoon, evening, evenings, weekend
    """,
    "extending": "extension, prolongation, extensions, prolonging",
    "delaying": "delay, delays, postponement",
    "restoring": "renewal, restoration, revival, return, resumption, reinstatement",
    "breaking": """
    violation, violations, breach, breaches, infringement, infringements, infraction, infractions, transgression,
    transgressions, violator, violators, disregard, defiance, noncompliance, non-compliance, contravention, breakers,
    mockery, breaking,
    slap in the face of, affront to, betrayal
    """,
    "straining": """
    test, strain, threat, threats, challenge, blow, setback, pressure on, risk, risks, doubts,
    danger to, dangers to
    """,
    "ending": """
    end, ending, collapse, breakdown, expiry, expiration, demise, termination, death, lapse, abandonment, suspension,
    cancellation, failure, fatal blow, death knell, death blow, final blow, close, rupture, disintegration, deadline,
    lifting, conclusion of, repudiation, unravelling, unraveling, dissolution,
    crumbling, fall, undoing, burial, nail in the coffin, break-up, breakup, shattering
    """,
    "asking": """
    call, calls, appeal, appeals, plea, pleas, demand, demands, proposal, proposals, plan, plans, offer, offers, bid, bids,
    push, effort, efforts, attempt, attempts, talks, negotiation, negotiations, discussion, discussions, consultations,
    dialogue, contacts, hope, hopes, possibility, chance, chances, initiative, initiatives, resolution, resolutions, draft,
    vote, roadmap, conditions, condition, need, request, requests, petition, pressure, campaign, idea, question, issue,
    stance, position, debate, row, view, views, opinion, talk, mediation, path, step, steps, way, blueprint, suggestion,
    motion, amendment, support, march, rally, protests, chants, negotiator, negotiators, mediator, mediators, framework,
    obstacle, obstacles, opportunity, preconditions, precondition, policy, search, desire, willingness, readiness, wish,
    advocates, supporters, summit, meeting, momentum, consensus, subject, statement, statements, letter, division,
    divisions, split, drive, activists, protesters, demonstrators, marchers, campaigners, expectations, expectation, subject
    of, process, progress, breakthrough, search, quest, hunt, race, overture, overtures, feelers, formula, efforts at,
    prayers, clamour, clamor, outlines, terms for, timetable, roadmap to
    """,
    "signs": "sign, signs, word, hint, hints, prospect, prospects, speculation, rumours, rumors, likelihood",
    "refusing": """
    rejection, refusal, opposition to, veto, snub, resistance to, reluctance,
    dismissal, spurning, rebuff, scorn
    """,
}

# Nouns that make another thing of the name before them: neither the ceasefire nor what was done to it.
BODIES = """
    line, lines, centre, center, commission, committee, monitor, monitors, monitoring, observer, observers, mechanism,
    supervision, zone, zones, institute, group, mission, memorial, day, coalition, authority, liaison, force, forces,
    organisation, organization, office, task, taskforce, verification, map, village, park, baby, square, movement, watchdog,
    inspectors, oversight
"""

# What a ceasefire is called that is only wished for, that is there, that was made, broken or ended, or is to come.
ADJECTIVES: dict[str, str] = {
    "asking": """
    possible, potential, eventual, prospective, hypothetical, proposed, future, suggested, draft, elusive, long-sought,
    would-be, sought-after, new, another, second, fresh, renewed
    """,
    "wishing": """
    full, complete, total, immediate, unconditional, permanent, lasting, long-lasting, durable, sustained, sustainable,
    enduring, comprehensive, definitive, genuine, real, meaningful, mutual, bilateral, long-term, nationwide, countrywide,
    global, proper, effective, viable, concerted, longer, general
    """,
    "keeping": """
    fragile, shaky, uneasy, tenuous, precarious, delicate, tense, brittle, flimsy, battered, strained, faltering, wobbly,
    rickety, patchy, imperfect, threadbare, temporary, brief, short, short-lived, rare, current, initial, existing, ongoing,
    present, continuing, hard-won, unofficial, de-facto, fragile, nominal, so-called, supposed, standing
    """,
    "making": """
    agreed, declared, announced, brokered, negotiated, mediated, sponsored, backed, imposed, guaranteed, promised, planned,
    upcoming, forthcoming, looming, impending, imminent, expected, scheduled, pending, signed, unilateral
    """,
    "ending": """
    collapsed, expired, failed, defunct, aborted, abortive, lapsed, now-defunct, shattered, tattered, ill-fated,
    recently-ended, now-collapsed, dead
    """,
    "breaking": "violated, broken, much-violated, oft-violated, often-violated, ignored, oft-broken",
}
