/*
 * kinds-doc - docs/kinds.md, made from the descriptors of the kinds: kinds-doc >docs/kinds.md
 *
 * A test compares the page with what this prints: tests/tools/meson.build.
 */
#include "model/kind.h"
#include "model/labels.h"
#include "model/schema.h"
#include <stdio.h>
#include <string.h>

static const char INTRODUCTION[] =
    "# Kinds of objects\n"
    "\n"
    "<!-- Made by tools/kinds-doc from src/kinds: build/tools/kinds-doc >docs/kinds.md -->\n"
    "\n"
    "Every kind of object that pleat models, how it is declared, and the phase, lock and cost of its plainest changes. "
    "The\n"
    "effects are the kind's own defaults: on an empty or new table, or where the kind knows an online way, the header "
    "of\n"
    "the revision says something milder.\n"
    "\n"
    "**Leaf** is what stands behind the name when a declaration is one line. Words in capitals are SQL, words in "
    "small\n"
    "letters are attributes, `[ ]` is what may be missing. A declaration that is a mapping says the same by "
    "attributes, or\n"
    "has the leaf under `definition`.\n"
    "\n"
    "**Value** of an attribute: *SQL* is a fragment of SQL, *text* is plain text, *name* is one name without quotes, "
    "*names*\n"
    "is a list of columns, *labels* a list of texts, *map* a mapping of names to SQL, *options* a mapping of names to "
    "texts.\n"
    "\n"
    "Keys that every kind has, where they make sense: `comment`, `owner`, `privileges`, `security_labels` (the "
    "facets);\n"
    "`include` (mixins, in any mapping); `name` (of a child in a list). Columns also have `backfill` and "
    "`backfill_down`.\n"
    "`renamed_from` is what it was called before (docs/declarations.md). Routines also have "
    "`keep_prior`.\n"
    "`deprecated` is listed by `pleat lint`. What holds data or can be called may have `quarantine`\n"
    "(docs/declarations.md).\n";

static const char *const VALUES[] = {
    [VALUE_SQL] = "SQL",         [VALUE_TEXT] = "text",
    [VALUE_NAME] = "name",       [VALUE_BOOL] = "true or false",
    [VALUE_INT] = "number",      [VALUE_NAMES] = "names",
    [VALUE_LABELS] = "labels",   [VALUE_MAP] = "map",
    [VALUE_OPTIONS] = "options", [VALUE_FOREIGN_OPTIONS] = "options",
};

/* What a token stands for, in one word: "name" for {node}, "table" for {parent}, "default" for {child.default}. */
static char *
word_for(const Kind *kind, const char *token)
{
    const Kind *parent = kind->parents == NULL ? NULL : kind_find(kind->parents[0]);
    if (strcmp(token, "node") == 0 || strcmp(token, "sibling") == 0 || strcmp(token, "schema.name") == 0)
        return g_strdup("name");
    if (parent != NULL && (strcmp(token, "parent") == 0 || strcmp(token, "parent.name") == 0))
        return g_strdup(parent->name);
    if (parent != NULL && strcmp(token, "parent.parent") == 0)
        return g_strdup(parent->parents[0]);
    if (g_str_has_prefix(token, "child."))
        return g_strdup(token + strlen("child."));
    return g_str_has_suffix(token, ".raw") ? g_strndup(token, strlen(token) - strlen(".raw")) : g_strdup(token);
}

/* The bracket that closes the one before "at". */
static const char *
section_end(const char *at)
{
    int depth = 1;
    for (;; at++) {
        if (*at == '\\')
            at++;
        else if (*at == '[')
            depth++;
        else if (*at == ']' && --depth == 0)
            return at;
    }
}

static void append_readable(GString *out, const Kind *kind, const char *at, const char *end);

