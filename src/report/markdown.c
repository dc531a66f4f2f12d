#include "report/markdown.h"

#include "report/markdown_private.h"
#include <string.h>

enum {
    RESERVED = 600, /* for what is told of what had no room */
    MOST_LOSSES = 12,
};

/* Room ------------------------------------------------------------------------------------------------------------- */

static bool
has_room(const Comment *comment, gsize length)
{
    return comment->out->len + length <= MARKDOWN_LARGEST - RESERVED;
}

void
comment_left_out(Comment *comment, const char *name)
{
    guint at = 0;
    while (at < comment->names->len && strcmp(comment->names->pdata[at], name) != 0)
        at++;
    const guint zero = 0;
    if (at == comment->names->len) {
        g_ptr_array_add(comment->names, (gpointer)(guintptr)name);
        g_array_append_val(comment->counts, zero);
    }
    g_array_index(comment->counts, guint, at)++;
}

/* The text, or a note that it was left out. Takes the text over. */
void
comment_add(Comment *comment, const char *name, GString *text)
{
    if (has_room(comment, text->len))
        g_string_append_len(comment->out, text->str, (gssize)text->len);
    else
        comment_left_out(comment, name);
    g_string_free(text, TRUE);
}

static void
add_left_out(Comment *comment)
{
    if (comment->names->len == 0)
        return;
    g_string_append(comment->out, "\n> [!NOTE]\n> Left out, for a comment holds 65,536 characters: ");
    for (guint i = 0; i < comment->names->len; i++)
        g_string_append_printf(comment->out, "%s%u %s", i > 0 ? ", " : "", g_array_index(comment->counts, guint, i),
                               (char *)comment->names->pdata[i]);
    g_string_append(comment->out, ". `pleat report --html` has it all.\n");
}

/* Summary ---------------------------------------------------------------------------------------------------------- */

/* Words, linked to the place where the configuration says to what. */
static void
append_link(GString *out, const Review *review, Place place, const char *words)
{
    g_autofree char *link = review_place_link(review, place);
    if (link == NULL) {
        markdown_append_code(out, words);
        return;
    }
    g_string_append_c(out, '[');
    markdown_append_text(out, words);
    g_autofree char *safe = g_uri_escape_string(link, "/:?#[]@!$&'()*+,;=%", false);
    g_string_append_printf(out, "](<%s>)", safe);
}

/* A line of a revision is told by its id, for names of files are long. */
static char *
place_words(const Review *review, Place place)
{
    for (guint i = 0; i < review->revisions->len; i++) {
        const Revision *revision = ((const ReviewedRevision *)review->revisions->pdata[i])->revision;
        if (g_strcmp0(place.file, revision->path) == 0)
            return g_strdup_printf("%s:%d", revision->id, place.line);
    }
    return review_place_words(review, place);
}

void
comment_append_place(GString *out, const Review *review, Place place)
{
    g_autofree char *words = place_words(review, place);
    if (words != NULL)
        append_link(out, review, place, words);
}

void
comment_append_near(GString *out, const Review *review, Place place, Place told)
{
    g_autofree char *words = review_near_words(review, place, told);
    if (words != NULL)
        append_link(out, review, place, words);
}

void
comment_append_former_place(GString *out, const Review *review, Place place)
{
    g_autofree char *words = review_place_words(review, place);
    if (words != NULL)
        markdown_append_code(out, words);
}

static void
add_title(Comment *comment)
{
    g_autofree char *counts = review_counts_words(comment->review);
    const guint n = comment->review->revisions->len;
    g_string_append_printf(comment->out, "<!-- pleat report -->\n## Schema: objects %s", counts);
    if (comment->review->subject.graph != NULL)
        g_string_append_printf(comment->out, "; %u revision%s", n, n == 1 ? "" : "s");
    g_string_append(comment->out, "\n\n");
    if (comment->review->is_forgotten)
        g_string_append(comment->out, "> [!WARNING]\n> The declarations change, and no revision makes the change: "
                                      "`pleat revision --autogenerate` writes it.\n\n");
}

static void
add_losses(Comment *comment)
{
    const GPtrArray *losses = comment->review->losses;
    if (losses->len == 0)
        return;
    g_autoptr(GString) text = g_string_new("> [!CAUTION]\n> **What does not come back**\n");
    for (guint i = 0; i < MIN(losses->len, MOST_LOSSES); i++) {
        g_string_append(text, "> - ");
        markdown_append_text(text, losses->pdata[i]);
        g_string_append_c(text, '\n');
    }
    if (losses->len > MOST_LOSSES)
        g_string_append_printf(text, "> - and %u more\n", losses->len - MOST_LOSSES);
    g_string_append_c(text, '\n');
    comment_add(comment, "losses", g_steal_pointer(&text));
}

static void
append_heaviest(GString *out, const Review *review, const ReviewedRevision *reviewed)
{
    g_autofree char *words = review_heaviest_words(review, reviewed);
    if (reviewed->heaviest == NULL && !reviewed->is_measured)
        g_string_append_printf(out, "*%s*", words);
    else
        markdown_append_text(out, words);
}

static char *
undone_words(const ReviewedRevision *reviewed)
{
    if (reviewed->revision->downgrade == NULL)
        return g_strdup("**no way back**");
    return reviewed->losses > 0 ? g_strdup_printf("all but %u, listed above", reviewed->losses) : g_strdup("yes");
}

