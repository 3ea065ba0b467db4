/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Function calls in expressions: which functions there are, and what their arguments must be. */
#include <string.h>

#include "kit/expression_private.h"

enum { MANY = 32767, CLOSE_ENOUGH = 2, LONGEST_KNOWN = 20 };

static const struct function {
	const char *name;
	enum operation operation;
	size_t fewest, most; /* arguments, without the least number of mean() and sum() */
	double constant;     /* of true() and false() */
} functions[] = { { "selected", SELECTED, 2, 2, 0 }, { "count-selected", COUNT_SELECTED, 1, 1, 0 },
	{ "if", IF, 3, 3, 0 }, { "coalesce", COALESCE, 2, MANY, 0 }, { "min", MINIMUM, 2, MANY, 0 },
	{ "max", MAXIMUM, 2, MANY, 0 }, { "round", ROUND, 1, 1, 0 }, { "abs", ABSOLUTE, 1, 1, 0 },
	{ "not", NOT, 1, 1, 0 }, { "mean", MEAN, 1, MANY, 0 }, { "sum", SUM, 1, MANY, 0 },
	{ "score", SCORE, 1, 1, 0 }, { "true", PUSH_CONSTANT, 0, 0, 1 },
	{ "false", PUSH_CONSTANT, 0, 0, 0 }, { "real", REAL, 1, 1, 0 },
	{ "percentile", PERCENTILE, 1, 1, 0 } };

enum { FUNCTIONS = sizeof functions / sizeof *functions };

static const struct function *function_named(const char *name, size_t length)
{
	size_t i;

	for (i = 0; i < FUNCTIONS; i++)
		if (strlen(functions[i].name) == length &&
			memcmp(functions[i].name, name, length) == 0)
			return &functions[i];
	return NULL;
}

