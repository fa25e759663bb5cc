#include "marking/us_join.h"

#include <algorithm>

#include "marking/us_value.h"

namespace sable::marking::us {

namespace {

constexpr const char* kRelease = "IC Markings Manual 2016, foreign disclosure and release roll-up";

// What a marking says of release to others. The lists are ordered by inclusion, and
// joined by intersection: who may have all of it is who may have each part.
struct Disclosure {
  enum class Said { nothing, uncaveated, something } said = Said::nothing;
  Words released;       // REL TO, EYES ONLY
  Words shown;          // these, and DISPLAY ONLY
  bool relido = false;  // an official may decide
  bool eyes = false;    // the list is spelt EYES ONLY

  bool is_noforn() const {
    return said == Said::something && released.empty() && shown.empty() && !relido;
  }
};

Disclosure disclosure_of(const Marking& marking) {
  Disclosure it;
  const bool any = has(marking, kRelTo) || has(marking, kEyes) || has(marking, kRelido) ||
                   has(marking, kDisplayOnly);
  if (has(marking, kNoforn) || (implies_noforn(marking) && !any)) {
    it.said = Disclosure::Said::something;
    return it;
  }
  if (!any) {
    // Plain unclassified matter has no say; classified matter without a control has.
    if (marking.level > kUnclassified) it.said = Disclosure::Said::uncaveated;
    return it;
  }
  it.said = Disclosure::Said::something;
  it.eyes = has(marking, kEyes);
  it.relido = has(marking, kRelido);
  it.released = words_of(marking, it.eyes ? kEyes : kRelTo);
  it.shown = all_countries(it.released, words_of(marking, kDisplayOnly));
  return it;
}

class Joiner {
 public:
  Joiner(Dialect dialect, std::vector<Reason>* reasons) : dialect_(dialect), reasons_(reasons) {}

  Marking join(const Marking& left, const Marking& right) {
    Marking a = left, b = right;
    if (words_of(a, kOwner) != words_of(b, kOwner)) {
      a = as_foreign(a);
      b = as_foreign(b);
    }
    Marking joined;
    joined.level = std::max(a.level, b.level);
    for (const Marking* one : {&a, &b}) {
      for (const Control& control : one->controls) {
        set(joined, static_cast<Kind>(control.kind),
            joined_words(static_cast<Kind>(control.kind), a, b));
      }
    }
    keep_restricted(joined, a, b);
    disclose(joined, disclosure(disclosure_of(a), disclosure_of(b)));
    settle(joined);
    return joined;
  }

 private:
  bool dod() const { return dialect_ == Dialect::dod; }

  void because(const char* text, std::string_view source) {
    if (reasons_ != nullptr) reasons_->push_back({text, std::string(source)});
  }

  // Information of another owner in a document of the United States.
  Marking as_foreign(const Marking& marking) {
    const Words owners = words_of(marking, kOwner);
    if (owners.empty()) return marking;
    because("information of other owners is FGI in a document of the United States",
            entry(kFgi).source);
    Marking foreign = marking;
    erase(foreign, kOwner);
    erase(foreign, kRestricted);
    Words countries;
    for (const std::string& owner : owners) {
      if (owner != kJoint && owner != "USA") countries.push_back(owner);
    }
    set(foreign, kFgi, countries_in_order(std::move(countries)));
    return foreign;
  }

  Words joined_words(Kind kind, const Marking& a, const Marking& b) {
    const Words of_a = words_of(a, kind), of_b = words_of(b, kind);
    if (kind == kOwner) return of_a;
    Words both = of_a;
    both.insert(both.end(), of_b.begin(), of_b.end());
    if (kind != kFgi) return in_order(std::move(both));
    // Concealed countries conceal all.
    const bool concealed = (has(a, kFgi) && of_a.empty()) || (has(b, kFgi) && of_b.empty());
    if (concealed && !both.empty()) {
      because("concealed FGI takes the countries of other FGI away", entry(kFgi).source);
    }
    return concealed ? Words() : countries_in_order(std::move(both));
  }

  // CONFIDENTIAL is above RESTRICTED.
  static void keep_restricted(Marking& joined, const Marking& a, const Marking& b) {
    const auto not_above = [](const Marking& one) {
      return one.level < kConfidential || has(one, kRestricted);
    };
    if (joined.level > kConfidential || !not_above(a) || !not_above(b)) erase(joined, kRestricted);
  }

  Disclosure disclosure(const Disclosure& a, const Disclosure& b) {
    using Said = Disclosure::Said;
    if (a.said == Said::nothing) return b;
    if (b.said == Said::nothing) return a;
    if (a.said == Said::uncaveated && b.said == Said::uncaveated) return a;
    Disclosure joined;
    joined.said = Said::something;
    if (a.said == Said::uncaveated || b.said == Said::uncaveated) {
      if (!(a.said == Said::uncaveated ? b : a).is_noforn()) {
        because("classified matter without a release control stands beside released matter: NOFORN",
                kRelease);
      }
      return joined;
    }
    joined.released = shared_countries(a.released, b.released);
    joined.shown = shared_countries(a.shown, b.shown);
    joined.relido = a.relido && b.relido;
    joined.eyes = a.eyes && b.eyes;
    if (joined.is_noforn() && !a.is_noforn() && !b.is_noforn()) {
      because("what the parts allow has nothing in common: NOFORN", kRelease);
    } else if (joined.released != a.released || joined.released != b.released) {
      because("only countries that may have each part may have the whole", kRelease);
    }
    return joined;
  }

