#include "report/mermaid.h"

#include "base/spell.h"
#include <string.h>

enum { MOST_BOXES = 40, MOST_LINES = 20 };

static const char *
mark_word(char mark)
{
    return mark == '+' ? "new" : mark == '-' ? "gone" : mark == '~' ? "changed" : "";
}

/* What Mermaid would read as an end, a comment or an entity cannot be told it; blanks stand in its place. */
static void
append_label(GString *out, const char *text)
{
    g_autofree char *shown = spell_controls(text, "");
    g_string_append_c(out, '"');
    for (const char *at = shown; *at != '\0'; at++)
        g_string_append_c(out, strchr("\"#;%\\`{}<>", *at) != NULL ? ' ' : *at);
    g_string_append_c(out, '"');
}

/* Does it begin with what Mermaid takes for the mark of a key, whatever its case? */
static bool
begins_like_key(const char *text)
{
    return strchr("PpFfUu", text[0]) != NULL && (text[1] == 'K' || text[1] == 'k') && !g_ascii_isalnum(text[2]) &&
           text[2] != '_';
}

/* What is not UTF-8 is none, a byte of it at a time. Mermaid takes all from U+00C0 on for a letter. */
static bool
is_letter(gunichar letter)
{
    enum { FIRST = 0xc0, LAST = 0x10ffff };
    return (letter >= FIRST && letter <= LAST) || (letter < FIRST && g_ascii_isalpha((char)letter));
}

/* A word of an attribute: letters, digits, "_", "-", brackets and parentheses, a letter or "_" first. */
static void
append_word(GString *out, const char *text)
{
    if (!is_letter(g_utf8_get_char_validated(text, -1)) || begins_like_key(text))
        g_string_append_c(out, '_');
    while (*text != '\0') {
        const gunichar letter = g_utf8_get_char_validated(text, -1);
        const int length = g_unichar_validate(letter) ? g_unichar_to_utf8(letter, NULL) : 1;
        if (is_letter(letter) || g_ascii_isdigit(*text) || strchr("_-[]()", *text) != NULL)
            g_string_append_len(out, text, length);
        else
            g_string_append_c(out, '_');
        text += length;
    }
}

static void
append_line(GString *out, const DiagramLine *line)
{
    g_string_append(out, "        ");
    append_word(out, line->type[0] == '\0' ? "column" : line->type);
    g_string_append_c(out, ' ');
    append_word(out, line->name);
    if (line->is_key || line->is_reference)
        g_string_append_printf(out, " %s%s%s", line->is_key ? "PK" : "", line->is_key && line->is_reference ? ", " : "",
                               line->is_reference ? "FK" : "");
    if (line->mark != ' ')
        g_string_append_printf(out, " \"%s\"", mark_word(line->mark));
    g_string_append_c(out, '\n');
}

/* Of a wide table: what differs, and the keys. */
static void
append_lines(GString *out, const DiagramBox *box)
{
    guint left_out = 0;
    for (guint i = 0; i < box->lines->len; i++) {
        const DiagramLine *line = &g_array_index(box->lines, DiagramLine, i);
        const bool matters = line->mark == '-' || line->mark == '~' || line->is_key || line->is_reference ||
                             (line->mark == '+' && box->mark == '~');
        if (matters || (box->mark != ' ' && box->lines->len <= MOST_LINES))
            append_line(out, line);
        else
            left_out++;
    }
    if (left_out > 0)
        g_string_append_printf(out, "        and more \"%u other column%s\"\n", left_out, left_out == 1 ? "" : "s");
}

static void
append_box(GString *out, const DiagramBox *box, guint number)
{
    g_autofree char *label =
        box->mark == ' ' ? g_strdup(box->address) : g_strdup_printf("%s (%s)", box->address, mark_word(box->mark));
    g_string_append_printf(out, "    t%u[", number);
    append_label(out, label);
    g_string_append(out, "] {\n");
    append_lines(out, box);
    g_string_append(out, "    }\n");
}

static void
append_arrow(GString *out, const DiagramArrow *arrow)
{
    g_autofree char *label =
        arrow->mark == ' ' ? g_strdup(arrow->name) : g_strdup_printf("%s (%s)", arrow->name, mark_word(arrow->mark));
    g_string_append_printf(out, "    t%u }o--|| t%u : ", arrow->from, arrow->to);
    append_label(out, label);
    g_string_append_c(out, '\n');
}

