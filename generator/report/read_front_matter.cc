#include "report/read_front_matter.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/date.h"
#include "report/declassification.h"
#include "report/inline_parser.h"
#include "report/near_miss.h"
#include "report/redaction.h"
#include "report/stretch.h"

namespace sable::report {

namespace {

using base::error_at;
using base::Span;
using source::Kind;
using source::Value;

constexpr const char* kWhatDeclassifies =
    "write a date (`2049-12-31`), an event, an exemption with its date (`\"25X1, 2049-12-31\"`), "
    "`50X1-HUM` or `50X2-WMD`";

Shape line_shape(const char* what) { return {what, {"text", "redact", "withheld"}, {}}; }

RichText plain_line(std::string text, Span span) {
  RichText line;
  line.span = span;
  line.text.push_back(Inline{span, Text{std::move(text)}});
  return line;
}

// The words of a line that is not withheld; empty otherwise.
std::string words_of(const RichText& line) {
  if (line.text.empty()) return {};
  const auto* text = std::get_if<Text>(&line.text.front().value);
  return text == nullptr ? std::string() : text->text;
}

void add_line(const Fields& fields, const char* field, const char* label, const char* what,
              LabelledLines& lines, Context& context) {
  const Value* value = fields.find(field);
  if (value != nullptr)
    lines.push_back({label, read_plain_line(*value, line_shape(what), context)});
}

// The rules of authority blocks are those of the United States; reports older than them
// have blocks of other words.
class AuthorityReader {
 public:
  AuthorityReader(Report& report, Context& context)
      : report_(report),
        context_(context),
        legacy_(report.system != nullptr && report.system->name() == "legacy") {}

  void read(const Value& value) {
    static const Shape shape = {
        "the authority block",
        {"classified-by", "reason", "derived-from", "declassify-on", "downgrade"},
        {}};
    if (!expect_map(value, "`authority`", context_.diagnostics)) return;
    const Fields fields(value, shape, context_.diagnostics);
    if (!stands_here(fields)) return;
    fields.require("classified-by");
    add("classified-by", "Classified By", "the classifier", fields);
    one_basis(fields);
    reason(fields);
    if (const Value* from = fields.find("derived-from")) derived_from(*from);
    add("downgrade", "Downgrade To", "the downgrading", fields);
    declassify_on(fields);
  }

 private:
  void fail(Span span, const char* code, std::string message, std::string help) {
    context_.diagnostics.push_back(error_at(span, code, std::move(message), std::move(help)));
  }

  LabelledLines& block() { return report_.front_matter.authority; }

  void add(const char* field, const char* label, const char* what, const Fields& fields) {
    add_line(fields, field, label, what, block(), context_);
  }

  bool stands_here(const Fields& fields) {
    if (report_.system == nullptr) return false;
    const std::string& name = report_.system->name();
    if (!legacy_ && name != "us-ic" && name != "us-dod") {
      fail(fields.place(), "SBL0262",
           fmt::format("a report marked by `{}` has no classification authority", name),
           "take `authority` out");
      return false;
    }
    if (!report_.overall || report_.overall->level > 0) return true;
    fail(fields.place(), "SBL0262",
         "an unclassified report has no classification authority (32 CFR 2001.21)",
         "take `authority` out, or mark the report as it is classified");
    return false;
  }

  // An original decision gives its reason, a derived one its sources (32 CFR 2001.22(b)).
  void one_basis(const Fields& fields) {
    const Value* reason = fields.find("reason");
    const Value* from = fields.find("derived-from");
    if (reason != nullptr && from != nullptr) {
      fail(from->span, "SBL0261", "an authority block gives a reason or sources, not both",
           "take out `reason` if the classification is derived, else `derived-from`");
    } else if (reason == nullptr && from == nullptr && !legacy_) {
      fail(fields.place(), "SBL0261", "this authority block gives neither a reason nor sources",
           "add `reason: 1.4(…)` for an original decision, or `derived-from: …`");
    }
  }

  void reason(const Fields& fields) {
    const Value* value = fields.find("reason");
    if (value == nullptr) return;
    add("reason", "Reason", "the reason", fields);
    const std::string words = words_of(block().back().text);
    if (legacy_ || words.empty() || cites_category(words)) return;
    fail(value->span, "SBL0261", "this reason cites no category of E.O. 13526, section 1.4",
         "write one or more of `1.4(a)` to `1.4(h)`");
  }

  static bool cites_category(const std::string& words) {
    const size_t at = words.find("1.4(");
    return at != std::string::npos && at + 5 < words.size() && words[at + 4] >= 'a' &&
           words[at + 4] <= 'h' && words[at + 5] == ')';
  }

  void derived_from(const Value& value) {
    if (value.kind != Kind::list) {
      block().push_back(
          {"Derived From", read_plain_line(value, line_shape("the source"), context_)});
      return;
    }
    for (const Value& item : value.items) source(item);
    if (report_.front_matter.sources.size() == 1) {
      block().push_back({"Derived From", report_.front_matter.sources.front().text});
      report_.front_matter.sources.clear();
    } else if (!report_.front_matter.sources.empty()) {
      block().push_back({"Derived From", plain_line("Multiple Sources", value.span)});
    }
  }

