-- The order in which people expect names: whatever the case and the accents, and "Shop 9" before "Shop 10". Of the
-- server's ICU library, which every common build of PostgreSQL has; without it names are in the order of their bytes. No
-- index uses it, so another version of the library needs nothing to be rebuilt.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_collation WHERE collname = 'retrace_names' AND collnamespace = 'public'::regnamespace) THEN
    RETURN;
  END IF;
  CREATE COLLATION public.retrace_names (provider = icu, locale = 'und-u-kn-true');
EXCEPTION
  WHEN feature_not_supported THEN
    CREATE COLLATION public.retrace_names FROM "C";
END
$$;
