-- Why: what was filed lately in one category is compared with what is about to be filed.
-- Breaking: no
-- Locks: SHARE on issue while the index is built

CREATE INDEX issue_of_category ON issue (category, created_at);
