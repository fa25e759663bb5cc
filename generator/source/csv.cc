#include "source/csv.h"

#include <string>
#include <string_view>

#include "source/bytes.h"
#include "source/codes.h"
#include "source/findings.h"

namespace sable::source {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// RFC 4180, 2:
//   record = field *("," field) line-end
//   field  = DQUOTE *(any but DQUOTE / 2DQUOTE) DQUOTE / *(any but DQUOTE, "," and line ends)
// A line end is LF or CR LF; the last one may be left out.
class CsvReader {
 public:
  CsvReader(std::string_view text, base::FileId file, uint32_t shift, Findings& findings)
      : text_(text), file_(file), shift_(shift), findings_(findings) {}

  std::vector<CsvRow> read() {
    while (at_ < text_.size()) record();
    if (rows_.empty()) {
      findings_.error({0, 0}, {code::kCsvEmpty, "this file holds no table",
                               "write one record a line, the names of the columns first"});
    }
    return std::move(rows_);
  }

 private:
  void record() {
    const size_t begin = at_;
    CsvRow row;
    while (true) {
      row.push_back(text_.substr(at_).starts_with('"') ? quoted() : bare());
      if (at_ >= text_.size() || text_[at_] != ',') break;
      ++at_;
    }
    size_t end = at_;
    if (text_.substr(at_).starts_with("\r\n")) ++at_;
    ++at_;  // the line feed, or the end of the file
    if (!rows_.empty() && row.size() != rows_.front().size()) {
      if (end == begin && end < text_.size()) ++end;
      findings_.error(stretch(begin, end),
                      {code::kCsvRagged, "this record has not as many cells as the first one",
                       "write one cell for each column, an empty one too; a cell that holds a "
                       "comma or a line end stands in quotes"});
    }
    rows_.push_back(std::move(row));
  }

  Value bare() {
    const size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != ',' && !at_line_end()) {
      if (text_[at_] == '"') stray_quote();
      ++at_;
    }
    Value cell = value(begin, at_);
    cell.text = text_.substr(begin, at_ - begin);
    cell.segments.push_back({0, place(begin)});
    return cell;
  }

  Value quoted() {
    const size_t begin = at_++;
    Value cell;
    cell.segments.push_back({0, place(at_)});
    while (true) {
      const size_t quote = text_.find('"', at_);
      if (quote == std::string_view::npos) {
        findings_.error(stretch(begin, begin + 1),
                        {code::kCsvOpenQuote, "this quote is never closed",
                         "write a quote behind the cell; a quote in it is written twice"});
        at_ = text_.size();
        break;
      }
      cell.text += text_.substr(at_, quote - at_);
      at_ = quote + 1;
      if (at_ >= text_.size() || text_[at_] != '"') break;
      cell.text += '"';
      ++at_;
      cell.segments.push_back({static_cast<uint32_t>(cell.text.size()), place(at_)});
    }
    cell.kind = Kind::text;
    cell.span = findings_.span(stretch(begin, at_));
    behind_quote();
    return cell;
  }

  // Behind a closing quote the cell ends.
  void behind_quote() {
    const size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != ',' && !at_line_end()) ++at_;
    if (at_ == begin) return;
    findings_.error(stretch(begin, at_),
                    {code::kCsvStrayQuote, "text stands behind the closing quote of a cell",
                     "put the whole cell in quotes, and write each quote in it twice"});
  }

  void stray_quote() {
    findings_.error(stretch(at_, at_ + 1),
                    {code::kCsvStrayQuote, "a quote stands inside a cell that has none around it",
                     "put the whole cell in quotes, and write each quote in it twice"});
  }

  bool at_line_end() const { return text_[at_] == '\n' || text_.substr(at_).starts_with("\r\n"); }

  uint32_t place(size_t at) const { return static_cast<uint32_t>(at) + shift_; }
  static Stretch stretch(size_t begin, size_t end) {
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }
  Value value(size_t begin, size_t end) const {
    Value value;
    value.kind = Kind::text;
    value.span = {file_, place(begin), place(end)};
    return value;
  }

  std::string_view text_;
  const base::FileId file_;
  const uint32_t shift_;
  Findings& findings_;
  size_t at_ = 0;
  std::vector<CsvRow> rows_;
};

}  // namespace

base::Result<std::vector<CsvRow>> read_csv(const base::SourceSet& sources, base::FileId file) {
  std::string_view text = sources.file(file).text;
  const auto shift = static_cast<uint32_t>(text.starts_with(kByteOrderMark) ? 3 : 0);
  text.remove_prefix(shift);
  Findings findings(file, shift);
  check_bytes(text, findings);
  std::vector<CsvRow> rows = CsvReader(text, file, shift, findings).read();
  if (findings.any_error()) return base::fail(findings.take());
  return rows;
}

}  // namespace sable::source
