-- What analytics counts: the facts of the generation in force. Which that is, is looked up as the query begins, and the
-- other partition is not read.
CREATE OR REPLACE VIEW analytics_facts AS
SELECT workflow, stream_id, version, activity, cause, actor_id, actor_kind, actor_name, occurred_at, customer_id, process,
       prev_activity, prev_at, step, trail, toggles, undone_at, undone_by, reverts_version, reverted_at, depth,
       base_activity, base_actor_id, base_actor_name, length_class
  FROM analytics_fact_rows
 WHERE generation = (SELECT generation FROM analytics_generations WHERE status = 'current');
