\set ON_ERROR_STOP on
BEGIN;
COMMENT ON TRIGGER t_t ON public.t IS 'trigger';
COMMENT ON POLICY t_p ON public.t IS 'policy';
COMMENT ON RULE t_r ON public.t IS 'rule';
COMMENT ON STATISTICS public.t_s IS 'statistics';
COMMENT ON INDEX public.t_i IS 'index';
COMMENT ON CONSTRAINT t_f ON public.t IS 'foreign key';
COMMENT ON CONSTRAINT t_c ON public.t IS 'check';
COMMENT ON CONSTRAINT t_u ON public.t IS 'unique';
COMMENT ON CONSTRAINT t_pk ON public.t IS 'key';
COMMENT ON TABLE public.t IS 'table';
COMMIT;
