/*
 * sheltered.h - made-up rows do not get among real ones
 *
 * The embedded database of the project is there for them. Another one of pleat.yaml is not, by whatever name it is
 * called; any other is as long as it is empty.
 */
#pragma once

#include "fake/subject.h"
#include "project/session.h"

/* Is the session's database none that pleat.yaml has for real? */
bool sheltered_from_others(PleatSession *session, GError **error);

/* Is it the embedded one, or without rows? */
bool sheltered_from_mixing(PleatSession *session, const Subject *subject, GError **error);

/* Fills a database that is known to be no real one (fake's options, without its questions). */
bool session_fake(PleatSession *session, PGconn *connection, const PleatFakeOptions *options, PleatOutcome *outcome,
                  GError **error);
