"""Waits until everything that is due was worked: alarms, fan-out and deliveries."""

import time

PATIENCE_SECONDS = 300

#: What is still to be done, by name; nothing is where all of them are 0.
OPEN_WORK = {
    "alarms": """
        SELECT count(*) FROM clock, installation
        WHERE ended_at IS NULL AND next_alarm_at <= simulated_now""",
    "batches": """
        SELECT count(*) FROM outbox_batch AS batch, outbox_reader AS reader
        WHERE reader.name = 'notices'
          AND (batch.xid, batch.position) > (reader.xid, reader.position)""",
    "deliveries": """
        SELECT count(*) FROM delivery, installation
        WHERE state = 'pending' AND not_before <= simulated_now""",
    "subscriptions behind": "SELECT count(*) FROM subscription WHERE behind_xid IS NOT NULL"}


def settle(database, processes):
    """Waits until no work is left; fails where it does not become less for long."""
    query = "; ".join(OPEN_WORK.values())
    left, since = None, time.monotonic()
    while True:
        processes.check()
        counts = [int(line) for line in database.run(query).split()]
        if not any(counts):
            return
        if counts != left:
            left, since = counts, time.monotonic()
        if time.monotonic() - since > PATIENCE_SECONDS:
            raise SystemExit(f"year: work is left over: {dict(zip(OPEN_WORK, counts))}")
        time.sleep(0.2)
