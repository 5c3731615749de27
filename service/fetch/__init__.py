"""One safe HTTP client: address guard, bounded bodies, conditional GET, robots.txt and one request per host at a time.

client       open_fetcher(settings) -> SafeFetcher, which fulfils service.ports.Fetcher
guard        which URLs and which addresses may be asked at all (addresses, allow, hosts: its tables, exceptions, spellings)
transport    connects to the address that was checked, and to no other
inflate      a compressed body -> bytes, never more than a limit
turns        one request per host at a time, with a pause between
robots       what a site lets robots read
answers      what a status, a header or an exception means, in words for people
"""
