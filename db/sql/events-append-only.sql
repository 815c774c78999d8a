-- The second wall around the log. The first is that the app's role holds no right to change or remove an event; this
-- one stops the owner's accidents too.
CREATE OR REPLACE FUNCTION retrace_refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Events are never changed or removed: % on table "%" was refused.', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation',
          HINT = 'To take a change back, undo it in the app: that appends a compensating event.';
END
$$;

CREATE OR REPLACE TRIGGER events_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION retrace_refuse_change();
