SELECT e.oid AS id, e.evtname AS name, r.rolname AS owner, e.evtevent AS event,
       (SELECT string_agg(quote_literal(tag), ', ' ORDER BY at) FROM unnest(e.evttags) WITH ORDINALITY t (tag, at)) AS tags,
       e.evtfoid::regproc::text AS function,
       CASE e.evtenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS' END AS enabled
FROM pg_catalog.pg_event_trigger e
JOIN pg_catalog.pg_roles r ON r.oid = e.evtowner
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_event_trigger'::regclass AND d.objid = e.oid AND d.deptype = 'e')
ORDER BY e.evtname
