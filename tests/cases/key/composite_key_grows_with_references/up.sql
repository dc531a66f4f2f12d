\set ON_ERROR_STOP on
BEGIN;
ALTER TABLE public.l ADD COLUMN tenant integer;
COMMIT;
BEGIN;
ALTER TABLE public.o ADD COLUMN tenant integer;
COMMIT;
BEGIN;
LOCK TABLE public.o IN ACCESS EXCLUSIVE MODE;
ALTER TABLE public.l DROP CONSTRAINT l_shop_no_fkey;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with (shop, no, pos) = '' || min((shop, no, pos)::text) FROM public.l WHERE tenant IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of tenant of public.l: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_l_pkey ON public.l (tenant, shop, no, pos);
BEGIN;
ALTER TABLE public.l ADD CONSTRAINT pleat_not_null_tenant CHECK (tenant IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.l VALIDATE CONSTRAINT pleat_not_null_tenant;
BEGIN;
ALTER TABLE public.l ALTER COLUMN tenant SET NOT NULL;
ALTER TABLE public.l DROP CONSTRAINT pleat_not_null_tenant;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with (shop, no) = '' || min((shop, no)::text) FROM public.o WHERE tenant IS NULL' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify not null of tenant of public.o: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
CREATE UNIQUE INDEX CONCURRENTLY pleat_new_o_pkey ON public.o (tenant, shop, no);
BEGIN;
ALTER TABLE public.o ADD CONSTRAINT pleat_not_null_tenant CHECK (tenant IS NOT NULL) NOT VALID;
COMMIT;
ALTER TABLE public.o VALIDATE CONSTRAINT pleat_not_null_tenant;
BEGIN;
ALTER TABLE public.o ALTER COLUMN tenant SET NOT NULL;
ALTER TABLE public.o DROP CONSTRAINT pleat_not_null_tenant;
COMMIT;
BEGIN;
ALTER TABLE public.l DROP CONSTRAINT l_pkey;
ALTER TABLE public.l ADD CONSTRAINT l_pkey PRIMARY KEY USING INDEX pleat_new_l_pkey;
COMMIT;
BEGIN;
ALTER TABLE public.o DROP CONSTRAINT o_pkey;
ALTER TABLE public.o ADD CONSTRAINT o_pkey PRIMARY KEY USING INDEX pleat_new_o_pkey;
COMMIT;
DO $pleat$ DECLARE pleat_holds boolean; pleat_found text; BEGIN
EXECUTE 'SELECT count(*) = 0, ''it is violated by '' || count(*) || '' rows, one of them with (shop, no, pos) = '' || min((shop, no, pos)::text) FROM public.l f WHERE (f.tenant, f.shop, f.no) IS NOT NULL AND NOT EXISTS (SELECT FROM public.o r WHERE (r.tenant, r.shop, r.no) = (f.tenant, f.shop, f.no))' INTO STRICT pleat_holds, pleat_found;
IF pleat_holds IS NOT TRUE THEN
    RAISE EXCEPTION USING MESSAGE = 'verify foreign key l_tenant_shop_no_fkey of public.l: ' || coalesce(pleat_found, 'not true');
END IF;
END $pleat$;
BEGIN;
LOCK TABLE public.o IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE public.l ADD CONSTRAINT l_tenant_shop_no_fkey FOREIGN KEY (tenant, shop, no) REFERENCES public.o(tenant, shop, no) ON DELETE CASCADE NOT VALID;
COMMIT;
ALTER TABLE public.l VALIDATE CONSTRAINT l_tenant_shop_no_fkey;
