-- What a rebuild needs the owner for. The app's role may write facts, but neither empty a partition nor have PostgreSQL
-- look at what it holds now.
CREATE OR REPLACE FUNCTION retrace_clear_analytics(which smallint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT FROM analytics_generations WHERE generation = which AND status = 'current') THEN
    RAISE EXCEPTION 'Generation % of the analytics answers the pages and is not emptied.', which
      USING ERRCODE = 'object_in_use';
  END IF;
  EXECUTE format('TRUNCATE %I', 'analytics_fact_rows_' || which);
END
$$;

CREATE OR REPLACE FUNCTION retrace_analyze_analytics(which smallint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  EXECUTE format('ANALYZE %I', 'analytics_fact_rows_' || which);
END
$$;

REVOKE ALL ON FUNCTION retrace_clear_analytics(smallint), retrace_analyze_analytics(smallint) FROM PUBLIC;
