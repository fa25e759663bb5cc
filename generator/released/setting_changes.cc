#include "released/setting_changes.h"

#include <utility>

#include <fmt/format.h>

namespace sable::released {

namespace {

struct Setting {
  const char* name;
  std::string value;  // empty: there is none
};

std::string declassification(const Released& released) {
  if (!released.declassified) return {};
  const Declassification& it = *released.declassified;
  return fmt::format("{}; {}, {}", it.caption, it.authority, it.date);
}

std::string running_numbers(const Released& released) {
  if (!released.bates) return {};
  const Bates& bates = *released.bates;
  return fmt::format("from {}{:0{}}", bates.prefix, bates.first, bates.digits);
}

std::string contents(const Contents& contents) {
  std::string text;
  if (contents.depth > 0) text = fmt::format("headings to level {}", contents.depth);
  if (contents.tables) text += text.empty() ? "tables" : ", tables";
  if (contents.figures) text += text.empty() ? "figures" : ", figures";
  return text;
}

std::string page_numbers(const PageNumbers& numbers) {
  std::string text = numbers.front;
  if (numbers.by_section) text += text.empty() ? "by section" : ", by section";
  return text;
}

std::vector<Setting> settings_of(const Released& it) {
  constexpr const char* kBoxes[] = {"black", "outline", "grey"};
  constexpr const char* kCodes[] = {"inside", "beside", "margin"};
  return {
      {"notice", it.notice},
      {"template", it.template_name},
      {"language", it.language},
      {"marking system", it.system->name()},
      {"overall marking", it.system->banner(it.overall)},
      {"banner", it.banner == BannerScope::per_page ? "by page" : "overall"},
      {"lists in portion marks", it.short_lists ? "short" : ""},
      {"declassification", declassification(it)},
      {"stamp", it.stamp},
      {"watermark", it.watermark},
      {"running numbers", running_numbers(it)},
      {"boxes", kBoxes[static_cast<size_t>(it.boxes)]},
      {"place of codes", kCodes[static_cast<size_t>(it.codes)]},
      {"line numbers", it.numbers_lines ? "yes" : ""},
      {"contents", contents(it.contents)},
      {"index", it.index ? "yes" : ""},
      {"page numbers", page_numbers(it.page_numbers)},
      {"columns", it.columns > 0 ? fmt::format("{}", it.columns) : std::string()},
  };
}

}  // namespace

Difference setting_changes(const Released& before, const Released& now) {
  Difference found;
  std::vector<Setting> was = settings_of(before), is = settings_of(now);
  for (size_t i = 0; i < is.size(); ++i) {
    if (was[i].value == is[i].value) continue;
    Alteration& one = found.emplace_back();
    one.of = Aspect::setting;
    one.what = is[i].name;
    if (was[i].value.empty()) one.turn = Turn::added;
    if (is[i].value.empty()) one.turn = Turn::removed;
    one.before = std::move(was[i].value);
    one.now = std::move(is[i].value);
  }
  return found;
}

}  // namespace sable::released
