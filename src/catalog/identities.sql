-- What objects are called: $1 classes, $2 ids, $3 what is not modelled of each (empty: the object). A part of another one of
-- them, or of an extension's object, is not told apart. The schema is that of the table for what stands on a table.
WITH objects AS (
    SELECT c::oid AS class, o::oid AS oid, w AS about FROM unnest($1::text[], $2::text[], $3::text[]) u (c, o, w)
)
SELECT coalesce(nullif(o.about, ''), i.type) AS title,
       CASE WHEN i.schema IS NOT NULL THEN i.schema
            WHEN i.type IN ('rule', 'trigger', 'policy', 'table constraint', 'default value') THEN a.object_names[1] END,
       i.identity
FROM objects o
CROSS JOIN LATERAL pg_catalog.pg_identify_object(o.class, o.oid, 0) i
CROSS JOIN LATERAL pg_catalog.pg_identify_object_as_address(o.class, o.oid, 0) a
WHERE i.identity IS NOT NULL
  AND (o.about <> '' OR NOT EXISTS (
        SELECT FROM pg_catalog.pg_depend d
        WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype = 'a'
          AND (EXISTS (SELECT FROM objects p WHERE p.class = d.refclassid AND p.oid = d.refobjid)
               OR EXISTS (SELECT FROM pg_catalog.pg_depend e
                          WHERE e.classid = d.refclassid AND e.objid = d.refobjid AND e.deptype = 'e'))))
ORDER BY title, i.identity
