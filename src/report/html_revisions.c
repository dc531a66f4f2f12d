#include "report/html_private.h"

static void
append_action(GString *out, const ReviewAction *action)
{
    g_string_append(out, "<tr><th scope=\"row\">");
    html_append_code(out, action->object);
    g_string_append(out, "</th><td>");
    html_append_text(out, action->verb);
    g_string_append(out, "</td><td>");
    html_append_text(out, action->cost);
    g_auto(GStrv) more = g_strsplit(action->more == NULL ? "" : action->more, "\n", -1);
    for (char **line = more; *line != NULL; line++) {
        g_string_append(out, "<br>");
        html_append_span(out, "quiet", *line);
    }
    g_string_append(out, "</td></tr>\n");
}

static void
append_actions(GString *out, const ReviewedRevision *reviewed)
{
    if (reviewed->actions->len > 0)
        g_string_append(
            out, "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"actions\"><table><thead><tr><th "
                 "scope=\"col\">object</th><th scope=\"col\">action</th><th scope=\"col\">lock and "
                 "cost</th></tr></thead><tbody>\n");
    for (guint i = 0; i < reviewed->actions->len; i++)
        append_action(out, reviewed->actions->pdata[i]);
    if (reviewed->actions->len > 0)
        g_string_append(out, "</tbody></table></div>\n");
    for (guint i = 0; i < reviewed->notes->len; i++) {
        g_string_append(out, "<p class=\"note\">");
        html_append_text(out, reviewed->notes->pdata[i]);
        g_string_append(out, "</p>\n");
    }
}

static void
append_step(GString *out, const Review *review, const ReviewStep *step)
{
    g_autofree char *title = review_step_title(review, step), *sql = review_step_sql(step);
    g_string_append_printf(out, "<li%s><p class=\"step\">", step->number == 0 ? " class=\"setting\"" : "");
    html_append_text(out, title);
    g_string_append(out, "</p><pre tabindex=\"0\"><code>");
    html_append_sql(out, sql);
    g_string_append(out, "</code></pre></li>\n");
}

static void
append_steps(GString *out, const Review *review, const GArray *steps, const char *heading, bool open)
{
    g_string_append_printf(out, "<details class=\"way\"%s><summary>%s</summary><ol class=\"steps\">\n",
                           open ? " open" : "", heading);
    for (guint i = 0; i < steps->len; i++)
        append_step(out, review, &g_array_index(steps, ReviewStep, i));
    g_string_append(out, "</ol></details>\n");
}

static void
append_revision(GString *out, const Review *review, const ReviewedRevision *reviewed)
{
    const Revision *revision = reviewed->revision;
    const char *phase = revision->phase == PHASE_NONE ? "both" : phase_name(revision->phase);
    g_string_append(out, "<article class=\"revision\" id=\"revision-");
    html_append_text(out, revision->id);
    g_string_append_printf(out, "\" data-name=\"");
    html_append_text(out, revision->id);
    g_string_append_printf(out, "\"><h3><span class=\"chip %s\">%s</span> %s", phase, phase,
                           revision->tenant ? "<span class=\"chip both\">tenants</span> " : "");
    html_append_text(out, revision->message);
    g_string_append_c(out, ' ');
    html_append_code(out, revision->id);
    g_string_append_c(out, ' ');
    html_append_place(out, review, (Place){revision->path, 1, 1}, NULL);
    g_string_append(out, "</h3>\n");
    append_actions(out, reviewed);
    append_steps(out, review, reviewed->upgrade, "Steps of the upgrade", true);
    if (reviewed->downgrade != NULL)
        append_steps(out, review, reviewed->downgrade, "The way back", false);
    else
        g_string_append(out, "<p class=\"note\">There is no way back.</p>\n");
    g_string_append(out, "</article>\n");
}

void
html_append_revisions(GString *out, const Review *review)
{
    if (review->subject.graph == NULL)
        return;
    g_string_append(out, "<section id=\"revisions\" aria-labelledby=\"revisions-title\"><h2 "
                         "id=\"revisions-title\">Revisions</h2>\n");
    if (review->revisions->len == 0)
        g_string_append(out, "<p>There is no new revision.</p>\n");
    else
        g_string_append(out, "<div id=\"graph\" class=\"drawing\" tabindex=\"0\" role=\"group\" aria-label=\"graph of "
                             "revisions\"></div>\n");
    for (guint i = 0; i < review->revisions->len; i++)
        append_revision(out, review, review->revisions->pdata[i]);
    g_string_append(out, "</section>\n");
}

static void
append_finding(GString *out, const Review *review, const Finding *finding)
{
    const char *severity = finding->allowed != NULL ? "allowed" : severity_names[finding->severity];
    g_string_append_printf(out, "<li><span class=\"chip %s\">%s</span><div><strong>%s</strong> %s: ", severity,
                           severity, finding->rule->code, finding->rule->slug);
    html_append_text(out, finding->text);
    if (review_is_way_back(review, finding->place))
        g_string_append(out, ", on the way back");
    if (finding->hint != NULL || finding->allowed != NULL) {
        g_string_append(out, "<br>");
        html_append_span(out, "quiet", finding->allowed != NULL ? finding->allowed : finding->hint);
    }
    g_string_append(out, "</div> ");
    html_append_place(out, review, finding->place, NULL);
    g_string_append(out, "</li>\n");
}

void
html_append_findings(GString *out, const Review *review)
{
    const Findings *findings = review->subject.findings;
    if (findings == NULL)
        return;
    g_string_append(out,
                    "<section id=\"lint\" aria-labelledby=\"lint-title\"><h2 id=\"lint-title\">What lint finds</h2>\n");
    if (findings_count(findings) == 0)
        g_string_append(out, "<p>Nothing.</p>\n");
    g_string_append(out, "<ul class=\"findings\">\n");
    for (guint i = 0; i < review->findings->len; i++)
        append_finding(out, review, review->findings->pdata[i]);
    g_string_append(out, "</ul></section>\n");
}
