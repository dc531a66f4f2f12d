/* Texts of others in Markdown and HTML. */
#include "report/markdown_words.h"

typedef void Append(GString *out, const char *text);

static void
expect(Append *append, const char *text, const char *expected)
{
    g_autoptr(GString) out = g_string_new(NULL);
    append(out, text);
    g_assert_cmpstr(out->str, ==, expected);
}

static void
test_text(void)
{
    expect(markdown_append_text, "public.t, a (b)", "public.t, a (b)");
    expect(markdown_append_text, "a_b*c`d|e\\", "a\\_b\\*c\\`d\\|e\\\\");
    expect(markdown_append_text, "<b>&[x]", "\\<b\\>\\&\\[x\\]");
    expect(markdown_append_text, "a\nb @ada", "a b @<!-- -->ada");
    expect(markdown_append_text, "a\033[2K", "a\\\\e\\[2K");
}

static void
test_code(void)
{
    expect(markdown_append_code, "public.\"T\"</details>@ada", "`public.\"T\"</details>@ada`");
    expect(markdown_append_code, "a|b", "<code>a&#124;b</code>");
    expect(markdown_append_code, "`", "<code>&#96;</code>");
    expect(markdown_append_code, "a\\", "<code>a&#92;</code>");
    expect(markdown_append_code, "a\nb", "<code>a⏎b</code>");
    expect(markdown_append_code, "a\033\xe2\x80\xae", "<code>a&#92;e&#92;u202e</code>");
    expect(markdown_append_code, " a", "<code> a</code>");
    expect(markdown_append_code, "", "");
}

static void
test_block(void)
{
    static const struct {
        const char *text, *expected;
    } BLOCKS[] = {
        {"a", "```sql\na\n```\n"},
        {"a\n", "```sql\na\n```\n"},
        {"a\033\r\n\tb", "```sql\na\\e\\r\n\tb\n```\n"},
        {"```\n</details>", "````sql\n```\n</details>\n````\n"},
        {"a `` ````` b", "``````sql\na `` ````` b\n``````\n"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(BLOCKS); i++) {
        g_autoptr(GString) out = g_string_new(NULL);
        markdown_append_block(out, "sql", BLOCKS[i].text);
        g_assert_cmpstr(out->str, ==, BLOCKS[i].expected);
    }
}

static void
test_html(void)
{
    expect(html_append_text, "<a href='x'>\"&", "&lt;a href=&#39;x&#39;&gt;&quot;&amp;");
    expect(html_append_text, "a\nb\tc\001\xe2\x80\xae", "a\nb\tc\\x01\\u202e");
    expect(html_append_line, "<a\nb", "&lt;a\\nb");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/report/markdown_words/text", test_text);
    g_test_add_func("/report/markdown_words/code", test_code);
    g_test_add_func("/report/markdown_words/block", test_block);
    g_test_add_func("/report/markdown_words/html", test_html);
    return g_test_run();
}
