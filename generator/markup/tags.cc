// The scanner of tags.h.
#include "markup/tags.h"

#include <algorithm>

#include <fmt/format.h>

namespace sable::markup {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\v\f";

std::string_view trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

class Scanner {
 public:
  Scanner(base::FileId file, std::string_view text) : file_(file), text_(text) {}

  Tags run() {
    for (size_t at = 0; at < text_.size();) {
      const size_t begin = std::min(text_.find("{{", at), text_.size());
      find_strays(at, begin);
      at = begin == text_.size() ? begin : read_tag(begin);
    }
    match_sections();
    return std::move(out_);
  }

 private:
  base::Span span(size_t begin, size_t end) const {
    return {file_, static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }

  void report(base::Span place, std::string code, std::string message, std::string help) {
    out_.diagnostics.push_back(
        base::error_at(place, std::move(code), std::move(message), std::move(help)));
  }

  // "}}" outside tags: most often a comment that holds a tag, and ends with it.
  void find_strays(size_t begin, size_t end) {
    const std::string_view text = text_.substr(begin, end - begin);
    for (size_t at = text.find("}}"); at != std::string_view::npos; at = text.find("}}", at + 2)) {
      report(
          span(begin + at, begin + at + 2), "SBL0601", "\"}}\" closes no tag",
          "delete it, or write &#125; for one of the braces; a comment ends at its first \"}}\"");
    }
  }

  // Reads the tag that opens at `begin`; returns where to go on.
  size_t read_tag(size_t begin) {
    const char first = begin + 2 < text_.size() ? text_[begin + 2] : '\0';
    const bool comment = trimmed(text_.substr(begin + 2, 16)).starts_with('!');
    const size_t close = text_.find("}}", begin + 2);
    const size_t next =
        comment ? std::string_view::npos : text_.find("{{", begin + 2 + (first == '{'));
    if (close == std::string_view::npos || next < close) return unclosed(begin, next);
    if (first == '{')
      return raw(begin, text_.substr(close).starts_with("}}}") ? close + 3 : close + 2);
    const size_t end = close + 2;
    add(trimmed(text_.substr(begin + 2, close - begin - 2)), span(begin, end));
    return end;
  }

  size_t unclosed(size_t begin, size_t next) {
    const size_t line_end = std::min(text_.find('\n', begin), text_.size());
    report(span(begin, std::min(next, line_end)), "SBL0601", "a tag is not closed",
           "close it with \"}}\"");
    return std::min(next, text_.size());
  }

  size_t raw(size_t begin, size_t end) {
    report_raw(span(begin, end));
    return end;
  }

  void report_raw(base::Span place) {
    report(place, "SBL0604", "a tag asks for unescaped text",
           "write {{name}}: text of a report is never markup");
  }

  void add(std::string_view contents, base::Span place) {
    if (contents.empty()) {
      return report(place, "SBL0611", "a tag has no name", "name a value, or delete the tag");
    }
    const std::string_view name = trimmed(contents.substr(1));
    switch (contents.front()) {
      case '#':
        return add_named(TagType::section, name, place);
      case '^':
        return add_named(TagType::inverted, name, place);
      case '/':
        return add_named(TagType::end, name, place);
      case '>':
        return add_named(TagType::partial, name, place);
      case '!':
        return push(TagType::comment, name, place);
      case '&':
        return report_raw(place);
      case '=':
        return report(place, "SBL0605", "a tag changes the delimiters",
                      "delete it: the delimiters are always {{ and }}");
      case '<':
      case '$':
        return report(place, "SBL0611", "template inheritance is not supported",
                      "use a partial: {{>name}}");
      default:
        return add_named(TagType::variable, contents, place);
    }
  }

  void add_named(TagType type, std::string_view name, base::Span place) {
    if (name.empty()) {
      return report(place, "SBL0611", "a tag has no name", "write the name after its sign");
    }
    if (name == ".") {
      return report(place, "SBL0611", "the implicit iterator \".\" is not supported",
                    "items of lists are frames: write the name of one of their values");
    }
    if (type == TagType::partial && name.front() == '*') {
      return report(place, "SBL0611", "the name of a partial cannot come from a value",
                    "write the name of a file of the template's folder");
    }
    push(type, name, place);
  }

  void push(TagType type, std::string_view name, base::Span place) {
    Tag tag{.type = type, .name = name, .span = place, .taken = place};
    if (type != TagType::variable) take_line(tag);
    out_.tags.push_back(tag);
  }

  // A tag that is no value takes its line with it where it stands alone
  // (mustache(5) and its specification: standalone tags).
  void take_line(Tag& tag) const {
    const auto [file, begin, end] = tag.span;
    const size_t line = begin == 0 ? 0 : text_.rfind('\n', begin - 1) + 1;
    const size_t line_end = std::min(text_.find('\n', end), text_.size());
    if (!is_blank(text_.substr(line, begin - line))) return;
    if (!is_blank(text_.substr(end, line_end - end))) return;
    tag.taken = span(line, std::min(line_end + 1, text_.size()));
  }

  void match_sections() {
    for (size_t i = 0; i < out_.tags.size(); ++i) {
      const TagType type = out_.tags[i].type;
      if (type == TagType::section || type == TagType::inverted) open_.push_back(i);
      if (type == TagType::end) close_section(i);
    }
    for (const size_t index : open_) not_closed(index, nullptr);
  }

  void close_section(size_t end) {
    const std::string_view name = out_.tags[end].name;
    if (open_.empty()) return not_opened(end);
    const auto named = std::find_if(open_.rbegin(), open_.rend(),
                                    [&](size_t i) { return out_.tags[i].name == name; });
    if (named == open_.rend()) {
      mismatched(end, open_.back());
      open_.pop_back();
      return;
    }
    for (auto inner = open_.rbegin(); inner != named; ++inner) not_closed(*inner, &out_.tags[end]);
    open_.erase(named.base(), open_.end());
    out_.tags[end].partner = open_.back();
    out_.tags[open_.back()].partner = end;
    open_.pop_back();
  }

  void not_opened(size_t end) {
    const Tag& tag = out_.tags[end];
    report(tag.span, "SBL0603", fmt::format("{} closes no section", spelled(tag)),
           fmt::format("delete it, or open the section with {{{{#{}}}}}", tag.name));
  }

  void mismatched(size_t end, size_t open) {
    const Tag& tag = out_.tags[end];
    const Tag& opener = out_.tags[open];
    report(tag.span, "SBL0603",
           fmt::format("{} stands where {} has to be closed", spelled(tag), spelled(opener)),
           fmt::format("write {{{{/{}}}}}", opener.name));
    out_.diagnostics.back().related.push_back({opener.span, "opened here"});
  }

  void not_closed(size_t open, const Tag* before) {
    const Tag& opener = out_.tags[open];
    report(opener.span, "SBL0602", fmt::format("the section {} is not closed", spelled(opener)),
           fmt::format("close it with {{{{/{}}}}}", opener.name));
    if (before) out_.diagnostics.back().related.push_back({before->span, "before this end"});
  }

  base::FileId file_;
  std::string_view text_;
  Tags out_;
  std::vector<size_t> open_;  // sections not closed yet
};

std::string_view sign(TagType type) {
  switch (type) {
    case TagType::variable:
      return "";
    case TagType::section:
      return "#";
    case TagType::inverted:
      return "^";
    case TagType::end:
      return "/";
    case TagType::partial:
      return ">";
    case TagType::comment:
      return "!";
  }
  return "";
}

}  // namespace

Tags scan_tags(base::FileId file, std::string_view text) { return Scanner(file, text).run(); }

std::string spelled(const Tag& tag) {
  return fmt::format("{{{{{}{}}}}}", sign(tag.type), tag.name);
}

}  // namespace sable::markup
