#include "report/review.h"

#include "report/event.h"
#include "report/review_parts.h"
#include "revision/measured.h"
#include <string.h>

static void
revision_clear(void *data)
{
    ReviewedRevision *reviewed = data;
    g_ptr_array_unref(reviewed->actions);
    g_ptr_array_unref(reviewed->notes);
    g_array_unref(reviewed->upgrade);
    g_clear_pointer(&reviewed->downgrade, g_array_unref);
    g_clear_pointer(&reviewed->measured, g_hash_table_unref);
    g_clear_pointer(&reviewed->measured_down, g_hash_table_unref);
    g_free(reviewed);
}

void
review_free(Review *review)
{
    g_ptr_array_unref(review->objects);
    g_ptr_array_unref(review->revisions);
    g_ptr_array_unref(review->findings);
    g_ptr_array_unref(review->losses);
    g_ptr_array_unref(review->deploy);
    diagram_free(review->diagram);
    g_free(review);
}

/* Words ------------------------------------------------------------------------------------------------------------ */

char *
review_impact_words(const Review *review, const Impact *impact)
{
    const char *size = g_hash_table_lookup(review->subject.sizes, impact->relation);
    GString *out = g_string_new(lock_name(impact->lock));
    g_string_append(out, " on ");
    if (impact->partitions > 0)
        g_string_append_printf(out, "%d partition%s of ", impact->partitions, impact->partitions == 1 ? "" : "s");
    g_string_append(out, impact->relation);
    if (size != NULL)
        g_string_append_printf(out, " (%s)", size);
    for (const CostName *name = cost_names; name->words != NULL; name++)
        if (impact->costs & name->cost)
            g_string_append_printf(out, ", %s", name->words);
    return g_string_free(out, FALSE);
}

char *
review_heaviest_words(const Review *review, const ReviewedRevision *reviewed)
{
    if (reviewed->heaviest == NULL)
        return g_strdup(reviewed->is_measured ? "none on what was there" : "not measured");
    g_autofree char *words = review_impact_words(review, reviewed->heaviest);
    return g_strconcat(words, reviewed->is_instant ? ", instant" : "", NULL);
}

char *
review_phase_words(const Revision *revision)
{
    return g_strconcat(revision->phase == PHASE_NONE ? "both" : phase_name(revision->phase),
                       revision->tenant ? " of tenants" : "", NULL);
}

char *
review_counts_words(const Review *review)
{
    static const char *const WORDS[] = {"new", "changed", "gone"};
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(WORDS); i++)
        if (review->counts[i] > 0)
            g_string_append_printf(out, "%s%u %s", out->len > 0 ? ", " : "", review->counts[i], WORDS[i]);
    if (out->len == 0)
        g_string_append(out, "none");
    return g_string_free(out, FALSE);
}

char *
review_place_words(const Review *review, Place place)
{
    if (place.file == NULL)
        return NULL;
    char *path = finding_path(place.file, review->subject.view);
    if (place.line <= 0)
        return path;
    char *words = g_strdup_printf("%s:%d", path, place.line);
    g_free(path);
    return words;
}

char *
review_near_words(const Review *review, Place place, Place told)
{
    return place.line > 0 && g_strcmp0(place.file, told.file) == 0 ? g_strdup_printf(":%d", place.line)
                                                                   : review_place_words(review, place);
}

/* Only what can lead to a page, whatever the configuration says. */
static bool
is_link(const char *template)
{
    return g_str_has_prefix(template, "https://") || g_str_has_prefix(template, "http://") || *template == '/';
}

char *
review_place_link(const Review *review, Place place)
{
    const char *template = review->subject.link;
    if (place.file == NULL || template == NULL || !is_link(template))
        return NULL;
    g_autofree char *path = finding_path(place.file, review->subject.view);
    g_autofree char *escaped = g_uri_escape_string(path, "/", false);
    g_autoptr(GString) out = g_string_new(template);
    g_autofree char *line = g_strdup_printf("%d", MAX(place.line, 1));
    g_string_replace(out, "{file}", escaped, 0);
    g_string_replace(out, "{line}", line, 0);
    return g_strdup(out->str);
}

bool
review_is_way_back(const Review *review, Place place)
{
    for (guint i = 0; i < review->revisions->len; i++) {
        const Revision *revision = ((const ReviewedRevision *)review->revisions->pdata[i])->revision;
        if (g_strcmp0(place.file, revision->path) == 0)
            return revision->down_line > 0 && place.line > revision->down_line;
    }
    return false;
}

char *
review_step_sql(const ReviewStep *step)
{
    if (step->step->kind == STEP_COMMAND)
        return g_strjoinv(" ", step->step->statements);
    GString *out = g_string_new(NULL);
    for (char **statement = step->step->statements; *statement != NULL; statement++)
        g_string_append_printf(out, "%s%s;", out->len > 0 ? "\n" : "", *statement);
    return g_string_free(out, FALSE);
}

char *
review_step_title(const Review *review, const ReviewStep *step)
{
    GString *out = g_string_new(NULL);
    if (step->number == 0) {
        g_string_append(out, "setting");
        return g_string_free(out, FALSE);
    }
    g_string_append_printf(out, "step %d, %s", step->number, event_step_kind(step->step));
    if (step->step->subject != NULL)
        g_string_append_printf(out, " of %s", step->step->subject);
    for (guint i = 0; step->impacts != NULL && i < step->impacts->len; i++) {
        g_autofree char *words = review_impact_words(review, &g_array_index(step->impacts, Impact, i));
        g_string_append_printf(out, "%s%s", i == 0 ? ": " : "; ", words);
    }
    g_strdelimit(out->str, "\n\r", ' ');
    return g_string_free(out, FALSE);
}

