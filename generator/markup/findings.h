// Diagnostics of one filling, each told once. Private to the room.
//
// In:  findings; a template's fault is found again for each block it fills.
// Out: the first of each, and no more than a screenful.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <tuple>

#include "base/diagnostic.h"
#include "markup/tree.h"
#include "released/released.h"

namespace sable::markup {

class Findings {
 public:
  explicit Findings(const released::Released& released) : released_(released) {}

  // `echo`: words that may come from the release.
  void add(Provenance where, std::string code, std::string message, std::string help,
           std::string echo = {}, base::Fault fault = base::Fault::input);
  // Adds a place that explains the finding added last.
  void relate(base::Span place, std::string text);

  bool empty() const { return diagnostics_.empty(); }
  base::Diagnostics take() { return std::move(diagnostics_); }

 private:
  static constexpr size_t kMost = 100;
  using Key = std::tuple<base::FileId, uint32_t, std::string, std::string>;  // message, echo

  const released::Released& released_;
  base::Diagnostics diagnostics_;
  std::set<Key> told_;
};

}  // namespace sable::markup
