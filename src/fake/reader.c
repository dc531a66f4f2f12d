#include "fake/reader.h"

#include "fake/constants.h"
#include "fake/expression.h"
#include "fake/maker.h"
#include <stdlib.h>
#include <string.h>

static Condition *read_expression(const Reader *reader, const Expression *expression, bool negated);

static Arena *
arena_of(const Reader *reader)
{
    return reader->subject->arena;
}

static Condition *
unknown(const Reader *reader, const Expression *expression)
{
    constants_hint(reader, expression->text);
    return condition_new(arena_of(reader), CONDITION_UNKNOWN);
}

static Condition *
limit_new(const Reader *reader, int column)
{
    Condition *condition = condition_new(arena_of(reader), CONDITION_LIMIT);
    condition->column = column;
    condition->limits = arena_new_one(arena_of(reader), Limits);
    *condition->limits = limits_any();
    return condition;
}

/* What is within casts, and within functions that are told nothing by. */
static const Expression *
strip(const Expression *expression)
{
    while (expression->kind == EXPRESSION_CAST)
        expression = expression->children[0];
    return expression;
}

static bool
is_call(const Expression *expression, const char *names, size_t arguments)
{
    if (expression->kind != EXPRESSION_CALL || expression->n_more < arguments)
        return false;
    g_auto(GStrv) list = g_strsplit(names, " ", -1);
    return g_strv_contains((const char *const *)list, expression->name);
}

/* -1: it is none. */
static int
column_of(const Reader *reader, const Expression *expression)
{
    expression = strip(expression);
    while (is_call(expression, "btrim ltrim rtrim", 1))
        expression = strip(expression->more[0]);
    return expression->kind == EXPRESSION_NAME ? reader_find(reader, expression->name) : -1;
}

static const char *const OPPOSITES[][2] = {{"=", "<>"},   {"<", ">="},   {"<=", ">"},    {"~", "!~"},
                                           {"~*", "!~*"}, {"~~", "!~~"}, {"~~*", "!~~*"}};

static const char *
opposite(const char *operator)
{
    for (size_t i = 0; i < G_N_ELEMENTS(OPPOSITES); i++) {
        if (strcmp(operator, OPPOSITES[i][0]) == 0)
            return OPPOSITES[i][1];
        if (strcmp(operator, OPPOSITES[i][1]) == 0)
            return OPPOSITES[i][0];
    }
    return operator;
}

static const char *
mirrored(const char *operator)
{
    return operator[0] == '<' && operator[1] != '>' ? (operator[1] == '=' ? ">=" : ">") :
           operator[0] == '>'                       ? (operator[1] == '=' ? "<=" : "<")
                                                    :
                              operator;
}

/* Bounds by an operator; false for other operators. */
static bool
bound(const char *operator, gint64 value, gint64 *low, gint64 *high)
{
    if (operator[0] == '=' ||(operator[0] == '>' && operator[1] == '='))
        *low = value;
    else if (strcmp(operator, ">") == 0)
        *low = value + 1;
    if (operator[0] == '=' || strcmp(operator, "<=") == 0)
        *high = value;
    else if (strcmp(operator, "<") == 0)
        *high = value - 1;
    return strcmp(operator, "<>") != 0 && strchr("<>=", operator[0]) != NULL;
}

static bool
limit_by_pattern(const Reader *reader, Limits *limits, const char *operator, const char * text)
{
    const bool negated = operator[0] == '!';
    const char *kind = operator+ negated;
    const bool like = g_str_has_prefix(kind, "~~"), any_case = g_str_has_suffix(kind, "*");
    Pattern *pattern = (like ? pattern_parse_like : pattern_parse)(text, any_case, negated);
    if (pattern == NULL)
        return false;
    g_ptr_array_add(reader->subject->patterns, pattern);
    return limits_add_pattern(limits, pattern);
}

static bool
limit_by_value(const Reader *reader, Limits *limits, const Maker *maker, const char *operator, const char * text)
{
    gint64 ticks;
    const bool has_axis = axis_parse(&maker->axis, text, &ticks);
    if (strchr("~!", operator[0]) != NULL && strcmp(operator, "!=") != 0)
        return limit_by_pattern(reader, limits, operator, text);
    if (has_axis && bound(operator, ticks, &limits->low, &limits->high))
        return true;
    const bool differs = strcmp(operator, "<>") == 0;
    if (differs && text[0] == '\0') {
        limits->shortest = 1;
        return true;
    }
    if (!differs && operator[0] != '=')
        return false;
    const ValueSet *set = constants_one(reader, maker, text);
    return differs ? limits_forbid(limits, set) : limits_allow(limits, set);
}

