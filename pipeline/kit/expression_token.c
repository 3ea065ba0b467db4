/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens of expressions, and complaints that say at which character something is wrong. */
#include "kit/expression_private.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* Length of the blanks at `text`, with the no-break spaces that come with pasted text. */
static size_t blanks(const char *text)
{
	size_t length = 0;

	while (is_blank(text[length]) || strncmp(text + length, "\xC2\xA0", 2) == 0)
		length += is_blank(text[length]) ? 1 : 2;
	return length;
}

static bool starts_name(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

static bool continues_name(char byte)
{
	return starts_name(byte) || is_digit(byte) || byte == '-' || byte == '.' || byte == ':';
}

/* Characters before a byte, counted from 1 as people do: UTF-8 continuation bytes do not count. */
static size_t character_number(const char *source, size_t position)
{
	size_t number = 1, i;

	for (i = 0; i < position; i++)
		number += ((unsigned char)source[i] & 0xC0) != 0x80;
	return number;
}

bool complain(struct compiler *compiler, size_t position, const char *reason, ...)
{
	struct place place = { NULL, 0, NULL, NULL };
	char said[512];
	va_list arguments;

	if (compiler->failed)
		return false;
	compiler->failed = true;
	va_start(arguments, reason);
	(void)vsnprintf(said, sizeof said, reason, arguments);
	va_end(arguments);
	if (compiler->at)
		place = *compiler->at;
	place.offending = compiler->source;
	fault(&place, SAY("character %zu: %s", "karakter ke-%zu: %s"),
		character_number(compiler->source, position), said);
	return false;
}

bool expected(struct compiler *compiler, const char *what)
{
	struct token token = compiler->token;
	int shown = token.size > 40 ? 40 : (int)token.size;

	if (token.kind == TOKEN_END)
		return complain(compiler, token.start,
			SAY("expected %s, but the expression ends here",
				"seharusnya %s, tetapi rumus berakhir di sini"),
			what);
	return complain(compiler, token.start,
		SAY("expected %s, got %.*s", "seharusnya %s, ternyata %.*s"), what, shown,
		compiler->source + token.start);
}

/* Spellings of other languages and of spreadsheets, and what they are here. */
static const struct {
	const char *foreign, *ours;
} foreign_spellings[] = { { "==", "=" }, { "<>", "!=" }, { "&&", "and" }, { "&", "and" },
	{ "||", "or" }, { "|", "or" }, { "!", "not(...)" }, { "/", "div" }, { "%", "mod" },
	{ "\xE2\x89\xA4", "<=" }, { "\xE2\x89\xA5", ">=" }, { "\xE2\x89\xA0", "!=" },
	{ "\xC3\x97", "*" }, { "\xC3\xB7", "div" }, { "\xE2\x88\x92", "-" },
	{ "\xE2\x80\x93", "-" }, { "\xE2\x80\x98", "'" }, { "\xE2\x80\x99", "'" },
	{ "\xE2\x80\x9C", "\"" }, { "\xE2\x80\x9D", "\"" }, { ";", "," }, { "[", "(" },
	{ "]", ")" } };

/* Complains of a spelling that belongs to another language; true if there is none. */
static bool spelt_our_way(struct compiler *compiler)
{
	const char *here = compiler->source + compiler->token.start;
	size_t i;

	if (strncmp(here, "!=", 2) == 0)
		return true;
	for (i = 0; i < sizeof foreign_spellings / sizeof *foreign_spellings; i++)
		if (strncmp(here, foreign_spellings[i].foreign,
			    strlen(foreign_spellings[i].foreign)) == 0)
			return complain(compiler, compiler->token.start,
				SAY("write %s instead of %s", "tulis %s, bukan %s"),
				foreign_spellings[i].ours, foreign_spellings[i].foreign);
	return true;
}

/* 'text' or "text": all up to the same quote. */
static bool text_token(struct compiler *compiler)
{
	struct token *token = &compiler->token;
	const char *open = compiler->source + token->start, *close = strchr(open + 1, *open);

	if (!close)
		return complain(compiler, token->start,
			SAY("this quote is never closed", "tanda kutip ini tidak ditutup"));
	token->kind = TOKEN_TEXT;
	token->text = open + 1;
	token->length = (size_t)(close - open) - 1;
	token->size = token->length + 2;
	return true;
}

/* ${name}, blanks around the name allowed. */
static bool question_token(struct compiler *compiler)
{
	struct token *token = &compiler->token;
	const char *open = compiler->source + token->start, *close = strchr(open, '}');
	const char *first = open + 2, *last = close;

	if (open[1] != '{' || !close)
		return complain(compiler, token->start,
			SAY("questions are written ${name}", "pertanyaan ditulis ${nama}"));
	while (first < last && is_blank(*first))
		first++;
	while (last > first && is_blank(last[-1]))
		last--;
	if (first == last)
		return complain(compiler, token->start,
			SAY("${} names no question", "${} tidak menyebut pertanyaan"));
	token->kind = TOKEN_QUESTION;
	token->text = first;
	token->length = (size_t)(last - first);
	token->size = (size_t)(close - open) + 1;
	return true;
}

static bool number_token(struct compiler *compiler)
{
	struct token *token = &compiler->token;
	const char *here = compiler->source + token->start;
	size_t size = 0;

	while (is_digit(here[size]))
		size++;
	if (here[size] == '.')
		size++;
	while (is_digit(here[size]))
		size++;
	if (starts_name(here[size]) || here[size] == '.')
		return complain(compiler, token->start + size,
			SAY("this does not belong to a number", "ini bukan bagian bilangan"));
	token->kind = TOKEN_NUMBER;
	token->text = here;
	token->length = token->size = size;
	return true;
}

static bool name_token(struct compiler *compiler)
{
	struct token *token = &compiler->token;
	const char *here = compiler->source + token->start;

	token->kind = TOKEN_NAME;
	token->text = here;
	while (continues_name(here[token->length]))
		token->length++;
	token->size = token->length;
	return true;
}

static bool symbol_token(struct compiler *compiler)
{
	struct token *token = &compiler->token;
	const char *here = compiler->source + token->start;

	token->text = here;
	token->size = token->length = here[1] == '=' && strchr("!<>", *here) ? 2 : 1;
	switch (*here) {
	case '(':
		token->kind = TOKEN_OPEN;
		return true;
	case ')':
		token->kind = TOKEN_CLOSE;
		return true;
	case ',':
		token->kind = TOKEN_COMMA;
		return true;
	case '=':
	case '!':
	case '<':
	case '>':
	case '+':
	case '-':
	case '*':
		token->kind = TOKEN_OPERATOR;
		return true;
	case '.':
		return complain(compiler, token->start,
			SAY("`.` stands for no question here; write ${name}",
				"`.` tidak menunjuk pertanyaan di sini; tulis ${nama}"));
	default:
		return complain(compiler, token->start,
			SAY("this character means nothing here",
				"karakter ini tidak bermakna di sini"));
	}
}

bool next_token(struct compiler *compiler)
{
	const char *source = compiler->source;
	bool read;

	compiler->position += blanks(source + compiler->position);
	compiler->token = (struct token){ TOKEN_END, compiler->position, 0, "", 0 };
	source += compiler->position;
	if (*source == '\0')
		return true;
	if (!spelt_our_way(compiler))
		return false;
	if (*source == '\'' || *source == '"')
		read = text_token(compiler);
	else if (*source == '$')
		read = question_token(compiler);
	else if (is_digit(*source) || (*source == '.' && is_digit(source[1])))
		read = number_token(compiler);
	else if (starts_name(*source))
		read = name_token(compiler);
	else
		read = symbol_token(compiler);
	compiler->position += compiler->token.size;
	return read;
}

bool take(struct compiler *compiler, enum token_kind kind, const char *what)
{
	if (compiler->token.kind != kind)
		return expected(compiler, what);
	return next_token(compiler);
}
