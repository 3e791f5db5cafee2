-- Warnings go to whole sectors: what liaison-service says of an enterprise's.
ALTER TABLE enterprise ADD COLUMN sectors text[] NOT NULL DEFAULT '{}';
CREATE INDEX enterprise_sectors_idx ON enterprise USING gin (sectors);