  void source(const Value& value) {
    static const Shape shape = {
        "a source", {"source", "date", "declassify-on", "redact", "withheld"}, {}};
    if (!expect_map(value, "a source", context_.diagnostics)) return;
    const Fields fields(value, shape, context_.diagnostics);
    RichText line;
    line.span = value.span;
    const Value* name = fields.find("source");
    line.redaction = read_sibling_redaction(fields, name != nullptr, context_);
    if (line.redaction && line.redaction->absent) {
      withheld_source_ = true;
      report_.front_matter.sources.push_back({{}, std::move(line)});
      return;
    }
    fields.require("source");
    std::string words = fields.text("source").value_or("");
    const std::optional<Date> dated = date(fields, "date");
    if (dated) words += fmt::format(", dated {}", fields.text("date").value_or(""));
    std::optional<DeclassifyOn> until;
    if (const Value* on = fields.find("declassify-on")) {
      until = value_of(*on, fields.text("declassify-on").value_or(""));
    }
    if (until) words += fmt::format("; declassify on {}", print(*until));
    // What a withheld source says must not tell itself by what follows from it.
    if (line.redaction) {
      withheld_source_ = true;
    } else {
      count(fields, until, dated);
    }
    line.text.push_back(Inline{value.span, Text{std::move(words)}});
    report_.front_matter.sources.push_back({{}, std::move(line)});
  }

  void count(const Fields& fields, const std::optional<DeclassifyOn>& until,
             const std::optional<Date>& dated) {
    if (!until) return;
    if (const auto counted = in_derivation(*until, dated)) {
      values_.push_back(*counted);
    } else if (until->term == Term::retired) {
      fail(fields.find("declassify-on")->span, "SBL0263",
           "this value is retired: it counts as 25 years from its source, whose date is missing",
           "add the `date` of the source (32 CFR 2001.22(e))");
    }
  }

  std::optional<Date> date(const Fields& fields, const char* field) {
    const std::optional<std::string> text = fields.text(field);
    if (!text) return std::nullopt;
    const std::optional<Date> date = parse_date(*text);
    if (!date) {
      fail(fields.find(field)->span, "SBL0207", "this is not a date of the calendar",
           "write year, month and day: `1997-07-16`");
    }
    return date;
  }

  std::optional<DeclassifyOn> value_of(const Value& value, const std::string& text) {
    if (text.empty()) return std::nullopt;
    std::optional<DeclassifyOn> read = parse_declassify_on(text);
    if (!read)
      fail(value.span, "SBL0260", "this is no value of `declassify-on`", kWhatDeclassifies);
    return read;
  }

  void declassify_on(const Fields& fields) {
    const Value* value = fields.find("declassify-on");
    const std::optional<DeclassifyOn> derived = longest(values_);
    if (value == nullptr) return without_value(fields, derived);
    RichText line = read_plain_line(*value, line_shape("the declassification"), context_);
    const std::string words = words_of(line);
    const std::optional<DeclassifyOn> own = value_of(*value, words);
    if (own) {
      check(value->span, *own, fields.find("reason") != nullptr, derived);
      line.text = plain_line(print(*own), line.text.front().span).text;
    }
    block().push_back({"Declassify On", std::move(line)});
  }

  void without_value(const Fields& fields, const std::optional<DeclassifyOn>& derived) {
    if (legacy_) return;
    if (derived && !withheld_source_) {
      block().push_back({"Declassify On", plain_line(print(*derived), fields.place())});
      return;
    }
    fail(fields.place(), "SBL0264",
         withheld_source_ ? "`declassify-on` is missing: it is not reckoned from sources of which "
                            "some may be withheld"
                          : "`declassify-on` is missing",
         kWhatDeclassifies);
  }

  void check(Span place, const DeclassifyOn& own, bool original,
             const std::optional<DeclassifyOn>& derived) {
    if (legacy_) return;
    if (own.term == Term::retired) {
      fail(place, "SBL0260", "this value is retired: no new document may have it (E.O. 13526, 1.5)",
           kWhatDeclassifies);
    } else if (original && !within_limit(own, decided())) {
      fail(place, "SBL0263",
           "an original decision lasts at most 25 years from the date of the report",
           "write an earlier date, or an exemption with it: `\"25X1, …\"`");
    } else if (derived && longest({own, *derived}) != own) {
      fail(place, "SBL0263",
           "a source stays classified longer than this (32 CFR 2001.22(e): the longest holds)",
           fmt::format("write `{}`, or leave `declassify-on` out", print(*derived)));
    }
  }

  // A report without a date sets no limit.
  Date decided() const {
    const auto& date = report_.titles.date;
    const std::optional<Date> read =
        date && !date->redaction ? parse_date(words_of(*date)) : std::nullopt;
    return read.value_or(Date{9999, 12, 31});
  }