/* A boolean that must not be the one is the other. */
static Condition *
limit_to_bool(const Reader *reader, int column, bool value)
{
    Condition *condition = limit_new(reader, column);
    limits_allow(condition->limits, constants_one(reader, reader->columns[column].maker, value ? "t" : "f"));
    return condition;
}

static Condition *
compare_constant(const Reader *reader, const Expression *whole, int column, const char *operator,
                 const Expression * constant)
{
    const Maker *maker = reader->columns[column].maker;
    const bool is_equality = strcmp(operator, "=") == 0 || strcmp(operator, "<>") == 0;
    g_autofree char *text = NULL;
    if (!constants_value(reader, constant->text, is_equality ? maker : NULL, &text))
        return unknown(reader, whole);
    if (text == NULL) /* compared with NULL: no check fails for that */
        return condition_new(arena_of(reader), CONDITION_TRUE);
    if (strcmp(maker->type->plain, "bool") == 0 && is_equality)
        return limit_to_bool(reader, column, (text[0] == 't') == (operator[0] == '='));
    Condition *condition = limit_new(reader, column);
    return limit_by_value(reader, condition->limits, maker, operator, text) ? condition : unknown(reader, whole);
}

static Condition *
compare_columns(const Reader *reader, const Expression *whole, int left, const char *operator, int right)
{
    gint64 ticks;
    Condition *condition = condition_new(arena_of(reader), CONDITION_PAIR);
    const bool swapped = operator[0] == '>';
    condition->column = swapped ? right : left;
    condition->other = swapped ? left : right;
    operator= swapped ? mirrored(operator) : operator;
    condition->pair = strcmp(operator, "<") == 0    ? PAIR_LESS
                      : strcmp(operator, "<=") == 0 ? PAIR_LESS_OR_EQUAL
                      : strcmp(operator, "=") == 0  ? PAIR_EQUAL
                                                    : PAIR_DIFFERENT;
    const bool is_order = condition->pair < PAIR_EQUAL;
    const Axis *one = &reader->columns[left].maker->axis, *other = &reader->columns[right].maker->axis;
    if ((is_order && !axis_convert(one, 0, other, &ticks)) || strchr("~!", operator[0]) != NULL)
        return unknown(reader, whole);
    return condition;
}

/* length(x) >= 3 and its like: a number that is compared; which of a column's limits it is about. */
static bool
limit_by_count(Limits *limits, const Expression *call, const char *operator, gint64 value)
{
    gint64 low = 0, high = LIMITS_LONGEST;
    if (strcmp(operator, "<>") == 0 && value == 0) {
        low = 1;
    } else if (!bound(operator, value, &low, &high)) {
        return false;
    }
    limits->shortest = (int)CLAMP(low, 0, LIMITS_LONGEST);
    limits->longest = (int)CLAMP(high, -1, LIMITS_LONGEST);
    if (operator[0] == '=' && is_call(call, "octet_length length bit_length", 1))
        limits->bytes = (int)value;
    return true;
}

static Condition *
compare_nonnulls(const Reader *reader, const Expression *whole, const Expression *call, const char *operator,
                 gint64 value)
{
    const gint64 count = (gint64)call->n_more;
    gint64 low = 0, high = count;
    Condition *condition = condition_new(arena_of(reader), CONDITION_COUNT);
    condition->columns = arena_new_array(arena_of(reader), int, call->n_more);
    for (size_t i = 0; i < call->n_more; i++) {
        condition->columns[i] = column_of(reader, call->more[i]);
        if (condition->columns[i] < 0)
            return unknown(reader, whole);
    }
    if (!bound(operator, value, &low, &high))
        return unknown(reader, whole);
    const bool nulls = strcmp(call->name, "num_nulls") == 0;
    condition->n_columns = call->n_more;
    condition->least = (size_t)CLAMP(nulls ? count - high : low, 0, count);
    condition->most = (size_t)CLAMP(nulls ? count - low : high, 0, count);
    return condition;
}

