"""How the service runs in parallel: rq job functions and the worker process."""