/* "[key?A]" is "[A]", and "[key?A][key!B]" is "{A|B}". Gives where it ends. */
static const char *
append_section(GString *out, const Kind *kind, const char *open)
{
    size_t length = strcspn(open, "?!") + 1;
    const char *close = section_end(open + 1), *other = close + 1;
    bool has_other = *other == '[' && strncmp(open, other, length - 1) == 0 && other[length - 1] == '!';
    const char *end = has_other ? section_end(other + 1) : close;
    g_string_append(out, has_other ? "{" : "[");
    append_readable(out, kind, open + length, close);
    if (has_other) {
        g_string_append_c(out, '|');
        append_readable(out, kind, other + length, end);
    }
    g_string_append(out, has_other ? "}" : "]");
    return end;
}

/* A template as people read it: words without braces, sections without what they ask for. */
static void
append_readable(GString *out, const Kind *kind, const char *at, const char *end)
{
    for (; at < end; at++) {
        if (*at == '\\') {
            g_string_append_c(out, *++at);
        } else if (*at == '{') {
            const char *close = strchr(at, '}');
            g_autofree char *token = g_strndup(at + 1, (gsize)(close - at) - 1);
            g_autofree char *word = word_for(kind, token);
            g_string_append(out, word);
            at = close;
        } else if (*at == '[') {
            at = append_section(out, kind, at);
        } else if (!g_ascii_isspace(*at)) {
            g_string_append_c(out, *at);
        } else if (out->len > 0 && out->str[out->len - 1] != ' ') {
            g_string_append_c(out, ' ');
        }
    }
}

static char *
effect_text(const Effect *effect, Phase usual)
{
    static const struct {
        Cost cost;
        const char *words;
    } COSTS[] = {
        {COST_REWRITE, "rewrites the table"},
        {COST_SCAN, "reads the whole table"},
        {COST_BATCHED, "in batches"},
        {COST_DATA_LOSS, "loses data"},
        {COST_SEMANTIC, "both applications see it at once"},
    };
    GString *out = g_string_new(phase_name(effect->phase == PHASE_NONE ? usual : effect->phase));
    g_string_append_printf(out, ", %s", lock_name(effect->lock));
    for (size_t i = 0; i < G_N_ELEMENTS(COSTS); i++)
        if (effect->costs & COSTS[i].cost)
            g_string_append_printf(out, ", %s", COSTS[i].words);
    if (effect->reason != NULL)
        g_string_append_printf(out, ": %s", effect->reason);
    return g_string_free(out, FALSE);
}

/* Where it is written, in words. */
static void
print_place(const Kind *kind)
{
    static const char *const SHAPES[] = {
        [SHAPE_MAP] = "a mapping of names",
        [SHAPE_LIST] = "a list, or a mapping of names",
        [SHAPE_SINGLE] = "one, or nothing",
        [SHAPE_INLINE] = "one, in the leaf or the mapping of its parent",
    };
    if (kind->parents == NULL) {
        printf("Declared under `%s:` at the top of a file", kind->plural);
        if (kind->variant != NULL)
            printf(", with the key `%s`", kind->variant);
    } else {
        printf("Declared under `%s:` of a", kind->plural);
        for (size_t i = 0; kind->parents[i] != NULL; i++)
            printf("%s %s", i == 0 ? "" : " or", kind_find(kind->parents[i])->title);
        printf(": %s", SHAPES[kind->shape]);
    }
    if (kind->folder != NULL)
        printf(kind->leaf == NULL && kind_is_text(kind)
                   ? " for what a file does not say; defined by `CREATE %s` in a file under `%s/`"
                   : ", or defined by `CREATE %s` in a file under `%s/`",
               kind->statement, kind->folder);
    printf(".\n");
    if (kind->naming != NULL)
        printf("Without a name it is named by `naming: {%s: ...}` of pleat.yaml.\n", kind->naming);
}

static void
print_template(const Kind *kind, const char *title, const char *template)
{
    if (template == NULL || strcmp(template, "{definition}") == 0)
        return;
    g_autoptr(GString) text = g_string_new(NULL);
    append_readable(text, kind, template, template + strlen(template));
    printf("- %s: `%s`\n", title, text->str);
}

/* What the kind's children are called in its mapping. */
static void
print_children(const Kind *kind)
{
    const char *comma = "- children: ";
    for (size_t i = 0; kinds_all[i] != NULL; i++)
        if (kind_has_parent(kinds_all[i], kind)) {
            printf("%s`%s`", comma, kinds_all[i]->plural);
            comma = ", ";
        }
    if (comma[0] == ',')
        printf("\n");
}

