#include "report/read_rulings.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "report/date.h"
#include "report/enclosed.h"
#include "report/redaction.h"
#include "report/redactions_in.h"
#include "source/read.h"

namespace sable::report {

namespace {

using base::error_at;
using source::Kind;
using source::Value;

const Shape kFileShape = {"a file of decisions", {"sable-decisions", "decisions"}, {}};
const Shape kRulingShape = {
    "a decision",
    {"codes", "statute", "equity", "basis", "justification", "reason", "history"},
    {"releases", "extent", "label"}};
const Shape kEventShape = {"an event", {"status", "by", "on", "note"}, {}};

constexpr Enclosed kDecisions = {"`decisions`", "talks.decisions.yaml", 16u << 20};

// Runs of white space as one blank: these texts stand in boxes' words and in tables.
std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

// Whether a step can follow what has happened.
bool can_follow(const std::vector<Event>& history, Step step) {
  const auto happened = [&](Step earlier) {
    return std::any_of(history.begin(), history.end(),
                       [&](const Event& event) { return event.step == earlier; });
  };
  if (history.empty()) return step == Step::proposed;
  const Step last = history.back().step;
  if (last == Step::released || last == step) return false;
  switch (step) {
    case Step::proposed:
      return false;
    case Step::referred:
    case Step::released:
      return true;
    case Step::approved:
      return last == Step::proposed || last == Step::referred;
    case Step::appealed:
      return happened(Step::approved);
    case Step::upheld:
      return happened(Step::appealed);
  }
  return false;
}

class RulingsReader {
 public:
  RulingsReader(Report& report, Context& context)
      : report_(report), diagnostics_(context.diagnostics) {}

  void read(const Value& tree) {
    const Fields fields(tree, kFileShape, diagnostics_);
    const Value* version = fields.require("sable-decisions");
    if (version != nullptr && !(version->kind == Kind::text && version->text == "1")) {
      fail(version->span, "SBL0300", "this version reads decisions of format 1 only",
           "write `sable-decisions: 1`");
    }
    const Value* decisions = fields.require("decisions");
    if (decisions == nullptr || decisions->kind == Kind::null) return;
    if (!expect_map(*decisions, "`decisions`", diagnostics_)) return;
    for (const source::Entry& entry : decisions->entries) {
      if (!is_identifier(entry.key)) {
        fail(entry.key_span, "SBL0216", "this is not an id",
             "an id begins with a letter or digit and has letters, digits, `.`, `_` and `-` (64 "
             "at most)");
      } else if (expect_map(entry.value, "a decision", diagnostics_)) {
        report_.rulings.emplace(entry.key, ruling(entry));
      }
    }
  }

 private:
  void fail(base::Span span, const char* code, std::string message, std::string help) {
    diagnostics_.push_back(error_at(span, code, std::move(message), std::move(help)));
  }

  Ruling ruling(const source::Entry& entry) {
    const Fields fields(entry.value, kRulingShape, diagnostics_);
    Ruling ruling;
    ruling.span = entry.key_span;
    if (const Value* codes = fields.find("codes")) {
      WrittenCodes written = read_codes(*codes, "`codes`", diagnostics_);
      ruling.codes = std::move(written.ids);
      ruling.code_places = std::move(written.places);
    }
    ruling.statute = line(fields, "statute");
    if (!ruling.statute.empty()) ruling.statute_place = fields.find("statute")->span;
    ruling.equity = line(fields, "equity");
    ruling.basis = line(fields, "basis");
    ruling.justification = line(fields, "justification");
    ruling.reason = line(fields, "reason");
    if (const Value* history = fields.find("history")) this->history(*history, ruling);
    const Event* referred = last_of(ruling, Step::referred, {});
    if (referred != nullptr && ruling.equity.empty()) {
      fail(referred->span, "SBL0301", "this decision does not say to whom the matter is referred",
           "add `equity:` with the name of the office");
    }
    return ruling;
  }

  static std::string line(const Fields& fields, std::string_view name) {
    return on_one_line(fields.text(name).value_or(""));
  }

  void history(const Value& list, Ruling& ruling) {
    if (!expect_list(list, "`history`", diagnostics_)) return;
    for (const Value& item : list.items) {
      if (!expect_map(item, "an event", diagnostics_)) continue;
      if (std::optional<Event> event = this->event(item)) add(*std::move(event), ruling);
    }
  }

  std::optional<Event> event(const Value& item) {
    const Fields fields(item, kEventShape, diagnostics_);
    const bool whole = (fields.require("status") != nullptr) & (fields.require("by") != nullptr) &
                       (fields.require("on") != nullptr);
    Event event;
    event.span = item.entries.empty() ? item.span : item.entries.front().value.span;
    event.by = line(fields, "by");
    event.on = fields.text("on").value_or("");
    event.note = line(fields, "note");
    const std::optional<Step> step = fields.choice<Step>("status", {{"proposed", Step::proposed},
                                                                    {"referred", Step::referred},
                                                                    {"approved", Step::approved},
                                                                    {"appealed", Step::appealed},
                                                                    {"upheld", Step::upheld},
                                                                    {"released", Step::released}});
    if (!whole || !step) return std::nullopt;
    event.step = *step;
    if (event.by.empty()) {
      fail(fields.find("by")->span, "SBL0302", "this event does not say who it was",
           "write the name of the officer behind `by:`");
    }
    if (!parse_date(event.on)) {
      fail(fields.find("on")->span, "SBL0207", "this is not a date of the calendar",
           "write year, month and day: `2023-09-01`");
      return std::nullopt;
    }
    return event;
  }

