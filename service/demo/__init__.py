"""The bundled five-day story and the small server that tells it."""
