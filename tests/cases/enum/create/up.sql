\set ON_ERROR_STOP on
BEGIN;
CREATE TYPE public.mood AS ENUM ('sad', 'it''s', E'ha\\ppy');
ALTER TYPE public.mood OWNER TO postgres;
COMMENT ON TYPE public.mood IS 'how';
COMMIT;
BEGIN;
CREATE TABLE public.t (
    m public.mood DEFAULT 'sad'::public.mood
);
ALTER TABLE public.t OWNER TO postgres;
COMMIT;
