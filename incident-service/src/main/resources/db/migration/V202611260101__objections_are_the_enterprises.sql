-- Nobody but the enterprise that is asked objects: an objection opens the request to its readers, so that this, like the
-- owner of a reader row, is proved by a foreign key.

ALTER TABLE information_request ADD COLUMN receiver text GENERATED ALWAYS AS (enterprise_id::text) STORED;
ALTER TABLE information_request ADD CONSTRAINT information_request_receiver_key UNIQUE (id, receiver);
ALTER TABLE request_objection ADD CONSTRAINT request_objection_receiver_fkey
  FOREIGN KEY (id, written_by) REFERENCES information_request (id, receiver);
