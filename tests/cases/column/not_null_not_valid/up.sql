\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.comes (
    a integer,
    b integer NOT NULL
);
ALTER TABLE public.comes OWNER TO postgres;
ALTER TABLE public.comes ADD CONSTRAINT comes_first NOT NULL a NO INHERIT NOT VALID;
COMMENT ON CONSTRAINT comes_first ON public.comes IS 'comes';
COMMENT ON CONSTRAINT comes_b_not_null ON public.comes IS 'b';
COMMIT;
BEGIN;
ALTER TABLE public.new_columns ADD COLUMN b integer;
ALTER TABLE public.new_columns ADD COLUMN c integer DEFAULT 5;
ALTER TABLE public.new_columns ADD CONSTRAINT new_columns_c_not_null NOT NULL c NOT VALID;
COMMIT;
BEGIN;
COMMENT ON CONSTRAINT t_valid_not_null ON public.t IS 'still valid';
ALTER TABLE public.t ALTER COLUMN unchecked DROP NOT NULL;
ALTER TABLE public.t ADD CONSTRAINT wants_it NOT NULL unchecked NOT VALID;
COMMENT ON CONSTRAINT wants_it ON public.t IS 'is not';
ALTER TABLE public.t ALTER COLUMN goes DROP NOT NULL;
ALTER TABLE public.t RENAME CONSTRAINT old_name TO "New name";
COMMENT ON CONSTRAINT t_said_not_null ON public.t IS NULL;
ALTER TABLE public.t ALTER CONSTRAINT t_loose_there INHERIT;
COMMIT;
BEGIN;
ALTER TABLE public.new_columns ADD CONSTRAINT b_is_there NOT NULL b NOT VALID;
COMMIT;
BEGIN;
ALTER TABLE public.t VALIDATE CONSTRAINT t_id_not_null;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_t_pkey ON public.t (id);
BEGIN;
ALTER TABLE public.t VALIDATE CONSTRAINT t_checked_not_null;
COMMENT ON CONSTRAINT t_checked_not_null ON public.t IS 'checked';
ALTER TABLE public.t ADD CONSTRAINT t_comes_not_null NOT NULL comes NOT VALID;
COMMENT ON CONSTRAINT t_comes_not_null ON public.t IS 'has come';
ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX pleat_new_t_pkey;
COMMIT;
BEGIN;
DROP TABLE public.goes;
COMMIT;
