-- Why: whoever sees all, and a list that is narrowed, read a stretch for each division until each page was full
-- Breaking: no
-- Locks: open_duty, while indexes are built

-- All that is owed in the order of queues, and what of it is owed on raised issues.
CREATE INDEX open_duty_in_order ON open_duty (due_at, class_rank, issue_id, slot)
    WHERE part = 'owes';
DROP INDEX open_duty_raised;
CREATE INDEX open_duty_raised ON open_duty (due_at, class_rank, issue_id, slot)
    WHERE part = 'owes' AND level > 0;
