SELECT k.oid AS id, k.conrelid AS parent, k.conname AS name,
       CASE WHEN k.conparentid <> 0 THEN 'true' END AS derived,
       substr(regexp_replace(d.text, '( DEFERRABLE)?( INITIALLY DEFERRED)?( NOT ENFORCED)?( NOT VALID)?$', ''),
              length('FOREIGN KEY ') + 1) AS definition,
       CASE WHEN k.condeferred THEN 'DEFERRABLE INITIALLY DEFERRED'
            WHEN k.condeferrable THEN 'DEFERRABLE' END AS "deferrable",
       CASE WHEN d.text LIKE '% NOT ENFORCED' THEN 'true' END AS not_enforced,
       CASE WHEN d.text LIKE '% NOT VALID' THEN 'true' END AS not_valid   -- not said of what is not enforced
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace
CROSS JOIN LATERAL (SELECT pg_catalog.pg_get_constraintdef(k.oid) AS text) d
WHERE k.contype = 'f' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint p   -- a reference to a partitioned table has a hidden one for
                  WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid)   -- each partition
ORDER BY k.conrelid, k.conname
