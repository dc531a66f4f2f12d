create text search dictionary en (template = snowball, language = 'english', stopwords = 'english');
create text search dictionary plain (template = simple, stopwords = 'english');
create text search dictionary bare (template = simple);
