-- One row an object, as model/labels.h writes it.
SELECT l.classoid, l.objoid, l.objsubid,
       string_agg(quote_ident(l.provider) || '=''' || replace(l.label, '''', '''''') || '''', ', '
                  ORDER BY l.provider COLLATE "C")
FROM pg_catalog.pg_seclabel l
WHERE l.objoid >= 16384 OR l.classoid = 'pg_namespace'::regclass
GROUP BY l.classoid, l.objoid, l.objsubid
