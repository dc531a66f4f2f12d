-- Crashes per hundred active daily installations. A mean of daily rates would let quiet days weigh too much.
create aggregate adi_rate(crashes bigint, users bigint) (
    sfunc = reporting.rate_step,
    stype = reporting.crash_rate,
    finalfunc = reporting.rate_final,
    initcond = '(0,0)'
);

comment on aggregate adi_rate(bigint, bigint) is 'Crashes per hundred active daily installations.';
