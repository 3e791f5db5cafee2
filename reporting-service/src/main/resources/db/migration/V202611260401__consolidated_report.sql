-- What the Department makes of a period's accepted reports. consolidated_report is the head, which an auditor reads too;
-- what was frozen and signed stands in tables of their own that are only added to.

CREATE TABLE consolidated_report (
  id uuid PRIMARY KEY,
  written_by text NOT NULL DEFAULT 'DEPARTMENT',
  period text NOT NULL,
  number int NOT NULL,
  state text NOT NULL CONSTRAINT consolidated_report_state_check CHECK (state IN
    ('COLLECTING', 'FROZEN', 'SIGNED', 'SENT', 'ACKNOWLEDGED', 'SUPERSEDED')),
  sequence bigint NOT NULL,
  created_at timestamptz NOT NULL,
  frozen_at timestamptz,
  snapshot text,
  included int,
  missing int,
  CONSTRAINT consolidated_report_period_number_key UNIQUE (period, number),
  CONSTRAINT consolidated_report_frozen_check CHECK ((state = 'COLLECTING') = (snapshot IS NULL)
    AND (snapshot IS NULL) = (frozen_at IS NULL) AND (snapshot IS NULL) = (included IS NULL)
    AND (snapshot IS NULL) = (missing IS NULL))
);
COMMENT ON COLUMN consolidated_report.number IS 'within the period, from 1';
COMMENT ON COLUMN consolidated_report.sequence IS 'counts every change of the row, from 1; the ETag';
COMMENT ON COLUMN consolidated_report.snapshot IS 'SHA-256 of the frozen content';
COMMENT ON COLUMN consolidated_report.included IS 'how many enterprises'' reports are in it';
CREATE INDEX consolidated_report_created_idx ON consolidated_report (created_at, id);
-- Only signing supersedes, and it leaves one.
CREATE UNIQUE INDEX consolidated_report_in_force_key ON consolidated_report (period)
  WHERE state IN ('SIGNED', 'SENT', 'ACKNOWLEDGED');

CREATE TABLE consolidated_dispatch (
  report_id uuid NOT NULL REFERENCES consolidated_report,
  recipient text NOT NULL CONSTRAINT consolidated_dispatch_recipient_check CHECK (recipient IN ('MINISTRY', 'CITY_PC')),
  written_by text NOT NULL DEFAULT 'DEPARTMENT',
  sent_at timestamptz NOT NULL,
  acknowledged_at timestamptz,
  PRIMARY KEY (report_id, recipient)
);

CREATE TABLE consolidated_sections (
  report_id uuid PRIMARY KEY REFERENCES consolidated_report,
  written_by text NOT NULL DEFAULT 'DEPARTMENT',
  sections jsonb NOT NULL
);
COMMENT ON TABLE consolidated_sections IS 'the Department''s own words; changed while it collects';

CREATE TABLE consolidated_content (
  report_id uuid PRIMARY KEY REFERENCES consolidated_report,
  written_by text NOT NULL DEFAULT 'DEPARTMENT',
  content jsonb NOT NULL
);
COMMENT ON COLUMN consolidated_content.content IS '{missing, figures, totals, wording}: sums, and what lists called things that day';

CREATE TABLE consolidated_source (
  report_id uuid NOT NULL REFERENCES consolidated_report,
  enterprise_id uuid NOT NULL,
  written_by text NOT NULL DEFAULT 'DEPARTMENT',
  enterprise_name text NOT NULL,
  source_id uuid NOT NULL,
  version int NOT NULL,
  nil boolean NOT NULL,
  figures jsonb NOT NULL,
  totals jsonb NOT NULL,
  PRIMARY KEY (report_id, enterprise_id)
);
COMMENT ON TABLE consolidated_source IS 'the report versions that the figures are the sums of';
COMMENT ON COLUMN consolidated_source.source_id IS 'of the enterprise''s report';

CREATE TABLE consolidated_signature (
  report_id uuid PRIMARY KEY REFERENCES consolidated_report,
  written_by text NOT NULL DEFAULT 'DEPARTMENT',
  signature jsonb NOT NULL,
  names jsonb NOT NULL
);
COMMENT ON COLUMN consolidated_signature.names IS 'of the authorities on the day of the signature';

CREATE TABLE consolidated_history (
  report_id uuid NOT NULL REFERENCES consolidated_report,
  sequence bigint NOT NULL,
  written_by text NOT NULL,
  person uuid,
  at timestamptz NOT NULL,
  verb text NOT NULL,
  state text NOT NULL,
  recipient text,
  PRIMARY KEY (report_id, sequence)
);

SELECT protect_owned('consolidated_report', 'written_by', '{AUDITOR}', '{select,insert,update}');
SELECT protect_owned('consolidated_dispatch', 'written_by', '{AUDITOR}', '{select,insert,update}');
SELECT protect_owned('consolidated_sections', 'written_by', '{}', '{select,insert,update}');
SELECT protect_owned('consolidated_content', 'written_by', '{}', '{select,insert}');
SELECT protect_owned('consolidated_source', 'written_by', '{}', '{select,insert}');
SELECT protect_owned('consolidated_signature', 'written_by', '{}', '{select,insert}');
SELECT protect_owned('consolidated_history', 'written_by', '{AUDITOR}', '{select,insert}');
