#include "source/value.h"

#include <algorithm>

namespace sable::source {
namespace {

// The segment that text byte `at` is in: the last that begins at or before it.
size_t segment_of(const std::vector<Segment>& segments, size_t at) {
  const auto after = std::upper_bound(
      segments.begin(), segments.end(), at,
      [](size_t offset, const Segment& segment) { return offset < segment.text_begin; });
  return after == segments.begin() ? 0 : static_cast<size_t>(after - segments.begin()) - 1;
}

}  // namespace

const Value* Value::find(std::string_view key) const {
  for (const Entry& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

// A segment reaches in the file to where the next one begins; what lies between
// its last byte and there belongs to an escape or a fold.
base::Span Value::span_of(size_t begin, size_t end) const {
  if (segments.empty()) return span;
  const auto place = [&](size_t segment, size_t at) {
    const Segment& from = segments[segment];
    const auto offset = static_cast<uint32_t>(at - std::min<size_t>(at, from.text_begin));
    const uint32_t linear = from.source_begin + offset;
    if (segment + 1 == segments.size()) return linear;
    return std::min(linear, segments[segment + 1].source_begin);
  };
  begin = std::min(begin, text.size());
  end = std::clamp(end, begin, text.size());
  const uint32_t first = place(segment_of(segments, begin), begin);
  if (end == begin) return {span.file, first, first};
  const size_t last = segment_of(segments, end - 1);
  const bool closes = last + 1 < segments.size() && segments[last + 1].text_begin == end;
  const uint32_t past = closes ? segments[last + 1].source_begin : place(last, end);
  return {span.file, first, std::max(first, past)};
}

}  // namespace sable::source
