create subscription s connection 'dbname=a' publication a with (connect = false);
