\set ON_ERROR_STOP on
SELECT replace('CREATE INDEX CONCURRENTLY ON {partition} (c) TABLESPACE "Case space"', '{partition}', format('%I.%I', n.nspname, c.relname))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE (c.oid IN (SELECT relid FROM pg_partition_tree('public.p') WHERE isleaf)
OR (c.oid = 'public.p'::regclass AND c.relkind NOT IN ('p', 'I'))) AND c.relkind <> 'f'
AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid
WHERE i.indrelid = c.oid AND i.indisvalid AND NOT i.indisunique AND NOT x.relispartition
AND right(pg_get_indexdef(x.oid), length(' USING btree (c) TABLESPACE "Case space"')) = ' USING btree (c) TABLESPACE "Case space"')
ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C" \gexec
BEGIN;
CREATE INDEX p_c ON public.p (c) TABLESPACE "Case space";
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_t_pkey ON public.t (a) INCLUDE (b) WITH (fillfactor='90') TABLESPACE "Case space";
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_t_b_key ON public.t (b) TABLESPACE "Case space";
BEGIN;
ALTER TABLE public.p ADD CONSTRAINT uq UNIQUE (a) USING INDEX TABLESPACE "Case space";
COMMIT;
BEGIN;
ALTER INDEX public.p_a SET TABLESPACE "Case space";
COMMIT;
BEGIN;
ALTER INDEX public.p1_a_idx SET TABLESPACE "Case space";
COMMIT;
BEGIN;
CREATE TABLE public.p2 PARTITION OF public.p FOR VALUES IN (2);
ALTER TABLE public.p2 OWNER TO postgres;
ALTER INDEX public.p2_a_idx SET TABLESPACE "Case space";
COMMIT;
BEGIN;
ALTER INDEX public.t_c_excl SET TABLESPACE "Case space";
ALTER INDEX public.comes_back SET TABLESPACE pg_default;
ALTER INDEX public.goes_there SET TABLESPACE "Case space";
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY is_new ON public.t (a, ((c || ' where '::text))) INCLUDE (b) WITH (fillfactor='50') TABLESPACE "Case space" WHERE (where_ > 'x'::text);
DROP INDEX CONCURRENTLY public.gone;
BEGIN;
ALTER TABLE public.t DROP CONSTRAINT t_pkey;
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX pleat_new_t_pkey;
ALTER TABLE public.t DROP CONSTRAINT t_b_key;
ALTER TABLE public.t ADD CONSTRAINT t_b_key UNIQUE USING INDEX pleat_new_t_b_key DEFERRABLE;
COMMIT;
