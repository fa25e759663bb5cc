#include "marking/notices.h"

#include <algorithm>
#include <string_view>

namespace sable::marking {

namespace {

constexpr const char* kRestrictedData =
    "RESTRICTED DATA. This document contains Restricted Data as defined in the Atomic Energy Act "
    "of 1954, as amended. Unauthorized disclosure is subject to administrative and criminal "
    "sanctions.";
constexpr const char* kFormerlyRestrictedData =
    "FORMERLY RESTRICTED DATA. Unauthorized disclosure is subject to administrative and criminal "
    "sanctions. Handle as Restricted Data in foreign dissemination. Section 144b, Atomic Energy "
    "Act of 1954.";

std::vector<std::string_view> categories_of(std::string_view banner) {
  std::vector<std::string_view> parts;
  while (true) {
    const size_t end = banner.find("//");
    parts.push_back(banner.substr(0, end));
    if (end == std::string_view::npos) return parts;
    banner.remove_prefix(end + 2);
  }
}

// "RD-CNWDI" begins with "RD", "RDX" does not.
bool begins_with(std::string_view category, std::string_view word) {
  return category.starts_with(word) &&
         (category.size() == word.size() || category[word.size()] == '-' ||
          category[word.size()] == ' ' || category[word.size()] == '/');
}

std::string foreign(std::string_view category) {
  const std::string_view countries = category.substr(std::min<size_t>(4, category.size()));
  std::string text = "This document contains ";
  if (countries.empty()) return text += "foreign government information.";
  const bool nato = countries == "NATO";
  text += countries;
  return text += nato ? " classified information." : " foreign government information.";
}

}  // namespace

std::vector<std::string> notices(const System& system, const Marking& marking) {
  std::vector<std::string> all;
  if (system.name() != "us-ic" && system.name() != "us-dod") return all;
  const std::string banner = system.banner(marking);
  for (const std::string_view category : categories_of(banner)) {
    if (begins_with(category, "RD")) all.emplace_back(kRestrictedData);
    if (begins_with(category, "FRD")) all.emplace_back(kFormerlyRestrictedData);
    if (begins_with(category, "FGI")) all.push_back(foreign(category));
  }
  return all;
}

}  // namespace sable::marking
