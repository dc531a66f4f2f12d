create subscription gone connection 'host=db.example.org port=5433 dbname=shop user=feed' publication feed with (connect = false);
create subscription no_slot connection 'dbname=shop' publication feed, "Other feed" with (connect = false, slot_name = none);
comment on subscription gone is 'goes';
