// The schema of a report, from the top: what stands under `sable:`, `report:`,
// `marking:`, `body:`, `notes:` and `releases:`.

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "report/body.h"
#include "report/checks.h"
#include "report/code_fields.h"
#include "report/date.h"
#include "report/inline_parser.h"
#include "report/lints.h"
#include "report/marking_system.h"
#include "report/near_miss.h"
#include "report/portion.h"
#include "report/read_front_matter.h"
#include "report/read_rulings.h"
#include "report/redaction.h"
#include "report/report.h"
#include "report/residue.h"

namespace sable::report {

namespace {

using base::error_at;
using source::Kind;
using source::Value;

const Shape kReportShape = {
    "a report",
    {"sable",     "template", "report",  "marking",  "contents",  "numbering",   "page-numbers",
     "columns",   "index",    "codes",   "statutes", "body",      "notes",       "releases",
     "decisions", "approval", "residue", "lints",    "authority", "distribution"},
    {"variables", "theme", "languages", "glossary"}};

constexpr uint32_t kDeepestHeading = 3;

class ReportReader {
 public:
  ReportReader(const base::SourceSet& sources, base::FileId file, const Enclosures* enclosures)
      : context_{sources, nullptr, diagnostics_, enclosures} {
    report_.file = file;
  }

  void read(const Value& tree, Texts texts) {
    const Fields fields(tree, kReportShape, diagnostics_);
    version(fields);
    if (const Value* name = fields.require("template")) {
      report_.template_span = name->span;
      report_.template_name = fields.text("template").value_or("");
    }
    // First, since every mark is read by it.
    if (const Value* marking = fields.require("marking")) this->marking(*marking);
    if (const Value* titles = fields.require("report")) this->titles(*titles);
    if (const Value* authority = fields.find("authority")) {
      read_authority(*authority, report_, context_);
    }
    if (const Value* lines = fields.find("distribution")) {
      read_distribution(*lines, report_, context_);
    }
    if (const Value* contents = fields.find("contents")) this->contents(fields, *contents);
    report_.numbers_sections =
        fields.choice<bool>("numbering", {{"sections", true}, {"none", false}}).value_or(false);
    if (const Value* numbers = fields.find("page-numbers")) page_numbers(*numbers);
    report_.columns = read_columns(fields);
    report_.index = fields.truth("index").value_or(false);
    if (const Value* codes = fields.find("codes"))
      read_code_sets(*codes, report_.code_book, context_);
    if (const Value* statutes = fields.find("statutes")) {
      report_.statutes = read_statutes(*statutes, report_.code_book, context_);
    }
    if (const Value* body = fields.require("body")) report_.body = read_body(*body, context_);
    if (const Value* notes = fields.find("notes")) this->notes(*notes);
    if (const Value* releases = fields.find("releases")) report_.releases = *releases;
    if (const Value* name = fields.find("decisions")) read_rulings(*name, report_, context_);
    report_.two_persons = read_approval(fields);
    apply_rulings(report_, texts, diagnostics_);
    if (const Value* residue = fields.find("residue")) {
      report_.residue = read_residue(*residue, report_.code_book, diagnostics_);
    }
    Lints lints;
    if (const Value* value = fields.find("lints")) lints = read_lints(*value, diagnostics_);
    check_report(report_, texts, lints.marks, diagnostics_);
    if (texts == Texts::all) lint(report_, lints, diagnostics_);
  }

  Examination result() {
    // In the order of the files, so that they can be worked off from top to bottom.
    std::stable_sort(diagnostics_.begin(), diagnostics_.end(),
                     [](const base::Diagnostic& a, const base::Diagnostic& b) {
                       return a.span && b.span &&
                              std::tie(a.span->file, a.span->begin) <
                                  std::tie(b.span->file, b.span->begin);
                     });
    return {std::move(report_), std::move(diagnostics_)};
  }

 private:
  void fail(base::Span span, const char* code, std::string message, std::string help,
            std::string echo = {}) {
    diagnostics_.push_back(error_at(span, code, std::move(message), std::move(help)));
    diagnostics_.back().echo = std::move(echo);
  }

  void version(const Fields& fields) {
    const Value* value = fields.require("sable");
    if (value == nullptr || (value->kind == Kind::text && value->text == "1")) return;
    fail(value->span, "SBL0206", "this version reads format 1 only", "write `sable: 1`",
         value->text);
  }

