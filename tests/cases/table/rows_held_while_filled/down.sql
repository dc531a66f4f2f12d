\set ON_ERROR_STOP on
BEGIN;
DROP VIEW public.w;
DROP VIEW public.v;
DROP INDEX public.h_a_idx;
ALTER TABLE public.h DROP CONSTRAINT h_r_check;
ALTER TABLE public.t DROP COLUMN i;
ALTER TABLE public.t DROP COLUMN g;
ALTER TABLE public.t DROP COLUMN c;
ALTER TABLE public.t DROP COLUMN b;
ALTER TABLE public.h ALTER COLUMN rs TYPE text[] USING rs::text[];
ALTER TABLE public.h ALTER COLUMN r TYPE text USING r::text;
ALTER TABLE public.h ALTER COLUMN d TYPE text USING d::text;
ALTER TABLE public.h ALTER COLUMN ps TYPE text[] USING ps::text[];
ALTER TABLE public.h ALTER COLUMN p TYPE text USING p::text;
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
ALTER TABLE public.h ALTER COLUMN p TYPE public.pair USING p::text::public.pair;
ALTER TABLE public.h ALTER COLUMN ps TYPE public.pair[] USING ps::text[]::public.pair[];
ALTER TABLE public.h ALTER COLUMN d TYPE public.dt USING d::text::public.dt;
ALTER TABLE public.h ALTER COLUMN r TYPE public.t USING r::text::public.t;
ALTER TABLE public.h ALTER COLUMN rs TYPE public.t[] USING rs::text[]::public.t[];
CREATE VIEW public.v AS
 SELECT h.id,
    (h.r).x AS x,
    h.rs
   FROM public.h;
ALTER VIEW public.v OWNER TO postgres;
CREATE VIEW public.w AS
 SELECT v.x
   FROM public.v;
ALTER VIEW public.w OWNER TO postgres;
CREATE INDEX h_a_idx ON public.h (((r).a));
ALTER TABLE public.h ADD CONSTRAINT h_r_check CHECK (((r).a < 99));
COMMIT;
BEGIN;
LOCK TABLE ONLY public.p IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.p DROP COLUMN b;
COMMIT;
