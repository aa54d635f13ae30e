"""Translation artifacts that show without the source: fused words, residue, pronoun gender, calques, spun copy."""

from __future__ import annotations

from auditor.checks.artifacts_address import TA310
from auditor.checks.artifacts_because import TA311
from auditor.checks.artifacts_calques import TA401, TA402
from auditor.checks.artifacts_fused import TA102
from auditor.checks.artifacts_persons import TA307
from auditor.checks.artifacts_pronouns import TA301
from auditor.checks.artifacts_residue import TA201
from auditor.checks.artifacts_spun import TA403
from auditor.checks.base import Check

CHECKS: tuple[Check, ...] = (TA102, TA201, TA301, TA307, TA310, TA311, TA401, TA402, TA403)
