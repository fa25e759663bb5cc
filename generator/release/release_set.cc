#include "release/release_set.h"

#include <algorithm>

#include <fmt/format.h>

#include "release/spans.h"
#include "report/fields.h"

namespace sable::release {

namespace {

using base::error_at;

constexpr size_t kMostPlaces = 4;  // told beside the first
constexpr const char* kPublic = "public";

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Copies for officers are none.
bool is_release(const Profile& profile) {
  return !profile.unredacted && purpose_of(profile) == released::Purpose::release;
}

// Whether everybody who has the later one had the earlier one, as far as is known.
bool had_it(const Profile& later, const Profile& earlier) {
  if (has(earlier.audiences, kPublic)) return true;
  if (later.audiences.empty()) return earlier.audiences.empty();
  return std::all_of(later.audiences.begin(), later.audiences.end(),
                     [&](const std::string& name) { return has(earlier.audiences, name); });
}

class Set {
 public:
  Set(const report::Report& report, const std::vector<Profile>& profiles)
      : report_(report), profiles_(profiles) {}

  base::Diagnostics check() {
    for (const Profile& profile : profiles_) names(profile);
    if (!findings_.empty() || profiles_.size() < 2) return std::move(findings_);
    for (const Profile& profile : profiles_) {
      sites_.push_back(sites_of(report_, Decisions(report_, profile)));
    }
    for (size_t r = 0; r < profiles_.size(); ++r) {
      for (size_t s = 0; s < profiles_.size(); ++s) {
        if (r != s) pair(r, s);
      }
    }
    return std::move(findings_);
  }

 private:
  const Profile* named(const std::string& name) const {
    const auto found = std::find_if(profiles_.begin(), profiles_.end(),
                                    [&](const Profile& one) { return one.name == name; });
    return found == profiles_.end() ? nullptr : &*found;
  }

  void names(const Profile& profile) {
    for (const ReleaseName& other : profile.revealed_by) exists(profile, other);
    if (!profile.supersedes || !profile.supersedes->report.empty()) return;
    if (!exists(profile, profile.supersedes->release)) return;
    if (auto refused = refuse_superseded(profile, *named(profile.supersedes->release.name))) {
      findings_.push_back(*std::move(refused));
    }
    if (supersedes(profile, profile)) {
      findings_.push_back(error_at(profile.supersedes->release.span, "SBL0463",
                                   "releases supersede each other in a circle",
                                   "take `supersedes` out of the one that came first"));
    }
  }

  bool exists(const Profile& profile, const ReleaseName& other) {
    if (other.name != profile.name && named(other.name) != nullptr) return true;
    std::vector<std::string> others;
    for (const Profile& one : profiles_) {
      if (one.name != profile.name) others.push_back(one.name);
    }
    findings_.push_back(error_at(other.span, "SBL0462",
                                 other.name == profile.name ? "a release cannot name itself here"
                                                            : "this report has no such release",
                                 report::suggestion(other.name, others)));
    findings_.back().echo = other.name;
    return false;
  }

  // Whether `later` comes after `earlier`, by however many between.
  bool supersedes(const Profile& later, const Profile& earlier) const {
    const Profile* at = &later;
    for (size_t steps = 0; steps < profiles_.size(); ++steps) {
      if (!at->supersedes || !at->supersedes->report.empty()) return false;
      at = named(at->supersedes->release.name);
      if (at == nullptr) return false;
      if (at->name == earlier.name) return true;
    }
    return false;
  }

  static bool overlap(const Profile& withholds, const Profile& shows) {
    if (withholds.audiences.empty() || shows.audiences.empty()) return true;
    if (has(shows.audiences, kPublic)) return true;
    return std::any_of(withholds.audiences.begin(), withholds.audiences.end(),
                       [&](const std::string& name) { return has(shows.audiences, name); });
  }

  // What `r` withholds and `s` shows.
  void pair(size_t r, size_t s) {
    const Profile& withholds = profiles_[r];
    const Profile& shows = profiles_[s];
    if (!is_release(shows) || !is_release(withholds)) return;
    if (supersedes(withholds, shows)) return withdrawn(r, s);
    if (supersedes(shows, withholds) || !overlap(withholds, shows)) return;
    const bool revealed =
        std::any_of(withholds.revealed_by.begin(), withholds.revealed_by.end(),
                    [&](const ReleaseName& other) { return other.name == shows.name; });
    if (revealed) return;
    const bool untold = withholds.audiences.empty() || shows.audiences.empty();
    tell(r, s, "SBL0460",
         fmt::format("the release `{}` withholds this, the release `{}` shows it, and there may be "
                     "people who have both",
                     withholds.name, shows.name),
         untold ? fmt::format("say who each is for (`audience: …`), withhold it in both, or write "
                              "`revealed-by: {}` in `{}`",
                              shows.name, withholds.name)
                : fmt::format("withhold it in both, or write `revealed-by: {}` in `{}`", shows.name,
                              withholds.name));
  }

  void withdrawn(size_t r, size_t s) {
    tell(r, s, "SBL0461",
         fmt::format("the release `{}` withholds this, and the release `{}`, which it supersedes, "
                     "has shown it",
                     profiles_[r].name, profiles_[s].name),
         "show it: what was released cannot be taken back");
  }

  void tell(size_t r, size_t s, const char* code, std::string message, std::string help) {
    base::Diagnostic* told = nullptr;
    for (size_t i = 0; i < sites_[r].size(); ++i) {
      const Site& site = sites_[r][i];
      if (!site.outermost || sites_[s][i].withheld) continue;
      if (told == nullptr) {
        findings_.push_back(error_at(site.place, code, message, help));
        told = &findings_.back();
      } else if (told->related.size() < kMostPlaces) {
        told->related.push_back({site.place, "so it is here"});
      }
    }
  }

  const report::Report& report_;
  const std::vector<Profile>& profiles_;
  std::vector<std::vector<Site>> sites_;  // of each profile
  base::Diagnostics findings_;
};

}  // namespace

std::optional<base::Diagnostic> refuse_superseded(const Profile& later, const Profile& earlier) {
  const base::Span place = later.supersedes->release.span;
  if (!is_release(earlier)) {
    return error_at(place, "SBL0464", "what is superseded here is no release that redacts",
                    "name the release that the readers of this one have, or take `supersedes` out");
  }
  if (had_it(later, earlier)) return std::nullopt;
  return error_at(place, "SBL0465",
                  "the superseded release was for others than the readers of this one",
                  "give both the same `audience`, or take `supersedes` out");
}

base::Diagnostics check_release_set(const report::Report& report,
                                    const std::vector<Profile>& profiles) {
  return Set(report, profiles).check();
}

}  // namespace sable::release
