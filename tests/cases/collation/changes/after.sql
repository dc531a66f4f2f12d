create schema "Of Words";
create collation "Of Words"."Fresh "" one" (provider = icu, locale = 'de-u-co-phonebk', deterministic = false);
create collation c_owner from "C";
create collation other (provider = icu, locale = 'de');
create collation two (lc_collate = 'C.UTF-8', lc_ctype = 'C');
alter collation c_owner owner to case_owner;
comment on collation c_owner is 'new';
