"""Reads a workflow's file together with what it takes from the files that it includes."""

import yaml

INCLUDED = "included"


def read(path):
    """Answers the whole definition; what it takes stands where the file says `included`."""
    own = _load(path)
    files = [_load(path.parent / name) for name in own.pop("include", [])]
    for section, entries in own.items():
        found = {name: entry for file in files for name, entry in file.get(section, {}).items()}
        if entries == INCLUDED:
            own[section] = found
        elif isinstance(entries, dict):
            own[section] = {name: found[name] if entry == INCLUDED else entry
                            for name, entry in entries.items()}
    return own


def _load(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))
