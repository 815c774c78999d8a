-- Somebody must be left who can let others in. Each admin is a record of their own, so no writer of one sees what another
-- writer does to the next; here they stand in line, each when it commits, and whoever would leave nobody is refused, whatever
-- it is that writes: a command, undo, redo, a batch, or SQL by hand. Deferred, so that one action on many people counts as
-- a whole. Of a connection that is told to read one snapshot throughout it would believe that snapshot; the app has none.
CREATE OR REPLACE FUNCTION retrace_keep_an_admin() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7382005);
  -- A statement of its own, and so of what was committed until now.
  IF NOT EXISTS (SELECT FROM users WHERE role = 'admin' AND deactivated_at IS NULL) THEN
    RAISE EXCEPTION 'The last admin cannot be removed.'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'users_last_admin', TABLE = 'users',
            HINT = 'Grant the admin role to somebody else first.';
  END IF;
  RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS users_last_admin ON users;
CREATE CONSTRAINT TRIGGER users_last_admin
  AFTER UPDATE OF role, deactivated_at ON users
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW
  WHEN (OLD.role = 'admin' AND OLD.deactivated_at IS NULL
        AND NOT (NEW.role = 'admin' AND NEW.deactivated_at IS NULL))
  EXECUTE FUNCTION retrace_keep_an_admin();
