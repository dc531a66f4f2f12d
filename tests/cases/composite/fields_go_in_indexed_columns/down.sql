\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.v;
ALTER TYPE public.place RENAME TO pleat_old_place;
CREATE TYPE public.place AS (x integer, y text, z integer);
ALTER TYPE public.place OWNER TO postgres;
ALTER TABLE public.t ALTER COLUMN p TYPE public.place USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).x::integer, (p).y::text, NULL)::public.place END;
CREATE VIEW public.v AS
 SELECT t.id,
    (t.p).y AS y
   FROM public.t;
ALTER VIEW public.v OWNER TO postgres;
ALTER TABLE public.u ALTER COLUMN p TYPE public.place USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).x::integer, (p).y::text, NULL)::public.place END;
CREATE TYPE pg_temp.pleat_holder AS (held public.place[]);
ALTER TABLE public.t ALTER COLUMN q TYPE public.place[] USING (jsonb_populate_record(NULL::pg_temp.pleat_holder, jsonb_build_object('held', to_jsonb(q)))).held;
DROP TYPE pg_temp.pleat_holder;
DROP TYPE public.pleat_old_place;
COMMIT;
