#include "settable.h"

#include <array>

namespace sable::testing {

namespace {

// As the random reports spell them.
constexpr std::array<std::string_view, 8> kUnsettable = {
    "שלום", "السلام", "日本語", "ไทย", "हिन्दी", "👩‍👩‍👧", "🕵🏽", "e\u0301"};

}  // namespace

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

std::string settable(std::string report) {
  for (const std::string_view word : kUnsettable) replace_all(report, word, "river");
  replace_all(report, "template: plain", "template: intelligence");
  return report;
}

}  // namespace sable::testing
