// What the program has to say about its input.
//
// In:  findings of every stage.
// Out: values; `print.h` turns them into text.
//
// A diagnostic never holds withheld text. `message`, `help` and `place` are
// made of the program's own words and of public names; words of the source go
// into `echo` alone, which is printed only where excerpts are allowed and the
// place is not masked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "base/span.h"

namespace sable::base {

enum class Severity { error, warning, note };

// Whose repair it is; decides the exit status.
enum class Fault {
  input,        // the source, template or release is wrong: never worth a retry
  environment,  // a file is missing or failed: worth a retry
  internal,     // the program's own
};

struct Label {
  Span span;
  std::string text;
};

struct Diagnostic {
  Severity severity = Severity::error;
  Fault fault = Fault::input;
  std::string code;            // stable: "SBL0123"
  std::string message;         // one sentence, plain words, no source text
  std::optional<Span> span;    // where, in a file of the run's SourceSet
  std::vector<Label> related;  // other places that explain it
  std::string help;            // the repair
  std::string echo;            // the offending words of the source, or empty
  // Where, behind the door: an ordinal of the release, which the command line
  // turns into a block path in `place` ("body/3/bullets/2").
  std::optional<uint32_t> ordinal;
  std::string place;
};

using Diagnostics = std::vector<Diagnostic>;

template <typename T>
using Result = tl::expected<T, Diagnostics>;

// The usual ways to make one.
Diagnostic error_at(Span span, std::string code, std::string message, std::string help = {});
Diagnostic warning_at(Span span, std::string code, std::string message, std::string help = {});
Diagnostic error_without_place(Fault fault, std::string code, std::string message,
                               std::string help = {});

bool has_errors(const Diagnostics& diagnostics);

inline tl::unexpected<Diagnostics> fail(Diagnostic diagnostic) {
  return tl::unexpected<Diagnostics>(Diagnostics{std::move(diagnostic)});
}
inline tl::unexpected<Diagnostics> fail(Diagnostics diagnostics) {
  return tl::unexpected<Diagnostics>(std::move(diagnostics));
}

// The candidate nearest to `word` by edit distance, if near enough to be meant
// (at most a third of its letters differ); nullptr otherwise. For "did you mean".
const std::string* nearest(const std::string& word, const std::vector<std::string>& candidates);

}  // namespace sable::base
