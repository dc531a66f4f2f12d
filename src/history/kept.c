#include "history/kept.h"

#include "files/file_write.h"

#include <string.h>

/* The layout of a file: a Header, the parts one after another, each beginning at a multiple of ALIGNMENT, a checksum.
 */
enum { ALIGNMENT = 8, MAGIC_SIZE = 48, FORMAT = 4, ORDER = 0x01020304 };

typedef struct {
    char magic[MAGIC_SIZE];
    guint64 cut;
    guint32 order; /* of bytes */
    guint32 counts[N_PARTS];
} Header;

static const size_t element_sizes[N_PARTS] = {
    [PART_COMMITS] = sizeof(KeptCommit), [PART_PARENTS] = sizeof(guint32),    [PART_CHANGES] = sizeof(KeptChange),
    [PART_RENAMES] = sizeof(KeptRename), [PART_FILTERS] = sizeof(KeptFilter), [PART_BLOCKS] = sizeof(guint64),
    [PART_PATHS] = sizeof(guint32),      [PART_PLACES] = sizeof(guint32),     [PART_TEXT] = 1,
};

static size_t
padded(size_t size)
{
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* Another libgit2 may find other renames. */
static Header
header_new(guint64 cut)
{
    Header header = {.cut = cut, .order = ORDER};
    g_snprintf(header.magic, MAGIC_SIZE, "pleat history %d, %s, libgit2 %s\n", FORMAT, PLEAT_VERSION, LIBGIT2_VERSION);
    return header;
}

static guint64
checksum_with(guint64 sum, guint64 word)
{
    sum = (sum ^ word) * 0x9E3779B97F4A7C15U; /* odd: no two words give the same */
    return sum ^ sum >> 32;
}

guint64
kept_checksum(const void *data, size_t size)
{
    guint64 sum = size, word = 0;
    size_t at = 0;
    for (; at + sizeof word <= size; at += sizeof word) {
        memcpy(&word, (const char *)data + at, sizeof word);
        sum = checksum_with(sum, word);
    }
    word = 0;
    memcpy(&word, (const char *)data + at, size - at);
    return at < size ? checksum_with(sum, word) : sum;
}

/* --- Reading --------------------------------------------------------------------------------------------------- */

static bool
find_parts(Kept *kept, guint64 cut)
{
    const char *content = g_mapped_file_get_contents(kept->file);
    const Header expected = header_new(cut), *header = (const void *)content;
    size_t at = padded(sizeof(Header)), size = g_mapped_file_get_length(kept->file);
    if (size < at + sizeof(guint64) || memcmp(header, &expected, offsetof(Header, counts)) != 0)
        return false;
    for (int part = 0; part < N_PARTS; part++) {
        kept->counts[part] = header->counts[part];
        kept->parts[part] = content + at;
        at += padded(element_sizes[part] * header->counts[part]);
        if (at > size)
            return false;
    }
    guint64 sum;
    memcpy(&sum, content + size - sizeof sum, sizeof sum);
    return at + sizeof sum == size && kept_checksum(content, at) == sum;
}

static bool
check_commits(const Kept *kept)
{
    const KeptCommit *commits = kept->parts[PART_COMMITS];
    const guint32 *parents = kept->parts[PART_PARENTS];
    guint32 n = kept->counts[PART_COMMITS], n_parents = kept->counts[PART_PARENTS];
    guint32 first = 0;
    for (guint32 i = 0; i < n; first += commits[i++].n_parents) {
        if (commits[i].first_parent != first || commits[i].n_parents > n_parents - first)
            return false;
        for (guint32 p = 0; p < commits[i].n_parents; p++) {
            guint32 parent = parents[commits[i].first_parent + p];
            if (parent <= i || parent >= n)
                return false;
        }
    }
    return true;
}

static bool
check_paths(const Kept *kept)
{
    const guint32 *paths = kept->parts[PART_PATHS], *places = kept->parts[PART_PLACES];
    const char *text = kept->parts[PART_TEXT];
    guint32 n = kept->counts[PART_PATHS], n_text = kept->counts[PART_TEXT];
    if (n > 0 && (n_text == 0 || text[n_text - 1] != '\0'))
        return false;
    for (guint32 i = 0; i < n; i++)
        if (paths[i] >= n_text)
            return false;
    for (guint32 i = 0; i < kept->counts[PART_PLACES]; i++)
        if (places[i] >= n)
            return false;
    return true;
}

static bool
check_changes(const Kept *kept)
{
    const KeptChange *changes = kept->parts[PART_CHANGES];
    for (guint32 i = 0; i < kept->counts[PART_CHANGES]; i++)
        if (changes[i].path >= kept->counts[PART_PATHS] || changes[i].commit >= kept->counts[PART_COMMITS] ||
            (changes[i].filter != KEPT_NONE && changes[i].filter >= kept->counts[PART_FILTERS]))
            return false;
    const KeptRename *renames = kept->parts[PART_RENAMES];
    for (guint32 i = 0; i < kept->counts[PART_RENAMES]; i++) {
        bool none = renames[i].to == KEPT_NONE && renames[i].from == KEPT_NONE;
        bool both = renames[i].to < kept->counts[PART_PATHS] && renames[i].from < kept->counts[PART_PATHS];
        if (renames[i].commit >= kept->counts[PART_COMMITS] || !(none || both))
            return false;
    }
    return true;
}

static bool
check_filters(const Kept *kept)
{
    const KeptFilter *filters = kept->parts[PART_FILTERS];
    for (guint32 i = 0; i < kept->counts[PART_FILTERS]; i++) {
        guint32 start = filters[i].start, n = filters[i].n, n_all = kept->counts[PART_BLOCKS];
        if (n == 0 || start > n_all || n > n_all - start)
            return false;
    }
    return true;
}

Kept *
kept_read(const char *file, guint64 cut)
{
    Kept *kept = g_new0(Kept, 1);
    kept->file = g_mapped_file_new(file, FALSE, NULL);
    if (kept->file != NULL && find_parts(kept, cut) && check_commits(kept) && check_paths(kept) &&
        check_changes(kept) && check_filters(kept))
        return kept;
    kept_free(kept);
    return NULL;
}

void
kept_free(Kept *kept)
{
    if (kept == NULL)
        return;
    g_clear_pointer(&kept->file, g_mapped_file_unref);
    g_free(kept);
}

const char *
kept_path(const Kept *kept, guint32 path)
{
    return (const char *)kept->parts[PART_TEXT] + ((const guint32 *)kept->parts[PART_PATHS])[path];
}

int
kept_filter_compare(const void *left, const void *right)
{
    return memcmp(((const KeptFilter *)left)->blob, ((const KeptFilter *)right)->blob, GIT_OID_RAWSZ);
}

guint32
kept_filter_find(const KeptFilter *filters, guint32 n, const guint8 blob[GIT_OID_RAWSZ])
{
    for (guint32 low = 0, high = n; low < high;) {
        guint32 middle = low + (high - low) / 2;
        int order = memcmp(blob, filters[middle].blob, GIT_OID_RAWSZ);
        if (order == 0)
            return middle;
        *(order < 0 ? &high : &low) = order < 0 ? middle : middle + 1;
    }
    return KEPT_NONE;
}

WordFilter
kept_filter_at(const Kept *kept, guint32 place)
{
    const KeptFilter *filter = (const KeptFilter *)kept->parts[PART_FILTERS] + place;
    return (WordFilter){(const guint64 *)kept->parts[PART_BLOCKS] + filter->start, filter->n};
}

bool
kept_filter(const Kept *kept, const git_oid *blob, WordFilter *filter)
{
    const guint32 place = kept_filter_find(kept->parts[PART_FILTERS], kept->counts[PART_FILTERS], blob->id);
    if (place != KEPT_NONE)
        *filter = kept_filter_at(kept, place);
    return place != KEPT_NONE;
}

/* --- Writing --------------------------------------------------------------------------------------------------- */

Keeping *
keeping_new(void)
{
    Keeping *keeping = g_new0(Keeping, 1);
    for (int part = 0; part < N_PARTS; part++)
        keeping->parts[part] = g_array_new(FALSE, FALSE, (guint)element_sizes[part]);
    keeping->paths = g_hash_table_new(g_str_hash, g_str_equal);
    return keeping;
}

void
keeping_free(Keeping *keeping)
{
    if (keeping == NULL)
        return;
    for (int part = 0; part < N_PARTS; part++)
        g_array_unref(keeping->parts[part]);
    g_hash_table_unref(keeping->paths);
    g_free(keeping);
}

guint32
keeping_path(Keeping *keeping, const char *path)
{
    guint32 number = GPOINTER_TO_UINT(g_hash_table_lookup(keeping->paths, path));
    if (number > 0)
        return number - 1;
    guint32 start = keeping->parts[PART_TEXT]->len;
    g_array_append_vals(keeping->parts[PART_TEXT], path, (guint)strlen(path) + 1);
    g_array_append_val(keeping->parts[PART_PATHS], start);
    number = keeping->parts[PART_PATHS]->len;
    g_hash_table_insert(keeping->paths, (char *)(gsize)path, GUINT_TO_POINTER(number));
    return number - 1;
}

static void
append_padded(GByteArray *bytes, const void *data, size_t size)
{
    static const guint8 zeros[ALIGNMENT] = {0};
    if (size > 0)
        g_byte_array_append(bytes, data, (guint)size);
    g_byte_array_append(bytes, zeros, (guint)(padded(size) - size));
}

void
keeping_write(Keeping *keeping, const char *file, guint64 cut)
{
    GByteArray *bytes = g_byte_array_new();
    Header header = header_new(cut);
    for (int part = 0; part < N_PARTS; part++)
        header.counts[part] = keeping->parts[part]->len;
    append_padded(bytes, &header, sizeof header);
    for (int part = 0; part < N_PARTS; part++)
        append_padded(bytes, keeping->parts[part]->data, element_sizes[part] * keeping->parts[part]->len);
    guint64 sum = kept_checksum(bytes->data, bytes->len);
    append_padded(bytes, &sum, sizeof sum);
    g_autoptr(GBytes) content = g_byte_array_free_to_bytes(bytes);
    file_write_atomically(file, content, 0600, NULL);
}
