/* texts.h - makers of texts by topic; each keeps to the limits' longest itself or is cut */
#pragma once

#include "fake/maker.h"

MakeFunction make_email, make_first_name, make_last_name, make_full_name, make_user_name, make_city, make_country,
    make_country_code, make_state, make_street, make_flat, make_post_code, make_phone, make_url, make_host,
    make_company, make_job, make_title, make_prose, make_slug, make_uuid, make_hash, make_language, make_currency,
    make_color, make_media_type, make_file, make_path, make_version, make_user_agent, make_time_zone, make_status,
    make_ip, make_json, make_number, make_word, make_words;
