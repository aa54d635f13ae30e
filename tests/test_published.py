"""The day of publication, where only the text states it."""

from __future__ import annotations

import pytest

import auditor

BODY = "A ferry sank off the port on Tuesday, and the coast guard said that nobody was hurt in the accident."


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (f"Ferry sinks\n\nMarch 5, 2025\n\n{BODY}", "2025-03-05"),
        (f"Ferry sinks\n\nPublished: Tuesday 4 March 2025, 10:15 GMT | Updated: 11:00\n\n{BODY}", "2025-03-04"),
        (f"LUMM, March 4, 2025 (Reuters) - {BODY}", "2025-03-04"),
        (f"NEW LUMM, 4 March 2025: {BODY}", "2025-03-04"),
        ("LUMM, 4. März 2025 (dpa) - Vor dem Hafen ist am Dienstag eine Fähre gesunken, sagte er.", "2025-03-04"),
        ("04.03.2025, 10:15 Uhr\n\nVor dem Hafen ist am Dienstag eine Fähre gesunken, sagte er.", "2025-03-04"),
        ("Publié le 5 mars 2025 à 14h30\n\nUn ferry a coulé mardi dans le port de la ville.", "2025-03-05"),
        ("Опубликовано 5 марта 2025 года\n\nПаром затонул во вторник в порту города.", "2025-03-05"),
        (f"March 4\n\n{BODY}", None),
        (f"LUMM, March 4 (Reuters) - {BODY}", None),
        (f"On March 5, 2025, the war ended.\n\n{BODY}", None),
        (f"March 4, 2025: the day that changed everything in the small town by the sea\n\n{BODY}", None),
        (f"Born on 4 March 2025\n\n{BODY}", None),
        (f"{BODY}\n\n" * 30 + "March 5, 2025", None),
    ],
)
def test_day(text: str, want: str | None) -> None:
    assert auditor.audit_texts({"a": text}).articles[0].published == want