guint
review_findings_of(const Review *review, Severity severity)
{
    return review->subject.findings == NULL ? 0 : findings_of(review->subject.findings, severity);
}

/* Revisions -------------------------------------------------------------------------------------------------------- */

static GArray *
steps_of(Step *const *steps, GHashTable *measured)
{
    static const GArray nothing = {NULL, 0};
    GArray *out = g_array_new(FALSE, FALSE, sizeof(ReviewStep));
    for (int number = 0; *steps != NULL; steps++) {
        ReviewStep step = {.step = *steps};
        if ((*steps)->kind != STEP_SETTING)
            step.number = ++number;
        if (measured != NULL && step.number > 0) {
            const GArray *impacts = g_hash_table_lookup(measured, GINT_TO_POINTER(step.number));
            step.impacts = impacts == NULL ? &nothing : impacts;
        }
        g_array_append_val(out, step);
    }
    return out;
}

/* A strong lock that is held while rows are read or written weighs more than any that is gone at once. */
static int
weight_of(const Impact *impact)
{
    const bool lasts = (impact->costs & (COST_REWRITE | COST_SCAN)) != 0 && impact->lock >= LOCK_SHARE;
    return (int)impact->lock + (lasts ? 100 : 0);
}

static bool
is_instant(const GArray *impacts)
{
    for (guint i = 0; i < impacts->len; i++)
        if (g_array_index(impacts, Impact, i).costs != 0)
            return false;
    return true;
}

static gint64
bytes_of(const Review *review, const Impact *impact)
{
    const gint64 *bytes = g_hash_table_lookup(review->subject.bytes, impact->relation);
    return bytes == NULL ? 0 : *bytes;
}

static bool
is_heavier(const Review *review, const Impact *impact, const Impact *than)
{
    if (impact == NULL || than == NULL)
        return impact != NULL;
    const int difference = weight_of(impact) - weight_of(than);
    return difference > 0 || (difference == 0 && bytes_of(review, impact) > bytes_of(review, than));
}

static void
find_heaviest(const Review *review, ReviewedRevision *reviewed)
{
    for (guint i = 0; i < reviewed->upgrade->len; i++) {
        const GArray *impacts = g_array_index(reviewed->upgrade, ReviewStep, i).impacts;
        for (guint k = 0; impacts != NULL && k < impacts->len; k++) {
            const Impact *impact = &g_array_index(impacts, Impact, k);
            if (!is_heavier(review, impact, reviewed->heaviest))
                continue;
            reviewed->heaviest = impact;
            reviewed->is_instant = is_instant(impacts);
        }
    }
}

bool
review_is_heavier(const Review *review, const ReviewedRevision *reviewed, const ReviewedRevision *than)
{
    return is_heavier(review, reviewed->heaviest, than->heaviest);
}

static void
add_revision(Review *review, const Revision *revision)
{
    ReviewedRevision *reviewed = g_new0(ReviewedRevision, 1);
    reviewed->revision = revision;
    reviewed->measured = measured_read(revision, false);
    reviewed->measured_down = measured_read(revision, true);
    reviewed->is_measured = reviewed->measured != NULL;
    reviewed->upgrade = steps_of(revision->upgrade, reviewed->measured);
    if (revision->downgrade != NULL)
        reviewed->downgrade = steps_of(revision->downgrade, reviewed->measured_down);
    find_heaviest(review, reviewed);
    review_read_notes(revision, &reviewed->actions, &reviewed->notes);
    reviewed->losses = review_add_losses(review->losses, reviewed);
    g_ptr_array_add(review->revisions, reviewed);
}

static void
add_revisions(Review *review, const Graph *graph)
{
    const GPtrArray *all = graph == NULL ? NULL : graph_all(graph);
    for (guint i = 0; all != NULL && i < all->len; i++)
        if (g_hash_table_contains(review->subject.wanted, all->pdata[i]))
            add_revision(review, all->pdata[i]);
}

static void
count_objects(Review *review)
{
    for (guint i = 0; i < review->objects->len; i++) {
        const ChangedObject *object = review->objects->pdata[i];
        review->counts[object->mark == '+' ? 0 : object->mark == '~' ? 1 : 2]++;
    }
}

static int
by_weight(const void *left, const void *right)
{
    const Finding *a = *(Finding *const *)left, *b = *(Finding *const *)right;
    if ((a->allowed != NULL) != (b->allowed != NULL))
        return a->allowed != NULL ? 1 : -1;
    return (int)b->severity - (int)a->severity;
}

static void
sort_findings(Review *review, const Findings *findings)
{
    review->findings = g_ptr_array_new();
    for (guint i = 0; findings != NULL && i < findings_count(findings); i++)
        g_ptr_array_add(review->findings, (gpointer)(guintptr)findings_get(findings, i));
    g_ptr_array_sort(review->findings, by_weight); /* stable: it is a merge sort */
}

Review *
review_new(const ReviewSubject *subject)
{
    Review *review = g_new0(Review, 1);
    review->subject = *subject;
    review->objects = changes_of(subject->deltas);
    review->revisions = g_ptr_array_new_with_free_func(revision_clear);
    review->losses = g_ptr_array_new_with_free_func(g_free);
    review->diagram = diagram_new(subject->new_schema, subject->deltas);
    count_objects(review);
    sort_findings(review, subject->findings);
    add_revisions(review, subject->graph);
    review->is_forgotten = subject->graph != NULL && review->revisions->len == 0 && review->objects->len > 0;
    add_revisions(review, subject->tenants);
    review->deploy = review_deploy(review->revisions);
    return review;
}
