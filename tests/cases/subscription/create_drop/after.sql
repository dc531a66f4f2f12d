create subscription "Is new" connection 'host=db.example.org dbname=''a b\\c\''d''' publication "Feed ""x""", b with (connect = false, slot_name = 'slot_1', synchronous_commit = 'remote_apply');
create subscription bare connection '' publication feed with (connect = false);
comment on subscription bare is 'of nowhere';
alter subscription "Is new" owner to case_superuser;
