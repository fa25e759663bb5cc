#include "marking/us_lists.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "marking/spelling.h"

namespace sable::marking::us {

namespace {

constexpr uint32_t kHighestSigma = 99;

void cnwdi(const Entry& found, std::string_view part, Words& words, Notes& notes) {
  if (found.kind == kFrd) {
    notes.wrong("SBL0505", "CNWDI belongs to RD alone", "take it out",
                notes.is_ic() ? found.source : "DoDM 5200.01 v2, encl. 4, 8.c.3");
    notes.give_up();
    return;
  }
  if (notes.is_ic() && part == "N") {
    notes.wrong("SBL0502", "-N is the older spelling of -CNWDI", "write -CNWDI", found.source);
  }
  words.emplace_back("CNWDI");
}

void sigma(std::string_view part, Words& words, Notes& notes) {
  const size_t blank = part.find(' ');
  const bool is_short = part.starts_with("SG");
  if (notes.form() != Form::any && is_short != (notes.form() == Form::portion)) {
    notes.wrong("SBL0502", "SIGMA stands in banners, SG in portion marks", "write the other");
  }
  uint32_t last = 0;
  for (const std::string_view number : split(part.substr(blank + 1), " ")) {
    uint32_t value = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc() || end != number.data() + number.size() || value == 0 ||
        value > kHighestSigma) {
      return notes.unreadable(
          "SIGMA numbers are whole numbers from 1 to 99", "correct the number",
          notes.is_ic() ? entry(kRd).source : "DoDM 5200.01 v2, encl. 4, 8.d.3");
    }
    if (value <= last) notes.wrong("SBL0503", "SIGMA numbers ascend", "put them in order");
    last = value;
    words.push_back(fmt::format("SIGMA {:03}", value));
  }
}

}  // namespace

// Words between separators and blanks, checked to be countries.
Words read_codes(std::string_view list, char separator, std::string_view of, Notes& notes) {
  Words words;
  size_t at = 0;
  while (at < list.size()) {
    if (list[at] == ' ' || list[at] == ',' || list[at] == separator) {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < list.size() && list[end] != ' ' && list[end] != ',' && list[end] != separator) {
      ++end;
    }
    words.emplace_back(list.substr(at, end - at));
    at = end;
    if (is_country(words.back())) continue;
    notes.unreadable(
        fmt::format("a word behind {} is no code of a country or group", of),
        "codes are the trigraphs of ISO 3166-1, and tetragraphs such as NATO and FVEY");
  }
  return words;
}

// REL TO and DISPLAY ONLY: a comma and a blank between codes.
std::optional<Words> read_country_list(Kind kind, std::string_view list, Notes& notes) {
  const char* of = kind == kRelTo ? "REL TO" : "DISPLAY ONLY";
  Words given = read_codes(list, ',', of, notes);
  if (!notes.readable()) return std::nullopt;
  if (fmt::format(" {}", fmt::join(given, ", ")) != list) {
    notes.wrong("SBL0507", fmt::format("a comma and a blank stand between the codes of {}", of),
                "write them so");
  }
  if (kind == kRelTo) {
    const auto usa = std::find(given.begin(), given.end(), "USA");
    if (usa != given.begin() || given.empty()) {
      notes.wrong("SBL0507", "the list of REL TO begins with USA", "put USA first");
    }
    if (usa != given.end()) given.erase(usa);
  }
  if (std::find(given.begin(), given.end(), "USA") != given.end()) {
    notes.wrong("SBL0507", fmt::format("USA does not stand behind {}", of), "take it out");
    std::erase(given, "USA");
  }
  if (given.empty()) {
    notes.unreadable(fmt::format("{} names no country but the United States", of),
                     "name the countries, or write NOFORN");
    return std::nullopt;
  }
  return put_in_order(given, notes);
}

Words put_in_order(const Words& given, Notes& notes) {
  const Words sorted = countries_in_order(given);
  if (sorted != given) notes.order_of_countries();
  const Words listed = all_countries(sorted, {});
  if (listed != sorted) {
    notes.wrong("SBL0507", "a country stands beside a group that it belongs to",
                "take the country out");
  }
  return listed;
}

// "RD-CNWDI-SIGMA 1 2", "FRD-SG 14".
std::optional<Control> read_nuclear(std::string_view token, Notes& notes) {
  const std::vector<std::string_view> parts = split(token, "-");
  const Entry* found = find_entry(parts[0]);
  if (found == nullptr || (found->kind != kRd && found->kind != kFrd)) return std::nullopt;
  if (notes.form() == Form::portion && parts[0] != found->portion) {
    notes.wrong("SBL0502", fmt::format("{} is spelt out in a portion mark", found->banner),
                fmt::format("write {}", found->portion));
  }
  Words words;
  for (size_t i = 1; i < parts.size(); ++i) {
    if (parts[i] == "CNWDI" || parts[i] == "N") {
      cnwdi(*found, parts[i], words, notes);
    } else if (parts[i].starts_with("SIGMA ") || parts[i].starts_with("SG ")) {
      sigma(parts[i], words, notes);
    } else {
      notes.unreadable(fmt::format("behind {} stand CNWDI and SIGMA alone", found->banner),
                       "write one of them, or take it out", found->source);
    }
  }
  return Control{found->kind, in_order(std::move(words))};
}

}  // namespace sable::marking::us
