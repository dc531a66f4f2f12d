create table "T's" ("A b" int);
