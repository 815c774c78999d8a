-- What analytics counts: the facts of the generation in force. Which that is, is looked up as the query begins, and the
-- other partition is not read.
CREATE OR REPLACE VIEW analytics_facts AS
SELECT stream_id, occurred_at, trail, version, step, stands, path_class, workflow, activity, actor_id, prev_activity, prev_at,
       customer_id, process, reverts_version, reverted_at, toggles, undone_at, undone_by, depth, base_activity,
       base_actor_id, base_actor_name, cause, actor_kind, actor_name
  FROM analytics_fact_rows
 WHERE generation = (SELECT generation FROM analytics_generations WHERE status = 'current');
