-- How the persons of a party are reached; fed by phoihop.liaison.contacts. Nobody but the service reads it.
CREATE TABLE contact (
  person_id uuid PRIMARY KEY,
  party text NOT NULL,
  role text NOT NULL,
  email text NOT NULL,
  active boolean NOT NULL,
  valid_from date,
  valid_to date,
  sequence bigint NOT NULL
);
CREATE INDEX contact_party_idx ON contact (party) WHERE active;

SELECT protect_system('contact');
