-- Why: among many delivered ones the planner expects hardly any that waits; it looked for the head of
--      each line in the index of all that waits, and walked the whole of it once a row.
-- Breaking: no
-- Locks: SHARE on delivery while the index is built

-- Its condition is not that of delivery_that_waits, so that who asks for a line by these words is led
-- to the line.
DROP INDEX delivery_line;
CREATE INDEX delivery_line ON delivery (subscription_id, issue_id, sequence)
WHERE state <> 'delivered' AND state <> 'dead';
