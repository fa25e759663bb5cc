#include "marking/us_notes.h"

#include <algorithm>

#include <fmt/format.h>

namespace sable::marking::us {

void Notes::wrong(std::string code, std::string message, std::string help,
                  std::string_view source) {
  Finding finding{std::move(code), std::move(message),
                  std::string(source.empty() ? form_source(dialect_) : source), std::move(help)};
  const bool known = std::any_of(findings_.begin(), findings_.end(), [&](const Finding& other) {
    return other.message == finding.message;
  });
  if (!known) findings_.push_back(std::move(finding));
}

void Notes::unreadable(std::string message, std::string help, std::string_view source) {
  wrong("SBL0500", std::move(message), std::move(help), source);
  readable_ = false;
}

void Notes::order_of_countries() {
  wrong("SBL0507", "countries stand in the order of the alphabet, trigraphs before longer codes",
        "put them in order");
}

std::string Notes::not_of_system(const char* what) const {
  return fmt::format("this marking's {} is not one of the system {}", what,
                     is_ic() ? "us-ic" : "us-dod");
}

}  // namespace sable::marking::us
