#include "report/table.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "report/redaction.h"
#include "report/width.h"

namespace sable::report {

namespace {

using base::error_at;
using source::Kind;
using source::Value;

constexpr uint32_t kMostSpan = 999;

const Shape kTableShape = {
    "a table",
    {"id", "mark", "caption", "columns", "head", "rows", "foot", "csv", "header", "show-columns",
     "redact-rows", "redact-cells", "redact", "withheld"},
    {"notes", "source", "number", "width"}};

// A point: a whole list would be too much to underline.
base::Span start_of(const Value& value) {
  if (value.kind == Kind::text) return value.span;
  return {value.span.file, value.span.begin, value.span.begin};
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

class TableReader {
 public:
  explicit TableReader(Context& context) : context_(context) {}

  Table read(const Value& value, std::optional<Redaction>& redaction) {
    if (!expect_map(value, "`table`", context_.diagnostics)) return {};
    const Fields fields(value, kTableShape, context_.diagnostics);
    redaction = read_sibling_redaction(fields, has_matter(fields), context_);
    head(fields);
    if (redaction && redaction->absent) return std::move(table_);
    const size_t errors = context_.diagnostics.size();
    if (const Value* columns = fields.find("columns")) this->columns(*columns);
    if (fields.find("csv") != nullptr) {
      csv(fields);
    } else {
      written_rows(fields);
    }
    if (const Value* foot = fields.find("foot")) table_.foot = one_or_more_rows(*foot, "`foot`");
    // Where a row is missing, what stands below it may seem misplaced.
    if (!has_errors_from(errors)) place_cells(table_, fields.place(), context_.diagnostics);
    return std::move(table_);
  }

 private:
  void report(base::Span span, const char* code, std::string message, std::string help,
              std::string echo = {}) {
    context_.diagnostics.push_back(error_at(span, code, std::move(message), std::move(help)));
    context_.diagnostics.back().echo = std::move(echo);
  }

  bool has_errors_from(size_t first) const {
    const auto& all = context_.diagnostics;
    return std::any_of(
        all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
        [](const base::Diagnostic& each) { return each.severity == base::Severity::error; });
  }

  static bool has_matter(const Fields& fields) {
    const std::array<const char*, 5> matter = {"caption", "head", "rows", "foot", "csv"};
    return std::any_of(matter.begin(), matter.end(),
                       [&](const char* name) { return fields.find(name) != nullptr; });
  }

  // What stands above the cells.
  void head(const Fields& fields) {
    static const Shape shape = {"a caption", portion_fields(), {}};
    if (const Value* id = fields.find("id")) {
      if (expect_text(*id, "`id`", context_.diagnostics)) {
        table_.id = read_id(Stretch::whole(*id), context_.diagnostics);
      }
    }
    if (const Value* mark = fields.find("mark")) table_.mark = read_mark(*mark, context_);
    if (const Value* caption = fields.find("caption")) {
      table_.caption = read_rich_text(*caption, shape, context_);
    }
  }

  // Columns.

  void columns(const Value& list) {
    if (!expect_list(list, "`columns`", context_.diagnostics)) return;
    for (const Value& item : list.items) table_.columns.push_back(column(item));
    if (list.items.empty()) {
      report(start_of(list), "SBL0287", "this table has no columns",
             "describe each, or take the field out");
    }
  }

  Column column(const Value& value) {
    static const Shape shape = {"a column", {"align", "width", "redact"}, {"mark", "name"}};
    Column column;
    column.span = start_of(value);
    if (!expect_map(value, "a column", context_.diagnostics)) return column;
    const Fields fields(value, shape, context_.diagnostics);
    column.align = fields
                       .choice<Align>("align", {{"left", Align::left},
                                                {"right", Align::right},
                                                {"center", Align::center},
                                                {"decimal", Align::decimal}})
                       .value_or(Align::none);
    if (const Value* width = fields.find("width")) {
      if (auto read = read_width(*width, "a column", context_.diagnostics)) {
        column.width = std::move(read->number);
        column.unit = std::move(read->unit);
      }
    }
    if (const Value* redact = fields.find("redact")) {
      column.redaction = read_redaction(*redact, context_.diagnostics);
      if (!column.redaction->id.empty()) {
        report(column.redaction->span, "SBL0288", "the redaction of a column cannot have an id",
               "take it out: each cell of the column is a box of its own");
      }
    }
    return column;
  }

  // Rows.

  void csv(const Fields& fields) {
    for (const char* name : {"head", "rows"}) {
      const Value* written = fields.find(name);
      if (written == nullptr) continue;
      report(start_of(*written), "SBL0286",
             "a table has either a file of values, or a head and rows of its own",
             "take out this field, or `csv`");
    }
    read_csv_rows(fields, table_, context_);
  }

  void written_rows(const Fields& fields) {
    for (const char* name : {"header", "show-columns", "redact-rows", "redact-cells"}) {
      const Value* field = fields.find(name);
      if (field == nullptr) continue;
      report(start_of(*field), "SBL0286",
             "this field speaks of a file of values, and there is none",
             "name the file by `csv: …`; beside rows that are written here, put `redact` into "
             "the row or cell");
    }
    if (const Value* head = fields.find("head")) table_.head = one_or_more_rows(*head, "`head`");
    if (const Value* rows = fields.require("rows")) {
      table_.rows = this->rows(*rows, "`rows`");
      if (rows->kind == Kind::list && rows->items.empty()) {
        report(start_of(*rows), "SBL0287", "this table has no rows",
               "add one, or take the table out");
      }
    }
  }

  // Whether that is a row, seen beside cells.
  static bool is_row(const Value& value) {
    return value.kind == Kind::list || (value.kind == Kind::map && value.find("cells") != nullptr);
  }

  // `head: [Year, Fee]` is a row; `head: [[Year, Fee]]` is a list of rows.
  std::vector<Row> one_or_more_rows(const Value& value, const char* what) {
    const bool several =
        value.kind == Kind::list && std::any_of(value.items.begin(), value.items.end(), is_row);
    if (several) return rows(value, what);
    std::vector<Row> one;
    one.push_back(row(value, what));
    return one;
  }

  std::vector<Row> rows(const Value& list, const char* what) {
    std::vector<Row> rows;
    if (!expect_list(list, what, context_.diagnostics)) return rows;
    rows.reserve(list.items.size());
    for (const Value& item : list.items) rows.push_back(row(item, "a row"));
    return rows;
  }

  Row row(const Value& value, const char* what) {
    static const Shape shape = {"a row", {"mark", "cells", "redact", "withheld"}, {"id", "head"}};
    Row row;
    row.span = value.span;
    if (value.kind != Kind::map) {
      cells(value, what, row);
      return row;
    }
    const Fields fields(value, shape, context_.diagnostics);
    if (const Value* mark = fields.find("mark")) row.mark = read_mark(*mark, context_);
    row.redaction = read_sibling_redaction(fields, fields.find("cells") != nullptr, context_);
    if (row.redaction && row.redaction->absent) return row;
    if (const Value* cells = fields.require("cells")) this->cells(*cells, "`cells`", row);
    return row;
  }

  void cells(const Value& list, const char* what, Row& row) {
    if (!expect_list(list, what, context_.diagnostics)) return;
    if (list.items.empty()) {
      report(start_of(list), "SBL0280", "this row has no cells",
             "write its cells, an empty one as `\"\"`, or take the row out");
    }
    row.cells.reserve(list.items.size());
    for (const Value& item : list.items) row.cells.push_back(cell(item));
  }

  Cell cell(const Value& value) {
    static const Shape shape = {
        "a cell", portion_fields({"colspan", "rowspan", "head"}), {"align", "id"}};
    Cell cell;
    cell.text.span = value.span;
    if (value.kind == Kind::null) return cell;
    if (value.kind != Kind::map) {
      if (expect_text(value, "a cell", context_.diagnostics)) words(value, cell);
      return cell;
    }
    const Fields fields(value, shape, context_.diagnostics);
    if (const Value* mark = fields.find("mark")) cell.text.mark = read_mark(*mark, context_);
    cell.text.redaction = read_sibling_redaction(fields, fields.find("text") != nullptr, context_);
    if (!cell.text.redaction || !cell.text.redaction->absent) {
      const Value* text = fields.require("text");
      const bool read = text != nullptr && text->kind != Kind::null &&
                        expect_text(*text, "`text`", context_.diagnostics);
      if (read) words(*text, cell);
    }
    cell.columns = span(fields, "colspan");
    cell.rows = span(fields, "rowspan");
    cell.header = fields.truth("head").value_or(false);
    return cell;
  }

  // A cell may be empty, unlike other text.
  void words(const Value& text, Cell& cell) {
    if (!is_blank(text.text)) cell.text.text = read_line(text, "a cell", context_);
  }

  uint32_t span(const Fields& fields, std::string_view name) {
    const Value* value = fields.find(name);
    if (value == nullptr) return 1;
    uint32_t number = 0;
    const std::string& text = value->text;
    const bool digits = value->kind == Kind::text && !text.empty() && text.size() <= 3 &&
                        text.find_first_not_of("0123456789") == std::string::npos;
    if (digits) number = static_cast<uint32_t>(std::stoul(text));
    if (number >= 1 && number <= kMostSpan) return number;
    report(start_of(*value), "SBL0283", "a cell cannot span that many rows or columns",
           "write a whole number from 1 on", text);
    return 1;
  }

  Context& context_;
  Table table_;
};

}  // namespace

Table read_table(const Value& value, std::optional<Redaction>& redaction, Context& context) {
  return TableReader(context).read(value, redaction);
}

}  // namespace sable::report
