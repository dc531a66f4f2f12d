\set ON_ERROR_STOP on
BEGIN;
ALTER TYPE public.pair RENAME TO pleat_old_pair;
CREATE TYPE public.pair AS (y text, x integer);
ALTER TYPE public.pair OWNER TO postgres;
ALTER TYPE public.twins RENAME TO pleat_old_twins;
CREATE TYPE public.twins AS (name text, age integer, one public.pair, two public.pair[]);
ALTER TYPE public.twins OWNER TO postgres;
CREATE TYPE pg_temp.pleat_holder AS (held public.pair[]);
ALTER TABLE public.t ALTER COLUMN ps TYPE public.pair[] USING (jsonb_populate_record(NULL::pg_temp.pleat_holder, jsonb_build_object('held', to_jsonb(ps)))).held;
DROP TYPE pg_temp.pleat_holder;
ALTER TABLE public.t ALTER COLUMN one TYPE public.twins USING jsonb_populate_record(NULL::public.twins, to_jsonb(one));
CREATE TYPE pg_temp.pleat_holder AS (held public.twins[]);
ALTER TABLE public.t ALTER COLUMN many TYPE public.twins[] USING (jsonb_populate_record(NULL::pg_temp.pleat_holder, jsonb_build_object('held', to_jsonb(many)))).held;
DROP TYPE pg_temp.pleat_holder;
DROP TYPE public.pleat_old_twins;
DROP TYPE public.pleat_old_pair;
COMMIT;
