create table "T's" ("A b" int);
create rule "the ""rule""" as on update to "T's" where new."A b" is null do instead nothing;
create rule notified as on insert to "T's" do also notify "T's";
