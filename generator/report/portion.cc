#include "report/portion.h"

#include <fmt/format.h>

#include "report/inline_parser.h"
#include "report/redaction.h"

namespace sable::report {

using base::error_at;
using source::Kind;
using source::Value;

namespace {

void report_no_text(const Fields& fields, const Shape& shape, bool redacted, Context& context) {
  context.diagnostics.push_back(error_at(
      fields.place(), "SBL0203", fmt::format("{} lacks the field `text`", shape.what),
      redacted ? "write its text, or `withheld: true` if this source itself does not have it"
               : "add a line `text: …`"));
}

// A marking that its system does not have, at its place.
void report_marking(const Value& value, const base::Diagnostics& wrong, const std::string& meant,
                    base::Diagnostics& diagnostics) {
  for (base::Diagnostic diagnostic : wrong) {
    diagnostic.span = value.span;
    diagnostic.echo = value.text;
    if (!meant.empty()) {
      diagnostic.help = fmt::format("did you mean `{}`? {}", meant, diagnostic.help);
    }
    diagnostics.push_back(std::move(diagnostic));
  }
}

// The scalar `text:` of a portion's map.
const Value* text_of(const Fields& fields, const Shape& shape, Context& context) {
  const Value* text = fields.find("text");
  if (text == nullptr || !expect_text(*text, "`text`", context.diagnostics)) return nullptr;
  if (text->text.find_first_not_of(" \t\r\n") != std::string::npos) return text;
  context.diagnostics.push_back(error_at(text->span, "SBL0209",
                                         fmt::format("the text of {} is empty", shape.what),
                                         "write it, or take the field out"));
  return nullptr;
}

void check_against_overall(const Value& value, marking::Marking mark, Context& context) {
  if (!context.overall || context.system->dominates(*context.overall, mark)) return;
  base::Diagnostic diagnostic =
      error_at(value.span, "SBL0223", "this portion is marked above the overall marking",
               "raise `overall` so that it covers every portion, or correct the mark");
  diagnostic.echo = value.text;
  diagnostic.related.push_back({context.overall_span, "the overall marking is given here"});
  context.diagnostics.push_back(std::move(diagnostic));
}

}  // namespace

std::vector<std::string> portion_fields(std::vector<std::string> others) {
  std::vector<std::string> fields = {"mark", "text", "redact", "withheld"};
  fields.insert(fields.end(), others.begin(), others.end());
  return fields;
}

std::optional<marking::Marking> read_mark(const Value& value, Context& context) {
  if (!expect_text(value, "a mark", context.diagnostics)) return std::nullopt;
  if (context.system == nullptr) return std::nullopt;
  const base::Result<marking::Marking> marking = context.system->parse(value.text);
  if (marking) {
    const std::optional<marking::Marking> complete =
        context.system->completed(*marking, context.overall.value_or(marking::Marking()));
    if (complete) {
      check_against_overall(value, *complete, context);
      return complete;
    }
    context.diagnostics.push_back(
        error_at(value.span, "SBL0225",
                 "this mark leaves its countries to the overall marking, which names none",
                 "write the countries, or an `overall` with them"));
    return std::nullopt;
  }
  report_marking(value, marking.error(), {}, context.diagnostics);
  return std::nullopt;
}

std::optional<marking::Marking> read_public_marking(const Value& value, std::string_view what,
                                                    const marking::System* system,
                                                    base::Diagnostics& diagnostics) {
  if (!expect_text(value, what, diagnostics) || system == nullptr) return std::nullopt;
  const base::Result<marking::Marking> marking = system->parse(value.text);
  if (marking) {
    if (const auto complete = system->completed(*marking, {})) return complete;
    diagnostics.push_back(error_at(
        value.span, "SBL0225", fmt::format("{} leaves its countries to an overall marking", what),
        "write the countries"));
    return std::nullopt;
  }
  report_marking(value, marking.error(), system->meant(value.text), diagnostics);
  return std::nullopt;
}

std::optional<Redaction> read_sibling_redaction(const Fields& fields, bool has_text,
                                                Context& context) {
  const Value* redact = fields.find("redact");
  const bool withheld = fields.truth("withheld").value_or(false);
  std::optional<Redaction> redaction;
  if (redact != nullptr) redaction = read_redaction(*redact, context.diagnostics);
  if (withheld && redact == nullptr) {
    context.diagnostics.push_back(error_at(fields.find("withheld")->span, "SBL0215",
                                           "withheld matter needs a redaction",
                                           "add `redact: {code: …}` beside `withheld: true`"));
  }
  if (withheld && has_text) {
    context.diagnostics.push_back(
        error_at(fields.find("withheld")->span, "SBL0215",
                 "what this source does not have cannot stand here too",
                 "take out `withheld: true`: `redact` alone withholds the matter"));
  }
  if (redaction) redaction->absent = withheld;
  return redaction;
}

Portion read_portion(const Value& value, const Shape& shape, Context& context) {
  Portion portion;
  portion.span = value.span;
  if (value.kind == Kind::text) {
    portion.text = &value;
    if (value.text.find_first_not_of(" \t\r\n") != std::string::npos) return portion;
    context.diagnostics.push_back(error_at(value.span, "SBL0209",
                                           fmt::format("{} is empty", shape.what),
                                           "write its text, or take it out"));
    portion.text = nullptr;
    return portion;
  }
  if (value.kind != Kind::map) {
    expect_text(value, shape.what, context.diagnostics);
    return portion;
  }
  const Fields fields(value, shape, context.diagnostics);
  portion.text = text_of(fields, shape, context);
  if (const Value* mark = fields.find("mark")) portion.mark = read_mark(*mark, context);
  portion.redaction = read_sibling_redaction(fields, fields.find("text") != nullptr, context);
  const bool absent = portion.redaction && portion.redaction->absent;
  if (fields.find("text") == nullptr && !absent) {
    report_no_text(fields, shape, portion.redaction.has_value(), context);
  }
  return portion;
}

Inlines read_line(const Value& text, std::string_view what, Context& context) {
  std::vector<Inlines> paragraphs = parse_prose(context.sources, text, context.diagnostics);
  if (paragraphs.empty()) return {};
  if (paragraphs.size() > 1) {
    context.diagnostics.push_back(error_at(text.span, "SBL0210",
                                           fmt::format("{} has to be one paragraph", what),
                                           "take out the empty lines in its text"));
  }
  return std::move(paragraphs.front());
}

RichText read_rich_text(const Value& value, const Shape& shape, Context& context) {
  Portion portion = read_portion(value, shape, context);
  RichText rich;
  rich.span = portion.span;
  rich.mark = portion.mark;
  rich.redaction = std::move(portion.redaction);
  if (portion.text != nullptr) rich.text = read_line(*portion.text, shape.what, context);
  return rich;
}

}  // namespace sable::report
