-- Only what is in force: changes that nobody has undone, or that were re-applied since. A chain of undo and redo over
-- a change counts as the change itself while its length is even, and not at all while it is odd. The chain is followed
-- for each change by itself, so that a question about one invoice reads one invoice.
CREATE OR REPLACE VIEW standing_invoice_events AS
SELECT events.position AS id, events.stream_id AS invoice_id, events.type AS event_type, events.payload,
       events.recorded_at AS created_at
  FROM events
 CROSS JOIN LATERAL (
   WITH RECURSIVE chain AS (
     SELECT events.version AS tip, 0 AS reverts
     UNION ALL
     SELECT next.version, chain.reverts + 1
       FROM chain
       JOIN events next ON next.stream_id = events.stream_id AND next.reverts_version = chain.tip
   )
   SELECT max(reverts) AS reverts FROM chain
 ) chains
 WHERE events.workflow = 'invoice' AND events.reverts_version IS NULL AND chains.reverts % 2 = 0;

CREATE OR REPLACE TRIGGER standing_invoice_events_refuse_insert
  INSTEAD OF INSERT OR UPDATE OR DELETE ON standing_invoice_events
  FOR EACH ROW EXECUTE FUNCTION retrace_refuse_insert();
