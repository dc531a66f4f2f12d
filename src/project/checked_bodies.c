#include "project/checked_bodies.h"

#include "lint/exceptions.h"
#include "lint/rule.h"
#include "project/chosen_bodies.h"
#include "project/mentions.h"
#include "sql/lex.h"
#include "sql/words.h"
#include <string.h>

typedef struct {
    const Proposal *proposal;
    const Schema *old_schema, *new_schema;
    Findings *findings;
    GHashTable *told; /* what was said of a phase is not said of the next */
} Telling;

/* Where it stands ------------------------------------------------------------------------------------------------- */

static const Node *
find_routine(const Schema *schema, const BodyProblem *problem)
{
    for (size_t i = 0; kinds_all[i] != NULL; i++) {
        if (strcmp(kinds_all[i]->name, problem->kind) != 0)
            continue;
        const Node *node =
            schema_find_named(schema, kinds_all[i], NULL, problem->schema, problem->name, problem->signature);
        if (node != NULL)
            return node;
    }
    return NULL;
}

/* The line of the file, where the body stands there as it is; else that of the declaration. */
static Place
place_of(const Node *node, const BodyProblem *problem)
{
    const Node *declared = node == NULL ? NULL : node->declared;
    if (declared == NULL || declared->place.file == NULL)
        return (Place){0};
    const char *at = declared->text == NULL ? NULL : strstr(declared->text, problem->body);
    int line = 1, column = 1;
    if (at == NULL)
        return declared->place;
    text_position(declared->text, (size_t)(at - declared->text), &line, &column);
    return (Place){declared->place.file, declared->place.line + line - 1 + problem->line - 1, 1};
}

/* What counts ------------------------------------------------------------------------------------------------------ */

static bool
is_changed(const Proposal *proposal, const Node *node)
{
    for (guint i = 0; node != NULL && i < proposal->deltas->len; i++) {
        const Delta *delta = &g_array_index(proposal->deltas, Delta, i);
        if (delta->new_node != NULL && strcmp(delta->new_node->key, node->key) == 0)
            return true;
    }
    return false;
}

/* In how many schemas is there something of this name that a statement can mean? */
static bool
is_in_several(const Schema *schema, const char *name)
{
    const Node *first = NULL;
    for (guint i = 0; i < schema->roots->len; i++) {
        const Node *root = schema->roots->pdata[i];
        if (!root->kind->in_schema || root->kind->bare || strcmp(root->name, name) != 0)
            continue;
        if (first == NULL)
            first = root;
        else if (strcmp(first->schema, root->schema) != 0)
            return true;
    }
    return false;
}

/* A name without its schema that several have: who calls the routine says which is meant. */
static bool
is_ambiguous(const Telling *telling, const BodyProblem *problem)
{
    const char *cursor = problem->body;
    Token last = {TOKEN_END, cursor, 0};
    if (problem->has_path)
        return false;
    for (Token token = lex_next_solid(&cursor); token.kind != TOKEN_END;
         last = token, token = lex_next_solid(&cursor)) {
        g_autofree char *name = token_is(last, ".") ? NULL : token_name(token);
        if (name != NULL && (is_in_several(telling->old_schema, name) || is_in_several(telling->new_schema, name)))
            return true;
    }
    return false;
}

/* What stands outside may be declared with a part of its columns. */
static bool
names_what_is_outside(const Telling *telling, const BodyProblem *problem)
{
    g_autoptr(GHashTable) words = words_names(problem->body);
    for (guint i = 0; i < telling->new_schema->roots->len; i++) {
        const Node *root = telling->new_schema->roots->pdata[i];
        if ((root->flags & NODE_UNMANAGED) != 0 && root->name != NULL && g_hash_table_contains(words, root->name))
            return true;
    }
    return false;
}

/* What failed before as well is the body's own mistake, where it is certain. */
static bool
counts(const Telling *telling, const Node *node, const BodyProblem *problem)
{
    return !problem->failed_before ||
           (problem->is_certain && is_changed(telling->proposal, node) && !names_what_is_outside(telling, problem));
}

static bool
is_new(Telling *telling, const BodyProblem *problem)
{
    return g_hash_table_add(telling->told, g_strdup_printf("%s.%s(%s) %d %s", problem->schema, problem->name,
                                                           problem->signature, problem->line, problem->message));
}

