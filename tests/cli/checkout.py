"""A small postmortem with nothing to warn of, for commands to work on."""

from __future__ import annotations

SOURCE = """\
title: Checkout down for 45 minutes
severity: SEV1
started_at: 2025-01-08 02:15
timeline:
  - {at: "02:15", kind: trigger, text: Deploy 4812 reaches all regions}
  - {at: "02:19", kind: detection, text: Checkout success alert fires}
  - {at: "03:00", kind: mitigation, text: Cache disabled}
key_learning:
  statement: A canary must prove consistency under load first
actions:
  - {action: Add a canary stage, owner: DevOps, due: 2025-01-15}
"""
