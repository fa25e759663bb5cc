#include "cli/shape.h"

#include <algorithm>

#include <fmt/format.h>

namespace sable::cli {

namespace {

const char* kind_name(source::Kind kind) {
  switch (kind) {
    case source::Kind::null:
      return "nothing";
    case source::Kind::text:
      return "a text";
    case source::Kind::list:
      return "a list";
    case source::Kind::map:
      return "a map";
  }
  return "nothing";
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

MapShape::MapShape(const source::Value& value, std::vector<std::string> required,
                   std::vector<std::string> optional, base::Diagnostics& problems)
    : value_(value), problems_(problems) {
  if (value.kind != source::Kind::map) {
    problems.push_back(base::error_at(
        value.span, "SBL1010", fmt::format("a map is wanted here, not {}", kind_name(value.kind)),
        fmt::format("its keys are {}", fmt::join(required.empty() ? optional : required, ", "))));
    return;
  }
  std::vector<std::string> known = required;
  known.insert(known.end(), optional.begin(), optional.end());
  for (const source::Entry& entry : value.entries) {
    if (holds(known, entry.key)) continue;
    const std::string* meant = base::nearest(entry.key, known);
    problems.push_back(
        base::error_at(entry.key_span, "SBL1011", fmt::format("there is no key {} here", entry.key),
                       meant != nullptr ? fmt::format("did you mean {}?", *meant)
                                        : fmt::format("the keys are {}", fmt::join(known, ", "))));
  }
  for (const std::string& key : required) {
    if (value.find(key) != nullptr) continue;
    problems.push_back(
        base::error_at(value.span, "SBL1012", fmt::format("the key {} is missing here", key)));
  }
}

const source::Value* MapShape::child(std::string_view key, source::Kind kind) const {
  const source::Value* found = value_.find(key);
  if (found == nullptr || found->kind == kind) return found;
  problems_.push_back(base::error_at(
      found->span, "SBL1010",
      fmt::format("{} is {}, not {}", key, kind_name(kind), kind_name(found->kind))));
  return nullptr;
}

std::string MapShape::text(std::string_view key) const {
  const source::Value* found = child(key, source::Kind::text);
  return found != nullptr ? found->text : std::string();
}

const source::Value* MapShape::list(std::string_view key) const {
  return child(key, source::Kind::list);
}

const source::Value* MapShape::map(std::string_view key) const {
  return child(key, source::Kind::map);
}

base::Span MapShape::place(std::string_view key) const {
  const source::Value* found = value_.find(key);
  return found != nullptr ? found->span : value_.span;
}

void MapShape::note(std::string_view key, std::string message, std::string help) const {
  problems_.push_back(base::error_at(place(key), "SBL1013", std::move(message), std::move(help)));
}

}  // namespace sable::cli
