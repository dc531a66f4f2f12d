/* What stands in PL/pgSQL bodies, as SQL with the variables that it sees. */
#include "sql/plpgsql.h"

#include <string.h>

/* "select a from t where b = x [x]" for each part, a line each; then how much was left out, and whether all was read.
 */
static char *
shown(const char *body)
{
    static const PlVariable GIVEN[] = {{.name = "x", .type = "integer"}, {.name = "any_record"}, {NULL}};
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(GString) out = g_string_new(NULL);
    PlBody read;
    plpgsql_read(arena, body, GIVEN, &read);
    for (guint i = 0; i < read.fragments->len; i++) {
        const PlFragment *part = read.fragments->pdata[i];
        g_string_append(out, part->is_declaration ? "type" : part->sql);
        for (const PlVariable **seen = part->sees; *seen != NULL; seen++)
            g_string_append_printf(out, " [%s %s]", (*seen)->name, (*seen)->type);
        g_string_append_c(out, '\n');
    }
    g_string_append_printf(out, "%u%s", read.left_out, read.is_whole ? "" : ", not understood");
    plpgsql_clear(&read);
    return g_strdup(out->str);
}

static const struct {
    const char *body, *shown;
} CASES[] = {
    {"begin end", "0"},
    {"begin return x + 1; end;", "SELECT x + 1 [x integer]\n0"},
    {"begin return $1; end", "SELECT x [x integer]\n0"},
    {"declare n bigint := 7; begin perform n; end", "type [n bigint]\nSELECT 7\nSELECT n [n bigint]\n0"},
    {"declare r t%rowtype; a t.b%type; like_a a%type; begin null; end",
     "type [r t]\ntype [a t.b%type]\ntype [like_a t.b%type]\n0"},
    /* INTO goes, wherever it stands, but for that of INSERT. */
    {"begin select a into strict x from t; end", "select a   from t\n0"},
    {"begin select into x, x a, b from t; end", "select   a, b from t\n0"},
    {"begin insert into t values (x) returning a into x; end", "insert into t values (x) returning a   [x integer]\n0"},
    /* A record whose rows are known. */
    {"declare r record; begin for r in select a from t loop update t set a = r.a; end loop; perform r.a; end",
     "select a from t \nupdate t set a = (SELECT r.a FROM (select a from t ) r)\n1"},
    {"begin perform any_record; perform any_record.a; end", "2"},
    {"declare r record; begin for r in select a from t loop for r in execute 'q' loop perform r.b; end loop; end loop; "
     "end",
     "select a from t \n2"},
    {"declare r record; begin select a into r from t; perform r.a; r := null; perform r.a; end",
     "select a   from t\nSELECT (SELECT r.a FROM (select a   from t) r)\nSELECT null\n1"},
    {"declare r record; begin select a into r from t; select r.a as b into strict r; perform r.b; end",
     "select a   from t\nselect (SELECT r.a FROM (select a   from t) r) as b  \n"
     "SELECT (SELECT r.b FROM (select (SELECT r.a FROM (select a   from t) r) as b  ) r)\n0"},
    {"declare r record; begin insert into t default values returning a into r; perform r.a; end",
     "insert into t default values returning a  \n1"},
    {"declare r record; begin with i as (delete from t returning a) select a into r from i; perform r.a; end",
     "with i as (delete from t returning a) select a   from i\n1"},
    {"declare r record; begin select a into r from t for no key update; perform r.a; end",
     "select a   from t for no key update\nSELECT (SELECT r.a FROM (select a   from t for no key update) r)\n0"},
    /* A branch may not be taken; a loop may come again. */
    {"declare r record; begin if x > 0 then select a into r from t; perform r.a; end if; perform r.b; end",
     "SELECT x > 0  [x integer]\nselect a   from t\nSELECT (SELECT r.a FROM (select a   from t) r)\n1"},
    {"declare r record; begin select a into r from t; loop perform r.a; end loop; perform r.a; end",
     "select a   from t\nSELECT (SELECT r.a FROM (select a   from t) r)\nSELECT (SELECT r.a FROM (select a   from t) "
     "r)\n0"},
    {"declare r record; begin select a into r from t; loop perform r.a; select b into r from u; end loop; perform r.a; "
     "end",
     "select a   from t\nselect b   from u\n2"},
    /* Cursors, with what their arguments are called. */
    {"declare c cursor (n int) for select a from t where b = n; r record; begin fetch last from c into r; perform r.a; "
     "for s in c (2) loop perform s.a; end loop; end",
     "select a from t where b = n [n int]\nSELECT (SELECT r.a FROM (select a from t where b = n) r) [n int]\n"
     "SELECT (SELECT s.a FROM (select a from t where b = n) s) [n int]\n0"},
    {"declare c refcursor; r record; begin open c for select a from t; fetch c into r; perform r.a; open c for execute "
     "'q'; fetch c into r; perform r.a; end",
     "type [c refcursor]\nselect a from t\nSELECT (SELECT r.a FROM (select a from t) r)\n3"},
    /* Names that are not the variable's: t.x is a column. */
    {"begin perform t.x from t; end", "SELECT t.x from t\n0"},
    {"declare y text; begin declare y int; begin perform y; end; perform y; end",
     "type [y text]\ntype [y int]\nSELECT y [y int]\nSELECT y [y text]\n0"},
    {"begin for i in 1 .. x loop perform i; end loop; end",
     "SELECT 1 \nSELECT x  [x integer]\nSELECT i [i integer]\n0"},
    {"begin for i in reverse 10..1 loop exit when i = 5; end loop; end",
     "SELECT 10\nSELECT 1 \nSELECT i = 5 [i integer]\n0"},
    {"begin if x > 0 then return; elsif x = 0 then perform 1; else perform 2; end if; end",
     "SELECT x > 0  [x integer]\nSELECT x = 0  [x integer]\nSELECT 1\nSELECT 2\n0"},
    {"begin perform 1; exception when others then perform sqlerrm; end", "SELECT 1\nSELECT sqlerrm [sqlerrm text]\n0"},
    {"begin execute 'select ' || x; lock table t; raise notice 'a, b', x; end", "SELECT x [x integer]\n2"},
    {"begin open c for select a from t; end", "select a from t\n0"},
    {"<<l>> begin return query select 1; end l", "select 1\n0"},
    {"begin this is; not right then; if; perform 1; end", "2, not understood"},
    {"begin perform 'unended; end", "0, not understood"},
    {"", "0, not understood"},
};

static void
test_parts(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        g_autofree char *got = shown(CASES[i].body);
        if (strcmp(got, CASES[i].shown) != 0) {
            g_test_message("\"%s\" instead of \"%s\" for: %s", got, CASES[i].shown, CASES[i].body);
            g_test_fail();
        }
    }
}

/* Each beginning of a body is one that ends somewhere in the middle: nothing is read behind it. */
static void
test_cut_anywhere(void)
{
    static const char BODY[] =
        "#print_strict_params on\n<<o>> declare c cursor (a int) for select a; r record; begin for r in select 1 as a "
        "loop case x when 1 then raise 'a' using hint = r.a; else x[1] := (2); end case; fetch c into r; select 2 as b "
        "into strict r; end loop; for s in c (1) loop perform s.a; end loop; open c for execute 'q'; end o";
    for (size_t length = 0; length < sizeof BODY; length++) {
        g_autofree char *cut = g_strndup(BODY, length), *got = shown(cut);
        g_assert_nonnull(got);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/sql/plpgsql/parts", test_parts);
    g_test_add_func("/sql/plpgsql/cut_anywhere", test_cut_anywhere);
    return g_test_run();
}
