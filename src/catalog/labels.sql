-- One row an object, as model/labels.h writes it. A subscription's labels are with those of the whole cluster's objects.
SELECT l.classoid, l.objoid, l.objsubid,
       string_agg(quote_ident(l.provider) || '=''' || replace(l.label, '''', '''''') || '''', ', '
                  ORDER BY l.provider COLLATE "C")
FROM (SELECT classoid, objoid, objsubid, provider, label FROM pg_catalog.pg_seclabel
      WHERE objoid >= 16384 OR classoid = 'pg_namespace'::regclass
      UNION ALL
      SELECT classoid, objoid, 0, provider, label FROM pg_catalog.pg_shseclabel
      WHERE classoid = 'pg_subscription'::regclass) l
GROUP BY l.classoid, l.objoid, l.objsubid