static void
print_facets(const Kind *kind)
{
    const struct {
        const char *name;
        bool has;
    } FACETS[N_FACETS] = {
        {facet_keys[FACET_COMMENT], kind->identify != NULL},
        {facet_keys[FACET_OWNER], kind->owner != NULL},
        {facet_keys[FACET_PRIVILEGES], kind->grant_on != NULL},
        {facet_keys[FACET_LABELS], labels_possible(kind)},
    };
    const char *comma = "- facets: ";
    for (size_t i = 0; i < N_FACETS; i++)
        if (FACETS[i].has) {
            printf("%s%s", comma, FACETS[i].name);
            comma = ", ";
        }
    if (comma[0] == ',')
        printf("\n");
}

static void
print_facts(const Kind *kind)
{
    g_autofree char *create = effect_text(&kind->create_effect, PHASE_EXPAND);
    g_autofree char *drop = effect_text(&kind->drop_effect, PHASE_CONTRACT);
    print_template(kind, "leaf", kind->leaf);
    print_template(kind, "made by", kind->create);
    print_template(kind, "part of its parent's CREATE as", kind->inlined);
    print_children(kind);
    print_facets(kind);
    printf("- to create: %s\n- to drop: %s\n", create, drop);
    if (kind->on_alter == DEPENDANT_RECREATE)
        printf("- made anew when the type of a column that it uses changes\n");
}

/* How a change of the attribute is done. */
static char *
change_text(const Kind *kind, const Attr *attr)
{
    bool known = attr->alter != NULL && (kind->alter == NULL || attr->set_effect.phase != PHASE_NONE);
    const char *otherwise = kind->alter != NULL ? "depends on what changes" : "made anew";
    g_autofree char *set = known ? effect_text(&attr->set_effect, PHASE_EXPAND) : g_strdup(otherwise);
    if (attr->reset_effect.phase == PHASE_NONE)
        return g_steal_pointer(&set);
    g_autofree char *reset = effect_text(&attr->reset_effect, PHASE_EXPAND);
    return g_strdup_printf("%s; to take it away: %s", set, reset);
}

static void
print_attribute(const Kind *kind, const Attr *attr)
{
    g_autofree char *change = change_text(kind, attr);
    g_autofree char *doc = g_strdup(attr->doc == NULL ? "" : attr->doc);
    g_auto(GStrv) parts = g_strsplit(doc, "|", -1);
    g_autofree char *escaped = g_strjoinv("\\|", parts);
    printf("| `%s`%s | %s | %s", attr->key, attr->flags & ATTR_REQUIRED ? " (needed)" : "", VALUES[attr->type],
           escaped);
    if (attr->since != 0)
        printf(" (PostgreSQL %d on)", attr->since);
    if (attr->until != 0)
        printf(" (up to PostgreSQL %d)", attr->until);
    printf(" | %s |\n", change);
}

static void
print_attributes(const Kind *kind)
{
    bool any = false;
    for (size_t i = 0; i < kind->n_attrs; i++) {
        if (kind->attrs[i].flags & ATTR_HIDDEN)
            continue;
        if (!any)
            printf("\n| attribute | value | says | a change |\n|---|---|---|---|\n");
        any = true;
        print_attribute(kind, &kind->attrs[i]);
    }
    const char *comma = "\nRead from the catalog and compared, but not declared: ";
    for (size_t i = 0; i < kind->n_attrs; i++)
        if ((kind->attrs[i].flags & ATTR_HIDDEN) && !(kind->attrs[i].flags & ATTR_INTERNAL)) {
            printf("%s`%s`", comma, kind->attrs[i].key);
            comma = ", ";
        }
    if (comma[0] == ',')
        printf(".\n");
}

int
main(void)
{
    fputs(INTRODUCTION, stdout);
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        const Kind *kind = kinds_all[i];
        printf("\n## %s\n\n", kind->name);
        print_place(kind);
        printf("\n");
        print_facts(kind);
        print_attributes(kind);
    }
    return ferror(stdout) != 0;
}
