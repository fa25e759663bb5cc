// A YAML text as a tree of values, each with the exact place it came from.
//
// In:  the bytes of a file.
// Out: `Value`: null, text, list or map. Nothing is guessed: `NO`, `1.10` and
//      `2019-05-14` are text until the schema says otherwise.
//
// Strict: see read.h for what is refused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"

namespace sable::source {

enum class Kind : uint8_t { null, text, list, map };

// Where stretches of a scalar's text stand in the file. Folding, indentation
// and escapes make the two differ: each line of a block, each escape and each
// fold has its own segment, and an empty one at the end of the text may tell
// where the last one ends in the file.
struct Segment {
  uint32_t text_begin = 0;    // offset in Value::text
  uint32_t source_begin = 0;  // offset in the file
};

struct Entry;

struct Value {
  Kind kind = Kind::null;
  base::Span span;                // of a block scalar: its content, without the header
  std::string text;               // of a scalar
  std::vector<Segment> segments;  // ascending by text_begin; never empty for a scalar
  std::vector<Value> items;       // of a list
  std::vector<Entry> entries;     // of a map, in the order of the file

  // The value under that key, or nullptr.
  const Value* find(std::string_view key) const;
  // Place of text bytes [begin, end) in the file.
  base::Span span_of(size_t begin, size_t end) const;
};

struct Entry {
  std::string key;
  base::Span key_span;
  Value value;
};

}  // namespace sable::source
