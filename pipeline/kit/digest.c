/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256 by libmd, streamed, with the records of a table counted on the way. */
#include "kit/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <sha2.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "kit/kit.h"

enum { BUFFER_SIZE = 1 << 16 };

struct record_counter {
	size_t records;
	bool quoted, filled;
};

static struct digest finish(SHA2_CTX *context)
{
	static const char figures[] = "0123456789abcdef";
	uint8_t bytes[SHA256_DIGEST_LENGTH];
	struct digest digest = { .hex = "" };
	size_t i;

	SHA256Final(bytes, context);
	for (i = 0; i < sizeof(bytes); i++) {
		digest.hex[2 * i] = figures[bytes[i] >> 4];
		digest.hex[2 * i + 1] = figures[bytes[i] & 15];
	}
	return digest;
}

struct digest digest_bytes(const void *bytes, size_t length)
{
	SHA2_CTX context;

	SHA256Init(&context);
	SHA256Update(&context, bytes, length);
	return finish(&context);
}

static void count_records(struct record_counter *counter, const uint8_t *bytes, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++) {
		if (bytes[i] == '"') {
			counter->quoted = !counter->quoted;
		} else if (bytes[i] == '\n' && !counter->quoted) {
			counter->records += counter->filled;
			counter->filled = false;
			continue;
		}
		if (bytes[i] != '\r')
			counter->filled = true;
	}
}

bool digest_file(const char *path, struct digest *digest, size_t *rows)
{
	static uint8_t buffer[BUFFER_SIZE];
	struct record_counter counter = { 0 };
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	SHA2_CTX context;
	ssize_t length;

	memset(digest, 0, sizeof(*digest));
	if (file < 0 && (errno == ENOENT || errno == ENOTDIR))
		return false;
	if (file < 0)
		broken(&(struct place){ .file = path }, "%s", strerror(errno));
	SHA256Init(&context);
	while ((length = read(file, buffer, sizeof(buffer))) != 0) {
		if (length < 0 && errno == EINTR)
			continue;
		if (length < 0)
			broken(&(struct place){ .file = path }, "%s", strerror(errno));
		SHA256Update(&context, buffer, (size_t)length);
		if (rows != NULL)
			count_records(&counter, buffer, (size_t)length);
	}
	close(file);
	*digest = finish(&context);
	counter.records += counter.filled;
	if (rows != NULL)
		*rows = counter.records == 0 ? 0 : counter.records - 1;
	return true;
}

bool digest_equal(const struct digest *one, const struct digest *other)
{
	return strcmp(one->hex, other->hex) == 0;
}
