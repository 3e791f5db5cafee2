-- Whether the receiver was asked, and said yes, before it was called (CloudEvents, HTTP webhooks §4).
ALTER TABLE subscription ADD COLUMN handshake boolean NOT NULL DEFAULT false;
