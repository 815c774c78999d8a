-- What the app's role may do. On events: read, and insert every column but those that order the feed. Everything
-- else is either its own bookkeeping or can be rebuilt from events.
CREATE OR REPLACE FUNCTION retrace_grant_app(app_role text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  insertable text;
  target text;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', app_role);

  SELECT string_agg(quote_ident(attname), ', ') INTO insertable
    FROM pg_attribute
   WHERE attrelid = 'events'::regclass AND attnum > 0 AND NOT attisdropped
     AND attname NOT IN ('tx', 'position');
  EXECUTE format('REVOKE ALL ON events FROM %I', app_role);
  EXECUTE format('GRANT SELECT, INSERT (%s) ON events TO %I', insertable, app_role);

  EXECUTE format('GRANT SELECT ON installation TO %I', app_role);
  -- Writing to the views is refused by a trigger that says what to do instead, which a missing right would not.
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON invoice_events, standing_invoice_events TO %I', app_role);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON number_series, number_allocations TO %I', app_role);
  EXECUTE format('GRANT SELECT, INSERT, DELETE ON kept_selections TO %I', app_role);
  EXECUTE format('GRANT SELECT, INSERT ON import_idle_rows TO %I', app_role);
  -- Nobody is ever deleted: whoever left is deactivated, and the history goes on naming them.
  EXECUTE format('REVOKE ALL ON users FROM %I', app_role);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON users TO %I', app_role);
  -- The stage of imports is emptied as a whole, which is much quicker than row by row.
  EXECUTE format('GRANT TRUNCATE ON import_rows TO %I', app_role);
  EXECUTE format('GRANT SELECT ON analytics_facts TO %I', app_role);
  EXECUTE format('GRANT SELECT, UPDATE ON analytics_generations TO %I', app_role);
  EXECUTE format('GRANT EXECUTE ON FUNCTION retrace_clear_analytics(smallint), retrace_analyze_analytics(smallint) TO %I',
                 app_role);
  FOREACH target IN ARRAY ARRAY[
    'streams', 'snapshots', 'invoices', 'invoice_versions', 'customers', 'records', 'record_versions',
    'sessions', 'accounts', 'verifications', 'sign_in_attempts', 'presence', 'saved_views',
    'imports', 'import_rows', 'analytics_fact_rows', 'analytics_outcomes',
    'integrity_checks'
  ] LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO %I', target, app_role);
  END LOOP;
  -- An import tidies up after itself. Before PostgreSQL 17 only owners may, and autovacuum does it in its own time.
  IF current_setting('server_version_num')::int >= 170000 THEN
    EXECUTE format('GRANT MAINTAIN ON events, streams, snapshots, invoices, invoice_versions, records, record_versions TO %I',
                   app_role);
  END IF;
END
$$;

REVOKE ALL ON FUNCTION retrace_grant_app(text) FROM PUBLIC;
