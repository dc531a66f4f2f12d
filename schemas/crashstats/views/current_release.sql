create view current_release as
select r.id, p.code as product, p.title, r.version, r.channel, r.sort_key, r.released_on, r.sunset_on
  from product_release r
  join product p on p.id = r.product_id
 where r.sunset_on is null or r.sunset_on >= current_date;

comment on view current_release is 'Releases that are still looked at.';
grant select on current_release to crash_app, crash_report;