  void add(Event event, Ruling& ruling) {
    if (!ruling.history.empty() && event.on < ruling.history.back().on) {
      fail(event.span, "SBL0303", "this event is earlier than the one before it",
           "write the events in the order of their days");
    } else if (!can_follow(ruling.history, event.step)) {
      const std::string message =
          ruling.history.empty()
              ? fmt::format("a history cannot begin with `{}`", step_name(event.step))
              : fmt::format("`{}` cannot follow `{}` here", step_name(event.step),
                            step_name(ruling.history.back().step));
      fail(event.span, "SBL0304", message,
           "a history begins with `proposed`; `appealed` comes after `approved`, `upheld` after "
           "`appealed`, and nothing after `released`");
    }
    ruling.history.push_back(std::move(event));
  }

  Report& report_;
  base::Diagnostics& diagnostics_;
};

bool same_codes(std::vector<std::string> one, std::vector<std::string> other) {
  std::sort(one.begin(), one.end());
  std::sort(other.begin(), other.end());
  return one == other;
}

class Agreement {
 public:
  explicit Agreement(base::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void check(const Redaction& redaction, const Ruling& ruling) {
    if (!ruling.statute.empty() && redaction.statute != ruling.statute) {
      diagnostics_.push_back(error_at(ruling.statute_place, "SBL0308",
                                      "the report names another statute for this redaction",
                                      "correct one of the two, or leave it to the decision"));
      diagnostics_.back().related.push_back({redaction.span, "the redaction stands here"});
    }
    if (!ruling.codes.empty() && !same_codes(redaction.codes, ruling.codes)) {
      diagnostics_.push_back(
          error_at(redaction.span, "SBL0305",
                   "the report and the decision about this redaction name "
                   "different codes",
                   "correct one of the two, or leave the codes to the decision"));
      diagnostics_.back().related.push_back({ruling.span, "the decision stands here"});
    }
    const Event* released = last_of(ruling, Step::released, {});
    if (redaction.absent && released != nullptr) {
      diagnostics_.push_back(error_at(
          released->span, "SBL0306", "this decision releases what the report does not have",
          "put the matter into the report in place of `withheld: true`"));
      diagnostics_.back().related.push_back({redaction.span, "the redaction stands here"});
    }
  }

 private:
  base::Diagnostics& diagnostics_;
};

// What the redaction leaves to its ruling.
void complete(Redaction& redaction, const Ruling& ruling) {
  if (redaction.awaits_codes) {
    redaction.codes = ruling.codes;
    redaction.code_places = ruling.code_places;
  }
  if (redaction.statute.empty()) redaction.statute = ruling.statute;
}

}  // namespace

void read_rulings(const Value& name, Report& report, Context& context) {
  const std::optional<base::FileId> file = open_enclosed(name, kDecisions, context);
  if (!file) return;
  source::Examination found = source::examine(context.enclosures->sources, *file);
  const bool sound = found.whole && !base::has_errors(found.findings);
  for (base::Diagnostic& finding : found.findings) {
    context.diagnostics.push_back(std::move(finding));
  }
  if (!sound) return;
  if (found.tree.kind != Kind::map) {
    context.diagnostics.push_back(error_at({*file, 0, 0}, "SBL0300", "this file holds no decisions",
                                           "it begins with `sable-decisions: 1`"));
    return;
  }
  RulingsReader(report, context).read(found.tree);
}

void apply_rulings(Report& report, Texts texts, base::Diagnostics& diagnostics) {
  Agreement agreement(diagnostics);
  std::set<std::string_view> met;
  for_each_redaction(report, [&](Redaction& redaction) {
    const auto found = report.rulings.find(redaction.id);
    const bool ruled = !redaction.id.empty() && found != report.rulings.end();
    if (ruled) complete(redaction, found->second);
    const bool first = ruled && met.insert(found->first).second;
    if (!redaction.awaits_codes || !redaction.codes.empty()) {
      if (first) agreement.check(redaction, found->second);
    } else if (texts == Texts::all) {
      diagnostics.push_back(error_at(redaction.span, "SBL0231", "this redaction names no code",
                                     "write the code under which the matter is withheld, or let "
                                     "the decision of this id name it"));
    }
  });
  if (texts != Texts::all) return;
  for (const auto& [id, ruling] : report.rulings) {
    if (met.contains(id)) continue;
    diagnostics.push_back(
        error_at(ruling.span, "SBL0307", "the report has no redaction of this id",
                 "correct the id here or in the report, or take the decision out"));
  }
}

}  // namespace sable::report
