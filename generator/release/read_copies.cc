#include "release/read_copies.h"

#include <algorithm>

#include <fmt/format.h>

#include "report/date.h"

namespace sable::release {

namespace {

using base::error_at;
using report::Fields;
using source::Value;

class CopyReader {
 public:
  CopyReader(const Fields& fields, const report::Report& report, Profile& profile,
             base::Diagnostics& diagnostics)
      : fields_(fields), report_(report), profile_(profile), diagnostics_(diagnostics) {}

  void read() {
    profile_.two_persons = report::read_approval(fields_);
    if (const Value* day = fields_.find("as-of")) as_of(*day);
    if (const Value* office = fields_.find("consultation")) consultation(*office);
    if (const Value* review = fields_.find("review")) this->review(*review);
    const released::Purpose purpose = purpose_of(profile_);
    if (purpose == released::Purpose::release) {
      profile_.two_persons = profile_.two_persons || report_.two_persons;
    } else {
      only_for_releases(purpose);
    }
  }

 private:
  void fail(base::Span span, const char* code, std::string message, std::string help) {
    diagnostics_.push_back(error_at(span, code, std::move(message), std::move(help)));
  }

  void as_of(const Value& value) {
    const std::optional<std::string> day = fields_.text("as-of");
    if (!day) return;
    if (!report::parse_date(*day)) {
      fail(value.span, "SBL0207", "this is not a date of the calendar",
           "write year, month and day: `2023-11-06`");
    } else if (report_.rulings.empty()) {
      fail(value.span, "SBL0433", "the report has no decisions that could be older or newer",
           "name its file of decisions by `decisions:` at the top of the report, or take `as-of` "
           "out");
    }
    profile_.as_of = *day;
  }

  // A rule of its own: it would not be clear which of two holds.
  void consultation(const Value& value) {
    profile_.consultation = fields_.text("consultation").value_or("");
    for (const char* rule : {"withhold", "show", "unredacted", "review"}) {
      const Value* other = fields_.find(rule);
      if (other == nullptr) continue;
      fail(other->span, "SBL0434",
           fmt::format("the release `{}` is a consultation copy and has another rule too",
                       profile_.name),
           fmt::format("take out `{}`, or `consultation`", rule));
    }
    const auto holds = [&](const auto& one) { return one.second.equity == profile_.consultation; };
    if (std::none_of(report_.rulings.begin(), report_.rulings.end(), holds)) {
      fail(value.span, "SBL0435", "no decision says that a matter is this office's",
           "write the name as an `equity:` of the file of decisions has it");
    }
  }

  // `true`, or the name of a release.
  void review(const Value& value) {
    const std::optional<std::string> text = fields_.text("review");
    if (!text || *text == "false") return;
    profile_.review = true;
    profile_.review_span = value.span;
    if (*text != "true") profile_.review_of = *text;
    if (profile_.unredacted || fields_.find("consultation") != nullptr) return;
    fail(value.span, "SBL0436", "a review copy shows everything, and this release does not",
         "write `unredacted: true` beside `review`");
  }

  void only_for_releases(released::Purpose purpose) {
    const char* what = purpose == released::Purpose::review ? "review" : "consultation";
    for (const char* name : {"stamp", "declassified", "bates", "approval"}) {
      const Value* value = fields_.find(name);
      if (value == nullptr) continue;
      fail(value->span, "SBL0437",
           fmt::format("a {} copy is no release and cannot have `{}`", what, name), "take it out");
    }
    profile_.two_persons = false;
  }

  const Fields& fields_;
  const report::Report& report_;
  Profile& profile_;
  base::Diagnostics& diagnostics_;
};

const Profile* named(const std::vector<Profile>& profiles, const std::string& name) {
  const auto found = std::find_if(profiles.begin(), profiles.end(),
                                  [&](const Profile& one) { return one.name == name; });
  return found == profiles.end() ? nullptr : &*found;
}

}  // namespace

released::Purpose purpose_of(const Profile& profile) {
  if (!profile.consultation.empty()) return released::Purpose::consultation;
  return profile.review ? released::Purpose::review : released::Purpose::release;
}

void read_copies(const Fields& fields, const report::Report& report, Profile& profile,
                 base::Diagnostics& diagnostics) {
  CopyReader(fields, report, profile, diagnostics).read();
}

void resolve_reviews(std::vector<Profile>& profiles, const std::vector<std::string>& unsound,
                     base::Diagnostics& diagnostics) {
  std::vector<std::string> names;
  for (const Profile& one : profiles) {
    if (!one.unredacted) names.push_back(one.name);
  }
  std::erase_if(profiles, [&](Profile& profile) {
    if (profile.review_of.empty()) return false;
    const Profile* reviewed = named(profiles, profile.review_of);
    if (reviewed != nullptr && !reviewed->unredacted) {
      profile.reviewed = std::make_shared<const Profile>(*reviewed);
      return false;
    }
    if (std::find(unsound.begin(), unsound.end(), profile.review_of) == unsound.end()) {
      diagnostics.push_back(error_at(
          profile.review_span, "SBL0438", "there is no release of that name that redacts",
          names.empty() ? "write `review: true`" : report::suggestion(profile.review_of, names)));
      diagnostics.back().echo = profile.review_of;
    }
    return true;
  });
}

}  // namespace sable::release
