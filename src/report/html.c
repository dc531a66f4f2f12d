#include "report/html.h"

#include "report/embedded.h"
#include "report/html_private.h"
#include <string.h>

/* A source of the page's policy: the hash of a text that stands in an element as it is. g_free. */
static char *
hash_of(const char *text)
{
    guint8 digest[32];
    gsize length = sizeof digest;
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(checksum, (const guchar *)text, (gssize)strlen(text));
    g_checksum_get_digest(checksum, digest, &length);
    g_autofree char *base64 = g_base64_encode(digest, length);
    return g_strdup_printf("'sha256-%s'", base64);
}

/* The library with its licence, which goes where it goes. */
static char *
library(void)
{
    return g_strconcat("/* @dagrejs/dagre, https://github.com/dagrejs/dagre\n\n", dagre_license_txt, "*/\n",
                       dagre_min_js, NULL);
}

static void
append_head(GString *out, const Review *review, const char *dagre)
{
    g_autofree char *style = hash_of(page_css), *script = hash_of(page_js), *drawing = hash_of(drawing_js),
                    *layout = hash_of(dagre);
    g_string_append_printf(out,
                           "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src %s; "
                           "script-src %s %s %s; base-uri 'none'; form-action 'none'\">\n"
                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                           "<meta name=\"color-scheme\" content=\"light dark\">\n<title>Schema change: ",
                           style, layout, drawing, script);
    html_append_text(out, review->subject.to);
    g_string_append_printf(out, "</title>\n<style>%s</style>\n</head>\n<body>\n", page_css);
}

static void
append_header(GString *out, const Review *review)
{
    g_string_append(out,
                    "<a class=\"skip\" href=\"#main\">Skip to the content</a>\n<header>\n<div class=\"bar\"><h1>Schema "
                    "change</h1><p class=\"quiet\">from <code>");
    html_append_text(out, review->subject.from);
    g_string_append(out, "</code> to <code>");
    html_append_text(out, review->subject.to);
    g_string_append(out, "</code></p></div>\n<nav aria-label=\"sections\"><a href=\"#summary\">Summary</a><a "
                         "href=\"#changes\">Changes</a><a href=\"#diagram\">Diagram</a>");
    if (review->subject.graph != NULL)
        g_string_append(out, "<a href=\"#revisions\">Revisions</a><a href=\"#lint\">Lint</a>");
    g_string_append(
        out, "</nav>\n<div class=\"tools\"><label class=\"said\" for=\"search\">Search</label><input id=\"search\" "
             "type=\"search\" placeholder=\"Search: press /\" autocomplete=\"off\" "
             "spellcheck=\"false\"><span id=\"found\" class=\"quiet\" "
             "role=\"status\"></span><button type=\"button\" id=\"theme\" aria-pressed=\"false\">Dark</button><button "
             "type=\"button\" id=\"keys\" aria-haspopup=\"dialog\">Keys</button></div>\n</header>\n");
}

static void
append_card(GString *out, const char *class, const char *title, const char *text)
{
    g_string_append_printf(out, "<div class=\"card %s\"><dt>%s</dt><dd>", class, title);
    html_append_text(out, text);
    g_string_append(out, "</dd></div>\n");
}

static void
append_findings_card(GString *out, const Review *review)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (int severity = N_SEVERITIES - 1; severity >= 0; severity--) {
        const guint count = review_findings_of(review, (Severity)severity);
        if (count > 0)
            g_string_append_printf(words, "%s%u %s%s", words->len > 0 ? ", " : "", count, severity_names[severity],
                                   count == 1 ? "" : "s");
    }
    const bool bad = review_findings_of(review, SEVERITY_ERROR) > 0, mind = words->len > 0;
    append_card(out, bad ? "bad" : mind ? "mind" : "good", "Lint", mind ? words->str : "nothing found");
}

/* unknown: how many others of the phase were not measured. */
static void
append_lock_card(GString *out, const Review *review, const ReviewedRevision *reviewed, guint unknown)
{
    g_autofree char *heaviest = review_heaviest_words(review, reviewed),
                    *phase = review_phase_words(reviewed->revision);
    g_autofree char *words =
        unknown == 0 ? g_strdup(heaviest) : g_strdup_printf("%s; %u not measured", heaviest, unknown);
    g_autoptr(GString) title = g_string_new("Heaviest lock, ");
    g_string_append_printf(title, "%s ", phase);
    html_append_text(title, reviewed->revision->id);
    append_card(out, "", title->str, words);
}

/* The heaviest lock of each phase, with the revision that takes it. */
static void
append_lock_cards(GString *out, const Review *review)
{
    for (Phase phase = 0; phase <= PHASE_CONTRACT; phase++) {
        const ReviewedRevision *heaviest = NULL;
        guint unknown = 0;
        for (guint i = 0; i < review->revisions->len; i++) {
            const ReviewedRevision *reviewed = review->revisions->pdata[i];
            if (reviewed->revision->phase != phase)
                continue;
            unknown += !reviewed->is_measured;
            if (heaviest == NULL || review_is_heavier(review, reviewed, heaviest))
                heaviest = reviewed;
        }
        if (heaviest != NULL)
            append_lock_card(out, review, heaviest, unknown - !heaviest->is_measured);
    }
}

