// The head and rows of a table from a file of comma-separated values.
//
// Its cells are literal text. Columns that are not shown are dropped here: no
// Report holds them.

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "report/enclosed.h"
#include "report/near_miss.h"
#include "report/redaction.h"
#include "report/table.h"
#include "source/csv.h"

namespace sable::report {

namespace {

using base::error_at;
using source::CsvRow;
using source::Entry;
using source::Kind;
using source::Value;

std::string trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

base::Span start_of(const Value& value) {
  if (value.kind == Kind::text) return value.span;
  return {value.span.file, value.span.begin, value.span.begin};
}

class CsvTable {
 public:
  CsvTable(const Fields& fields, Table& table, Context& context)
      : fields_(fields), table_(table), context_(context) {}

  void read() {
    const std::optional<base::FileId> file = open_enclosed(
        *fields_.find("csv"), {"`csv`", "data/fees.csv", source::kMostCsvBytes}, context_);
    if (!file) return;
    auto rows = source::read_csv(context_.enclosures->sources, *file);
    if (!rows) {
      for (base::Diagnostic& diagnostic : rows.error()) {
        context_.diagnostics.push_back(std::move(diagnostic));
      }
      return;
    }
    table_.literal = true;
    name_columns(rows->front());
    choose_columns(rows->front().size());
    if (!table_.columns.empty() && table_.columns.size() != shown_.size()) {
      report(table_.columns.front().span, "SBL0280",
             "here are described more or fewer columns than the file gives to this table",
             "describe each of them, in their order; `show-columns` chooses among those of the "
             "file");
    }
    fill(*rows);
    redact_rows();
    redact_cells();
  }

 private:
  void report(base::Span span, const char* code, std::string message, std::string help,
              std::string echo = {}) {
    context_.diagnostics.push_back(error_at(span, code, std::move(message), std::move(help)));
    context_.diagnostics.back().echo = std::move(echo);
  }

  // Columns are named by the first record, or by their numbers.
  void name_columns(const CsvRow& first) {
    has_head_ = fields_.truth("header").value_or(true);
    for (size_t i = 0; i < first.size(); ++i) {
      names_.push_back(has_head_ ? trimmed(first[i].text) : std::to_string(i + 1));
    }
  }

  // The column of that name in the file; nullopt if there is none or several.
  std::optional<size_t> column_named(const std::string& name, base::Span place) {
    const auto first = std::find(names_.begin(), names_.end(), name);
    if (first == names_.end()) {
      report(place, "SBL0293", "the file has no column of that name",
             has_head_ ? "write it as the first record of the file does"
                       : "without a head, columns are called by their numbers, from 1",
             name);
      return std::nullopt;
    }
    if (std::find(first + 1, names_.end(), name) != names_.end()) {
      report(place, "SBL0293", "several columns of the file have that name",
             "give each a name of its own in the first record of the file", name);
      return std::nullopt;
    }
    return static_cast<size_t>(first - names_.begin());
  }

  void choose_columns(size_t count) {
    const Value* list = fields_.find("show-columns");
    if (list == nullptr) {
      for (size_t i = 0; i < count; ++i) shown_.push_back(i);
      return;
    }
    if (!expect_list(*list, "`show-columns`", context_.diagnostics)) return;
    for (const Value& item : list->items) {
      if (!expect_text(item, "the name of a column", context_.diagnostics)) continue;
      const auto column = column_named(item.text, item.span);
      if (!column) continue;
      if (std::find(shown_.begin(), shown_.end(), *column) != shown_.end()) {
        report(item.span, "SBL0293", "this column is shown twice", "take one of the two out");
      } else {
        shown_.push_back(*column);
      }
    }
    if (list->items.empty()) {
      report(start_of(*list), "SBL0287", "this table shows no columns",
             "name those to be shown, or take the field out");
    }
  }

  void fill(const std::vector<CsvRow>& rows) {
    const size_t first = has_head_ ? 1 : 0;
    if (has_head_) table_.head.push_back(row(rows.front()));
    table_.rows.reserve(rows.size() - first);
    for (size_t i = first; i < rows.size(); ++i) table_.rows.push_back(row(rows[i]));
    if (!table_.rows.empty()) return;
    report(fields_.find("csv")->span, "SBL0287", "the file has no rows below its head",
           "add some, or write `header: false` if its first record is one");
  }

  Row row(const CsvRow& from) {
    Row row;
    row.span = {from.front().span.file, from.front().span.begin, from.back().span.end};
    row.cells.reserve(shown_.size());
    for (const size_t column : shown_) row.cells.push_back(cell(from[column]));
    return row;
  }

  Cell cell(const Value& from) {
    Cell cell;
    cell.text.span = from.span;
    if (holds_redaction(from.text)) {
      report(from.span, "SBL0292",
             "this cell looks like a redaction, and cells of a file are literal text",
             "withhold it by `redact-cells` beside `csv`, a row by `redact-rows`, or a column by "
             "`columns`");
    }
    std::string text = trimmed(from.text);
    if (!text.empty()) cell.text.text.push_back(Inline{from.span, Text{std::move(text)}});
    return cell;
  }

  // The row of that number, counted from 1 without the head.
  Row* row_numbered(const Entry& entry) {
    const std::string& key = entry.key;
    const bool number = !key.empty() && key.size() <= 7 && key[0] != '0' &&
                        key.find_first_not_of("0123456789") == std::string::npos;
    const size_t index = number ? std::stoul(key) - 1 : table_.rows.size();
    if (index < table_.rows.size()) return &table_.rows[index];
    report(entry.key_span, "SBL0294", "the file has no row of that number",
           "rows are counted from 1, without the head", key);
    return nullptr;
  }

  // `redact-rows: {3: {code: b1}}`
  void redact_rows() {
    const Value* map = fields_.find("redact-rows");
    if (map == nullptr || !expect_map(*map, "`redact-rows`", context_.diagnostics)) return;
    for (const Entry& entry : map->entries) {
      Redaction redaction = read_redaction(entry.value, context_.diagnostics);
      if (Row* row = row_numbered(entry)) row->redaction = std::move(redaction);
    }
  }

  // `redact-cells: {3: {Fee: {code: b1}}}`
  void redact_cells() {
    const Value* map = fields_.find("redact-cells");
    if (map == nullptr || !expect_map(*map, "`redact-cells`", context_.diagnostics)) return;
    for (const Entry& entry : map->entries) {
      Row* row = row_numbered(entry);
      if (!expect_map(entry.value, "the cells of a row", context_.diagnostics)) continue;
      for (const Entry& cell : entry.value.entries) redact_cell(cell, row);
    }
  }

  void redact_cell(const Entry& entry, Row* row) {
    Redaction redaction = read_redaction(entry.value, context_.diagnostics);
    const auto column = column_named(entry.key, entry.key_span);
    if (!column) return;
    bool shown = false;
    for (size_t i = 0; i < shown_.size(); ++i) {
      if (shown_[i] != *column) continue;
      if (row != nullptr) row->cells[i].text.redaction = redaction;
      shown = true;
    }
    if (shown) return;
    report(entry.key_span, "SBL0293", "this column is not shown",
           "add it to `show-columns`, or take this out", entry.key);
  }

  const Fields& fields_;
  Table& table_;
  Context& context_;
  bool has_head_ = true;
  std::vector<std::string> names_;  // of the columns of the file
  std::vector<size_t> shown_;       // columns of the file, in the order of the table
};

}  // namespace

void read_csv_rows(const Fields& fields, Table& table, Context& context) {
  CsvTable(fields, table, context).read();
}

}  // namespace sable::report
