-- Since when the server of a digest that somebody paused is gone; NULL: it is there, or the digest was
-- not paused by hand.
ALTER TABLE subscription ADD COLUMN gone_since INTEGER;
