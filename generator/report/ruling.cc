#include "report/ruling.h"

#include <algorithm>

namespace sable::report {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string folded(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c != ' ' && c != '\t' && c != '\n') out += lower(c);
  }
  return out;
}

}  // namespace

const char* step_name(Step step) {
  switch (step) {
    case Step::proposed:
      return "proposed";
    case Step::referred:
      return "referred";
    case Step::approved:
      return "approved";
    case Step::appealed:
      return "appealed";
    case Step::upheld:
      return "upheld";
    case Step::released:
      break;
  }
  return "released";
}

// Days in ISO 8601 stand in the order of their characters.
size_t events_by(const Ruling& ruling, std::string_view day) {
  if (day.empty()) return ruling.history.size();
  const auto later =
      std::find_if(ruling.history.begin(), ruling.history.end(),
                   [&](const Event& event) { return std::string_view(event.on) > day; });
  return static_cast<size_t>(later - ruling.history.begin());
}

std::optional<Step> standing(const Ruling& ruling, std::string_view day) {
  const size_t count = events_by(ruling, day);
  if (count == 0) return std::nullopt;
  return ruling.history[count - 1].step;
}

const Event* last_of(const Ruling& ruling, Step step, std::string_view day) {
  for (size_t i = events_by(ruling, day); i-- > 0;) {
    if (ruling.history[i].step == step) return &ruling.history[i];
  }
  return nullptr;
}

bool same_person(std::string_view one, std::string_view other) {
  return folded(one) == folded(other);
}

}  // namespace sable::report
