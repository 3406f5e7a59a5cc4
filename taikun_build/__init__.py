"""Checks the TAIKun curriculum and publishes it as a site, printable guides and immutable editions."""

__version__ = "0.1.0"
