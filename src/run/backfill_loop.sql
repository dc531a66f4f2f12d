DO {quoted}
DECLARE
    names text[] := {names};
    columns text;
    prefixed text;
    position text;
    not_null text;
    any_null text;
    condition text;
    last text;
    next text;
BEGIN
    IF names IS NULL THEN
        SELECT array_agg(c.attname::text ORDER BY k.nth) INTO names
        FROM pg_index i, unnest(i.indkey::int2[]) WITH ORDINALITY k (number, nth), pg_attribute c
        WHERE i.indrelid = {table}::regclass AND i.indisprimary
        AND c.attrelid = i.indrelid AND c.attnum = k.number AND k.nth <= i.indnkeyatts;
    END IF;
    IF names IS NULL THEN
        EXECUTE replace({statement}, '{range}', 'true');
        RETURN;
    END IF;
    SELECT string_agg(quote_ident(n.name), ', ' ORDER BY n.nth),
        string_agg({alias} || quote_ident(n.name), ', ' ORDER BY n.nth),
        format('format(%L, %s)',
            'ROW(' || string_agg('%L::' || format_type(a.atttypid, a.atttypmod), ', ' ORDER BY n.nth) || ')',
            string_agg(quote_ident(n.name) || '::text', ', ' ORDER BY n.nth)),
        string_agg(quote_ident(n.name) || ' IS NOT NULL', ' AND '),
        string_agg({alias} || quote_ident(n.name) || ' IS NULL', ' OR ')
    INTO columns, prefixed, position, not_null, any_null
    FROM unnest(names) WITH ORDINALITY n (name, nth)
    JOIN pg_attribute a ON a.attrelid = {table}::regclass AND a.attname = n.name;
    LOOP
        condition := not_null || coalesce(format(' AND ROW(%s) > ', columns) || last, '');
        EXECUTE format('SELECT %s FROM (SELECT %s FROM %s WHERE %s ORDER BY %s OFFSET {skip} LIMIT 1) t',
            position, columns, {table}, condition, columns) INTO next;
        condition := concat_ws(' AND ', format('ROW(%s) > ', prefixed) || last, format('ROW(%s) <= ', prefixed) || next);
        IF next IS NULL THEN
            condition := CASE WHEN last IS NULL THEN 'true' ELSE condition || ' OR ' || any_null END;
        END IF;
        EXECUTE replace({statement}, '{range}', condition);
        COMMIT;
        EXIT WHEN next IS NULL;
        last := next;
    END LOOP;
END
{quoted};
