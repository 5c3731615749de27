"""Nothing lost, nothing twice: real processes under a seeded plan of faults, judged by ledgers that are not the system's own."""
