create subscription s connection 'host=two port=5433 dbname=a' publication a with (connect = false);
create subscription t connection 'host=two' publication a with (connect = false);
