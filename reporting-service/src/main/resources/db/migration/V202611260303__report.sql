-- A report and its life. What was submitted stands in report_version and is never edited, what was judged of it in
-- report_review; report holds what changes. The Department reads a report from its first submission on, by its reader row;
-- what the enterprise is still writing stands in report_draft, which nobody else reads.

CREATE TABLE report (
  id uuid PRIMARY KEY,
  written_by text NOT NULL,
  audience text[] NOT NULL,
  enterprise_id uuid NOT NULL,
  obligation_id uuid NOT NULL CONSTRAINT report_obligation_key UNIQUE REFERENCES obligation,
  period text NOT NULL,
  campaign_id uuid,
  state text NOT NULL CONSTRAINT report_state_check CHECK (state IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
  version int NOT NULL,
  sequence bigint NOT NULL,
  submitted_version int,
  submitted_at timestamptz,
  accepted_version int,
  accepted_at timestamptz,
  late boolean NOT NULL DEFAULT false,
  reasons text[] NOT NULL DEFAULT '{}',
  correction_allowed boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN report.version IS 'of the content: the one last submitted, or the one being written after it';
COMMENT ON COLUMN report.accepted_version IS 'the one that counts, until a later one is accepted';
COMMENT ON COLUMN report.late IS 'first submitted after the obligation was due';
COMMENT ON COLUMN report.reasons IS 'codes: why it was returned, while it is';
CREATE INDEX report_period_idx ON report (period, enterprise_id);
CREATE INDEX report_state_idx ON report (state);

CREATE TABLE report_draft (
  report_id uuid PRIMARY KEY,
  party text NOT NULL,
  content jsonb NOT NULL
);
COMMENT ON COLUMN report_draft.content IS '{sections, corrections, nil}';

CREATE TABLE report_version (
  report_id uuid NOT NULL REFERENCES report,
  version int NOT NULL,
  written_by text NOT NULL,
  submitted_at timestamptz NOT NULL,
  as_of timestamptz NOT NULL,
  figures jsonb NOT NULL,
  totals jsonb NOT NULL,
  recorded_figures jsonb NOT NULL,
  recorded_totals jsonb NOT NULL,
  content jsonb NOT NULL,
  nil boolean NOT NULL,
  changes jsonb NOT NULL,
  PRIMARY KEY (report_id, version)
);
COMMENT ON COLUMN report_version.figures IS 'as reported: those recorded as of the submission, corrected';
COMMENT ON COLUMN report_version.changes IS 'against the version before: [{pointer, before, after}]';

CREATE TABLE report_review (
  report_id uuid NOT NULL,
  version int NOT NULL,
  written_by text NOT NULL,
  person uuid,
  at timestamptz NOT NULL,
  verdict text NOT NULL CONSTRAINT report_review_verdict_check CHECK (verdict IN ('ACCEPTED', 'RETURNED')),
  reasons text[] NOT NULL,
  note text,
  PRIMARY KEY (report_id, version),
  FOREIGN KEY (report_id, version) REFERENCES report_version
);

CREATE TABLE report_history (
  report_id uuid NOT NULL REFERENCES report,
  sequence bigint NOT NULL,
  written_by text NOT NULL,
  person uuid,
  at timestamptz NOT NULL,
  verb text NOT NULL,
  state text NOT NULL,
  version int NOT NULL,
  reason text,
  PRIMARY KEY (report_id, sequence)
);

SELECT protect_aggregate('report');
SELECT protect_owned('report_draft', 'party', '{}', '{select,insert,update}');
SELECT protect_child('report_version', 'report_id', 'report_reader');
SELECT protect_child('report_review', 'report_id', 'report_reader');
SELECT protect_child('report_history', 'report_id', 'report_reader');
