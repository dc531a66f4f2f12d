#include "history/packs.h"

#include <string.h>

enum {
    PACK_HEADER = 12,
    INDEX_HEADER = 8,
    FAN = 256 * 4,
    OF_EACH = GIT_OID_RAWSZ + 4 + 4, /* its id, its CRC, its offset */
    LARGE = 8,
    CHECKSUM = GIT_OID_RAWSZ,
};

struct Packs {
    GArray *packs; /* of Pack */
};

static guint32
number(const guint8 *at)
{
    guint32 big_endian;
    memcpy(&big_endian, at, sizeof big_endian);
    return GUINT32_FROM_BE(big_endian);
}

static bool
read_index(Pack *pack)
{
    static const guint8 magic[INDEX_HEADER] = {0xff, 't', 'O', 'c', 0, 0, 0, 2};
    const guint8 *bytes = (const guint8 *)g_mapped_file_get_contents(pack->index_file);
    const gsize size = g_mapped_file_get_length(pack->index_file), fixed = INDEX_HEADER + FAN + 2 * CHECKSUM;
    if (size < fixed || memcmp(bytes, magic, sizeof magic) != 0)
        return false;
    pack->fan = bytes + INDEX_HEADER;
    for (guint i = 1; i < 256; i++)
        if (number(pack->fan + 4 * i) < number(pack->fan + 4 * (i - 1)))
            return false;
    pack->n = number(pack->fan + FAN - 4);
    const gsize tables = (gsize)pack->n * OF_EACH;
    if (size - fixed < tables)
        return false;
    pack->ids = pack->fan + FAN;
    pack->offsets = pack->ids + (gsize)pack->n * (GIT_OID_RAWSZ + 4);
    pack->large_offsets = pack->offsets + (gsize)pack->n * 4;
    pack->n_large = (guint32)MIN((size - fixed - tables) / LARGE, G_MAXUINT32);
    return true;
}

static bool
read_pack(Pack *pack)
{
    const gsize size = g_mapped_file_get_length(pack->pack_file);
    pack->bytes = (const guint8 *)g_mapped_file_get_contents(pack->pack_file);
    if (size < PACK_HEADER + CHECKSUM || memcmp(pack->bytes, "PACK", 4) != 0 || number(pack->bytes + 8) != pack->n)
        return false;
    pack->end = size - CHECKSUM;
    return number(pack->bytes + 4) == 2 || number(pack->bytes + 4) == 3;
}

static void
pack_clear(void *data)
{
    Pack *pack = data;
    g_clear_pointer(&pack->index_file, g_mapped_file_unref);
    g_clear_pointer(&pack->pack_file, g_mapped_file_unref);
}

static void
add_pack(Packs *packs, const char *folder, const char *index)
{
    g_autofree char *index_path = g_build_filename(folder, index, NULL);
    g_autofree char *stem = g_strndup(index_path, strlen(index_path) - strlen(".idx"));
    g_autofree char *pack_path = g_strconcat(stem, ".pack", NULL);
    Pack pack = {.index_file = g_mapped_file_new(index_path, FALSE, NULL)};
    pack.pack_file = g_mapped_file_new(pack_path, FALSE, NULL);
    if (pack.index_file != NULL && pack.pack_file != NULL && read_index(&pack) && read_pack(&pack))
        g_array_append_val(packs->packs, pack);
    else
        pack_clear(&pack);
}

Packs *
packs_open(const char *folder)
{
    Packs *packs = g_new0(Packs, 1);
    packs->packs = g_array_new(FALSE, FALSE, sizeof(Pack));
    g_array_set_clear_func(packs->packs, pack_clear);
    g_autoptr(GDir) files = g_dir_open(folder, 0, NULL);
    for (const char *name; files != NULL && (name = g_dir_read_name(files)) != NULL;)
        if (g_str_has_suffix(name, ".idx"))
            add_pack(packs, folder, name);
    return packs;
}

void
packs_free(Packs *packs)
{
    if (packs == NULL)
        return;
    g_array_unref(packs->packs);
    g_free(packs);
}

/* Where the nth object begins; 0: outside of the pack. */
static gsize
offset_of(const Pack *pack, guint32 n)
{
    enum { IS_LARGE = 31 };
    guint64 at = number(pack->offsets + (gsize)4 * n);
    if (at >> IS_LARGE != 0) {
        const guint32 large = (guint32)at & G_MAXINT32;
        if (large >= pack->n_large)
            return 0;
        memcpy(&at, pack->large_offsets + (gsize)LARGE * large, sizeof at);
        at = GUINT64_FROM_BE(at);
    }
    return at >= PACK_HEADER && at < pack->end ? at : 0;
}

bool
pack_find(const Pack *pack, const guint8 id[GIT_OID_RAWSZ], gsize *offset)
{
    guint32 low = id[0] == 0 ? 0 : number(pack->fan + (gsize)4 * (id[0] - 1)), high = number(pack->fan + 4 * id[0]);
    while (low < high) {
        const guint32 middle = low + (high - low) / 2;
        const int order = memcmp(id, pack->ids + (gsize)GIT_OID_RAWSZ * middle, GIT_OID_RAWSZ);
        if (order == 0) {
            *offset = offset_of(pack, middle);
            return true;
        }
        *(order < 0 ? &high : &low) = order < 0 ? middle : middle + 1;
    }
    return false;
}

const Pack *
packs_find(const Packs *packs, const guint8 id[GIT_OID_RAWSZ], gsize *offset)
{
    const Pack *damaged = NULL;
    for (guint i = 0; i < packs->packs->len; i++) {
        const Pack *pack = &g_array_index(packs->packs, Pack, i);
        if (!pack_find(pack, id, offset))
            continue;
        if (*offset != 0)
            return pack;
        damaged = pack;
    }
    return damaged;
}
