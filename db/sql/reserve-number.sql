-- The number in a series of a record, or of something on it: the one its holder was given before, or else the next
-- that nobody holds. Commits by itself before the append that uses it, so two finalisations never wait for each
-- other's whole transaction.
DROP FUNCTION IF EXISTS retrace_reserve_number(text, uuid);
CREATE OR REPLACE FUNCTION retrace_reserve_number(series_name text, record uuid, owner uuid) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  taken text;
BEGIN
  LOOP
    SELECT number INTO taken FROM number_allocations WHERE series = series_name AND holder = owner;
    IF FOUND THEN
      RETURN taken;
    END IF;
    UPDATE number_series
       SET next = next + 1
     WHERE name = series_name
    RETURNING prefix || lpad((next - 1)::text, greatest(digits, length((next - 1)::text)), '0') INTO taken;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'There is no number series "%".', series_name;
    END IF;
    -- A number that an import brought along, or that another prefix came to before, is passed over; a record that got
    -- one meanwhile keeps that.
    INSERT INTO number_allocations (series, number, stream_id, holder)
    VALUES (series_name, taken, record, owner)
    ON CONFLICT DO NOTHING;
  END LOOP;
END
$$;