static void
append_deploy(GString *out, const Review *review)
{
    if (review->deploy->len == 0)
        return;
    g_string_append(out, "<h3>What to run when</h3>\n<ol class=\"deploy\">\n");
    for (guint i = 0; i < review->deploy->len; i++) {
        const DeployStep *step = review->deploy->pdata[i];
        g_string_append(out, "<li><p>");
        html_append_text(out, step->what);
        if (step->command != NULL) {
            g_string_append(out, ": ");
            html_append_code(out, step->command);
        }
        g_string_append(out, "</p>");
        for (guint k = 0; k < step->notes->len; k++) {
            g_string_append(out, "<p class=\"quiet\">");
            html_append_text(out, step->notes->pdata[k]);
            g_string_append(out, "</p>");
        }
        g_string_append(out, "</li>\n");
    }
    g_string_append(out, "</ol>\n");
}

static void
append_losses(GString *out, const Review *review)
{
    if (review->losses->len == 0)
        return;
    g_string_append(out, "<div class=\"alert\"><h3>What does not come back</h3><ul>\n");
    for (guint i = 0; i < review->losses->len; i++) {
        g_string_append(out, "<li>");
        html_append_text(out, review->losses->pdata[i]);
        g_string_append(out, "</li>\n");
    }
    g_string_append(out, "</ul></div>\n");
}

static void
append_summary(GString *out, const Review *review)
{
    g_autofree char *counts = review_counts_words(review),
                    *lost = g_strdup_printf("%u, listed below", review->losses->len);
    g_string_append(
        out, "<section id=\"summary\" aria-labelledby=\"summary-title\"><h2 id=\"summary-title\">Summary</h2>\n");
    if (review->is_forgotten)
        g_string_append(out, "<div class=\"alert\"><p>The declarations change, and no revision makes the change: "
                             "<code>pleat revision --autogenerate</code> writes it.</p></div>\n");
    g_string_append(out, "<dl class=\"cards\">\n");
    append_card(out, "", "Objects", counts);
    append_lock_cards(out, review);
    append_card(out, review->losses->len > 0 ? "bad" : "good", "What does not come back",
                review->losses->len > 0 ? lost : "nothing is lost");
    if (review->subject.findings != NULL)
        append_findings_card(out, review);
    g_string_append(out, "</dl>\n");
    append_losses(out, review);
    append_deploy(out, review);
    g_string_append(out, "</section>\n");
}

static void
append_diagram(GString *out, const Review *review)
{
    const Diagram *diagram = review->diagram;
    g_string_append_printf(
        out,
        "<section id=\"diagram\" aria-labelledby=\"diagram-title\"><h2 id=\"diagram-title\">Diagram</h2>\n"
        "<p class=\"quiet\">%u of %u tables differ. Drag or use the arrow keys to move, + and − or Ctrl and the wheel "
        "to zoom, "
        "0 to see all.</p>\n"
        "<div class=\"tools\"><button type=\"button\" id=\"zoom-in\" aria-label=\"zoom in\">+</button><button "
        "type=\"button\" "
        "id=\"zoom-out\" aria-label=\"zoom out\">−</button><button type=\"button\" id=\"zoom-all\">See all</button>"
        "<label><input type=\"checkbox\" id=\"all-tables\"> all tables</label>"
        "<span id=\"drawn\" class=\"quiet\" role=\"status\"></span></div>\n"
        "<div id=\"entities\" class=\"drawing\" tabindex=\"0\" role=\"group\" aria-label=\"diagram of tables\"></div>\n"
        "<p class=\"legend\" aria-hidden=\"true\"><span class=\"chip new\">new</span><span class=\"chip "
        "changed\">changed</span><span "
        "class=\"chip gone\">gone</span></p>\n</section>\n",
        diagram->touched, diagram->boxes->len);
}

static void
append_keys(GString *out)
{
    g_string_append(
        out,
        "<dialog id=\"shortcuts\" aria-labelledby=\"shortcuts-title\"><h2 id=\"shortcuts-title\">Keys</h2>\n<dl>"
        "<dt><kbd>/</kbd></dt><dd>search</dd><dt><kbd>Enter</kbd></dt><dd>to the first that is "
        "found</dd><dt><kbd>Esc</kbd></dt><dd>clear the search</dd>"
        "<dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next and previous object</dd><dt><kbd>t</kbd></dt><dd>dark or light</dd>"
        "<dt><kbd>a</kbd></dt><dd>fold or unfold all objects</dd><dt><kbd>?</kbd></dt><dd>this list</dd>"
        "<dt><kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd></dt><dd>move the diagram</dd>"
        "<dt><kbd>+</kbd> <kbd>-</kbd> <kbd>0</kbd></dt><dd>zoom in, out, see all</dd></dl>\n"
        "<label><input type=\"checkbox\" id=\"keys-on\" checked> keys of one letter are on</label>\n"
        "<form method=\"dialog\"><button>Close</button></form></dialog>\n");
}

char *
report_html(const Review *review)
{
    GString *out = g_string_new(NULL);
    g_autofree char *dagre = library();
    append_head(out, review, dagre);
    append_header(out, review);
    g_string_append(out, "<main id=\"main\" tabindex=\"-1\">\n");
    append_summary(out, review);
    html_append_changes(out, review);
    append_diagram(out, review);
    html_append_revisions(out, review);
    html_append_findings(out, review);
    g_string_append(out, "</main>\n");
    append_keys(out);
    g_string_append(out, "<script type=\"application/json\" id=\"data\">");
    html_append_data(out, review);
    g_string_append_printf(
        out, "</script>\n<script>%s</script>\n<script>%s</script>\n<script>%s</script>\n</body>\n</html>\n", dagre,
        drawing_js, page_js);
    return g_string_free(out, FALSE);
}
