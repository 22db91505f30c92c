"""What the tests of this folder share."""

from tests.desk import desk, zone

__all__ = ["desk", "zone"]
