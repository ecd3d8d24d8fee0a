#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// A parser that keeps its buffers between texts. Used by one thread at a time.
typedef struct zhuqi_json zhuqi_json;

// How reading a text ended.
typedef enum {
    zhuqi_json_read = 0,
    zhuqi_json_too_deep = 1,
    zhuqi_json_malformed = 2,
    zhuqi_json_no_memory = 3
} zhuqi_json_end;

// Returns NULL where memory is short.
zhuqi_json *zhuqi_json_new(void);
void zhuqi_json_free(zhuqi_json *parser);

// Units: bytes of text that the buffers hold.
size_t zhuqi_json_capacity(const zhuqi_json *parser);

// Reads one JSON text. The tape and the strings are valid until the parser is used or freed.
//
// Source: https://github.com/simdjson/simdjson/blob/v3.0.1/doc/tape.md
zhuqi_json_end zhuqi_json_parse(
    zhuqi_json *parser, const uint8_t *bytes, size_t count, const uint64_t **tape,
    const uint8_t **strings);

#ifdef __cplusplus
}
#endif
