"""Shared fixtures: the seeds, the development data (where they lie beside the project), one audit of the seeds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from auditor.records import Audit
from auditor.text.lexicon import Lexicon
from auditor.text.lexicon import lexicon as load_lexicon

ROOT = Path(__file__).resolve().parent.parent
settings.register_profile(
    "house", max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the seed articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development data; skips where they are not there."""
    folder = Path(os.environ.get("AUDITOR_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("needs the development data (AUDITOR_SHARED)")
    return folder


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon of the process."""
    return load_lexicon()


@pytest.fixture(scope="session")
def seed_audit(seeds: Path) -> Audit:
    """One audit of the seeds without a glossary."""
    import auditor

    return auditor.audit([seeds], no_glossary=True)
