create collation c_owner from "C";
create collation gone (locale = 'C');
create collation other (provider = icu, locale = 'und');
create collation two (lc_collate = 'C', lc_ctype = 'C.UTF-8');
comment on collation c_owner is 'old';
