-- Why: who owes what by when could only be guessed from clocks and states, issue by issue
-- Breaking: yes, stop servers of before: they go on without writing what is owed
-- Locks: none that last

-- What is owed now, one row for each whom it concerns; written in the transaction of the head. A slot is the
-- number of the clock that asks, below zero the place of what the state asks for, zero what leads on.
CREATE TABLE open_duty (
    issue_id bigint NOT NULL REFERENCES issue,
    slot integer NOT NULL,
    -- A kind, a colon, and a code or an id: who holds a post is asked when somebody looks.
    holder text NOT NULL CHECK (holder ~ '^(person|unit|head|office|leader|force|divisionForce|role|enterprise|paired|project):'),
    part text NOT NULL CHECK (part IN ('owes', 'substitutes', 'helps', 'within', 'waits')),
    -- One of these ends it, the likeliest first.
    actions text[] NOT NULL CHECK (cardinality(actions) > 0),
    -- Who must not be the one.
    barred bigint[] NOT NULL,
    since timestamptz NOT NULL,
    -- Infinity where it has no date, or stands still.
    due_at timestamptz NOT NULL,
    is_paused boolean NOT NULL,
    is_blocked boolean NOT NULL,
    class_rank smallint NOT NULL,
    PRIMARY KEY (issue_id, slot, holder)
);
CREATE INDEX open_duty_queue ON open_duty (holder, part, due_at, class_rank, issue_id, slot);

GRANT SELECT, INSERT, UPDATE, DELETE ON open_duty TO zhuqi_server;
GRANT SELECT ON open_duty TO zhuqi_auditor;
