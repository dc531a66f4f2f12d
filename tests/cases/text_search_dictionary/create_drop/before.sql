create text search dictionary gone (template = ispell, dictfile = 'ispell_sample', afffile = 'ispell_sample');
comment on text search dictionary gone is 'goes';