/* A function of a column, compared with a constant. NULL: not one that is known. */
static Condition *
compare_call(const Reader *reader, const Expression *whole, const Expression *call, const char *operator,
             const Expression * constant)
{
    g_autofree char *text = NULL;
    if (call->kind != EXPRESSION_CALL || call->n_more == 0 || !constants_value(reader, constant->text, NULL, &text) ||
        text == NULL)
        return NULL;
    const gint64 number = g_ascii_strtoll(text, NULL, 10);
    if (is_call(call, "num_nonnulls num_nulls", 1))
        return compare_nonnulls(reader, whole, call, operator, number);
    const int column = column_of(reader, call->more[0]);
    if (column < 0)
        return NULL;
    if (is_call(call, "lower upper", 1))
        return compare_constant(reader, whole, column, operator, constant);
    Condition *condition = limit_new(reader, column);
    if (is_call(call, "length char_length character_length octet_length cardinality array_length bit_length", 1))
        return limit_by_count(condition->limits, call, operator, number) ? condition : NULL;
    if (is_call(call, "json_typeof jsonb_typeof", 1) && operator[0] == '=') {
        condition->limits->json = arena_strdup(arena_of(reader), text);
        return condition;
    }
    if (!is_call(call, "coalesce", 1))
        return NULL;
    condition = compare_constant(reader, whole, column, operator, constant);
    if (condition->kind == CONDITION_LIMIT)
        condition->limits->not_null = true;
    return condition;
}

/* x = lower(x) */
static Condition *
compare_letters(const Reader *reader, int column, const char *operator, const Expression * call)
{
    if (column < 0 || operator[0] != '=' || !is_call(call, "lower upper", 1) ||
        column_of(reader, call->more[0]) != column)
        return NULL;
    Condition *condition = limit_new(reader, column);
    condition->limits->letters = strcmp(call->name, "lower") == 0 ? LETTERS_LOWER : LETTERS_UPPER;
    return condition;
}

static Condition *
group(const Reader *reader, ConditionKind kind, Condition *first, Condition *second)
{
    Condition *condition = condition_new(arena_of(reader), kind);
    condition_add(arena_of(reader), condition, first);
    condition_add(arena_of(reader), condition, second);
    return condition;
}

static bool
is_statement(const Expression *expression)
{
    return expression->kind <= EXPRESSION_ALL;
}

/* (a IS NULL) = (b IS NULL): both or neither. */
static Condition *
compare_statements(const Reader *reader, const Expression *left, const Expression *right, bool equal)
{
    return group(
        reader, CONDITION_ANY,
        group(reader, CONDITION_ALL, read_expression(reader, left, false), read_expression(reader, right, !equal)),
        group(reader, CONDITION_ALL, read_expression(reader, left, true), read_expression(reader, right, equal)));
}

static Condition *
read_compare(const Reader *reader, const Expression *whole, bool negated)
{
    const Expression *left = strip(whole->children[0]), *right = strip(whole->children[1]);
    const char *operator= strcmp(whole->name, "!=") == 0 ? "<>" : whole->name;
    operator= negated ? opposite(operator) : operator;
    if (is_statement(left) && is_statement(right) && (operator[0] == '=' || strcmp(operator, "<>") == 0))
        return compare_statements(reader, left, right, operator[0] == '=');
    const int column = column_of(reader, left), other = column_of(reader, right);
    if (column >= 0 && other >= 0)
        return compare_columns(reader, whole, column, operator, other);
    if (column >= 0 && reader_is_constant(reader, right->text))
        return compare_constant(reader, whole, column, operator, whole->children[1]);
    if (other >= 0 && reader_is_constant(reader, left->text))
        return compare_constant(reader, whole, other, mirrored(operator), whole->children[0]);
    Condition *condition = compare_letters(reader, column, operator, right);
    if (condition == NULL)
        condition = compare_letters(reader, other, operator, left);
    if (condition == NULL && reader_is_constant(reader, right->text))
        condition = compare_call(reader, whole, left, operator, whole->children[1]);
    if (condition == NULL && reader_is_constant(reader, left->text))
        condition = compare_call(reader, whole, right, mirrored(operator), whole->children[0]);
    return condition != NULL ? condition : unknown(reader, whole);
}

/* x LIKE ANY (...): one of them; x <> ALL (...): none of them. */
static Condition *
read_each(const Reader *reader, const Expression *whole, int column, const char *operator, const ValueSet * set,
          bool any)
{
    const Maker *maker = reader->columns[column].maker;
    Condition *list = condition_new(arena_of(reader), any ? CONDITION_ANY : CONDITION_ALL);
    for (size_t i = 0; i < set->count; i++) {
        Condition *one = limit_new(reader, column);
        if (!limit_by_value(reader, one->limits, maker, operator, set->texts[i]))
            return unknown(reader, whole);
        condition_add(arena_of(reader), list, one);
    }
    return list->n_children > 0 ? list : unknown(reader, whole);
}

