// The register of markings of the United States: which controls there are, how they
// are spelt and what they demand.
//
// In:  nothing.
// Out: tables. Private to the room.
//
// Sources: IC Markings System Register and Manual, 31 December 2016 (`us-ic`); DoD
// Manual 5200.01, volume 2, 24 February 2012, enclosure 4 (`us-dod`). Categories
// stand in this order in a banner and are cited by their names.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sable::marking::us {

enum class Dialect : uint8_t { ic, dod };

inline constexpr uint8_t kUnclassified = 0, kConfidential = 1, kSecret = 2, kTopSecret = 3;

// The first two are spelt before the level.
enum class Category : uint8_t { owner, sci, sap, waived, aea, fgi, dissem, non_ic };

// In the order of the banner.
enum Kind : uint16_t {
  // Whose it is, if not the United States' alone: a country, NATO, or JOINT with a list.
  kOwner,
  // A level below CONFIDENTIAL that other countries have; counts as CONFIDENTIAL.
  kRestricted,
  kSci,  // words are paths: "SI", "SI-G", "SI-G ABCD"
  kBohemia,
  kSap,  // likewise: "BP", "BP-J12", "BP-J12 J54"
  kHvsaco,
  kBalk,
  kWaived,
  kRd,   // words: "CNWDI", "SIGMA 004"
  kFrd,  // words: "SIGMA 014"
  kDodUcni,
  kDoeUcni,
  kTfni,
  kAtomal,
  kFgi,  // words: countries; none: they are concealed
  kRsen,
  kFouo,
  kOrcon,
  kOrconUsgov,
  kImcon,
  kNoforn,
  kPropin,
  kRelTo,  // words: countries without USA
  kRelido,
  kEyes,  // words: countries without USA
  kDea,
  kFisa,
  kDisplayOnly,  // words: countries
  kAccm,         // words: nicknames
  kLimdis,
  kExdis,
  kNodis,
  kSbu,
  kSbuNoforn,
  kLes,
  kLesNoforn,
  kSsi,
  kKinds
};

struct Entry {
  Kind kind;
  Category category;
  std::string_view banner;
  std::string_view portion;
  // Other spellings that are read in either place: long titles, and retired ones.
  std::array<std::string_view, 2> others;
  uint8_t lowest, highest;  // levels
  std::string_view meaning;
  std::string_view source;
};

// By kind.
const Entry& entry(Kind kind);
inline const Entry& entry(uint16_t kind) { return entry(static_cast<Kind>(kind)); }

// The entry whose control is spelt so, without a list; nullptr if there is none.
const Entry* find_entry(std::string_view spelling);

// Every spelling of the controls without lists, for near misses.
const std::vector<std::string>& known_spellings();

// Two controls that exclude each other.
struct Exclusion {
  Kind one, other;
  std::string_view source;
};
const std::vector<Exclusion>& exclusions(Dialect dialect);

// What one control demands: one of some others.
struct Demand {
  Kind kind;
  std::string_view word;  // of its list that is meant, such as "HCS"; empty: any
  std::vector<Kind> one_of;
  std::string_view source;
};
const std::vector<Demand>& demands(Dialect dialect);

// Of a list: trigraphs before tetragraphs and longer, each alphabetical.
bool country_less(const std::string& a, const std::string& b);
// "GBR", "NATO". Trigraphs are those of ISO 3166-1; longer ones are not checked.
bool is_country(std::string_view code);
// The members of FVEY, ACGU and TEYE without USA; empty for everything else.
const std::vector<std::string>& members_of(std::string_view group);

// The citation of general rules of form.
std::string_view form_source(Dialect dialect);

}  // namespace sable::marking::us
