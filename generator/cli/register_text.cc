#include "cli/register_text.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/columns.h"
#include "cli/json.h"

namespace sable::cli {

namespace {

using released::Entry;
using released::LedgerPage;
using released::Register;

std::string bates_of(const Register& made, const Entry& entry) {
  std::string all;
  for (const uint32_t page : entry.pages) {
    const std::string& bates = made.ledger[page].bates;
    if (!all.empty() && !bates.empty()) all += ", ";
    all += bates;
  }
  return all;
}

// The long texts of an entry, each on a line of its own.
std::vector<std::pair<const char*, std::string>> remarks_of(const Entry& entry) {
  std::vector<std::pair<const char*, std::string>> all = {{"description", entry.description},
                                                          {"justification", entry.justification},
                                                          {"referred to", entry.referred_to}};
  if (!entry.officers) return all;
  const released::Officers& officers = *entry.officers;
  std::string status = officers.status;
  if (!status.empty()) status += fmt::format(" by {} on {}", officers.by, officers.on);
  all.insert(all.begin(), {{"place", officers.place}, {"status", std::move(status)}});
  all.emplace_back("equity", officers.equity);
  all.emplace_back("basis", officers.basis);
  all.emplace_back("reason", officers.reason);
  return all;
}

// RFC 4180, 2.5–2.7.
std::string csv_cell(std::string text) {
  const bool formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  if (formula) text.insert(text.begin(), ' ');
  if (text.find_first_of(",\"\r\n") == std::string::npos && !formula) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_line(const Cells& cells) {
  std::string out;
  for (const std::string& cell : cells) {
    if (&cell != &cells.front()) out += ',';
    out += csv_cell(cell);
  }
  return out + "\r\n";
}

std::string json_of(const Register& made, const Entry& entry) {
  std::vector<std::string> pages, bates, codes;
  for (const uint32_t page : entry.pages) {
    pages.push_back(json_text(made.ledger[page].label));
    if (!made.ledger[page].bates.empty()) bates.push_back(json_text(made.ledger[page].bates));
  }
  for (const released::Citation& one : entry.citations) {
    codes.push_back(JsonObject().add("code", one.code).add("statute", one.statute).text());
  }
  JsonObject object;
  object.put("number", fmt::format("{}", entry.number)).add("id", entry.id);
  object.put("pages", json_list(pages, ", ")).put("bates", json_list(bates, ", "));
  object.put("every-page", entry.on_every_page ? "true" : "false");
  object.add("section", entry.section).add("kind", entry.kind);
  object.put("codes", json_list(codes, ", ")).add("extent", entry.extent);
  object.add("description", entry.description).add("justification", entry.justification);
  object.add("referred-to", entry.referred_to);
  if (entry.officers) {
    const released::Officers& officers = *entry.officers;
    object.add("place", officers.place).add("status", officers.status);
    object.add("by", officers.by).add("on", officers.on).add("equity", officers.equity);
    object.add("basis", officers.basis).add("reason", officers.reason);
  }
  return object.text();
}

std::string json_of(const LedgerPage& page) {
  constexpr const char* kStates[] = {"in-full", "in-part", "withheld"};
  return JsonObject()
      .add("page", page.label)
      .add("bates", page.bates)
      .add("state", kStates[static_cast<size_t>(page.state)])
      .put("referred", page.referred ? "true" : "false")
      .put("stands-for", fmt::format("{}", page.stands_for))
      .text();
}

}  // namespace

std::string pages_of(const Register& made, const Entry& entry) {
  if (entry.on_every_page) return "every page";
  std::string all;
  for (const uint32_t page : entry.pages) {
    if (!all.empty()) all += ", ";
    all += made.ledger[page].label;
  }
  return all;
}

std::string citations_of(const Entry& entry) {
  std::string all;
  for (const released::Citation& one : entry.citations) {
    if (!all.empty()) all += "; ";
    all += one.code;
    if (!one.statute.empty()) all += " " + one.statute;
  }
  return all.empty() ? "above the ceiling" : all;
}

std::string totals_of(const released::Totals& totals) {
  const uint32_t pages = totals.in_full + totals.in_part + totals.withheld;
  std::string text =
      fmt::format("{} page{}: {} released in full, {} in part, {} withheld", pages,
                  pages == 1 ? "" : "s", totals.in_full, totals.in_part, totals.withheld);
  if (totals.referred > 0) text += fmt::format("; {} with referred matter", totals.referred);
  return text;
}

std::string register_table(const Register& made) {
  std::vector<Cells> rows = {{"No.", "Id", "Page", "Section", "Kind", "Extent", "Codes"}};
  for (const Entry& entry : made.entries) {
    rows.push_back({fmt::format("{}", entry.number), entry.id, pages_of(made, entry), entry.section,
                    entry.kind, entry.extent, citations_of(entry)});
  }
  std::string lines = aligned(rows),
              out = fmt::format("{}{}: {}\n\n",
                                made.is_internal ? "Internal: not for release.\n" : "",
                                made.release, made.title);
  size_t at = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    const size_t end = lines.find('\n', at) + 1;
    out.append(lines, at, end - at);
    at = end;
    if (i == 0) continue;
    for (const auto& [name, text] : remarks_of(made.entries[i - 1])) {
      if (!text.empty()) out += fmt::format("     {}: {}\n", name, text);
    }
  }
  rows = {{"Page", "Bates", "State"}};
  for (const LedgerPage& page : made.ledger) {
    std::string state = state_name(page.state);
    if (page.stands_for > 1) state += fmt::format(" ({} pages)", page.stands_for);
    if (page.referred) state += ", referred";
    rows.push_back({page.label, page.bates, std::move(state)});
  }
  return out + '\n' + aligned(rows) + '\n' + totals_of(made.totals) + '\n';
}

std::string register_csv(const Register& made) {
  Cells head = {"release", "number", "id",     "page",        "bates",         "section",
                "kind",    "codes",  "extent", "description", "justification", "referred-to"};
  const bool internal = made.is_internal;
  if (internal) {
    head.insert(head.end(), {"place", "status", "by", "on", "equity", "basis", "reason"});
  }
  std::string out = csv_line(head);
  for (const Entry& entry : made.entries) {
    Cells cells = {made.release,
                   fmt::format("{}", entry.number),
                   entry.id,
                   pages_of(made, entry),
                   bates_of(made, entry),
                   entry.section,
                   entry.kind,
                   citations_of(entry),
                   entry.extent,
                   entry.description,
                   entry.justification,
                   entry.referred_to};
    if (internal) {
      const released::Officers officers = entry.officers.value_or(released::Officers{});
      cells.insert(cells.end(), {officers.place, officers.status, officers.by, officers.on,
                                 officers.equity, officers.basis, officers.reason});
    }
    out += csv_line(cells);
  }
  return out;
}

std::string register_json(const Register& made) {
  std::vector<std::string> entries, pages;
  for (const Entry& entry : made.entries) entries.push_back(json_of(made, entry));
  for (const LedgerPage& page : made.ledger) pages.push_back(json_of(page));
  const released::Totals& totals = made.totals;
  const std::string counted = fmt::format(
      "{{\"in-full\": {}, \"in-part\": {}, \"withheld\": {}, \"referred\": {}, \"entries\": {}}}",
      totals.in_full, totals.in_part, totals.withheld, totals.referred, totals.entries);
  return fmt::format(
      "{{\n\"register\": 1,\n\"internal\": {},\n\"release\": {},\n\"title\": {},\n\"number\": "
      "{},\n\"date\": "
      "{},\n\"entries\": [\n{}\n],\n\"pages\": [\n{}\n],\n\"totals\": {}\n}}\n",
      made.is_internal, json_text(made.release), json_text(made.title), json_text(made.number),
      json_text(made.date), fmt::join(entries, ",\n"), fmt::join(pages, ",\n"), counted);
}

}  // namespace sable::cli
