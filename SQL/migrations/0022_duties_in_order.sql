-- Why: what is owed on issues that somebody oversees was found issue by issue, and lists of issues read the whole table
-- Breaking: yes, stop servers of before: they go on without copying where an issue belongs
-- Locks: open_duty and issue, while rows are filled in and indexes are built

-- Copied from the head to the rows of those who owe: each way of overseeing is one stretch of an index in the
-- order of queues. One duty has one such row, or a few.
ALTER TABLE open_duty
    ADD COLUMN division text,
    ADD COLUMN category text,
    ADD COLUMN lead_unit bigint,
    ADD COLUMN state integer,
    ADD COLUMN level smallint,
    -- In all rows: a head never changes it.
    ADD COLUMN complained_unit bigint;

UPDATE open_duty
SET division = issue.division, category = issue.category, lead_unit = issue.lead_unit,
    state = issue.state, level = issue.level
FROM issue
WHERE issue.id = open_duty.issue_id AND part = 'owes';

UPDATE open_duty
SET complained_unit = issue.complained_unit
FROM issue
WHERE issue.id = open_duty.issue_id AND issue.complained_unit IS NOT NULL;

ALTER TABLE open_duty
    ADD CONSTRAINT what_is_owed_says_where_it_belongs
    CHECK (part <> 'owes' OR num_nulls(division, category, state, level) = 0);

CREATE INDEX open_duty_of_division ON open_duty (division, due_at, class_rank, issue_id, slot)
    WHERE part = 'owes';
CREATE INDEX open_duty_of_category ON open_duty (category, due_at, class_rank, issue_id, slot)
    WHERE part = 'owes';
CREATE INDEX open_duty_of_lead ON open_duty (lead_unit, due_at, class_rank, issue_id, slot)
    WHERE part = 'owes' AND lead_unit IS NOT NULL;
CREATE INDEX open_duty_in_state ON open_duty (state, due_at, class_rank, issue_id, slot)
    WHERE part = 'owes';
CREATE INDEX open_duty_raised ON open_duty (division, due_at, class_rank, issue_id, slot)
    WHERE part = 'owes' AND level > 0;

-- All issues in the order of their lists, and those that were raised.
CREATE INDEX issue_in_state ON issue (state) WHERE is_open;
CREATE INDEX issue_in_order ON issue (class_rank, due_at, id);
CREATE INDEX issue_raised ON issue (class_rank, due_at, id) WHERE is_open AND level > 0;

-- Numbers by their beginning.
-- Bytewise: what asks for a whole number stays with the key.
CREATE INDEX issue_number_beginning ON issue (number COLLATE "C");
