-- Only what is in force: changes that nobody has undone, or that were re-applied since. A chain of undo and redo over
-- a change counts as the change itself while its length is even, and not at all while it is odd.
CREATE OR REPLACE VIEW standing_invoice_events AS
WITH RECURSIVE chains AS (
  SELECT stream_id, version AS base, version AS tip, 0 AS reverts
    FROM events
   WHERE workflow = 'invoice' AND reverts_version IS NULL
  UNION ALL
  SELECT chains.stream_id, chains.base, next.version, chains.reverts + 1
    FROM chains
    JOIN events next ON next.stream_id = chains.stream_id AND next.reverts_version = chains.tip
), tips AS (
  SELECT DISTINCT ON (stream_id, base) stream_id, base, reverts
    FROM chains
   ORDER BY stream_id, base, reverts DESC
)
SELECT events.position AS id, events.stream_id AS invoice_id, events.type AS event_type, events.payload,
       events.recorded_at AS created_at
  FROM tips
  JOIN events ON events.stream_id = tips.stream_id AND events.version = tips.base
 WHERE tips.reverts % 2 = 0;

CREATE OR REPLACE TRIGGER standing_invoice_events_refuse_insert
  INSTEAD OF INSERT OR UPDATE OR DELETE ON standing_invoice_events
  FOR EACH ROW EXECUTE FUNCTION retrace_refuse_insert();
