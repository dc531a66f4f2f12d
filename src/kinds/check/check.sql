SELECT k.oid AS id, k.conrelid AS parent, k.conname AS name,
       CASE WHEN NOT k.conislocal OR k.coninhcount > 0 AND c.relispartition THEN 'true' END AS derived,
       pg_catalog.pg_get_expr(k.conbin, k.conrelid) AS definition,
       CASE WHEN k.connoinherit THEN 'true' END AS no_inherit,
\if :pg18
       CASE WHEN NOT k.conenforced THEN 'true' END AS not_enforced,
\endif
       CASE WHEN pg_catalog.pg_get_constraintdef(k.oid) LIKE '% NOT VALID' THEN 'true' END AS not_valid   -- what is not
                                                                              -- enforced is not valid without saying so
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = k.connamespace
WHERE k.contype = 'c' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY k.conrelid, k.conname