/* What is drawn of a diagram, and in which order: it is what Mermaid's layout begins with, and seldom leaves. */
typedef struct {
    const Diagram *diagram;
    bool neighbours;
    GArray *order; /* indexes of boxes */
    bool *placed;  /* of each box: it is among them */
    guint *arrows; /* of each box: how many that are drawn lead to others */
} Drawn;

static bool
is_drawn(const Drawn *drawn, guint number)
{
    const DiagramBox *box = drawn->diagram->boxes->pdata[number];
    return box->mark != ' ' || (drawn->neighbours && box->is_near);
}

/* An arrow between two that do not differ says nothing of what does. */
static bool
is_arrow_drawn(const Drawn *drawn, const DiagramArrow *arrow)
{
    const DiagramBox *from = drawn->diagram->boxes->pdata[arrow->from], *to = drawn->diagram->boxes->pdata[arrow->to];
    return is_drawn(drawn, arrow->from) && is_drawn(drawn, arrow->to) && (from->mark != ' ' || to->mark != ' ');
}

/* The box at the other end, where one end is this; itself, where none is. */
static guint
other_end(const DiagramArrow *arrow, guint number)
{
    return arrow->from == number ? arrow->to : arrow->to == number ? arrow->from : number;
}

static void
count_arrows(Drawn *drawn)
{
    for (guint i = 0; i < drawn->diagram->arrows->len; i++) {
        const DiagramArrow *arrow = &g_array_index(drawn->diagram->arrows, DiagramArrow, i);
        if (!is_arrow_drawn(drawn, arrow) || arrow->from == arrow->to)
            continue;
        drawn->arrows[arrow->from]++;
        drawn->arrows[arrow->to]++;
    }
}

/* From box to box along arrows, those with the fewest first: neighbours come beside each other, ends at the edge. */
static void
place(Drawn *drawn, guint number)
{
    g_array_append_val(drawn->order, number);
    drawn->placed[number] = true;
    for (;;) {
        guint next = number;
        for (guint i = 0; i < drawn->diagram->arrows->len; i++) {
            const DiagramArrow *arrow = &g_array_index(drawn->diagram->arrows, DiagramArrow, i);
            const guint other = other_end(arrow, number);
            if (is_arrow_drawn(drawn, arrow) && !drawn->placed[other] &&
                (next == number || drawn->arrows[other] < drawn->arrows[next]))
                next = other;
        }
        if (next == number)
            return;
        place(drawn, next);
    }
}

static void
place_all(Drawn *drawn)
{
    for (;;) {
        guint first = G_MAXUINT;
        for (guint i = 0; i < drawn->diagram->boxes->len; i++)
            if (is_drawn(drawn, i) && !drawn->placed[i] &&
                (first == G_MAXUINT || drawn->arrows[i] < drawn->arrows[first]))
                first = i;
        if (first == G_MAXUINT)
            return;
        place(drawn, first);
    }
}

char *
diagram_mermaid(const Diagram *diagram)
{
    guint shown = 0;
    for (guint i = 0; i < diagram->boxes->len; i++)
        shown += diagram_box_is_shown(diagram->boxes->pdata[i]);
    if (diagram->touched == 0 || diagram->touched > MOST_BOXES)
        return NULL;
    g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autofree bool *placed = g_new0(bool, diagram->boxes->len + 1);
    g_autofree guint *arrows = g_new0(guint, diagram->boxes->len + 1);
    Drawn drawn = {diagram, shown <= MOST_BOXES, order, placed, arrows};
    count_arrows(&drawn);
    place_all(&drawn);
    GString *out = g_string_new("erDiagram\n");
    for (guint i = 0; i < order->len; i++) {
        const guint number = g_array_index(order, guint, i);
        append_box(out, diagram->boxes->pdata[number], number);
    }
    for (guint i = 0; i < diagram->arrows->len; i++)
        if (is_arrow_drawn(&drawn, &g_array_index(diagram->arrows, DiagramArrow, i)))
            append_arrow(out, &g_array_index(diagram->arrows, DiagramArrow, i));
    return g_string_free(out, FALSE);
}
