SELECT t.oid AS id, n.nspname AS schema, t.typname AS name, r.rolname AS owner,
       concat_ws(', ', 'INPUT = ' || t.typinput::text, 'OUTPUT = ' || t.typoutput::text,
         'INTERNALLENGTH = ' || CASE WHEN t.typlen < 0 THEN 'VARIABLE' ELSE t.typlen::text END,
         CASE WHEN t.typbyval THEN 'PASSEDBYVALUE' END,
         'ALIGNMENT = ' || CASE t.typalign WHEN 'c' THEN 'char' WHEN 's' THEN 'int2' WHEN 'i' THEN 'int4' ELSE 'double' END,
         'STORAGE = ' || CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended'
                                           ELSE 'main' END,
         CASE WHEN t.typcategory <> 'U' THEN 'CATEGORY = ' || quote_literal(t.typcategory::text) END,
         CASE WHEN t.typispreferred THEN 'PREFERRED = true' END,
         'DEFAULT = ' || quote_literal(t.typdefault),
         CASE WHEN t.typelem <> 0 THEN 'ELEMENT = ' || pg_catalog.format_type(t.typelem, NULL) END,
         CASE WHEN t.typdelim <> ',' THEN 'DELIMITER = ' || quote_literal(t.typdelim::text) END,
         CASE WHEN t.typcollation <> 0 THEN 'COLLATABLE = true' END) AS definition,
       CASE WHEN t.typreceive <> 0 THEN t.typreceive::text END AS receive,
       CASE WHEN t.typsend <> 0 THEN t.typsend::text END AS send,
       CASE WHEN t.typmodin <> 0 THEN t.typmodin::text END AS typmod_in,
       CASE WHEN t.typmodout <> 0 THEN t.typmodout::text END AS typmod_out,
       CASE WHEN t.typanalyze <> 0 THEN t.typanalyze::text END AS analyze
\if :pg14
       , CASE WHEN t.typsubscript <> 0 THEN t.typsubscript::text END AS subscript
\endif
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
JOIN pg_catalog.pg_roles r ON r.oid = t.typowner
WHERE t.typtype = 'b' AND t.oid >= 16384 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND NOT (t.typelem <> 0 AND t.typlen = -1 AND t.typarray = 0)     -- an array's own type
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
ORDER BY 2, 3
