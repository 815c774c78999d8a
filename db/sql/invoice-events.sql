-- Plain SQL for people at psql: every event of every invoice.
CREATE OR REPLACE VIEW invoice_events AS
SELECT position AS id, stream_id AS invoice_id, type AS event_type, payload, recorded_at AS created_at
  FROM events
 WHERE workflow = 'invoice';

CREATE OR REPLACE FUNCTION retrace_refuse_insert() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Events are appended by the app, not by INSERT into the view "%".', TG_TABLE_NAME
    USING ERRCODE = 'feature_not_supported',
          HINT = 'A new event needs its rules, version and hash. Use the app, or see: npm run retrace -- --help';
END
$$;

CREATE OR REPLACE TRIGGER invoice_events_refuse_insert
  INSTEAD OF INSERT OR UPDATE OR DELETE ON invoice_events
  FOR EACH ROW EXECUTE FUNCTION retrace_refuse_insert();
