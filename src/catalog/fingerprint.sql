SELECT n.nspname || '.' || c.relname AS object,
       pg_catalog.left(pg_catalog.md5(coalesce((SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', pg_catalog.quote_ident(a.attname), pg_catalog.format_type(a.atttypid, a.atttypmod),
                                                      a.attnotnull, a.attidentity, a.attgenerated,
                                                      nullif(a.attcollation, y.typcollation)::regcollation,
                                                      pg_catalog.pg_get_expr(d.adbin, d.adrelid)),
                                            E'\n' ORDER BY a.attname COLLATE "C")
                          FROM pg_catalog.pg_attribute a
                          JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
                          LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '')), 4)
    || pg_catalog.left(pg_catalog.md5(coalesce((SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', pg_catalog.quote_ident(k.conname), k.convalidated,
                                                      pg_catalog.pg_get_constraintdef(k.oid)),
                                            E'\n' ORDER BY k.conname COLLATE "C")
                          FROM pg_catalog.pg_constraint k
                          WHERE k.conrelid = c.oid AND k.contype IN ('c', 'f', 'p', 'u', 'x')), '')), 4)
    || pg_catalog.left(pg_catalog.md5(coalesce((SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', i.indisvalid, pg_catalog.pg_get_indexdef(i.indexrelid)),
                                            E'\n' ORDER BY pg_catalog.pg_get_indexdef(i.indexrelid) COLLATE "C")
                          FROM pg_catalog.pg_index i
                          WHERE i.indrelid = c.oid AND (i.indisvalid OR c.relkind = 'p')), '')), 4) -- what a failed build left is nobody's
    || pg_catalog.left(pg_catalog.md5(pg_catalog.concat_ws(E'\n', c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity,
                          CASE WHEN c.relkind IN ('v', 'm') THEN pg_catalog.pg_get_viewdef(c.oid) END,
                          CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END,
                          (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', t.tgenabled, pg_catalog.pg_get_triggerdef(t.oid)),
                                             E'\n' ORDER BY t.tgname COLLATE "C")
                           FROM pg_catalog.pg_trigger t
                           WHERE t.tgrelid = c.oid AND NOT t.tgisinternal),
                          (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', pg_catalog.quote_ident(p.polname), p.polcmd, p.polpermissive,
                                                       p.polroles::regrole[], pg_catalog.pg_get_expr(p.polqual, p.polrelid),
                                                       pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)),
                                             E'\n' ORDER BY p.polname COLLATE "C")
                           FROM pg_catalog.pg_policy p
                           WHERE p.polrelid = c.oid))), 4) AS state
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND n.nspname || '.' || c.relname = ANY ($1::text[])
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_inherits h WHERE h.inhrelid = c.oid)
UNION ALL
SELECT n.nspname || '.' || p.proname || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')',
       pg_catalog.repeat('0', 12) || pg_catalog.left(pg_catalog.md5(pg_catalog.pg_get_functiondef(p.oid)), 4)
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE p.prokind IN ('f', 'p', 'w')
  AND n.nspname || '.' || p.proname || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')' = ANY ($1::text[])
