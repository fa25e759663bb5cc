#include "release/residue.h"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "release/phrase_seeker.h"
#include "release/shown_text.h"
#include "release/source_places.h"
#include "release/spans.h"
#include "release/telling_words.h"

namespace sable::release {

namespace {

constexpr size_t kMostWords = 4;  // of a span that is looked for
constexpr size_t kNoLimit = ~size_t{0};
// More places of one phrase are not listed.
constexpr size_t kMostPlaces = 8;

// Why a phrase is looked for.
struct Reason {
  base::Span place;
  bool listed = false;  // as a term, not withheld somewhere
};

class Search {
 public:
  Search(const report::Report& report, const Profile& profile)
      : report_(report),
        profile_(profile),
        decisions_(report, profile),
        sites_(sites_of(report, decisions_)),
        seeker_(report.language),
        waived_(report.language) {
    for (const report::Waiver& waiver : report.residue.waivers) waived_.add(waiver.term, kNoLimit);
    for (const Site& site : sites_) {
      if (is_sought(site)) seek(words_of(site), kMostWords, {site.place, false});
    }
    for (const report::ResidueTerm& term : report.residue.terms) {
      if (concerns(term)) seek(term.term, kNoLimit, {term.span, true});
    }
  }

  bool finds_any(const released::Released& released) {
    if (seeker_.empty()) return false;
    const std::vector<ShownText> texts = shown_texts(released);
    return std::any_of(texts.begin(), texts.end(),
                       [&](const ShownText& text) { return !seeker_.find(text.text).empty(); });
  }

  base::Diagnostics all(const base::SourceSet& sources, const Withheld& withheld) {
    const std::vector<ShownText> texts = shown_texts(withheld.released);
    SourcePlaces places(sources, withheld, sites_, profile_.span);
    base::Diagnostics found = phrases(texts, places);
    base::Diagnostics telling = tell(texts, places, withheld);
    found.insert(found.end(), std::make_move_iterator(telling.begin()),
                 std::make_move_iterator(telling.end()));
    return found;
  }

 private:
  // An inline span that is withheld for itself, wherever it stands.
  bool is_sought(const Site& site) const {
    return site.kind == released::HoleKind::span && site.redaction != nullptr &&
           decisions_.withholds(*site.redaction);
  }

  bool concerns(const report::ResidueTerm& term) const {
    if (term.codes.empty()) return true;
    report::Redaction as_if;
    as_if.codes = term.codes;
    return decisions_.withholds(as_if);
  }

  void seek(const std::string& phrase, size_t most, Reason reason) {
    if (waived_.has(phrase)) return;
    const std::optional<uint32_t> number = seeker_.add(phrase, most);
    if (number) reasons_.emplace(*number, reason);
  }

  base::Diagnostics phrases(const std::vector<ShownText>& texts, SourcePlaces& places) {
    base::Diagnostics found;
    std::map<uint32_t, size_t> counts;
    for (const ShownText& text : texts) {
      for (const PhraseHit& hit : seeker_.find(text.text)) {
        const std::string words = text.text.substr(hit.begin, hit.end - hit.begin);
        const base::Span place = places.find(text, words);
        if (++counts[hit.phrase] > kMostPlaces) continue;
        found.push_back(finding(reasons_.at(hit.phrase), place, text.channel));
        found.back().echo = words;
      }
    }
    return found;
  }

  base::Diagnostic finding(const Reason& reason, base::Span place, Channel channel) const {
    const std::string where =
        fmt::format("{} of the release `{}`", name_of(channel), profile_.name);
    base::Diagnostic made = base::error_at(
        place, reason.listed ? "SBL0455" : "SBL0451",
        reason.listed ? fmt::format("a term that `residue` lists stands {}", where)
                      : fmt::format("words that are withheld stand in the open {}", where),
        "withhold them here too; where they tell nothing, name them under `waivers:` of "
        "`residue:`");
    made.related.push_back(
        {reason.place, reason.listed ? "the term is listed here" : "they are withheld here"});
    return made;
  }

  base::Diagnostics tell(const std::vector<ShownText>& texts, SourcePlaces& places,
                         const Withheld& withheld) {
    TellingWords telling(seeker_.lexicon(), report_.language);
    for (const Site& site : sites_) {
      const bool unreached = site.kind == released::HoleKind::note && !site.withheld &&
                             !places.shows_note(withheld.released, site.place);
      if (!site.outermost && !unreached) continue;
      const std::string words = words_of(site);
      if (waived_.has(words) || seeker_.has(words)) continue;
      telling.add(words, site.place);
    }
    base::Diagnostics found;
    for (const TellingWord& word : telling.find(texts)) {
      const std::string as_written = std::string(word.words);
      if (waived_.has(as_written)) continue;
      base::Diagnostic made = base::warning_at(
          places.find(*word.text, as_written), word.code,
          fmt::format("{} from what the release `{}` withholds stands in the open {}", word.what,
                      profile_.name, name_of(word.text->channel)),
          "see whether the two together tell what is withheld; if not, name it under `waivers:` "
          "of `residue:`");
      made.related.push_back({word.withheld, "it is withheld here"});
      made.echo = as_written;
      found.push_back(std::move(made));
    }
    return found;
  }

  const report::Report& report_;
  const Profile& profile_;
  Decisions decisions_;
  std::vector<Site> sites_;
  PhraseSeeker seeker_, waived_;
  std::map<uint32_t, Reason> reasons_;
};

}  // namespace

base::Result<void> refuse_residue(const report::Report& report, const Profile& profile,
                                  const Withheld& withheld) {
  if (profile.unredacted || !Search(report, profile).finds_any(withheld.released)) return {};
  return base::fail(base::error_without_place(
      base::Fault::input, "SBL0450", "words that this release withholds stand elsewhere in it",
      "`sable check` says where"));
}

base::Diagnostics find_residue(const base::SourceSet& sources, const report::Report& report,
                               const Profile& profile, const Withheld& withheld) {
  if (profile.unredacted) return {};
  return Search(report, profile).all(sources, withheld);
}

}  // namespace sable::release
