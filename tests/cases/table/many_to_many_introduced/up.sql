\set ON_ERROR_STOP on
BEGIN;
CREATE TABLE public.post_tag (
    post_id integer NOT NULL,
    tag_id integer NOT NULL,
    CONSTRAINT post_tag_pkey PRIMARY KEY (post_id, tag_id)
);
ALTER TABLE public.post_tag OWNER TO postgres;
ALTER TABLE public.post_tag ADD CONSTRAINT post_tag_post_id_fkey FOREIGN KEY (post_id) REFERENCES public.post(id) ON DELETE CASCADE;
ALTER TABLE public.post_tag ADD CONSTRAINT post_tag_tag_id_fkey FOREIGN KEY (tag_id) REFERENCES public.tag(id) ON DELETE RESTRICT;
CREATE INDEX post_tag_tag ON public.post_tag (tag_id);
COMMIT;
BEGIN;
LOCK TABLE public.tag IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.post DROP CONSTRAINT post_tag_id_fkey;
COMMIT;
BEGIN;
ALTER TABLE public.post DROP COLUMN tag_id;
COMMIT;
