\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.comment ADD COLUMN deleted_at timestamp with time zone;
COMMIT;
BEGIN;
ALTER TABLE public.post ADD COLUMN deleted_at timestamp with time zone;
COMMIT;
BEGIN;
CREATE OR REPLACE VIEW public.live_posts AS
 SELECT post.id,
    post.slug,
    post.body
   FROM public.post
  WHERE (post.deleted_at IS NULL);
COMMIT;
BEGIN;
ALTER TABLE public.post DROP CONSTRAINT post_slug_key;
COMMIT;
BEGIN;
LOCK TABLE public.post IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.comment DROP CONSTRAINT comment_post_id_fkey;
COMMIT;
CREATE UNIQUE INDEX CONCURRENTLY post_slug_live ON public.post (slug) WHERE (deleted_at IS NULL);
BEGIN;
ALTER TABLE public.comment ADD CONSTRAINT comment_post_id_fkey FOREIGN KEY (post_id) REFERENCES public.post(id) NOT VALID;
COMMIT;
ALTER TABLE public.comment VALIDATE CONSTRAINT comment_post_id_fkey;
