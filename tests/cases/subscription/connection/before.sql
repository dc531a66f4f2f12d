create subscription s connection 'host=one dbname=a' publication a with (connect = false);
create subscription t connection 'host=''o ne'' dbname=a' publication a with (connect = false);
