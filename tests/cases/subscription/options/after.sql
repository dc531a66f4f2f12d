create subscription s connection 'dbname=a' publication b, c with (connect = false, synchronous_commit = on);
create subscription t connection 'dbname=a' publication a with (connect = false);
create subscription u connection 'dbname=a' publication a with (connect = false, slot_name = 'y');
\if :pg14
create subscription v connection 'dbname=a' publication a with (connect = false);
create subscription w connection 'dbname=a' publication a with (connect = false, binary = true, streaming = true);
\endif
\if :pg15
create subscription x connection 'dbname=a' publication a with (connect = false, two_phase = true);
comment on subscription x is 'x';
alter subscription x owner to case_superuser;
\endif
