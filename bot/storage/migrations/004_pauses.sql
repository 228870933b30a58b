-- What somebody was last told is wrong with a subscription; empty once something arrived. The same
-- is not told again.
ALTER TABLE subscription ADD COLUMN alerted TEXT NOT NULL DEFAULT '';

-- The last pause, once it is over: what came out meanwhile can be had afterwards.
ALTER TABLE subscription ADD COLUMN missed_from INTEGER;
ALTER TABLE subscription ADD COLUMN missed_until INTEGER;