/* Telling ---------------------------------------------------------------------------------------------------------- */

static void
add_finding(Telling *telling, const Node *node, const BodyProblem *problem)
{
    static const char *const WHEN[] = {"", "after expand", "after contract"};
    const RuleName *rule = rule_find("broken-body");
    g_autofree char *name = node != NULL
                                ? g_strdup(node_address(node))
                                : g_strdup_printf("%s.%s(%s)", problem->schema, problem->name, problem->signature);
    Finding *finding = findings_add(telling->findings, rule, place_of(node, problem), "the body of %s %s fails %s: %s",
                                    problem->kind, name, WHEN[problem->phase], problem->message);
    finding->object = g_strdup(name);
    if (finding->place.file == NULL)
        finding_hint(finding, "line %d of the body; %s", problem->line, rule->help);
    else
        finding_hint(finding, "%s", rule->help);
}

static void
tell_problem(Telling *telling, const BodyProblem *problem)
{
    const Node *node = find_routine(telling->new_schema, problem);
    if (counts(telling, node, problem) && !is_ambiguous(telling, problem) && is_new(telling, problem))
        add_finding(telling, node != NULL ? node : find_routine(telling->old_schema, problem), problem);
}

static void
tell_counts(PleatSession *session, const BodyCheck *bodies)
{
    const BodyCounts counts = body_check_counts(bodies);
    if (!session->options.verbose)
        return;
    session_note(session, "%u bod%s of routines checked", counts.bodies, counts.bodies == 1 ? "y" : "ies");
    if (counts.statements > 0)
        session_note(session, ", %u of %u statements of those in PL/pgSQL", counts.statements - counts.left_out,
                     counts.statements);
    session_note(session, "\n");
}

/* Bodies of which something was found. */
static GHashTable *
found_objects(const Findings *findings)
{
    GHashTable *objects = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < findings_count(findings); i++)
        if (findings_get(findings, i)->object != NULL)
            g_hash_table_add(objects, findings_get(findings, i)->object);
    return objects;
}

/* Bodies with an error that nothing allows. */
static guint
count_broken(const Findings *findings)
{
    g_autoptr(GHashTable) broken = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < findings_count(findings); i++) {
        const Finding *finding = findings_get(findings, i);
        if (finding->severity == SEVERITY_ERROR && finding->allowed == NULL && finding->object != NULL)
            g_hash_table_add(broken, finding->object);
    }
    return g_hash_table_size(broken);
}

static char *
findings_text(PleatSession *session, const Findings *findings)
{
    const FindingsView view = {
        .directory = session->directory, .color = session->options.color, .allowed = session->options.verbose};
    return findings_format(findings, NULL, &view);
}

/* Adds what was found, with the severities and exceptions of the configuration. */
static void
find_broken(PleatSession *session, const Proposal *proposal, const Source *from, const Source *to, Findings *findings)
{
    g_autoptr(GHashTable) told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Telling telling = {proposal, from->schema, to->schema, findings, told};
    const GArray *problems = body_check_problems(proposal->bodies);
    for (guint i = 0; i < problems->len; i++)
        tell_problem(&telling, &g_array_index(problems, BodyProblem, i));
    if (findings_count(findings) == 0)
        return;
    g_autoptr(Exceptions) exceptions = exceptions_new(findings, session->config, false);
    exceptions_apply(exceptions);
    findings_sort(findings);
    g_autofree char *text = findings_text(session, findings);
    session_note(session, "%s", text);
}

void
checked_bodies_tell(PleatSession *session, const Proposal *proposal, const Source *from, const Source *to,
                    const char *reason, bool *broken)
{
    g_autoptr(Findings) findings = findings_new("revision", rule_names());
    if (proposal->bodies != NULL) {
        tell_counts(session, proposal->bodies);
        find_broken(session, proposal, from, to, findings);
    }
    g_autoptr(GHashTable) found = found_objects(findings);
    mentions_tell(session, proposal->deltas, to->schema, found);
    const guint count = count_broken(findings);
    *broken = count > 0 && reason == NULL;
    if (*broken)
        session_note(session, "no revision was written: it would break %u bod%s\n", count, count == 1 ? "y" : "ies");
    else if (count > 0)
        session_note(session, "written all the same: %s\n", reason);
}
