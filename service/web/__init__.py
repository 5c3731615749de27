"""Pages and JSON API over the store, read only; strict by default and without a line of script."""

from service.web.pages import create_app
from service.web.serve import serve

__all__ = ["create_app", "serve"]
