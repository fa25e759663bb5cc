#include "report/attributes.h"

namespace sable::report {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; }
bool is_bare(char c) { return !is_blank(c) && c != '"' && c != '\'' && c != '{' && c != '}'; }

class AttributeReader {
 public:
  AttributeReader(const Stretch& prose, base::Diagnostics& diagnostics)
      : value_(*prose.value),
        text_(prose.value->text),
        begin_(prose.begin),
        at_(prose.begin + 1),
        end_(prose.end),
        diagnostics_(diagnostics) {}

  Attributes read() {
    Attributes result;
    skip_blanks();
    while (at_ < end_ && text_[at_] != '}') {
      if (!attribute(result.all)) return stopped(std::move(result));
    }
    if (at_ >= end_) {
      fail(begin_, begin_ + 1, "the brace behind this directive is not closed",
           "end the attributes with `}` in the same paragraph");
      return stopped(std::move(result));
    }
    result.end = at_ + 1;
    result.ok = true;
    return result;
  }

 private:
  Attributes stopped(Attributes result) const {
    result.end = at_;
    return result;
  }

  void fail(size_t begin, size_t end, const char* message, const char* help) {
    diagnostics_.push_back(base::error_at(value_.span_of(begin, end), "SBL0233", message, help));
  }

  void skip_blanks() {
    while (at_ < end_ && is_blank(text_[at_])) ++at_;
  }

  // Reads up to the next attribute or the closing brace.
  bool attribute(std::vector<Attribute>& all) {
    const size_t name = at_;
    while (at_ < end_ && is_name(text_[at_])) ++at_;
    if (at_ == name || at_ >= end_ || text_[at_] != '=') {
      fail(name, name + 1, "this is not an attribute of the form name=value",
           "write `code=b1`, and quotes around a value with blanks: `extent=\"2 lines\"`");
      return false;
    }
    Attribute read;
    read.name = {&value_, name, at_};
    ++at_;
    if (!value(read.value)) return false;
    all.push_back(read);
    const size_t behind = at_;
    skip_blanks();
    if (at_ < end_ && at_ == behind && text_[at_] != '}') {
      fail(at_, at_ + 1, "a blank is missing between two attributes", "put a blank here");
      return false;
    }
    return true;
  }

  bool value(Stretch& out) {
    const char quote = at_ < end_ ? text_[at_] : '\0';
    const bool quoted = quote == '"' || quote == '\'';
    const size_t first = quoted ? at_ + 1 : at_;
    size_t last = first;
    while (last < end_ && (quoted ? text_[last] != quote : is_bare(text_[last]))) ++last;
    if (quoted && last >= end_) {
      fail(at_, at_ + 1, "this quote is not closed", "close it in the same paragraph");
      return false;
    }
    if (!quoted && last == first) {
      fail(at_ - 1, at_, "this attribute has no value", "write a value behind the `=`");
      return false;
    }
    out = {&value_, first, last};
    at_ = quoted ? last + 1 : last;
    return true;
  }

  const source::Value& value_;
  std::string_view text_;
  size_t begin_;
  size_t at_;
  size_t end_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

Attributes read_attributes(const Stretch& prose, base::Diagnostics& diagnostics) {
  return AttributeReader(prose, diagnostics).read();
}

}  // namespace sable::report
