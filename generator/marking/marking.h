// Markings: values in a lattice, and the systems that spell them.
//
// In:  spellings from a report ("S", "SECRET//NOFORN", "Secret").
// Out: values that can be compared and joined; portion and banner spellings;
//      verdicts that name the rule and its source.
//
// A marking is a level and sets of controls. A system gives it a grammar, an
// order, a join and two spellings. docs/markings.md tells the rules.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace sable::marking {

// One control of a marking, such as NOFORN, or REL TO with its countries.
struct Control {
  uint16_t kind = 0;               // index into the system's controls
  std::vector<std::string> words;  // of a control with a list; ascending, each once
  auto operator<=>(const Control&) const = default;
};

// A value of one system: do not mix values of two systems.
struct Marking {
  uint8_t level = 0;                   // index into the system's levels, lowest first
  std::vector<Control> controls = {};  // ascending by kind, each kind once
  auto operator<=>(const Marking&) const = default;
};

struct Level {
  std::string banner;      // "SECRET", "Secret"
  std::string portion;     // "S"
  std::string color = {};  // of its banner by convention, "#c8102e"; empty: none
};

// Where a spelling stands. In `any` place both spellings are read.
enum class Form : uint8_t { any, banner, portion };

// A rule that a spelling breaks.
struct Finding {
  std::string code;     // stable: "SBL0505"
  std::string message;  // one sentence; names words of the system, never open ones of the spelling
  std::string source;   // of the rule: "IC Markings Manual 2016, H.6"
  std::string help;     // what to do, in general words
};

struct Verdict {
  std::optional<Marking> marking;  // none: it cannot be read
  std::vector<Finding> findings;   // none: the spelling is right
  // The right spelling, where it is certain what was meant; else empty. It tells what
  // stands in the spelling.
  std::string repair;

  bool valid() const { return marking.has_value() && findings.empty(); }
};

// What a part of a marking means.
struct Meaning {
  std::string banner;   // its spelling in banners
  std::string portion;  // and in portions
  std::string text;     // "may not be released to foreign nationals"
  std::string source;
};

// Why a join is what it is.
struct Reason {
  std::string text;
  std::string source;
  auto operator<=>(const Reason&) const = default;
};

struct Joined {
  Marking marking;
  std::vector<Reason> reasons;  // in the order in which they came up, each once
};

// A marking system. Immutable; one per run.
class System {
 public:
  virtual ~System() = default;
  System(const System&) = delete;
  System& operator=(const System&) = delete;

  const std::string& name() const { return name_; }
  const std::vector<Level>& levels() const { return levels_; }
  Marking lowest() const { return {}; }

  // What is to be said of a spelling, by every rule of the system.
  virtual Verdict examine(std::string_view spelling, Form form) const = 0;

  // Reads a spelling in either form ("S//NF", "(S//NF)", "SECRET//NOFORN").
  // The errors have no place: the caller knows it. They echo nothing.
  base::Result<Marking> parse(std::string_view spelling) const;
  // The right spelling for a wrong one, letter case aside ("Secrte",
  // "SECRET//NOFRON"); empty if it is not certain. For places that are public: it
  // tells what stands there.
  std::string meant(std::string_view spelling) const;

  // The least marking that dominates both.
  Marking join(const Marking& a, const Marking& b) const;
  // That of all, with the rules that changed more than they added. None: the lowest.
  Joined join(const std::vector<Marking>& all) const;
  // Whether someone cleared for `a` may see `b`: whether `a` is the join of both.
  bool dominates(const Marking& a, const Marking& b) const;

  virtual std::string banner(const Marking& marking) const = 0;   // "SECRET//NOFORN"
  virtual std::string portion(const Marking& marking) const = 0;  // "S//NF", without brackets

  // A portion may leave its list of countries to the whole: `S//REL`. With that list;
  // none if the whole has no such list, so that the portion says nothing.
  virtual std::optional<Marking> completed(const Marking& marking, const Marking& whole) const;
  // As portion(), with the list left to the whole where it is the same.
  virtual std::string portion_within(const Marking& marking, const Marking& whole) const;

  // Whether the first and the last page show the marking of the whole, as covers do,
  // where the others show their own.
  virtual bool marks_ends_as_whole() const { return true; }

  // Level and controls, in the order of the banner.
  virtual std::vector<Meaning> explain(const Marking& marking) const = 0;

 protected:
  System(std::string name, std::vector<Level> levels);

 private:
  // `reasons` may be null.
  virtual Marking joined(const Marking& a, const Marking& b,
                         std::vector<Reason>* reasons) const = 0;

  std::string name_;
  std::vector<Level> levels_;
};

// The system of that name ("us-ic", "nato", "tlp", …), or nullptr.
std::shared_ptr<const System> find_system(std::string_view name);
std::vector<std::string> system_names();

}  // namespace sable::marking
