"""Checks on names. They read what the entities say of each mention and add nothing to it."""

from __future__ import annotations

from auditor.checks.base import Check

CHECKS: tuple[Check, ...] = ()
