"""The archive's settings with the yardsticks' URLs added, so that both answer through the same Django."""

from ombudsman.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.urls"
