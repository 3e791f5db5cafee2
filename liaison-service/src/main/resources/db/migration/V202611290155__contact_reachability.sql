-- To whom mail does not arrive; fed by notification-service's contact.unreachable and contact.reachable. The row stays when
-- the person is reached again, so that an older failure that comes late changes nothing.
CREATE TABLE contact_reachability (
  person_id uuid PRIMARY KEY,
  party text NOT NULL,
  reason text,
  since timestamptz NOT NULL,
  changed_at timestamptz NOT NULL
);
COMMENT ON COLUMN contact_reachability.reason IS 'NULL: mail arrives';
CREATE INDEX contact_reachability_party_idx ON contact_reachability (party, since, person_id) WHERE reason IS NOT NULL;
CREATE INDEX contact_reachability_since_idx ON contact_reachability (since, person_id) WHERE reason IS NOT NULL;

SELECT protect_owned('contact_reachability', 'party', '{DEPARTMENT}', '{select}');