static void
add_revision_row(Comment *comment, const ReviewedRevision *reviewed)
{
    const Revision *revision = reviewed->revision;
    GString *row = g_string_new("| ");
    append_link(row, comment->review, (Place){revision->path, 1, 1}, revision->id);
    g_string_append_c(row, ' ');
    markdown_append_text(row, revision->message);
    g_autofree char *phase = review_phase_words(revision);
    g_string_append_printf(row, " | %s | ", phase);
    append_heaviest(row, comment->review, reviewed);
    g_autofree char *undone = undone_words(reviewed);
    g_string_append_printf(row, " | %s |\n", undone);
    comment_add(comment, "revisions", row);
}

static void
add_revisions(Comment *comment)
{
    const GPtrArray *revisions = comment->review->revisions;
    if (revisions->len == 0)
        return;
    g_string_append(comment->out, "| Revision | Phase | Heaviest lock | Can be undone |\n|---|---|---|---|\n");
    for (guint i = 0; i < revisions->len; i++)
        add_revision_row(comment, revisions->pdata[i]);
    g_string_append_c(comment->out, '\n');
}

static void
add_deploy(Comment *comment)
{
    const GPtrArray *deploy = comment->review->deploy;
    if (deploy->len > 0)
        g_string_append(comment->out, "### What to run when\n\n");
    for (guint i = 0; i < deploy->len; i++) {
        const DeployStep *step = deploy->pdata[i];
        GString *text = g_string_new(NULL);
        g_string_append_printf(text, "%u. **%c%s**", i + 1, g_ascii_toupper(step->what[0]), step->what + 1);
        if (step->command != NULL)
            g_string_append_printf(text, ": `%s`", step->command);
        g_string_append_c(text, '\n');
        for (guint k = 0; k < step->notes->len; k++) {
            g_string_append(text, "   - ");
            markdown_append_text(text, step->notes->pdata[k]);
            g_string_append_c(text, '\n');
        }
        comment_add(comment, "steps", text);
    }
    if (deploy->len > 0)
        g_string_append_c(comment->out, '\n');
}

static void
add_finding(Comment *comment, const Finding *finding)
{
    GString *row = g_string_new(NULL);
    g_string_append_printf(row, "| **%s** `%s` %s<br>", severity_names[finding->severity], finding->rule->code,
                           finding->rule->slug);
    comment_append_place(row, comment->review, finding->place);
    g_string_append(row, " | ");
    markdown_append_text(row, finding->text);
    if (review_is_way_back(comment->review, finding->place))
        g_string_append(row, ", on the way back");
    if (finding->hint != NULL) {
        g_string_append(row, "<br>*hint:* ");
        markdown_append_text(row, finding->hint);
    }
    if (finding->allowed != NULL) {
        g_string_append(row, "<br>*allowed:* ");
        markdown_append_text(row, finding->allowed);
    }
    g_string_append(row, " |\n");
    comment_add(comment, "findings", row);
}

static void
add_finding_table(Comment *comment, guint from, guint to)
{
    g_string_append(comment->out, "| Rule | Finding |\n|---|---|\n");
    for (guint i = from; i < to; i++)
        add_finding(comment, comment->review->findings->pdata[i]);
    g_string_append_c(comment->out, '\n');
}

static bool
is_grave(const Finding *finding)
{
    return finding->allowed == NULL && finding->severity > SEVERITY_NOTICE;
}

static void
add_findings(Comment *comment)
{
    const Findings *findings = comment->review->subject.findings;
    if (findings == NULL || comment->review->revisions->len == 0)
        return;
    if (findings_count(findings) == 0) {
        g_string_append(comment->out, "**`pleat lint` finds nothing.**\n\n");
        return;
    }
    const GPtrArray *all = comment->review->findings;
    guint grave = 0;
    while (grave < all->len && is_grave(all->pdata[grave]))
        grave++;
    g_string_append(comment->out, "### What `pleat lint` finds\n\n");
    if (grave > 0)
        add_finding_table(comment, 0, grave);
    if (grave == all->len)
        return;
    const guint light = all->len - grave;
    g_string_append_printf(comment->out, "<details><summary>%u that fail%s nothing</summary>\n\n", light,
                           light == 1 ? "s" : "");
    add_finding_table(comment, grave, all->len);
    g_string_append(comment->out, "</details>\n\n");
}

char *
report_markdown(const Review *review)
{
    Comment comment = {review, g_string_new(NULL), g_ptr_array_new(), g_array_new(FALSE, FALSE, sizeof(guint))};
    add_title(&comment);
    add_losses(&comment);
    add_revisions(&comment);
    add_deploy(&comment);
    add_findings(&comment);
    comment_add_objects(&comment);
    comment_add_diagram(&comment);
    comment_add_texts(&comment);
    for (guint i = 0; i < review->revisions->len; i++)
        comment_add_way(&comment, review->revisions->pdata[i], false);
    for (guint i = 0; i < review->revisions->len; i++)
        comment_add_way(&comment, review->revisions->pdata[i], true);
    add_left_out(&comment);
    g_ptr_array_unref(comment.names);
    g_array_unref(comment.counts);
    return g_string_free(comment.out, FALSE);
}
