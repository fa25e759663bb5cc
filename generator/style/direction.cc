#include "style/direction.h"

#include <algorithm>
#include <array>
#include <string>

#include "style/property.h"

namespace sable::style {
namespace {

// Languages whose usual script runs from right to left (CLDR 42, likely subtags).
constexpr std::array<std::string_view, 26> kLanguages = {
    "ar", "arc", "ary", "arz", "azb", "bal", "bgn", "ckb", "dv",  "fa", "glk", "he", "iw",
    "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps",  "sd",  "syr", "ug", "ur",  "yi", "ji"};
constexpr std::array<std::string_view, 12> kScripts = {
    "arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg", "samr", "mand", "mend", "aran", "yezi"};

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_alphabetic(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::optional<Direction> direction_of_attribute(std::string_view dir) {
  if (dir == "ltr") return Direction::left_to_right;
  if (dir == "rtl") return Direction::right_to_left;
  if (dir == "auto") return Direction::automatic;
  return std::nullopt;
}

// RFC 5646, 2.2: the script is the subtag of four letters; an extension or private
// use begins with a subtag of one character.
Direction direction_of_language(std::string_view language) {
  const std::string tag = lower(language);
  const size_t first = std::min(tag.find('-'), tag.size());
  for (size_t begin = first; begin < tag.size();) {
    const size_t end = std::min(tag.find('-', begin + 1), tag.size());
    const std::string_view subtag = std::string_view(tag).substr(begin + 1, end - begin - 1);
    if (subtag.size() == 1) break;
    if (subtag.size() == 4 && is_alphabetic(subtag)) {
      return contains(kScripts, subtag) ? Direction::right_to_left : Direction::left_to_right;
    }
    begin = end;
  }
  return contains(kLanguages, std::string_view(tag).substr(0, first)) ? Direction::right_to_left
                                                                      : Direction::left_to_right;
}

Property physical(Property property, Direction direction) {
  const bool mirrored = direction == Direction::right_to_left;
  switch (property) {
    case Property::margin_inline_start:
      return mirrored ? Property::margin_right : Property::margin_left;
    case Property::margin_inline_end:
      return mirrored ? Property::margin_left : Property::margin_right;
    case Property::padding_inline_start:
      return mirrored ? Property::padding_right : Property::padding_left;
    case Property::padding_inline_end:
      return mirrored ? Property::padding_left : Property::padding_right;
    default:
      return property;
  }
}

}  // namespace sable::style
