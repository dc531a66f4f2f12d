#include "fake/topic.h"

#include "fake/texts.h"
#include <string.h>

/* In lower case, its words with "_" between them. */
static char *
spread(const char *name)
{
    GString *out = g_string_new(NULL);
    for (const char *c = name; *c != '\0'; c++) {
        const bool begins = g_ascii_isupper(*c) && c > name && g_ascii_islower(c[-1]);
        if (begins)
            g_string_append_c(out, '_');
        g_string_append_c(out, g_ascii_isalnum(*c) ? g_ascii_tolower(*c) : '_');
    }
    return g_string_free(out, FALSE);
}

static bool
spread_ends_with(const char *name, const char *words)
{
    const size_t length = strlen(name), tail = strlen(words);
    return length >= tail && strcmp(name + length - tail, words) == 0 &&
           (length == tail || name[length - tail - 1] == '_');
}

bool
name_ends_with(const char *name, const char *words)
{
    g_autofree char *whole = spread(name);
    return spread_ends_with(whole, words);
}

typedef struct {
    const char *words; /* of the column, several with spaces between them */
    MakeFunction *make;
} TextTopic;

static const TextTopic TEXTS[] = {
    {"email emails mail e_mail email_address", make_email},
    {"first_name firstname given_name forename", make_first_name},
    {"last_name lastname surname family_name", make_last_name},
    {"full_name fullname display_name real_name contact author editor owner_name", make_full_name},
    {"username user_name login nick nickname handle screen_name user account", make_user_name},
    {"city town billing_city", make_city},
    {"country_code country_iso iso_code", make_country_code},
    {"country nation", make_country},
    {"state province region district", make_state},
    {"street street_address address address1 address_line1 line1", make_street},
    {"address2 address_line2 line2", make_flat},
    {"zip zip_code zipcode postal_code postalcode postcode", make_post_code},
    {"phone phone_number telephone mobile fax tel", make_phone},
    {"url uri link website homepage href web avatar_url image_url", make_url},
    {"host hostname domain server server_name fqdn", make_host},
    {"company organization organisation employer brand vendor manufacturer publisher", make_company},
    {"job job_title occupation profession", make_job},
    {"title subject headline label caption summary", make_title},
    {"description comment comments body note notes text content message bio about abstract review reason", make_prose},
    {"slug key code identifier ident handle alias permalink", make_slug},
    {"uuid guid", make_uuid},
    {"hash sha sha1 sha256 digest checksum token secret signature password fingerprint md5 etag nonce", make_hash},
    {"language lang locale", make_language},
    {"currency currency_code", make_currency},
    {"color colour", make_color},
    {"mime mime_type content_type media_type", make_media_type},
    {"file filename file_name attachment", make_file},
    {"path file_path directory folder", make_path},
    {"version release", make_version},
    {"user_agent useragent browser", make_user_agent},
    {"timezone time_zone tz", make_time_zone},
    {"status state_name", make_status},
    {"ip ip_address ipaddress remote_addr", make_ip},
    {"json metadata payload params settings config options properties", make_json},
    {"number no num nr", make_number},
    {"type kind category group tag class role", make_word},
};

/* Whose "name" is a person's, and so on. */
static const TextTopic TABLES[] = {
    {"user users person people customer customers employee employees actor actors author authors contact contacts "
     "member members staff artist",
     make_full_name},
    {"city cities town", make_city},
    {"country countries", make_country},
    {"company companies vendor vendors supplier suppliers organization organizations", make_company},
    {"language languages", make_language},
};

static bool
one_ends(const char *name, const char *words)
{
    g_auto(GStrv) list = g_strsplit(words, " ", -1);
    for (char **word = list; *word != NULL; word++)
        if (spread_ends_with(name, *word))
            return true;
    return false;
}

MakeFunction *
topic_of_text(const char *column, const char *table)
{
    g_autofree char *name = spread(column), *owner = spread(table);
    for (size_t i = 0; strcmp(name, "name") == 0 && i < G_N_ELEMENTS(TABLES); i++)
        if (one_ends(owner, TABLES[i].words))
            return TABLES[i].make;
    for (size_t i = 0; i < G_N_ELEMENTS(TEXTS); i++)
        if (one_ends(name, TEXTS[i].words))
            return TEXTS[i].make;
    return make_words;
}

typedef struct {
    const char *words;
    gint64 low, high; /* whole units */
} NumberTopic;

static const NumberTopic NUMBERS[] = {
    {"date_key date_id day_id", 20200101, 20200128}, /* dates as numbers, whose days must be some */
    {"build_id build buildid", G_GINT64_CONSTANT(20200101000000), G_GINT64_CONSTANT(20200128000000)},
    {"price amount cost total subtotal fee salary balance payment", 1, 500},
    {"percent percentage pct", 0, 100},
    {"discount tax vat", 0, 25},
    {"rate ratio", 0, 10},
    {"latitude lat", -85, 85},
    {"longitude lon lng long", -179, 179},
    {"year release_year", 1990, 2025},
    {"month", 1, 12},
    {"day", 1, 28},
    {"hour", 0, 23},
    {"minute minutes second seconds", 0, 59},
    {"age", 18, 90},
    {"rating stars score", 1, 5},
    {"quantity qty", 1, 12},
    {"count counter number_of attempts retries tries", 0, 100},
    {"port", 1024, 49151},
    {"position sort_order rank priority level sequence", 1, 100},
    {"size bytes length file_size", 1, 100000},
    {"width height", 1, 2000},
    {"weight", 1, 100},
    {"duration elapsed uptime", 1, 3600},
};

