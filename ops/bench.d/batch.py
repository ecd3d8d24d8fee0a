"""Writes the product's own batch statements as a pgbench script.

usage: batch.py SQL/queries/batch.sql > batch.sql

One transaction is one batch of 64 notes: the loading trip as the server sends it, then the
applying trip as a pipeline. What the server computes between the two comes from one query here,
so that the figure is that of the database alone. pgbench variable: issues.
"""

import re
import sys

IDS = "ARRAY(SELECT 1000001 + (:start + k * :stride) % :issues FROM generate_series(0, 63) k ORDER BY 1)"

LOADED = """SELECT array_agg(id ORDER BY id)::text AS ids,
    array_agg(sequence ORDER BY id)::text AS sequences,
    array_agg(sequence + 1 ORDER BY id)::text AS next_sequences,
    array_agg(state ORDER BY id)::text AS states,
    array_agg(is_open ORDER BY id)::text AS are_open,
    array_agg(lead_unit ORDER BY id)::text AS leads,
    array_agg(supporting_units::text ORDER BY id)::text AS supporting,
    array_agg(office ORDER BY id)::text AS offices,
    array_agg(handler ORDER BY id)::text AS handlers,
    array_agg(class ORDER BY id)::text AS classes,
    array_agg(class_rank ORDER BY id)::text AS ranks,
    array_agg(category ORDER BY id)::text AS categories,
    array_agg(division ORDER BY id)::text AS divisions,
    array_agg(level ORDER BY id)::text AS levels,
    array_agg(workflow_version_id ORDER BY id)::text AS versions,
    array_agg(service_officer ORDER BY id)::text AS officers,
    array_agg(level_holders::text ORDER BY id)::text AS holders,
    array_agg(due_at ORDER BY id)::text AS dues,
    array_agg(attributes::text ORDER BY id)::text AS attributes,
    array_agg(false ORDER BY id)::text AS notices,
    array_agg(clock_count ORDER BY id)::text AS clock_counts,
    array_agg(head_digest ORDER BY id)::text AS digests,
    array_agg(sha256(head_digest || id::text::bytea) ORDER BY id)::text AS next_digests,
    array_agg(now() ORDER BY id)::text AS instants,
    array_agg(substr(sha256(head_digest), 1, 16) ORDER BY id)::text AS keys,
    array_agg((SELECT id FROM workflow_action WHERE name = 'note') ORDER BY id)::text AS actions,
    array_agg(filer ORDER BY id)::text AS persons,
    array_agg('handler'::text ORDER BY id)::text AS roles,
    array_agg('{"clocks":[],"fields":{"text":"已电话联系企业，等待回复。","visibility":"internal"},"set":{}}'::text
        ORDER BY id)::text AS bodies
FROM issue WHERE id = ANY (:ids_wanted::bigint[])"""

ARGUMENTS = {
    "lockIssues": ["ids_wanted", "none"],
    "loadIssues": ["ids_wanted", "none"],
    "loadEarlierUses": ["ids_wanted", "none", "keys_wanted"],
    "loadLiveClocks": ["ids_wanted", "none", "none", "none"],
    "moveHeads": [
        "ids", "sequences", "next_sequences", "states", "are_open", "leads", "supporting",
        "offices", "handlers", "classes", "ranks", "categories", "divisions", "levels", "dues",
        "attributes", "clock_counts", "next_digests", "instants", "versions", "officers",
        "holders"],
    "addEvents": [
        "ids", "next_sequences", "states", "actions", "states", "persons", "roles", "instants",
        "keys", "next_digests", "bodies", "digests", "next_digests"],
    "addOutboxBatch": ["ids", "next_sequences", "notices"],
}


def main():
    statements = read(sys.argv[1])

    def fill(name):
        return re.sub(
            r"\$(\d+)", lambda found: ":" + ARGUMENTS[name][int(found[1]) - 1], statements[name])

    print("\\set start random(0, :issues - 1)")
    print("\\set stride random(1, 1000)")
    print("BEGIN;")
    print(f"SELECT {IDS}::text AS ids_wanted, '{{}}' AS none,")
    print("  (SELECT array_agg(sha256(k::text::bytea)) FROM generate_series(1, 64) k)::text AS keys_wanted \\gset")
    for name in ["lockIssues", "loadIssues", "loadEarlierUses", "loadLiveClocks"]:
        print(fill(name))
    print(LOADED + " \\gset")
    print("\\startpipeline")
    for name in ["moveHeads", "addEvents", "addOutboxBatch"]:
        print(fill(name))
    print("COMMIT;")
    print("\\endpipeline")


def read(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    parts = re.split(r"^-- name: (\w+) :\w+\n", text, flags=re.M)[1:]
    bodies = (re.sub(r"^--.*\n", "", part, flags=re.M).strip() for part in parts[1::2])
    return dict(zip(parts[::2], bodies))


main()
