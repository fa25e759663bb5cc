#include "release/copies.h"

#include <fmt/format.h>

namespace sable::release {

std::string notice_of(const Profile& profile) {
  switch (purpose_of(profile)) {
    case released::Purpose::review:
      return "REVIEW COPY – CONTAINS WITHHELD MATTER";
    case released::Purpose::consultation:
      return fmt::format("CONSULTATION COPY – {}", profile.consultation);
    case released::Purpose::release:
      break;
  }
  return {};
}

// Quotes and boxes without a mark leave the decision to what is in them, and so do lists
// and sections.
MarkOfBlock mark_of(const report::Block& block) {
  if (const auto* paragraph = std::get_if<report::Paragraph>(&block.value)) {
    return {true, paragraph->text.mark};
  }
  if (const auto* code = std::get_if<report::Code>(&block.value)) return {true, code->text.mark};
  if (const auto* table = std::get_if<report::Table>(&block.value)) {
    return {table->mark.has_value(), table->mark};
  }
  if (const auto* figure = std::get_if<report::Figure>(&block.value)) return {true, figure->mark};
  if (const auto* quote = std::get_if<report::Quote>(&block.value)) {
    return {quote->mark.has_value(), quote->mark};
  }
  if (const auto* box = std::get_if<report::TextBox>(&block.value)) {
    return {box->mark.has_value(), box->mark};
  }
  return {};
}

}  // namespace sable::release
