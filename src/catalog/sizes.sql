-- How big the tables of some schemas are, partitions summed up under the topmost table; $1: schemas, $2: the least that counts, in bytes.
WITH part AS (
  SELECT coalesce(pg_catalog.pg_partition_root(c.oid), c.oid) AS root, c.relkind,
         CASE WHEN c.relkind = 'p' THEN NULL
              WHEN c.reltuples > 0 OR c.reltuples = 0 AND (c.relpages > 0 OR s.last_analyze IS NOT NULL) THEN c.reltuples::bigint END AS rows,
         pg_catalog.pg_relation_size(c.oid) AS heap, pg_catalog.pg_indexes_size(c.oid) AS indexes,
         CASE WHEN c.reltoastrelid <> 0 THEN pg_catalog.pg_total_relation_size(c.reltoastrelid) ELSE 0 END AS toast,
         coalesce(s.seq_scan, 0) AS seq_scans, coalesce(s.idx_scan, 0) AS index_scans,
         greatest(s.last_analyze, s.last_autoanalyze) AS analyzed
  FROM pg_catalog.pg_class c
  LEFT JOIN pg_catalog.pg_stat_all_tables s ON s.relid = c.oid
  WHERE c.relkind IN ('r', 'm', 'p') AND c.relpersistence <> 't'
)
SELECT n.nspname, r.relname, pg_catalog.format('%I.%I', n.nspname, r.relname), sum(p.rows)::bigint, sum(p.heap)::bigint,
       sum(p.indexes)::bigint, sum(p.toast)::bigint,
       CASE WHEN r.relkind = 'p' THEN count(*) FILTER (WHERE p.relkind <> 'p') ELSE 0 END, sum(p.seq_scans)::bigint,
       sum(p.index_scans)::bigint, pg_catalog.to_char(max(p.analyzed) AT TIME ZONE 'UTC', 'YYYY-MM-DD')
FROM part p
JOIN pg_catalog.pg_class r ON r.oid = p.root
JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
WHERE n.nspname = ANY ($1::pg_catalog.text[])
GROUP BY n.nspname, r.oid, r.relname, r.relkind
HAVING sum(p.heap + p.indexes + p.toast) >= $2::bigint