  void marking(const Value& value) {
    static const Shape shape = {"the marking",
                                {"system", "overall", "banner", "codeword", "redact", "rel",
                                 "waiver", "compilation", "transmittal", "cui", "working-paper"},
                                {"variant", "colors", "levels"}};
    if (!expect_map(value, "`marking`", diagnostics_)) return;
    const Fields fields(value, shape, diagnostics_);
    if (const Value* system = fields.require("system")) {
      report_.system = read_marking_system(*system, context_);
      context_.system = report_.system.get();
    }
    if (const Value* overall = fields.find("overall")) {
      context_.overall = read_public_marking(*overall, "`overall`", context_.system, diagnostics_);
      context_.overall_span = overall->span;
      report_.overall_span = overall->span;
      // One that cannot be read counts as declared: what would follow from its absence
      // is no news, and the report is refused.
      report_.overall = context_.overall.value_or(marking::Marking{});
    }
    report_.banner = fields
                         .choice<BannerScope>("banner", {{"per-page", BannerScope::per_page},
                                                         {"overall", BannerScope::overall}})
                         .value_or(BannerScope::per_page);
    report_.short_lists =
        fields.choice<bool>("rel", {{"full", false}, {"short", true}}).value_or(false);
    if (const Value* codeword = fields.find("codeword"))
      report_.codeword = this->codeword(*codeword);
    read_marking_lines(fields, report_, context_);
    if (const Value* redact = fields.find("redact")) {
      fail(redact->span, "SBL0222", "a marking cannot be withheld, but the codeword behind it can",
           "write `codeword: {text: …, redact: {code: …}}`, or `codeword: {redact: {code: …}, "
           "withheld: true}` if this source does not have it");
    }
  }

  // `true`, or what is listed.
  void contents(const Fields& report, const Value& value) {
    static const Shape shape = {"the contents", {"depth", "tables", "figures"}, {"title"}};
    if (value.kind != Kind::map) {
      if (report.truth("contents").value_or(false)) report_.contents.depth = kDeepestHeading;
      return;
    }
    const Fields fields(value, shape, diagnostics_);
    const std::optional<uint32_t> depth =
        fields.choice<uint32_t>("depth", {{"1", 1}, {"2", 2}, {"3", 3}});
    report_.contents.depth = depth.value_or(kDeepestHeading);
    report_.contents.tables = fields.truth("tables").value_or(false);
    report_.contents.figures = fields.truth("figures").value_or(false);
  }

  void page_numbers(const Value& value) {
    static const Shape shape = {"the page numbers", {"front", "by"}, {}};
    if (!expect_map(value, "`page-numbers`", diagnostics_)) return;
    const Fields fields(value, shape, diagnostics_);
    report_.page_numbers.front = fields
                                     .choice<std::string>("front", {{"lower-roman", "lower-roman"},
                                                                    {"upper-roman", "upper-roman"},
                                                                    {"lower-alpha", "lower-alpha"},
                                                                    {"upper-alpha", "upper-alpha"}})
                                     .value_or("");
    report_.page_numbers.by_section =
        fields.choice<bool>("by", {{"report", false}, {"section", true}}).value_or(false);
    if (report_.page_numbers.by_section && !report_.numbers_sections) {
      fail(fields.find("by")->span, "SBL0224",
           "pages are numbered by section, and the sections have no numbers",
           "write `numbering: sections` at the top of the report, or `by: report`");
    }
  }

  void titles(const Value& value) {
    static const Shape shape = {"the title block",
                                {"kind", "office", "title", "date", "number", "language"},
                                {"author", "authors", "subtitle", "keywords", "distribution"}};
    if (!expect_map(value, "`report`", diagnostics_)) return;
    const Fields fields(value, shape, diagnostics_);
    fields.require("title");
    report_.titles.kind = field(fields, "kind", "the kind");
    report_.titles.office = field(fields, "office", "the office");
    report_.titles.title = field(fields, "title", "the title");
    report_.titles.number = field(fields, "number", "the number");
    if (const Value* date = fields.find("date")) report_.titles.date = this->date(*date);
    if (const auto language = fields.text("language")) this->language(fields, *language);
  }

  std::optional<RichText> field(const Fields& fields, std::string_view name, const char* what) {
    const Value* value = fields.find(name);
    if (value == nullptr) return std::nullopt;
    return read_rich_text(*value, Shape{what, portion_fields(), {}}, context_);
  }

