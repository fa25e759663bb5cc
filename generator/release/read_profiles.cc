#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "release/profile.h"
#include "release/read_audience.h"
#include "release/read_copies.h"
#include "release/release_set.h"
#include "release/stamp.h"
#include "report/date.h"
#include "report/fields.h"
#include "report/portion.h"
#include "report/redaction.h"

namespace sable::release {

namespace {

using base::error_at;
using report::expect_map;
using report::Fields;
using report::Shape;
using source::Kind;
using source::Value;

const Shape kProfileShape = {
    "a release",
    {"unredacted", "audience",     "withhold",     "show",       "ceiling",     "show-marks",
     "boxes",      "codes",        "declassified", "clearance",  "withheld-as", "stamp",
     "watermark",  "line-numbers", "bates",        "as-of",      "approval",    "consultation",
     "review",     "revealed-by",  "supersedes",   "outline-new"},
    {"mode", "sheets", "waivers", "quantum", "smart-quotes"}};

bool holds(const std::vector<std::string>& codes, const std::string& code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

class ProfileReader {
 public:
  ProfileReader(const report::Report& report, const source::Entry& entry,
                base::Diagnostics& diagnostics)
      : report_(report),
        entry_(entry),
        fields_(entry.value, kProfileShape, diagnostics),
        diagnostics_(diagnostics) {}

  Profile read() {
    profile_.name = entry_.key;
    profile_.span = entry_.key_span;
    name();
    // What is no name may be anything, and stays out of the messages about its rules.
    if (!report::is_identifier(profile_.name)) return std::move(profile_);
    rule();
    read_copies(fields_, report_, profile_, diagnostics_);
    read_audience(fields_, profile_, diagnostics_);
    profile_.show_marks = fields_.truth("show-marks").value_or(false);
    appearance();
    if (const Value* declassified = fields_.find("declassified")) this->declassified(*declassified);
    stamp();
    profile_.watermark = fields_.text("watermark").value_or("");
    profile_.numbers_lines = fields_.truth("line-numbers").value_or(false);
    if (const Value* bates = fields_.find("bates")) this->bates(*bates);
    return std::move(profile_);
  }

 private:
  void fail(base::Span span, const char* code, std::string message, std::string help) {
    diagnostics_.push_back(error_at(span, code, std::move(message), std::move(help)));
  }

  // It becomes part of a file's name.
  void name() {
    if (report::is_identifier(profile_.name)) return;
    fail(entry_.key_span, "SBL0406", "this is not a name for a release",
         "a name begins with a letter or digit and has letters, digits, `.`, `_` and `-` (64 at "
         "most)");
  }

  void rule() {
    profile_.unredacted = fields_.truth("unredacted").value_or(false);
    lists();
    ceiling();
    if (profile_.unredacted) {
      unredacted();
    } else if (fields_.find("consultation") != nullptr) {
      // Its rule is read with it.
    } else if (profile_.withhold.empty() && fields_.find("ceiling") == nullptr &&
               fields_.find("clearance") == nullptr) {
      fail(entry_.key_span, "SBL0401",
           fmt::format("the release `{}` has no rule of what it withholds", profile_.name),
           "write `withhold:` with codes, `ceiling:` or `clearance:`, or `unredacted: true` if it "
           "is "
           "to show everything");
    } else {
      every_code_decided();
    }
  }

  // Codes, and names of sets, which stand for all their codes.
  report::WrittenCodes codes(std::string_view name) {
    const Value* value = fields_.find(name);
    if (value == nullptr || (value->kind == Kind::list && value->items.empty())) return {};
    report::WrittenCodes codes =
        report::read_codes(*value, fmt::format("`{}`", name), diagnostics_);
    for (size_t i = 0; i < codes.ids.size(); ++i) {
      const std::string& id = codes.ids[i];
      if (report_.code_book.find(id) != nullptr || report_.code_book.find_set(id) != nullptr) {
        continue;
      }
      diagnostics_.push_back(report::unknown_code(report_.code_book, id, codes.places[i]));
    }
    return codes;
  }

  // A code that stands in one of the lists by itself does not count as of a set that
  // stands in the other.
  void lists() {
    const report::WrittenCodes withheld = codes("withhold"), shown = codes("show");
    expand(withheld.ids, shown.ids, profile_.withhold);
    expand(shown.ids, withheld.ids, profile_.show);
  }

  void expand(const std::vector<std::string>& written, const std::vector<std::string>& others,
              std::vector<std::string>& to) const {
    for (const std::string& id : written) {
      const report::CodeSet* set =
          report_.code_book.find(id) == nullptr ? report_.code_book.find_set(id) : nullptr;
      if (set == nullptr) {
        if (!holds(to, id)) to.push_back(id);
        continue;
      }
      for (const report::Exemption& code : set->codes) {
        if (!holds(to, code.id) && !holds(others, code.id)) to.push_back(code.id);
      }
    }
  }

  // A clearance is the ceiling of people: what is above it need not be known to exist.
  void ceiling() {
    const Value* ceiling = fields_.find("ceiling");
    const Value* clearance = fields_.find("clearance");
    if (ceiling != nullptr) profile_.ceiling = marking(*ceiling, "`ceiling`");
    if (clearance != nullptr) profile_.ceiling = marking(*clearance, "`clearance`");
    if (ceiling != nullptr && clearance != nullptr) {
      fail(clearance->span, "SBL0412",
           fmt::format("the release `{}` has both a ceiling and a clearance", profile_.name),
           "take out one of the two: `clearance` also leaves out what it withholds");
    }
    profile_.omits = fields_.choice<bool>("withheld-as", {{"box", false}, {"omit", true}})
                         .value_or(clearance != nullptr);
  }

  std::optional<marking::Marking> marking(const Value& value, std::string_view what) {
    return report::read_public_marking(value, what, report_.system.get(), diagnostics_);
  }

  void unredacted() {
    for (const char* rule : {"withhold", "show", "ceiling", "clearance", "withheld-as"}) {
      if (fields_.find(rule) == nullptr) continue;
      fail(fields_.find(rule)->span, "SBL0402",
           fmt::format("the release `{}` is unredacted and has a rule too", profile_.name),
           fmt::format("take out `{}`, or `unredacted: true`", rule));
    }
  }

  void every_code_decided() {
    for (const std::string& code : profile_.withhold) {
      if (!holds(profile_.show, code)) continue;
      fail(fields_.find("show")->span, "SBL0403",
           fmt::format("the release `{}` both withholds and shows {}", profile_.name, code),
           "take it out of one of the two lists");
    }
    for (const auto& [code, place] : report_.codes) {
      if (holds(profile_.withhold, code) || holds(profile_.show, code)) continue;
      fail(
          entry_.key_span, "SBL0404",
          fmt::format("the release `{}` does not say whether it withholds {}", profile_.name, code),
          fmt::format("add {} to its `withhold` or to its `show`", code));
      diagnostics_.back().related.push_back({place, "the code is used here first"});
    }
  }

  void appearance() {
    using released::Appearance;
    using released::CodePlace;
    profile_.boxes = fields_
                         .choice<Appearance>("boxes", {{"black", Appearance::black},
                                                       {"outline", Appearance::outline},
                                                       {"grey", Appearance::grey}})
                         .value_or(Appearance::black);
    profile_.codes = fields_
                         .choice<CodePlace>("codes", {{"inside", CodePlace::inside},
                                                      {"beside", CodePlace::beside},
                                                      {"margin", CodePlace::margin}})
                         .value_or(CodePlace::inside);
  }

  void declassified(const Value& value) {
    static const Shape shape = {"`declassified`", {"authority", "date"}, {"on", "review"}};
    if (value.kind != Kind::map) {
      return fail(value.span, "SBL0202", "`declassified` takes an authority and a date",
                  "write `declassified: {authority: Records Panel, date: 2019-05-14}`");
    }
    const Fields fields(value, shape, diagnostics_);
    fields.require("authority");
    fields.require("date");
    Declassified declassified;
    declassified.authority = fields.text("authority").value_or("");
    declassified.date = fields.text("date").value_or("");
    const Value* date = fields.find("date");
    if (date != nullptr && date->kind == Kind::text && !report::parse_date(date->text)) {
      fail(date->span, "SBL0207", "this is not a date of the calendar",
           "write year, month and day: `2019-05-14`");
    }
    profile_.declassified = std::move(declassified);
  }

  void bates(const Value& value) {
    static const Shape shape = {"`bates`", {"prefix", "first", "digits"}, {"suffix"}};
    if (!expect_map(value, "`bates`", diagnostics_)) return;
    const Fields fields(value, shape, diagnostics_);
    released::Bates bates;
    bates.prefix = fields.text("prefix").value_or("");
    bates.first = number(fields, "first", 999'999'999).value_or(bates.first);
    bates.digits = number(fields, "digits", 12).value_or(bates.digits);
    profile_.bates = std::move(bates);
  }

  // From 1 to `most`.
  std::optional<uint32_t> number(const Fields& fields, std::string_view name, uint32_t most) {
    const auto text = fields.text(name);
    if (!text) return std::nullopt;
    uint32_t number = 0;
    const char* end = text->data() + text->size();
    const auto [rest, error] = std::from_chars(text->data(), end, number);
    if (error == std::errc() && rest == end && number >= 1 && number <= most) return number;
    fail(fields.find(name)->span, "SBL0408", fmt::format("`{}` does not take this value", name),
         fmt::format("write a whole number from 1 to {}", most));
    diagnostics_.back().echo = *text;
    return std::nullopt;
  }

  void stamp() {
    const std::optional<std::string> stamp = fields_.text("stamp");
    if (!stamp) return;
    profile_.stamp = *stamp;
    const base::Span place = fields_.find("stamp")->span;
    const auto parts = stamp_parts(*stamp);
    if (!parts) {
      return fail(place, "SBL0405", "a brace of this stamp has no partner",
                  "write `{date}` or `{number}`");
    }
    for (const StampPart& part : *parts) {
      if (part.placeholder) placeholder(part.text, place);
    }
  }

  void placeholder(std::string_view name, base::Span place) {
    if (name == "date") {
      if (fields_.find("declassified") != nullptr) return;
      fail(place, "SBL0407", "this stamp prints a date that the release does not have",
           "add `declassified: {authority: …, date: …}`, or write the date itself");
    } else if (name == "number") {
      if (report_.titles.number) return;
      fail(place, "SBL0407", "this stamp prints a number that the report does not have",
           "add `number:` under `report:`, or take `{number}` out");
    } else {
      fail(place, "SBL0405", "a stamp has no such placeholder",
           report::suggestion(std::string(name), {"date", "number"}));
      diagnostics_.back().echo = name;
    }
  }

  const report::Report& report_;
  const source::Entry& entry_;
  Fields fields_;
  base::Diagnostics& diagnostics_;
  Profile profile_;
};

// Names of releases, and of those among them that are wrong.
struct Met {
  std::set<std::string> names;
  std::vector<std::string> unsound;
};

void read_releases(const report::Report& report, const Value& releases, Met& met,
                   ProfileExamination& found) {
  base::Diagnostics& findings = found.findings;
  if (!expect_map(releases, "`releases`", findings)) return;
  for (const source::Entry& entry : releases.entries) {
    const size_t before = findings.size();
    if (!met.names.insert(entry.key).second) {
      findings.push_back(error_at(entry.key_span, "SBL0413",
                                  "there is a release of this name already",
                                  "give one of the two another name"));
    } else if (entry.value.kind == Kind::null) {
      findings.push_back(error_at(entry.key_span, "SBL0401", "this release has no rule",
                                  "write `withhold:` with codes, or `unredacted: true`"));
    } else if (expect_map(entry.value, "a release", findings)) {
      Profile profile = ProfileReader(report, entry, findings).read();
      if (findings.size() == before) found.sound.push_back(std::move(profile));
    }
    if (findings.size() != before) met.unsound.push_back(entry.key);
  }
}

void read_file(const report::Report& report, const Value& file, Met& met,
               ProfileExamination& found) {
  static const Shape shape = {"a file of releases", {"sable-releases", "releases"}, {}};
  base::Diagnostics& findings = found.findings;
  if (!expect_map(file, "a file of releases", findings)) return;
  const Fields fields(file, shape, findings);
  const Value* version = fields.require("sable-releases");
  if (version != nullptr && (version->kind != Kind::text || version->text != "1")) {
    findings.push_back(error_at(version->span, "SBL0206", "this version reads format 1 only",
                                "write `sable-releases: 1`"));
  }
  const Value* releases = fields.require("releases");
  if (releases != nullptr) read_releases(report, *releases, met, found);
}

}  // namespace

ProfileExamination examine_profiles(const report::Report& report, const std::vector<Value>& files) {
  const Value& releases = report.releases;
  const bool none =
      releases.kind == Kind::null || (releases.kind == Kind::map && releases.entries.empty());
  ProfileExamination found;
  Met met;
  if (none && files.empty()) {
    found.findings.push_back(error_at({report.file, 0, 0}, "SBL0400", "this report has no releases",
                                      "add `releases:`, for example `full: {unredacted: true}`"));
  } else if (!none) {
    read_releases(report, releases, met, found);
  }
  for (const Value& file : files) read_file(report, file, met, found);
  resolve_reviews(found.sound, met.unsound, found.findings);
  return found;
}

base::Result<std::vector<Profile>> read_profiles(const report::Report& report,
                                                 const std::vector<Value>& files) {
  ProfileExamination found = examine_profiles(report, files);
  if (base::has_errors(found.findings)) return base::fail(std::move(found.findings));
  base::Diagnostics together = check_release_set(report, found.sound);
  if (base::has_errors(together)) return base::fail(std::move(together));
  return std::move(found.sound);
}

}  // namespace sable::release
