"""Real counterparts for tests: a news site and a webhook receiver on loopback, and the service's own processes."""