static Condition *
read_array(const Reader *reader, const Expression *whole, bool negated)
{
    const Expression *call = strip(whole->children[0]);
    int column = column_of(reader, call);
    if (column < 0 && is_call(call, "lower upper", 1))
        column = column_of(reader, call->more[0]);
    const char *operator= strcmp(whole->name, "!=") == 0 ? "<>" : whole->name;
    operator= negated ? opposite(operator) : operator;
    const bool any = (whole->kind == EXPRESSION_ANY) != negated;
    if (column < 0 || !reader_is_constant(reader, whole->children[1]->text))
        return unknown(reader, whole);
    const Maker *maker = reader->columns[column].maker;
    const ValueSet *set = constants_list(reader, whole->children[1]->text, strchr("=<", operator[0]) ? maker : NULL);
    if (set == NULL)
        return unknown(reader, whole);
    Condition *condition = limit_new(reader, column);
    if (any && strcmp(operator, "=") == 0 && limits_allow(condition->limits, set))
        return condition;
    if (!any && strcmp(operator, "<>") == 0 && limits_forbid(condition->limits, set))
        return condition;
    return read_each(reader, whole, column, operator, set, any);
}

static Condition *
read_list(const Reader *reader, const Expression *expression, bool negated)
{
    const bool all = (expression->kind == EXPRESSION_AND) != negated;
    Condition *list = condition_new(arena_of(reader), all ? CONDITION_ALL : CONDITION_ANY);
    for (size_t i = 0; i < expression->n_more; i++)
        condition_add(arena_of(reader), list, read_expression(reader, expression->more[i], negated));
    return list;
}

/* CASE WHEN a THEN x WHEN b THEN y ELSE z END: a and x, or not a and b and y, or not a and not b and z. */
static Condition *
read_case(const Reader *reader, const Expression *expression, bool negated)
{
    Condition *any = condition_new(arena_of(reader), CONDITION_ANY);
    const size_t count = expression->n_more;
    for (size_t result = 1; result <= count; result += 2) {
        const bool is_else = result == count;
        Condition *all = condition_new(arena_of(reader), CONDITION_ALL);
        for (size_t condition = 0; condition + 2 < result + 1; condition += 2)
            condition_add(arena_of(reader), all, read_expression(reader, expression->more[condition], true));
        if (!is_else)
            condition_add(arena_of(reader), all, read_expression(reader, expression->more[result - 1], false));
        condition_add(arena_of(reader), all,
                      read_expression(reader, expression->more[is_else ? result - 1 : result], negated));
        condition_add(arena_of(reader), any, all);
    }
    return any;
}

static Condition *
read_null(const Reader *reader, const Expression *expression, bool negated)
{
    const int column = column_of(reader, expression->children[0]);
    if (column < 0)
        return unknown(reader, expression);
    Condition *condition = limit_new(reader, column);
    condition->limits->only_null = !negated;
    condition->limits->not_null = negated;
    return condition;
}

static Condition *
read_call(const Reader *reader, const Expression *expression, bool negated)
{
    if (is_call(expression, "satisfies_hash_partition", 1) && !negated) /* wherever a row goes, there it may be */
        return condition_new(arena_of(reader), CONDITION_TRUE);
    return unknown(reader, expression);
}

static Condition *
read_other(const Reader *reader, const Expression *expression, bool negated)
{
    g_autofree char *text = NULL;
    if (reader_is_constant(reader, expression->text) && constants_value(reader, expression->text, NULL, &text) &&
        (text == NULL || g_str_equal(text, negated ? "false" : "true")))
        return condition_new(arena_of(reader), CONDITION_TRUE);
    return unknown(reader, expression);
}

static Condition *
read_expression(const Reader *reader, const Expression *expression, bool negated)
{
    const int column = column_of(reader, expression);
    switch (expression->kind) {
    case EXPRESSION_AND:
    case EXPRESSION_OR:
        return read_list(reader, expression, negated);
    case EXPRESSION_NOT:
        return read_expression(reader, expression->children[0], !negated);
    case EXPRESSION_IS_TRUE:
        return read_expression(reader, expression->children[0], negated);
    case EXPRESSION_COMPARE:
        return read_compare(reader, expression, negated);
    case EXPRESSION_ANY:
    case EXPRESSION_ALL:
        return read_array(reader, expression, negated);
    case EXPRESSION_IS_NULL:
        return read_null(reader, expression, negated);
    case EXPRESSION_CASE:
        return read_case(reader, expression, negated);
    case EXPRESSION_CALL:
        return read_call(reader, expression, negated);
    default:
        if (column >= 0 && strcmp(reader->columns[column].maker->type->plain, "bool") == 0)
            return limit_to_bool(reader, column, !negated);
        return read_other(reader, expression, negated);
    }
}

Condition *
reader_read(const Reader *reader, const char *expression)
{
    return read_expression(reader, expression_parse(arena_of(reader), expression), false);
}
