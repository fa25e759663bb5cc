// The rewriting of compile.h: names become references, and marks are put in.
#include "markup/compile.h"

#include <algorithm>
#include <exception>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

#include "markup/marks.h"

namespace sable::markup {
namespace {

bool starts_element(std::string_view text, size_t angle) {
  return angle + 1 < text.size() && text[angle + 1] != '/' && text[angle + 1] != '!' &&
         text[angle + 1] != '?';
}

struct Stretch {
  size_t begin, end;
};

// The line end at the end of a partial is the file's, not the text's: otherwise
// each box would be followed by a blank.
size_t text_end(const TemplateFile& file) {
  std::string_view text = file.text;
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text.size();
}

class Compiler {
 public:
  explicit Compiler(const std::vector<TemplateFile>& files) : files_(files) {
    parts_.references.push_back({.use = Use::ordinal, .path = {}, .place = {}});
  }

  base::Result<std::shared_ptr<const Template::Parts>> run() {
    const TemplateFile& top = files_[0];
    const size_t body = find_body(top);
    const size_t end = top.tags[body].partner;
    parts_.prefix = parse(top, rewrite(top, 0, body));
    parts_.block = parse(top, rewrite(top, body + 1, end));
    parts_.suffix = parse(top, rewrite(top, end + 1, top.tags.size()));
    for (size_t i = 1; i < files_.size(); ++i) {
      const TemplateFile& file = files_[i];
      parts_.partials.push_back({file.name, parse(file, rewrite(file, 0, file.tags.size()))});
    }
    if (base::has_errors(diagnostics_)) return base::fail(std::move(diagnostics_));
    return std::make_shared<const Template::Parts>(std::move(parts_));
  }

 private:
  // The text around and of tags [first, last) of a file: from the end of the tag
  // before to the begin of the tag behind.
  std::string rewrite(const TemplateFile& file, size_t first, size_t last) {
    std::string out;
    size_t at = first == 0 ? 0 : file.tags[first - 1].taken.end;
    for (size_t i = first; i < last; ++i) {
      const Tag& tag = file.tags[i];
      add_text(out, file, {at, tag.taken.begin});
      add_tag(out, file, tag);
      at = tag.taken.end;
    }
    const bool more = last < file.tags.size();
    add_text(out, file, {at, more ? file.tags[last].taken.begin : text_end(file)});
    return out;
  }

  void add_text(std::string& out, const TemplateFile& file, Stretch stretch) {
    if (stretch.begin >= stretch.end) return;
    // The mark tells where the text stands. It also keeps kainjow from taking a
    // blank between sections for a line of its own, and dropping it.
    const auto begin = static_cast<uint32_t>(stretch.begin);
    if (file.text[stretch.begin] != '<') add_place(out, {file.id, begin, begin + 1});
    for (size_t at = stretch.begin; at < stretch.end;) {
      const size_t angle = std::min(file.text.find('<', at), stretch.end);
      out.append(file.text.substr(at, angle - at));
      if (angle == stretch.end) return;
      add_place(out, {file.id, static_cast<uint32_t>(angle), element_end(file.text, angle)});
      if (starts_element(file.text, angle)) out += fmt::format("{{{{{}}}}}", kOrdinalReference);
      out += '<';
      at = angle + 1;
    }
  }

  // Behind the '>' that closes what opens at `angle`, as far as a message needs it.
  static uint32_t element_end(std::string_view text, size_t angle) {
    const size_t close = text.find_first_of("><\n", angle + 1);
    if (close == std::string_view::npos) return static_cast<uint32_t>(text.size());
    return static_cast<uint32_t>(text[close] == '>' ? close + 1 : close);
  }

  void add_place(std::string& out, base::Span place) {
    append_mark(out, Mark::Kind::place, static_cast<uint32_t>(parts_.places.size()));
    parts_.places.push_back(place);
  }

  void add_tag(std::string& out, const TemplateFile& file, const Tag& tag) {
    switch (tag.type) {
      case TagType::comment:
        return;
      case TagType::variable:
        add_place(out, tag.span);
        out += fmt::format("{{{{{}}}}}", add_name(tag, Use::value));
        return;
      case TagType::section:
        out += fmt::format("{{{{#{}}}}}", add_name(tag, Use::section));
        return;
      case TagType::inverted:
        out += fmt::format("{{{{^{}}}}}", add_name(tag, Use::section));
        return;
      case TagType::end:
        out += fmt::format("{{{{/{}}}}}", opened_.at(file.tags[tag.partner].span.begin));
        return;
      case TagType::partial:
        out += fmt::format("{{{{#{0}}}}}{{{{/{0}}}}}", add_partial(tag));
        return;
    }
  }

  size_t add_name(const Tag& tag, Use use) {
    Reference reference{.use = use, .path = {}, .place = tag.span};
    for (std::string_view rest = tag.name; !rest.empty();) {
      const size_t dot = std::min(rest.find('.'), rest.size());
      const auto name = find_name(rest.substr(0, dot));
      if (name) reference.path.push_back(*name);
      rest.remove_prefix(std::min(dot + 1, rest.size()));
    }
    reference.rooted = !reference.path.empty() && is_root(reference.path.front());
    parts_.references.push_back(std::move(reference));
    const size_t index = parts_.references.size() - 1;
    if (use == Use::section) opened_[tag.span.begin] = index;
    return index;
  }

  size_t add_partial(const Tag& tag) {
    const size_t partial = find_partial(files_, tag.name) - 1;
    parts_.references.push_back(
        {.use = Use::partial, .path = {}, .partial = partial, .place = tag.span});
    return parts_.references.size() - 1;
  }

  Filling parse(const TemplateFile& file, const std::string& text) {
    opened_.clear();
    std::string reason;
    try {
      auto filling = std::make_unique<kainjow::mustache::mustache>(text);
      if (filling->is_valid()) return filling;
      reason = filling->error_message();
    } catch (const std::exception& exception) {
      reason = exception.what();
    }
    auto diagnostic =
        base::error_at({file.id, 0, 0}, "SBL0614", "the Mustache library refuses this file",
                       fmt::format("it says: {}", reason));
    diagnostic.fault = base::Fault::internal;
    diagnostics_.push_back(std::move(diagnostic));
    return nullptr;
  }

  const std::vector<TemplateFile>& files_;
  Template::Parts parts_;
  base::Diagnostics diagnostics_;
  std::unordered_map<uint32_t, size_t> opened_;  // begin of a section's tag to its reference
};

}  // namespace

base::Result<std::shared_ptr<const Template::Parts>> compile(
    const std::vector<TemplateFile>& files) {
  return Compiler(files).run();
}

}  // namespace sable::markup
