// Markings: values in a lattice, and the systems that spell them.
//
// In:  spellings from a report ("S", "SECRET//NOFORN", "Secret").
// Out: values that can be compared and joined; portion and banner spellings.
//
// A marking is a level and a set of controls. Systems give both a spelling and
// an order. Source of the US spellings: IC Markings Register and Manual,
// 31 December 2016, sections C and D.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace sable::marking {

// A value of one system: do not mix values of two systems.
struct Marking {
  uint8_t level = 0;      // index into the system's levels, lowest first
  uint32_t controls = 0;  // bit i: the system's control i
  auto operator<=>(const Marking&) const = default;
};

struct Level {
  std::string banner;   // "SECRET", "Secret"
  std::string portion;  // "S"
};

struct Control {
  std::string banner;    // "NOFORN"
  std::string portion;   // "NF"
  uint8_t lowest_level;  // may not stand below this level
};

// A marking system. Immutable; one per run.
class System {
 public:
  System(std::string name, std::vector<Level> levels, std::vector<Control> controls);

  const std::string& name() const { return name_; }
  const std::vector<Level>& levels() const { return levels_; }
  Marking lowest() const { return {}; }

  // Reads a spelling in either form ("S//NF", "(S//NF)", "SECRET//NOFORN").
  // The error has no place: the caller knows it. It echoes nothing.
  base::Result<Marking> parse(std::string_view spelling) const;
  // The spelling of this system that a wrong one comes near, letter case aside
  // ("Secrte", "SECRET//NOFRON"); empty if none does. For places that are public:
  // it tells what stands there.
  std::string meant(std::string_view spelling) const;

  // The least marking that dominates both: the higher level, all controls.
  Marking join(Marking a, Marking b) const;
  // Whether someone cleared for `a` may see `b`.
  bool dominates(Marking a, Marking b) const;

  std::string banner(Marking marking) const;   // "SECRET//NOFORN"
  std::string portion(Marking marking) const;  // "S//NF", without parentheses

 private:
  std::string name_;
  std::vector<Level> levels_;
  std::vector<Control> controls_;
};

// The system of that name ("us-ic", "us-dod", "nato", "uk", "tlp",
// "corporate", "legacy"), or nullptr.
std::shared_ptr<const System> find_system(std::string_view name);
std::vector<std::string> system_names();

}  // namespace sable::marking