  // A date is no prose: it is kept as written, once it is known to be a date.
  RichText date(const Value& value) {
    static const Shape shape = {"the date", portion_fields(), {}};
    const Portion portion = read_portion(value, shape, context_);
    if (portion.text != nullptr && !parse_date(portion.text->text)) {
      fail(portion.text->span, "SBL0207", "this is not a date of the calendar",
           "write year, month and day: `1997-07-16`", portion.text->text);
    }
    return plain(portion);
  }

  // Nor is a codeword: it stands in every banner, where nothing can be called or
  // referred to, and its box has the height of the banner.
  RichText codeword(const Value& value) {
    static const Shape shape = {"the codeword", {"text", "redact", "withheld"}, {}};
    const Portion portion = read_portion(value, shape, context_);
    if (portion.redaction && portion.redaction->extent) {
      const ExtentKind kind = portion.redaction->extent->kind;
      if (kind != ExtentKind::words && kind != ExtentKind::undisclosed) {
        fail(portion.redaction->span, "SBL0240", "the box of a codeword cannot have this extent",
             "write `words`, a number of words, or `undisclosed`");
      }
    }
    if (portion.text != nullptr) {
      const Stretch words = Stretch::whole(*portion.text).trimmed();
      if (words.text().find('\n') != std::string_view::npos) {
        fail(words.span(), "SBL0221", "a codeword has to be one line of text",
             "take out the line ends");
      }
      if (holds_redaction(words.text())) {
        fail(words.span(), "SBL0218", "a redaction stands where none can be: in a codeword",
             "put `redact: {code: …}` beside the text to withhold the whole of it");
      }
    }
    return plain(portion);
  }

  // Text without inline directives.
  static RichText plain(const Portion& portion) {
    RichText plain;
    plain.span = portion.span;
    plain.mark = portion.mark;
    plain.redaction = portion.redaction;
    if (portion.text != nullptr) {
      const Stretch words = Stretch::whole(*portion.text).trimmed();
      plain.text.push_back(Inline{words.span(), Text{std::string(words.text())}});
    }
    return plain;
  }

  void language(const Fields& fields, const std::string& tag) {
    if (is_language_tag(tag)) {
      report_.language = tag;
    } else {
      fail(fields.find("language")->span, "SBL0208", "this is not a language tag",
           "write a tag of BCP 47: `en-US`, `de`", tag);
    }
  }

  void notes(const Value& value) {
    if (!expect_map(value, "`notes`", diagnostics_)) return;
    for (const source::Entry& entry : value.entries) {
      if (!is_identifier(entry.key)) {
        fail(entry.key_span, "SBL0216", "this is not an id for a note",
             "an id begins with a letter or digit and has letters, digits, `.`, `_` and `-` "
             "(64 at most)",
             entry.key);
      }
      report_.notes.emplace(entry.key, note(entry));
    }
  }

  Note note(const source::Entry& entry) {
    static const Shape shape = {"a note", portion_fields(), {"kind"}};
    Note note;
    note.id = entry.key;
    note.span = entry.key_span;
    if (entry.value.kind == Kind::null) {
      fail(entry.key_span, "SBL0271", "this note has no text", "write it behind the colon");
      return note;
    }
    Portion portion = read_portion(entry.value, shape, context_);
    note.mark = portion.mark;
    note.redaction = std::move(portion.redaction);
    if (portion.text != nullptr) {
      note.paragraphs = parse_prose(context_.sources, *portion.text, diagnostics_);
    }
    return note;
  }

  Report report_;
  base::Diagnostics diagnostics_;
  Context context_;
};

}  // namespace

Examination examine_report(const base::SourceSet& sources, base::FileId file,
                           const source::Value& tree, const Enclosures* enclosures, Texts texts) {
  if (tree.kind != Kind::map) {
    Examination none;
    none.findings.push_back(error_at({file, 0, 0}, "SBL0200", "this file holds no report",
                                     "a report begins with `sable: 1`"));
    return none;
  }
  ReportReader reader(sources, file, enclosures);
  reader.read(tree, texts);
  return reader.result();
}

base::Result<Reading> read_report(const base::SourceSet& sources, base::FileId file,
                                  const source::Value& tree, const Enclosures* enclosures) {
  Examination found = examine_report(sources, file, tree, enclosures);
  if (base::has_errors(found.findings)) return base::fail(std::move(found.findings));
  return Reading{std::move(found.report), std::move(found.findings)};
}

}  // namespace sable::report
