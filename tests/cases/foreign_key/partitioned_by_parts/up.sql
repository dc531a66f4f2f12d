\set ON_ERROR_STOP on
SELECT replace('ALTER TABLE {partition} ADD CONSTRAINT "To ''ref''" FOREIGN KEY (b) REFERENCES public.ref("Other") ON DELETE CASCADE DEFERRABLE NOT VALID', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
SELECT replace('ALTER TABLE {partition} VALIDATE CONSTRAINT "To ''ref''"', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.m') WHERE isleaf)
OR (c.oid = 'public.m'::regclass AND c.relkind NOT IN ('p', 'I')))
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
ALTER TABLE public.m ADD CONSTRAINT "To 'ref'" FOREIGN KEY (b) REFERENCES public.ref("Other") ON DELETE CASCADE DEFERRABLE;
ALTER TABLE public.m DROP CONSTRAINT changes;
ALTER TABLE public.m ADD CONSTRAINT changes FOREIGN KEY (c) REFERENCES public.ref(id) ON DELETE CASCADE;
COMMIT;
