create subscription s connection 'dbname=a' publication a, b with (connect = false);
create subscription t connection 'dbname=a' publication a with (connect = false, slot_name = 'x', synchronous_commit = local);
create subscription u connection 'dbname=a' publication a with (connect = false, slot_name = none);
\if :pg14
create subscription v connection 'dbname=a' publication a with (connect = false, binary = true, streaming = true);
create subscription w connection 'dbname=a' publication a with (connect = false, streaming = false);
\endif
\if :pg15
create subscription x connection 'dbname=a' publication a with (connect = false, two_phase = true, disable_on_error = true);
\endif
