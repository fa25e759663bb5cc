// Collects what is found in one file.
//
// In:  stretches, codes, messages.
// Out: diagnostics in the order of the file, at most `kMost` of them.
#pragma once

#include <string>

#include "base/diagnostic.h"
#include "source/token.h"

namespace sable::source {

// What a diagnostic says. No words of the source: messages of this room are
// shown for places that may be withheld.
struct Words {
  const char* code;
  std::string message;
  std::string help;
};

class Findings {
 public:
  static constexpr size_t kMost = 200;

  // `shift`: the length of the byte order mark in front of the text.
  Findings(base::FileId file, uint32_t shift) : file_(file), shift_(shift) {}

  void error(Stretch where, Words words);
  void error(Stretch where, Words words, Stretch related, std::string label);
  void warning(Stretch where, Words words);

  bool any_error() const { return errors_ > 0; }
  base::Span span(Stretch where) const;

  // All of it, ordered by place, without consequences: an error of structure
  // that stands on a redaction gone wrong follows from it.
  base::Diagnostics take();

 private:
  void add(base::Diagnostic diagnostic);

  base::FileId file_;
  uint32_t shift_;
  size_t errors_ = 0;
  base::Diagnostics found_;
};

}  // namespace sable::source
