#include "cli/extent_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "cli/columns.h"
#include "cli/json.h"
#include "released/register.h"

namespace sable::cli {

namespace {

using release::ExtentProposal;

std::string line_and_column(base::Span place, const base::SourceSet& sources) {
  const base::LineColumn at = sources.locate(place.file, place.begin);
  return fmt::format("{}:{}", at.line, at.column);
}

std::string lines_of(const ExtentProposal& one) {
  return fmt::format("{}.{}", one.tenths / 10, one.tenths % 10);
}

double bits_of(const std::vector<ExtentProposal>& all) {
  double bits = 0;
  for (const ExtentProposal& one : all) bits += one.bits();
  return bits;
}

std::string now_of(const ExtentProposal& one) {
  const std::string name = released::extent_name(one.now);
  return one.declared ? name : fmt::format("({})", name);
}

std::string proposed_of(const ExtentProposal& one) {
  const std::string name = released::extent_name(one.proposed);
  return one.exceeds_page ? fmt::format("{}, of more", name) : name;
}

std::string codes_of(const ExtentProposal& one) {
  return fmt::format("{}", fmt::join(one.codes, " "));
}

}  // namespace

std::string extent_table(const ExtentSheet& sheet, const base::SourceSet& sources) {
  std::string out =
      fmt::format("Internal: this tells how long redacted matter is.\n{}{}{}\n\n", sheet.report,
                  sheet.release.empty() ? "" : ", withheld from ", sheet.release);
  if (sheet.proposals.empty()) return out + "no redaction has a box with an extent\n";
  std::vector<Cells> rows = {{"Place", "Id", "Kind", "Codes", "Lines", "Now", "Proposed", "Bits"}};
  for (const ExtentProposal& one : sheet.proposals) {
    rows.push_back({line_and_column(one.place, sources), one.id, released::kind_name(one.kind),
                    codes_of(one), lines_of(one), now_of(one), proposed_of(one),
                    fmt::format("{:.1f}", one.bits())});
  }
  const size_t count = sheet.proposals.size();
  return out + aligned(rows) +
         fmt::format(
             "\n{} redaction{}; written as proposed, the extents disclose at most {:.1f} bits.\n"
             "In parentheses: the size of its kind, which discloses none, as `undisclosed` does.\n",
             count, count == 1 ? "" : "s", bits_of(sheet.proposals));
}

std::string extent_json(const ExtentSheet& sheet, const base::SourceSet& sources) {
  std::vector<std::string> rows;
  for (const ExtentProposal& one : sheet.proposals) {
    std::vector<std::string> codes;
    for (const std::string& code : one.codes) codes.push_back(json_text(code));
    JsonObject row;
    row.add("place", line_and_column(one.place, sources)).add("id", one.id);
    row.add("kind", released::kind_name(one.kind)).put("codes", json_list(codes, ", "));
    row.put("lines", lines_of(one)).add("now", released::extent_name(one.now));
    row.put("declared", one.declared ? "true" : "false");
    row.add("proposed", released::extent_name(one.proposed));
    row.put("exceeds-page", one.exceeds_page ? "true" : "false");
    row.put("bits", fmt::format("{:.3f}", one.bits()));
    rows.push_back(row.text());
  }
  return fmt::format(
      "{{\n\"extents\": 1,\n\"internal\": true,\n\"report\": {},\n\"release\": {},\n"
      "\"redactions\": [\n{}\n],\n\"bits\": {:.3f}\n}}\n",
      json_text(sheet.report), json_text(sheet.release), fmt::join(rows, ",\n"),
      bits_of(sheet.proposals));
}

}  // namespace sable::cli