static char lower(char letter)
{
	return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static size_t least_of(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Letters to add, drop or change to make one word of the other (Levenshtein 1966), whatever their
 * case. `word` has at most LONGEST_KNOWN letters. */
static size_t edit_distance(const char *name, size_t length, const char *word)
{
	size_t letters = strlen(word), row[LONGEST_KNOWN + 1], i, j;

	for (j = 0; j <= letters; j++)
		row[j] = j;
	for (i = 1; i <= length; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (j = 1; j <= letters; j++) {
			size_t changed = diagonal + (lower(name[i - 1]) != word[j - 1]);

			diagonal = row[j];
			row[j] = least_of(changed, least_of(row[j], row[j - 1]) + 1);
		}
	}
	return row[letters];
}

/* The function or operator that was probably meant, or NULL. */
static const char *name_meant(const char *name, size_t length)
{
	static const char *const operators[] = { "and", "or", "div", "mod" };
	const char *meant = NULL;
	size_t closest = CLOSE_ENOUGH + 1, i;

	for (i = 0; i < FUNCTIONS + sizeof operators / sizeof *operators; i++) {
		const char *known = i < FUNCTIONS ? functions[i].name : operators[i - FUNCTIONS];
		size_t distance = edit_distance(name, length, known);

		if (distance < closest && distance < length) {
			closest = distance;
			meant = known;
		}
	}
	return meant;
}

static bool unknown_name(struct compiler *compiler, struct token name, bool called)
{
	const char *meant = name_meant(name.text, name.length);
	int length = name.length > 40 ? 40 : (int)name.length;

	if (meant)
		return complain(compiler, name.start,
			SAY("unknown name %.*s; perhaps %s is meant",
				"nama %.*s tidak dikenal; mungkin maksudnya %s"),
			length, name.text, meant);
	if (called)
		return complain(compiler, name.start,
			SAY("unknown function %.*s", "fungsi %.*s tidak dikenal"), length,
			name.text);
	return complain(compiler, name.start,
		SAY("%.*s is no function; a question is written ${%.*s}, a text '%.*s'",
			"%.*s bukan fungsi; pertanyaan ditulis ${%.*s}, teks '%.*s'"),
		length, name.text, length, name.text, length, name.text);
}

/* The first argument of mean() and sum(): a literal whole number. */
static bool parse_least(struct compiler *compiler, const struct function *function, size_t *least)
{
	struct token token = compiler->token;
	int64_t number;

	if (token.kind != TOKEN_NUMBER || token.length > 5 ||
		!integer_read((struct value){ keep_text(token.text, token.length), token.length },
			&number) ||
		number < 1)
		return complain(compiler, token.start,
			SAY("%s() begins with the least number of answers, as in %s(2, ${a}, "
			    "${b}, ${c})",
				"%s() diawali jumlah jawaban paling sedikit, misalnya %s(2, "
				"${a}, ${b}, ${c})"),
			function->name, function->name);
	*least = (size_t)number;
	return next_token(compiler) && take(compiler, TOKEN_COMMA, "`,`");
}

/* The choice of selected(): 'x', 3 or ${name}. */
static bool parse_choice(struct compiler *compiler)
{
	struct token token = compiler->token;

	if (token.kind == TOKEN_QUESTION)
		return emit_question(compiler, PUSH_ANSWER) && next_token(compiler);
	if (token.kind != TOKEN_TEXT && token.kind != TOKEN_NUMBER)
		return expected(
			compiler, SAY("a choice such as 'koperasi'", "pilihan seperti 'koperasi'"));
	if (token.length == 0 || memchr(token.text, ' ', token.length))
		return complain(compiler, token.start,
			SAY("a choice is one word without blanks",
				"pilihan berupa satu kata tanpa spasi"));
	emit_text(compiler);
	return next_token(compiler);
}

/* Argument number `index` of a function, with what some functions ask of it. */
static bool parse_argument(struct compiler *compiler, const struct function *function, size_t index)
{
	size_t start = compiler->token.start;

	if (function->operation == SELECTED && index == 1)
		return parse_choice(compiler);
	if (!parse_operators(compiler, 1))
		return false;
	if ((function->operation == SELECTED || function->operation == COUNT_SELECTED) &&
		top_entry(compiler)->computed)
		return complain(compiler, start,
			SAY("%s() needs the answer to a question, not a number",
				"%s() memerlukan jawaban pertanyaan, bukan bilangan"),
			function->name);
	return true;
}

/* Arguments up to the closing parenthesis, which is then the present token; their number into
 * *count. */
static bool parse_arguments(
	struct compiler *compiler, const struct function *function, size_t *count)
{
	*count = 0;
	if (function->most > 0 && compiler->token.kind != TOKEN_CLOSE) {
		do {
			if (*count > 0 && !next_token(compiler))
				return false;
			if (*count == function->most)
				return complain(compiler, compiler->token.start,
					SAY("arguments of %s(): %zu at most",
						"argumen %s(): paling banyak %zu"),
					function->name, function->most);
			if (!parse_argument(compiler, function, *count))
				return false;
			++*count;
		} while (compiler->token.kind == TOKEN_COMMA);
	}
	if (*count < function->fewest)
		return complain(compiler, compiler->token.start,
			SAY("arguments of %s(): %zu needed, got %zu",
				"argumen %s(): diperlukan %zu, ternyata %zu"),
			function->name, function->fewest, *count);
	return compiler->token.kind == TOKEN_CLOSE ||
		expected(compiler, SAY("`)` or an operator", "`)` atau operator"));
}

/* score(${q}): the argument is a bare question. */
static bool parse_score(struct compiler *compiler)
{
	struct token token = compiler->token;

	if (!compiler->names->score)
		return complain(compiler, token.start,
			SAY("choices have no scores here", "pilihan tidak berskor di sini"));
	if (token.kind != TOKEN_QUESTION)
		return expected(compiler, SAY("a question ${name}", "pertanyaan ${nama}"));
	return emit_question(compiler, SCORE) && next_token(compiler) &&
		take(compiler, TOKEN_CLOSE, "`)`");
}

/* Whether what a function needs to know of the baseline is known here. */
static bool check_baseline(
	struct compiler *compiler, const struct function *function, size_t position)
{
	if (function->operation == REAL && !compiler->names->real)
		return complain(compiler, position,
			SAY("real() cannot be used here, where no round is known",
				"real() tidak dapat dipakai di sini karena putarannya tidak "
				"diketahui"));
	if (function->operation == PERCENTILE && !compiler->names->distribution)
		return complain(compiler, position,
			SAY("percentile() can only be used in the calculation of an indicator or a "
			    "group",
				"percentile() hanya dapat dipakai dalam perhitungan indikator atau "
				"kelompok"));
	if (function->operation == PERCENTILE && compiler->in_percentile)
		return complain(compiler, position,
			SAY("percentile() cannot stand inside percentile()",
				"percentile() tidak dapat berada di dalam percentile()"));
	return true;
}

/* percentile(x): the argument is known to the names by its text, which begins at `start` and ends
 * before the present token. */
static bool parse_percentile(
	struct compiler *compiler, const struct function *function, struct instruction *call)
{
	const struct expression_names *names = compiler->names;
	const char *argument = compiler->source + compiler->token.start;
	size_t start = compiler->token.start, length;

	compiler->in_percentile = true;
	if (!parse_arguments(compiler, function, &call->count))
		return false;
	compiler->in_percentile = false;
	length = compiler->token.start - start;
	while (length > 0 && strchr(" \t\r\n", argument[length - 1]))
		length--;
	call->variable = names->distribution(names->context, keep_text(argument, length),
		top_entry(compiler)->lattice.denominator);
	return true;
}

static bool parse_ordinary(struct compiler *compiler, const struct function *function)
{
	struct instruction call = { .operation = function->operation };
	size_t start = compiler->token.start;

	if ((function->operation == MEAN || function->operation == SUM) &&
		!parse_least(compiler, function, &call.least))
		return false;
	if (function->operation == PERCENTILE ? !parse_percentile(compiler, function, &call)
					      : !parse_arguments(compiler, function, &call.count))
		return false;
	if (!take(compiler, TOKEN_CLOSE, "`)`"))
		return false;
	if (call.least > call.count)
		return complain(compiler, start,
			SAY("%s() of %zu can never have %zu answers",
				"%s() atas %zu pertanyaan tidak mungkin punya %zu jawaban"),
			function->name, call.count, call.least);
	if (function->operation == PUSH_CONSTANT) {
		call.constant.kind = OPERAND_NUMBER;
		call.constant.number = function->constant;
	}
	emit(compiler, call);
	return true;
}

bool parse_call(struct compiler *compiler)
{
	struct token name = compiler->token;
	const struct function *function = function_named(name.text, name.length);
	bool called;

	if (!next_token(compiler))
		return false;
	called = compiler->token.kind == TOKEN_OPEN;
	if (!function)
		return unknown_name(compiler, name, called);
	if (!check_baseline(compiler, function, name.start))
		return false;
	if (!take(compiler, TOKEN_OPEN, "`(`"))
		return false;
	if (function->operation == SCORE)
		return parse_score(compiler);
	return parse_ordinary(compiler, function);
}