  static void disclose(Marking& marking, const Disclosure& disclosure) {
    for (const Kind kind : {kNoforn, kRelTo, kEyes, kRelido, kDisplayOnly}) erase(marking, kind);
    if (disclosure.said != Disclosure::Said::something) return;
    if (disclosure.is_noforn()) return set(marking, kNoforn);
    if (!disclosure.released.empty()) {
      set(marking, disclosure.eyes ? kEyes : kRelTo, disclosure.released);
    }
    if (disclosure.relido) set(marking, kRelido);
    set(marking, kDisplayOnly, disclosure.shown);
    Words shown = only_shown(marking);
    erase(marking, kDisplayOnly);
    if (!shown.empty()) set(marking, kDisplayOnly, std::move(shown));
  }

  // A control that another one, or the level, makes superfluous.
  void drop(Marking& marking, Kind kind, bool superfluous, const char* why) {
    if (!superfluous || !has(marking, kind)) return;
    erase(marking, kind);
    because(why, entry(kind).source);
  }

  void settle(Marking& marking) {
    settle_nuclear(marking);
    settle_programs(marking);
    settle_non_ic(marking);
    const bool classified = marking.level > kUnclassified;
    drop(marking, kFouo, classified, "FOUO is dropped in classified documents");
    drop(marking, kFouo, has_other_dissemination(marking),
         "FOUO is dropped beside another dissemination control");
    drop(marking, kOrconUsgov, has(marking, kOrcon), "ORCON is stronger than ORCON-USGOV");
    drop(marking, kDodUcni, classified, "UCNI is dropped in classified documents");
    drop(marking, kDoeUcni, classified, "UCNI is dropped in classified documents");
    settle_owner(marking);
  }

  void settle_nuclear(Marking& marking) {
    if (has(marking, kRd) && has(marking, kFrd)) {
      Words words = words_of(marking, kRd);
      const Words of_frd = words_of(marking, kFrd);
      words.insert(words.end(), of_frd.begin(), of_frd.end());
      set(marking, kRd, in_order(std::move(words)));
    }
    drop(marking, kTfni, has(marking, kRd) || has(marking, kFrd),
         "RD and FRD are stronger than TFNI");
    drop(marking, kFrd, has(marking, kRd), "RD is stronger than FRD");
  }

  void settle_programs(Marking& marking) {
    const bool several = has_word(marking, kSap, kMultiplePrograms)
                             ? words_of(marking, kSap).size() > 1
                             : dod() && count_programs(marking) > kMostPrograms;
    if (several) {
      set(marking, kSap, {kMultiplePrograms});
      because("several programs are not listed", entry(kSap).source);
    }
  }

  void settle_non_ic(Marking& marking) {
    const bool classified = marking.level > kUnclassified;
    drop(marking, kExdis, has(marking, kNodis), "NODIS is stronger than EXDIS");
    drop(marking, kSbu, classified, "SBU is dropped in classified documents");
    drop(marking, kSbu, has(marking, kSbuNoforn), "SBU NOFORN is stronger than SBU");
    drop(marking, kLimdis, classified && !dod(), "LIMDIS is dropped in classified documents");
    if (!classified) {
      keep_from_release(marking);
      drop(marking, kLes, has(marking, kLesNoforn), "LES NOFORN is stronger than LES");
      // Its own NOFORN says as much.
      if (implies_noforn(marking)) disclose(marking, {});
      return;
    }
    keep_from_release(marking);
    if (!implies_noforn(marking)) return;
    because("SBU NOFORN and LES NOFORN give NOFORN in classified documents",
            entry(kSbuNoforn).source);
    const bool has_les = has(marking, kLesNoforn);
    erase(marking, kLesNoforn);
    if (has_les) set(marking, kLes);
    if (!dod()) erase(marking, kSbuNoforn);
    disclose(marking, {Disclosure::Said::something, {}, {}, false, false});
  }

  // EXDIS and NODIS are not released, whatever the matter beside them allows.
  void keep_from_release(Marking& marking) {
    const bool kept = has(marking, kExdis) || has(marking, kNodis);
    const bool released = has(marking, kRelTo) || has(marking, kEyes) || has(marking, kRelido) ||
                          has(marking, kDisplayOnly);
    if (!kept || !released) return;
    because("EXDIS and NODIS matter is not released: NOFORN", entry(kExdis).source);
    disclose(marking, {Disclosure::Said::something, {}, {}, false, false});
  }

  // Information of NATO, or JOINT information, cannot be NOFORN: as a part of a document
  // of the United States it can.
  void settle_owner(Marking& marking) {
    const Words owners = words_of(marking, kOwner);
    if (owners.empty() || !has(marking, kNoforn)) return;
    if (owners.front() == kNato || owners.front() == kJoint) marking = as_foreign(marking);
  }

  Dialect dialect_;
  std::vector<Reason>* reasons_;
};

}  // namespace

Marking join(const Marking& a, const Marking& b, Dialect dialect, std::vector<Reason>* reasons) {
  return Joiner(dialect, reasons).join(a, b);
}

}  // namespace sable::marking::us
