-- Why a source failed, in a word that can be told to everybody: its `error` may name an address inside
-- the operator's network, and is for the log.
ALTER TABLE source_health ADD COLUMN trouble TEXT;

UPDATE source_health SET trouble = 'unreachable' WHERE error IS NOT NULL;
