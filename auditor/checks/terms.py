"""TM101: an ordinary word where the other articles name the thing."""

from __future__ import annotations

from auditor.checks.base import Check

CHECKS: tuple[Check, ...] = ()
