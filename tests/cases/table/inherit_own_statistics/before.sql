create table p (a int, b text, c text);
