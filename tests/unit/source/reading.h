// Reads a text as a source file and shows what came of it as plain text, so that
// a test compares whole results.
#pragma once

#include <string>
#include <vector>

#include "source/read.h"

namespace sable::source {

struct Reading {
  base::SourceSet sources;
  base::Result<Document> result = Document{};

  explicit Reading(std::string text, const Limits& limits = {}) {
    const base::FileId file = sources.add("report.yaml", std::move(text), base::Secrecy::secret);
    result = read(sources, file, limits);
  }

  const Value& tree() const { return result->tree; }
  const base::Diagnostics& found() const { return result ? result->warnings : result.error(); }
  std::string_view source(const base::Span& span) const {
    return std::string_view(sources.file(span.file).text).substr(span.begin, span.end - span.begin);
  }
};

// The tree in one line: {key: "text", list: [null, "x"]}.
inline std::string shown(const Value& value) {
  std::string out;
  switch (value.kind) {
    case Kind::null:
      return "null";
    case Kind::text:
      return '"' + value.text + '"';
    case Kind::list:
      for (const Value& item : value.items) out += (out.empty() ? "" : ", ") + shown(item);
      return '[' + out + ']';
    case Kind::map:
      for (const Entry& entry : value.entries) {
        out += (out.empty() ? "" : ", ") + entry.key + ": " + shown(entry.value);
      }
      return '{' + out + '}';
  }
  return out;
}

// The tree, or the diagnostics.
inline std::string shown(const Reading& reading);

// One line a diagnostic: "2:5-2:9 SBL0110", warnings with "warning " before.
inline std::string shown(const base::SourceSet& sources, const base::Diagnostics& diagnostics) {
  std::string out;
  const auto place = [&](uint32_t offset) {
    const base::LineColumn at = sources.locate(0, offset);
    return std::to_string(at.line) + ':' + std::to_string(at.column);
  };
  for (const base::Diagnostic& diagnostic : diagnostics) {
    if (!out.empty()) out += '\n';
    if (diagnostic.severity == base::Severity::warning) out += "warning ";
    out +=
        place(diagnostic.span->begin) + '-' + place(diagnostic.span->end) + ' ' + diagnostic.code;
    for (const base::Label& label : diagnostic.related) {
      out += " (" + place(label.span.begin) + '-' + place(label.span.end) + ' ' + label.text + ')';
    }
  }
  return out;
}

inline std::string shown(const Reading& reading) {
  const std::string found = shown(reading.sources, reading.found());
  if (!reading.result) return found;
  return shown(reading.tree()) + (found.empty() ? "" : '\n' + found);
}

inline std::string read_text(std::string text) { return shown(Reading(std::move(text))); }

}  // namespace sable::source
