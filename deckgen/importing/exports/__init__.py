"""Exports of incident tools: one module for each vendor, over what they all need.

`json_text` reads the file, `bundles` finds the incidents in whatever was saved around them, `parts`
gives the fields of an object with their types and remembers which were read, `building` gathers a
draft. A vendor's module says which object is an incident of its own and where its fields go.
"""
