\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.m ADD CONSTRAINT pleat_not_null_c CHECK (c IS NOT NULL) NOT VALID;
COMMIT;
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT pleat_not_null_c', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
ALTER TABLE public.m VALIDATE CONSTRAINT pleat_not_null_c;
BEGIN;
ALTER TABLE public.m ALTER COLUMN c SET NOT NULL;
ALTER TABLE public.m DROP CONSTRAINT pleat_not_null_c;
ALTER TABLE public.m ADD CONSTRAINT "Short 'c'" CHECK ((length(c) < 9)) NOT VALID;
COMMIT;
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT "Short ''c''"', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
ALTER TABLE public.m VALIDATE CONSTRAINT "Short 'c'";
BEGIN;
ALTER TABLE public.m DROP CONSTRAINT small;
ALTER TABLE public.m ADD CONSTRAINT small CHECK ((b < 200)) NOT VALID;
COMMIT;
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT small', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
ALTER TABLE public.m VALIDATE CONSTRAINT small;