  Report& report_;
  Context& context_;
  bool legacy_;
  bool withheld_source_ = false;
  std::vector<DeclassifyOn> values_;
};

void read_waiver(const Value& value, Report& report, Context& context) {
  static const Shape shape = {"the waiver", {"authority", "statement"}, {}};
  if (!expect_map(value, "`waiver`", context.diagnostics)) return;
  const Fields fields(value, shape, context.diagnostics);
  report.front_matter.portions_waived = true;
  if (fields.require("authority") == nullptr) return;
  if (const Value* statement = fields.find("statement")) {
    report.front_matter.statements.push_back(
        {{}, read_plain_line(*statement, line_shape("the statement"), context)});
    return;
  }
  const std::string authority = fields.text("authority").value_or("");
  report.front_matter.statements.push_back(
      {{},
       plain_line(fmt::format("Portion marking of this document is waived by {}. It may not be "
                              "used as a source of derivative classification.",
                              authority),
                  value.span)});
}

void read_transmittal(const Value& value, Report& report, Context& context) {
  static const Shape shape = {"the transmittal", {"when-separated", "of"}, {}};
  if (!expect_map(value, "`transmittal`", context.diagnostics)) return;
  const Fields fields(value, shape, context.diagnostics);
  const Value* alone = fields.require("when-separated");
  if (alone == nullptr) return;
  const auto marking =
      read_public_marking(*alone, "`when-separated`", context.system, context.diagnostics);
  if (!marking || context.system == nullptr) return;
  const std::string of = fields.text("of").value_or("its enclosures");
  report.front_matter.statements.push_back(
      {{},
       plain_line(fmt::format("When separated from {}, this document is {}.", of,
                              context.system->banner(*marking)),
                  value.span)});
}

void read_designation(const Value& value, Report& report, Context& context) {
  static const Shape shape = {
      "the designation", {"controlled-by", "category", "distribution", "poc"}, {}};
  if (!expect_map(value, "`cui`", context.diagnostics)) return;
  const Fields fields(value, shape, context.diagnostics);
  fields.require("controlled-by");
  LabelledLines& lines = report.front_matter.designation;
  add_line(fields, "controlled-by", "Controlled By", "the controller", lines, context);
  add_line(fields, "category", "CUI Category", "the category", lines, context);
  add_line(fields, "distribution", "Distribution/Dissemination Control", "the distribution", lines,
           context);
  add_line(fields, "poc", "POC", "the point of contact", lines, context);
}

void read_working_paper(const Value& value, Report& report, Context& context) {
  static const Shape shape = {"the working paper", {"date"}, {}};
  if (!expect_map(value, "`working-paper`", context.diagnostics)) return;
  const Fields fields(value, shape, context.diagnostics);
  if (fields.require("date") == nullptr) return;
  const std::string date = fields.text("date").value_or("");
  if (!parse_date(date)) {
    context.diagnostics.push_back(error_at(fields.find("date")->span, "SBL0207",
                                           "this is not a date of the calendar",
                                           "write year, month and day: `1997-07-16`"));
    return;
  }
  report.front_matter.statements.push_back(
      {"Working Paper", plain_line("created " + date, value.span)});
}

}  // namespace

RichText read_plain_line(const Value& value, const Shape& shape, Context& context) {
  const Portion portion = read_portion(value, shape, context);
  RichText line;
  line.span = portion.span;
  line.redaction = portion.redaction;
  if (portion.text == nullptr) return line;
  const Stretch words = Stretch::whole(*portion.text).trimmed();
  if (holds_redaction(words.text())) {
    context.diagnostics.push_back(
        error_at(words.span(), "SBL0218",
                 fmt::format("a redaction stands where none can be: in {}", shape.what),
                 "put `redact: {code: …}` beside the text to withhold the whole of it"));
  }
  std::string text(words.text());
  std::replace(text.begin(), text.end(), '\n', ' ');
  line.text.push_back(Inline{words.span(), Text{std::move(text)}});
  return line;
}

void read_marking_lines(const Fields& marking, Report& report, Context& context) {
  if (const Value* compilation = marking.find("compilation")) {
    report.front_matter.compilation =
        read_plain_line(*compilation, line_shape("the statement"), context);
  }
  if (const Value* waiver = marking.find("waiver")) read_waiver(*waiver, report, context);
  if (const Value* value = marking.find("transmittal")) read_transmittal(*value, report, context);
  if (const Value* value = marking.find("working-paper")) {
    read_working_paper(*value, report, context);
  }
  if (const Value* cui = marking.find("cui")) read_designation(*cui, report, context);
}

void read_authority(const Value& value, Report& report, Context& context) {
  AuthorityReader(report, context).read(value);
}

void read_distribution(const Value& value, Report& report, Context& context) {
  if (!expect_list(value, "`distribution`", context.diagnostics)) return;
  for (const Value& item : value.items) {
    report.front_matter.distribution.push_back(
        {{}, read_plain_line(item, line_shape("a line of the distribution"), context)});
  }
}

}  // namespace sable::report
