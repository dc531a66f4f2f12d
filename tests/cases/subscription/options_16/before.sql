create subscription s connection 'dbname=a' publication a with (connect = false, password_required = false, run_as_owner = true, origin = none, streaming = parallel);
create subscription t connection 'dbname=a' publication a with (connect = false);
\if :pg17
create subscription u connection 'dbname=a' publication a with (connect = false, failover = true);
\endif
