// Any bytes as a source file: read() has to answer with a tree or diagnostics.
//
// In:  bytes.
// Out: nothing, or a stop: a diagnostic or a value points outside the file, a
//      text cannot be mapped back, or nothing was found in what was refused.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "source/read.h"

namespace {

using sable::base::Span;
using sable::source::Kind;
using sable::source::Value;

void require(bool condition) {
  if (!condition) std::abort();
}

void check_span(const Span& span, size_t size) {
  require(span.begin <= span.end && span.end <= size);
}

void check_value(const Value& value, size_t size) {
  check_span(value.span, size);
  if (value.kind == Kind::text || value.kind == Kind::null) require(!value.segments.empty());
  for (size_t at = 0; at < value.text.size(); ++at) {
    const Span span = value.span_of(at, at + 1);
    check_span(span, size);
    require(span.begin >= value.span.begin && span.end > span.begin);
  }
  for (const Value& item : value.items) check_value(item, size);
  for (const auto& entry : value.entries) {
    check_span(entry.key_span, size);
    check_value(entry.value, size);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  sable::base::SourceSet sources;
  const auto file =
      sources.add("input.yaml", std::string(reinterpret_cast<const char*>(data), size),
                  sable::base::Secrecy::secret);
  const auto read = sable::source::read(sources, file);
  if (read) {
    check_value(read->tree, size);
    return 0;
  }
  require(!read.error().empty());
  for (const auto& diagnostic : read.error()) check_span(*diagnostic.span, size);
  return 0;
}
