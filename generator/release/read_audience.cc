#include "release/read_audience.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/enclosed.h"
#include "report/near_miss.h"

namespace sable::release {

namespace {

using report::Fields;
using source::Kind;
using source::Value;

class AudienceReader {
 public:
  AudienceReader(const Fields& fields, Profile& profile, base::Diagnostics& diagnostics)
      : fields_(fields), profile_(profile), diagnostics_(diagnostics) {}

  void read() {
    for (const ReleaseName& name : names("audience", "an audience")) {
      profile_.audiences.push_back(name.name);
    }
    profile_.audience = fmt::format("{}", fmt::join(profile_.audiences, ", "));
    profile_.revealed_by = names("revealed-by", "the name of a release");
    if (const Value* value = fields_.find("supersedes")) supersedes(*value);
    profile_.outlines_new = fields_.truth("outline-new").value_or(false);
    if (profile_.outlines_new && !profile_.supersedes) {
      fail(fields_.find("outline-new")->span, "SBL0452",
           "this release outlines what is newly released, and supersedes none",
           "name the earlier release: `supersedes: foia`, or take `outline-new` out");
    }
  }

 private:
  void fail(base::Span span, const char* code, std::string message, std::string help) {
    diagnostics_.push_back(base::error_at(span, code, std::move(message), std::move(help)));
  }

  // One line of text that is no redaction.
  std::optional<ReleaseName> name(const Value& value, const char* what) {
    if (!report::expect_text(value, what, diagnostics_)) return std::nullopt;
    if (report::holds_redaction(value.text)) {
      fail(value.span, "SBL0218", "a redaction stands where none can be", "take it out");
      return std::nullopt;
    }
    if (value.text.empty() || value.text.find('\n') != std::string::npos) {
      fail(value.span, "SBL0453", fmt::format("{} is one word or a few", what),
           "write it on one line");
      return std::nullopt;
    }
    return ReleaseName{value.text, value.span};
  }

  // A text, or a list of texts.
  std::vector<ReleaseName> names(std::string_view field, const char* what) {
    std::vector<ReleaseName> all;
    const Value* value = fields_.find(field);
    if (value == nullptr) return all;
    const bool list = value->kind == Kind::list;
    for (size_t i = 0; i < (list ? value->items.size() : 1); ++i) {
      if (auto one = name(list ? value->items[i] : *value, what)) all.push_back(*std::move(one));
    }
    return all;
  }

  // `foia`, or `{release: foia, report: earlier/report.yaml}`.
  void supersedes(const Value& value) {
    static const report::Shape shape = {"`supersedes`", {"release", "report"}, {}};
    if (value.kind != Kind::map) {
      if (auto one = name(value, "the name of a release")) {
        profile_.supersedes = Supersedes{*std::move(one), {}, {}};
      }
      return;
    }
    const Fields fields(value, shape, diagnostics_);
    const Value* release = fields.require("release");
    if (release == nullptr) return;
    auto one = name(*release, "the name of a release");
    if (!one) return;
    Supersedes earlier{*std::move(one), fields.text("report").value_or(""), {}};
    if (const Value* report = fields.find("report")) {
      earlier.report_span = report->span;
      if (!report::stays_inside(earlier.report)) {
        return fail(report->span, "SBL0454",
                    "the earlier report has to stand in the folder of this one or below it",
                    "write its path from the folder of the report: `earlier/report.yaml`");
      }
    }
    profile_.supersedes = std::move(earlier);
  }

  const Fields& fields_;
  Profile& profile_;
  base::Diagnostics& diagnostics_;
};

}  // namespace

void read_audience(const Fields& fields, Profile& profile, base::Diagnostics& diagnostics) {
  AudienceReader(fields, profile, diagnostics).read();
}

}  // namespace sable::release
