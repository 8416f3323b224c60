"""The customer's method as facts, copied from framework.md by hand: what the built-in pack must hold, in this order."""

from __future__ import annotations

SIGNS: dict[str, tuple[str, ...]] = {
    "wrong-problem": ("accuracy-not-value", "no-workflow-link", "stakeholders-cold", "no-next-step"),
    "technical-debt": ("manual-data-prep", "not-production-code", "no-integration", "poor-under-load"),
    "data-pipelines": ("hand-made-training-data", "no-live-data", "manual-refresh", "fast-degradation"),
    "operating-model": ("no-maintainer", "no-retraining", "ownership-gap", "no-incident-plan"),
    "change-management": ("users-absent", "training-late", "processes-unchanged", "resistance"),
    "budget-timeline": (
        "no-budget-after-pilot",
        "instant-deployment",
        "integration-uncosted",
        "running-costs-unplanned",
    ),
}

ITEMS: dict[str, dict[str, tuple[str, ...]]] = {
    "pilot-design": {
        "production-criteria": ("business-metrics", "scale", "integration-needed", "acceptable-error"),
        "debt-register": ("shortcuts", "production-changes", "debt-effort"),
        "data-plan": ("data-source", "data-refresh", "data-pipeline"),
    },
    "pilot-execution": {
        "outcomes": ("track-metrics", "qualitative-feedback", "learnings"),
        "readiness-tests": ("volume-test", "edge-cases", "user-experience"),
        "buy-in": ("demonstrate-value", "share-results", "build-momentum"),
    },
    "production-planning": {
        "operating-model-plan": ("system-owner", "monitoring", "maintenance-plan", "escalation"),
        "integration-plan": ("systems", "pipelines", "security-requirements"),
        "budget": ("infrastructure-cost", "integration-cost", "change-cost", "running-cost"),
    },
    "production-deployment": {
        "incremental-rollout": ("first-subset", "close-monitoring", "rollout-feedback", "expand-gradually"),
        "monitor": ("monitor-business", "monitor-technical", "monitor-adoption", "monitor-errors"),
    },
    "scale-optimise": {
        "once-stable": ("more-use-cases", "deeper-integration", "scale-what-works"),
    },
}

READINESS: tuple[tuple[str, ...], ...] = (
    ("volumes", "pipelines-automated", "integration-complete", "performance-met", "security-passed"),
    ("dashboards", "alerts", "incident-plan", "maintenance", "recovery-tested"),
    ("users-trained", "processes-updated", "support-model", "communication", "baseline"),
)

SHARED_REGISTERS: tuple[tuple[str, ...], ...] = (
    ("shortcuts", "production-changes", "debt-effort"),
    ("data-source", "data-refresh", "data-pipeline"),
    ("integration-needed", "systems"),
    ("data-pipeline", "pipelines"),
    ("first-subset", "close-monitoring", "rollout-feedback", "expand-gradually"),
)
"""Items of which framework.md says that one register serves them, or that the later one carries the earlier over."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "business-metrics": ("text", "text", "number", "number", "person"),
    "scale": ("text", "number", "number"),
    "acceptable-error": ("text", "percent", "text"),
    "track-metrics": ("reference", "date", "number"),
    "qualitative-feedback": ("text", "text", "text"),
    "volume-test": ("choice", "text"),
    "edge-cases": ("choice", "text"),
    "user-experience": ("choice", "text"),
    "demonstrate-value": ("person", "choice", "choice", "text"),
    "monitoring": ("text", "text", "person"),
    "maintenance-plan": ("text", "text", "person"),
    "escalation": ("text", "person", "text"),
    "infrastructure-cost": ("text", "money", "money", "money", "choice"),
    "integration-cost": ("text", "money", "money", "money", "choice"),
    "change-cost": ("text", "money", "money", "money", "choice"),
    "running-cost": ("text", "money", "money", "money", "choice"),
    "monitor-business": ("text", "text", "text", "person"),
    "monitor-technical": ("text", "text", "text", "person"),
    "monitor-adoption": ("text", "text", "text", "person"),
    "monitor-errors": ("text", "text", "text", "person"),
}
"""Kinds of column, in order, by item: what framework.md says each is captured as."""
