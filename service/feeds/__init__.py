"""Bytes of a feed -> entries, when to ask it again, and the lists of feeds that people keep.

parse        a body -> title, version, entries, problems (with bounds the only feedparser imports)
instead      what a body that is no feed was, and what to do
dates        a feed's words for a time -> UTC, or the fetch time with a flag
keys         which entry is which, also where a feed repeats its ids
links, text  addresses and titles, cleaned
poll         one answer -> PollOutcome;  schedule: when the next poll is due (both pure)
opml         import and export;  feedfile: config/feeds.toml edited in place, comments kept
"""