static gint64
power_of_ten(int exponent)
{
    gint64 power = 1;
    while (exponent-- > 0)
        power *= 10;
    return power;
}

static void
number_topic(Maker *maker, const char *name)
{
    const gint64 unit = maker->axis.kind == AXIS_DECIMAL ? power_of_ten(maker->axis.scale) : 1;
    maker->usual_low = unit;
    maker->usual_high = 1000 * unit;
    for (size_t i = 0; i < G_N_ELEMENTS(NUMBERS); i++) {
        if (!one_ends(name, NUMBERS[i].words))
            continue;
        maker->usual_low = NUMBERS[i].low * unit;
        maker->usual_high = NUMBERS[i].high * unit;
        return;
    }
}

static const char WHEN_A_ROW_CAME[] =
    "created created_at created_on created_date created_time creation_date creation_time date_created create_date "
    "inserted inserted_at added added_at date_added entered_at recorded_at logged_at received received_at processed_at "
    "date_processed occurred_at happened_at posted_at submitted_at sent_at registered_at joined_at event_time "
    "event_date "
    "order_date ordered_at payment_date rental_date timestamp ts";

static void
time_topic(Maker *maker, const char *name)
{
    const gint64 unit = maker->axis.kind == AXIS_TIMESTAMP ? TICKS_A_DAY : 1;
    const bool birth = strstr(name, "birth") != NULL || one_ends(name, "dob born");
    const bool future = one_ends(name, "expires_at expires expiry expires_on expiration_date valid_until deadline due");
    maker->usual_low = days_of(birth ? 1940 : future ? 2026 : 2020, 1, 1) * unit;
    maker->usual_high = days_of(birth ? 2006 : future ? 2030 : 2025, 12, 31) * unit;
    maker->step = maker->axis.kind == AXIS_TIMESTAMP ? TICKS_A_SECOND : 1;
    maker->in_order = one_ends(name, WHEN_A_ROW_CAME);
}

void
topic_of_axis(Maker *maker, const char *column)
{
    g_autofree char *name = spread(column);
    maker->step = 1;
    switch (maker->axis.kind) {
    case AXIS_INTEGER:
    case AXIS_DECIMAL:
        number_topic(maker, name);
        break;
    case AXIS_DATE:
    case AXIS_TIMESTAMP:
        time_topic(maker, name);
        break;
    default:
        maker->usual_low = 0;
        maker->usual_high = TICKS_A_DAY - TICKS_A_SECOND;
        maker->step = TICKS_A_SECOND;
    }
    maker->usual_low = MAX(maker->usual_low, maker->axis.least);
    maker->usual_high = MIN(maker->usual_high, maker->axis.most);
}

unsigned
topic_rareness(const char *column)
{
    enum { USUAL = 10 };
    static const struct {
        const char *words;
        unsigned percent;
    } RARE[] = {
        {"deleted_at deleted removed_at cancelled_at canceled_at archived_at address2 end_date", 80},
        {"comment comments note notes remark remarks bio about", 60}, /* most people have nothing to add */
    };
    g_autofree char *name = spread(column);
    for (size_t i = 0; i < G_N_ELEMENTS(RARE); i++)
        if (one_ends(name, RARE[i].words))
            return RARE[i].percent;
    return USUAL;
}

static bool
is_pair(const char *first, const char *second, const char *low, const char *high)
{
    const char *at = strstr(first, low);
    if (at == NULL)
        return false;
    g_autofree char *other = g_strdup_printf("%.*s%s%s", (int)(at - first), first, high, at + strlen(low));
    return strcmp(other, second) == 0;
}

bool
names_are_ordered(const char *first, const char *second)
{
    static const char *const PAIRS[][2] = {
        {"created", "updated"},   {"created", "modified"}, {"created", "deleted"},  {"created", "expires"},
        {"created", "finished"},  {"start", "end"},        {"started", "finished"}, {"started", "ended"},
        {"started", "completed"}, {"queued", "started"},   {"begin", "end"},        {"from", "to"},
        {"from", "until"},        {"from", "through"},     {"min", "max"},          {"minimum", "maximum"},
        {"lower", "upper"},       {"low", "high"},         {"first", "last"},       {"received", "processed"},
        {"opened", "closed"},     {"issued", "expires"},   {"rental", "return"},    {"order", "shipped"},
        {"ordered", "shipped"}};
    g_autofree char *one = spread(first), *other = spread(second);
    for (size_t i = 0; i < G_N_ELEMENTS(PAIRS); i++)
        if (is_pair(one, other, PAIRS[i][0], PAIRS[i][1]))
            return true;
    return false;
}
