"""Tests of the exports of incident tools."""
