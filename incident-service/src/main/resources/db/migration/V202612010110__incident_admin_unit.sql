-- Where it happened goes with the facts of an incident, so that subscriptions can filter by it.
ALTER TABLE incident ADD COLUMN admin_unit text;
UPDATE incident i SET admin_unit = v.content #>> '{place,adminUnit}'
FROM incident_version v
WHERE v.incident_id = i.id AND v.version = i.version AND v.content #>> '{place,adminUnit}' IS NOT NULL;
