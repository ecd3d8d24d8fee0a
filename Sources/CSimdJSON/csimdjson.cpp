#include "csimdjson.h"

#include <new>
#include <simdjson.h>

struct zhuqi_json {
    simdjson::dom::parser parser;
};

zhuqi_json *zhuqi_json_new(void) { return new (std::nothrow) zhuqi_json; }

void zhuqi_json_free(zhuqi_json *parser) { delete parser; }

size_t zhuqi_json_capacity(const zhuqi_json *parser) { return parser->parser.capacity(); }

zhuqi_json_end zhuqi_json_parse(
    zhuqi_json *parser, const uint8_t *bytes, size_t count, const uint64_t **tape,
    const uint8_t **strings) {
    // The parser reads some bytes past the end: it copies the text to where it may.
    switch (parser->parser.parse(bytes, count, true).error()) {
    case simdjson::SUCCESS: break;
    case simdjson::DEPTH_ERROR: return zhuqi_json_too_deep;
    case simdjson::MEMALLOC:
    case simdjson::CAPACITY: return zhuqi_json_no_memory;
    default: return zhuqi_json_malformed;
    }
    *tape = parser->parser.doc.tape.get();
    *strings = parser->parser.doc.string_buf.get();
    return zhuqi_json_read;
}
