\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.t_data (
    id integer NOT NULL,
    name text,
    gone boolean DEFAULT false NOT NULL,
    CONSTRAINT t_data_pkey PRIMARY KEY (id)
);
ALTER TABLE public.t_data OWNER TO postgres;
COMMIT;
BEGIN;
DROP TABLE public.t;
COMMIT;
BEGIN;
CREATE VIEW public.t AS
 SELECT t_data.id,
    t_data.name
   FROM public.t_data
  WHERE (NOT t_data.gone);
ALTER VIEW public.t OWNER TO postgres;
COMMIT;
