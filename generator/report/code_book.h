// The codes under which matter is withheld.
//
// In:  the sets of codes/, which are part of the program; sets of a report's own.
// Out: for a code as authors write it ("b1", "(b)(7)(A)", "b7a") its normal spelling
//      ("b7A"), the printed one ("(b)(7)(A)"), and the law that it stands for.
//
// A closed set: a code that no set has is an error.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "source/value.h"

namespace sable::report {

struct Exemption {
  std::string id;       // its normal spelling: "b7A"
  std::string printed;  // as a box shows it: "(b)(7)(A)"
  std::string law;      // "5 USC 552(b)(7)(A)", or empty
  std::string title;    // in words what it covers, or empty
  // Whether it only says that another statute applies, which has to be named.
  bool names_statute = false;
};

struct CodeSet {
  std::string name;  // "foia"
  std::string title;
  std::vector<Exemption> codes;  // in the order of the law
};

class CodeBook {
 public:
  // The sets of codes/.
  static const CodeBook& shipped();

  // In any spelling: letter case, parentheses and blanks do not count. nullptr: no set
  // has it.
  const Exemption* find(std::string_view written) const;
  const CodeSet* find_set(std::string_view name) const;
  const std::vector<CodeSet>& sets() const { return sets_; }
  std::vector<std::string> ids() const;

  // Add a set of a report's own: of a file (`sable-codes: 1`, `set`, `codes`), or one
  // without a name from what stands under `codes:`. A code that is known already is an
  // error.
  void add_file(const source::Value& tree, base::Diagnostics& diagnostics);
  void add_own(const source::Value& map, base::Diagnostics& diagnostics);

 private:
  void add_set(const source::Value& tree, bool shipped, base::Diagnostics& diagnostics);
  void add_codes(const source::Value& map, bool shipped, CodeSet& set,
                 base::Diagnostics& diagnostics);

  std::vector<CodeSet> sets_;
};

// Normal spelling: that of the shipped set which has the code; of others, without blanks
// and parentheses, in small letters. nullopt: no code could be spelled like that.
std::optional<std::string> normal_code(std::string_view written);

}  // namespace sable::report
