// Implements match.h.
#include "text/match.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace sable::text {
namespace {

// How far `available` is from `desired`; less is nearer. CSS Fonts 4, 5.2, 4:
// - from 400 to 500: up to 500 upwards, then lighter ones, then heavier ones;
// - below 400: lighter ones, then heavier ones; above 500: the other way round.
uint32_t weight_distance(uint16_t desired, uint16_t available) {
  constexpr uint32_t kSecond = 0x10000, kThird = 0x20000;
  const uint32_t heavier = available - uint32_t{desired};
  const uint32_t lighter = desired - uint32_t{available};
  if (available == desired) return 0;
  if (desired < 400) return available < desired ? lighter : kSecond + heavier;
  if (desired > 500) return available > desired ? heavier : kSecond + lighter;
  if (available < desired) return kSecond + lighter;
  return available <= 500 ? heavier : kThird + heavier;
}

}  // namespace

std::string fold_case(std::string_view name) {
  std::string folded;
  for (size_t offset = 0; offset < name.size();) {
    const char32_t code_point = base::next_code_point(name, offset);
    const UChar32 lower = u_foldCase(static_cast<UChar32>(code_point), U_FOLD_CASE_DEFAULT);
    base::append_utf8(folded, static_cast<char32_t>(lower));
  }
  return folded;
}

std::vector<size_t> family_members(const std::vector<FontEntry>& entries, std::string_view family) {
  std::vector<size_t> members;
  const std::string folded = fold_case(family);
  for (size_t i = 0; i < entries.size(); ++i) {
    const std::string& name = entries[i].family;
    if (name == family || fold_case(name) == folded) members.push_back(i);
  }
  return members;
}

std::optional<size_t> nearest_face(const std::vector<FontEntry>& entries,
                                   const std::vector<size_t>& members, bool italic,
                                   uint16_t weight) {
  std::optional<size_t> best;
  for (const size_t i : members) {
    if (entries[i].italic != italic) continue;
    if (!best || weight_distance(weight, entries[i].weight) <
                     weight_distance(weight, entries[*best].weight)) {
      best = i;
    }
  }
  return best;
}

}  // namespace sable::text
