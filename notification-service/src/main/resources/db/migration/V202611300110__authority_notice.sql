-- An authority's duty desk is written to as well: about its webhooks, and about grave events that they could not take.
ALTER TABLE notice
  ALTER COLUMN enterprise_id DROP NOT NULL,
  ADD COLUMN authority text,
  ADD CHECK (num_nonnulls(enterprise_id, authority) = 1),
  DROP CONSTRAINT notice_addressee_check,
  ADD CONSTRAINT notice_addressee_check CHECK (addressee IN ('LIAISON', 'DEPUTY', 'LEADER', 'DEPARTMENT', 'DESK', 'PERSON'));
COMMENT ON COLUMN notice.authority IS 'the code of the authority that it is about, where it is about no enterprise';

-- Whether its systems can be reached a party is told in any case.
ALTER TABLE preference
  DROP CONSTRAINT preference_check1,
  ADD CONSTRAINT preference_mandatory_check CHECK (NOT (digested || muted) && '{ACCESS,REQUEST,OVERDUE,ESCALATION,CONNECTION}');
