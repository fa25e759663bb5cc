#include "cli/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <vector>

namespace sable::cli {

namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || text[0] == '-' || error != std::errc() || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

std::optional<int> month_of(std::string_view name) {
  for (size_t i = 0; i < kMonths.size(); ++i) {
    if (kMonths[i] == name) return static_cast<int>(i) + 1;
  }
  return number_of(name);
}

// Words between blanks, commas and hyphens.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  size_t at = 0;
  while ((at = text.find_first_not_of(" ,-", at)) != std::string_view::npos) {
    const size_t end = std::min(text.find_first_of(" ,-", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::optional<int64_t> seconds_of(std::optional<int> year, std::optional<int> month,
                                  std::optional<int> day) {
  if (!year || !month || !day || *year < 1 || *year > 9999 || *month < 0 || *day < 0) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::sys_days(date).time_since_epoch())
      .count();
}

// The words of a line of text; nothing where a part of it is withheld.
std::optional<std::string> plain(const released::Inlines& inlines) {
  std::string text;
  for (const released::Inline& item : inlines) {
    if (const auto* outlined = std::get_if<released::Outlined>(&item.value)) {
      const std::optional<std::string> inner = plain(outlined->children);
      if (!inner) return std::nullopt;
      text += *inner;
      continue;
    }
    const auto* words = std::get_if<released::Text>(&item.value);
    if (words == nullptr) return std::nullopt;
    text += words->text;
  }
  return text;
}

}  // namespace

std::optional<int64_t> seconds_of_date(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.size() != 3) return std::nullopt;
  const std::optional<int> first = number_of(words[0]);
  if (!first) return seconds_of(number_of(words[2]), month_of(words[0]), number_of(words[1]));
  if (words[0].size() == 4) return seconds_of(first, number_of(words[1]), number_of(words[2]));
  return seconds_of(number_of(words[2]), month_of(words[1]), first);
}

std::optional<std::string> shown_date(const released::Released& released) {
  if (!released.titles.date) return std::nullopt;
  const auto* inlines = std::get_if<released::Inlines>(&released.titles.date->text);
  return inlines == nullptr ? std::nullopt : plain(*inlines);
}

int64_t date_of(const released::Released& released) {
  const std::optional<std::string> text = shown_date(released);
  return text ? seconds_of_date(*text).value_or(0) : 0;
}

}  // namespace sable::cli
