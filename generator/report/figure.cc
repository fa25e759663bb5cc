#include "report/figure.h"

#include <array>
#include <string_view>

#include "report/enclosed.h"
#include "report/redaction.h"
#include "report/width.h"

namespace sable::report {

namespace {

using base::error_at;
using source::Kind;
using source::Value;

const Shape kFigureShape = {
    "a figure",
    {"file", "caption", "alt", "mark", "id", "width", "float", "regions", "redact", "withheld"},
    {"source", "number", "height"}};

// A point: a whole list would be too much to underline.
base::Span start_of(const Value& value) {
  if (value.kind == Kind::text) return value.span;
  return {value.span.file, value.span.begin, value.span.begin};
}

// Digits, and two behind a point at most: in 1/100.
std::optional<uint32_t> hundredths(std::string_view text) {
  const size_t point = std::min(text.find('.'), text.size());
  const std::string_view whole = text.substr(0, point);
  const std::string_view part = point < text.size() ? text.substr(point + 1) : "0";
  const auto is_number = [](std::string_view digits, size_t most) {
    return !digits.empty() && digits.size() <= most &&
           digits.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (!is_number(whole, 6) || !is_number(part, 2)) return std::nullopt;
  const auto number = static_cast<uint32_t>(std::stoul(std::string(whole)) * 100);
  const auto rest = static_cast<uint32_t>(std::stoul(std::string(part)));
  return number + (part.size() == 1 ? rest * 10 : rest);
}

class FigureReader {
 public:
  explicit FigureReader(Context& context) : context_(context) {}

  Figure read(const Value& value, std::optional<Redaction>& redaction) {
    if (!expect_map(value, "`figure`", context_.diagnostics)) return {};
    const Fields fields(value, kFigureShape, context_.diagnostics);
    redaction = read_sibling_redaction(fields, has_matter(fields), context_);
    head(fields);
    if (redaction && redaction->absent) return std::move(figure_);
    if (const Value* file = fields.require("file")) this->file(*file);
    alternative(fields);
    if (const Value* width = fields.find("width")) {
      if (auto read = read_width(*width, "a figure", context_.diagnostics)) {
        figure_.width = std::move(read->number);
        figure_.unit = std::move(read->unit);
      }
    }
    floating(fields);
    if (const Value* regions = fields.find("regions")) this->regions(*regions);
    return std::move(figure_);
  }

 private:
  void report(base::Span span, const char* code, std::string message, std::string help,
              std::string echo = {}) {
    context_.diagnostics.push_back(error_at(span, code, std::move(message), std::move(help)));
    context_.diagnostics.back().echo = std::move(echo);
  }

  static bool has_matter(const Fields& fields) {
    return fields.find("file") != nullptr || fields.find("caption") != nullptr ||
           fields.find("alt") != nullptr || fields.find("regions") != nullptr;
  }

  void head(const Fields& fields) {
    static const Shape shape = {"a caption", portion_fields(), {}};
    if (const Value* id = fields.find("id")) {
      if (expect_text(*id, "`id`", context_.diagnostics)) {
        figure_.id = read_id(Stretch::whole(*id), context_.diagnostics);
      }
    }
    if (const Value* mark = fields.find("mark")) figure_.mark = read_mark(*mark, context_);
    if (const Value* caption = fields.find("caption")) {
      figure_.caption = read_rich_text(*caption, shape, context_);
    }
  }

  void file(const Value& name) {
    if (!expect_text(name, "`file`", context_.diagnostics)) return;
    figure_.file_span = name.span;
    if (context_.enclosures == nullptr) {
      report(name.span, "SBL0290", "a report that is no file of a folder can name no files",
             "save the report beside the file, and read it from there");
    } else if (!stays_inside(name.text)) {
      report(name.span, "SBL0290", "this file is not in the folder of the report",
             "put it there, or into a folder below, and name it from there: `pictures/map.png`",
             name.text);
    } else {
      figure_.file = name.text;
    }
  }

  // What is read to those who do not see the picture (ISO 14289-1, 7.3).
  void alternative(const Fields& fields) {
    static const Shape shape = {"an alternative text", {"text", "redact", "withheld"}, {"mark"}};
    const Value* value = fields.find("alt");
    if (value == nullptr) {
      report(fields.place(), "SBL0310", "this figure lacks the field `alt`",
             "add `alt: …`: say in a sentence what the picture shows, for those who do not see it");
      return;
    }
    figure_.alternative = read_rich_text(*value, shape, context_);
    plain(figure_.alternative.text);
  }

  // Nothing can be called from it or lead away from it.
  void plain(const Inlines& text) {
    for (const Inline& one : text) {
      if (std::holds_alternative<NoteCall>(one.value) ||
          std::holds_alternative<Reference>(one.value) || std::holds_alternative<Link>(one.value)) {
        report(one.span, "SBL0312", "an alternative text holds no notes, references or links",
               "put it into the caption or the text");
      } else if (const auto* styled = std::get_if<Styled>(&one.value)) {
        plain(styled->children);
      } else if (const auto* redacted = std::get_if<Redacted>(&one.value)) {
        plain(redacted->children);
      }
    }
  }

  void floating(const Fields& fields) {
    figure_.floating = fields
                           .choice<Float>("float", {{"none", Float::none},
                                                    {"top", Float::top},
                                                    {"bottom", Float::bottom},
                                                    {"left", Float::left},
                                                    {"right", Float::right}})
                           .value_or(Float::none);
  }

  // Regions.

  void regions(const Value& list) {
    if (!expect_list(list, "`regions`", context_.diagnostics)) return;
    for (const Value& item : list.items) figure_.regions.push_back(region(item));
    if (!list.items.empty()) return;
    report(start_of(list), "SBL0313", "this figure has no regions",
           "describe one, or take the field out");
  }

  Region region(const Value& value) {
    static const Shape shape = {"a region", {"redact", "area"}, {"mark", "file", "shape"}};
    Region region;
    region.span = start_of(value);
    if (!expect_map(value, "a region", context_.diagnostics)) return region;
    const Fields fields(value, shape, context_.diagnostics);
    if (const Value* redact = fields.require("redact")) {
      region.redaction = read_redaction(*redact, context_.diagnostics);
      if (region.redaction.extent) {
        report(region.redaction.span, "SBL0314", "the box of a region is as large as its area",
               "take out `extent`");
      }
    }
    if (const Value* area = fields.require("area")) {
      region.span = start_of(*area);
      this->area(*area, region.area);
    }
    return region;
  }

  void area(const Value& list, Area& area) {
    if (!expect_list(list, "`area`", context_.diagnostics)) return;
    std::array<uint32_t, 4> numbers{};
    size_t percents = 0;
    bool sound = list.items.size() == numbers.size();
    for (size_t i = 0; sound && i < numbers.size(); ++i) {
      std::string_view text = list.items[i].text;
      const bool percent = text.ends_with('%');
      if (percent) text.remove_suffix(1);
      percents += percent ? 1 : 0;
      const auto number = hundredths(text);
      sound = list.items[i].kind == Kind::text && number && (percent || *number % 100 == 0);
      if (sound) numbers[i] = percent ? *number : *number / 100;
    }
    const bool percent = percents == numbers.size();
    sound = sound && (percents == 0 || percent) && numbers[2] > 0 && numbers[3] > 0;
    if (sound) {
      area = {percent, numbers[0], numbers[1], numbers[2], numbers[3]};
      return;
    }
    report(start_of(list), "SBL0315", "this is not an area of a picture",
           "write its left and upper edge, its width and its height, all in pixels or all in "
           "percent of the picture: `[40, 120, 200, 30]`, `[10%, 62.5%, 25%, 4%]`");
  }

  Context& context_;
  Figure figure_;
};

}  // namespace

Figure read_figure(const Value& value, std::optional<Redaction>& redaction, Context& context) {
  return FigureReader(context).read(value, redaction);
}

}  // namespace sable::report
