#include "marking/us_system.h"

#include "marking/spelling.h"
#include "marking/us_join.h"
#include "marking/us_reader.h"
#include "marking/us_rules.h"
#include "marking/us_spell.h"
#include "marking/us_value.h"

namespace sable::marking {

namespace {

// The colours are a convention of the cover sheets SF 703 to 705, and of DoDM 5200.01.
std::vector<Level> levels_with_colors() {
  return {{"UNCLASSIFIED", "U", "#007a33"},
          {"CONFIDENTIAL", "C", "#0033a0"},
          {"SECRET", "S", "#c8102e"},
          {"TOP SECRET", "TS", "#ff8c00"}};
}

class UsSystem : public System {
 public:
  explicit UsSystem(us::Dialect dialect)
      : System(dialect == us::Dialect::dod ? "us-dod" : "us-ic", levels_with_colors()),
        dialect_(dialect) {}

  Verdict examine(std::string_view spelling, Form form) const override {
    us::Read read = us::read(spelling, form, dialect_);
    Verdict verdict;
    verdict.findings = std::move(read.findings);
    if (!read.marking) return verdict;
    std::vector<Finding> broken = us::broken_rules(*read.marking, dialect_);
    verdict.findings.insert(verdict.findings.end(), std::make_move_iterator(broken.begin()),
                            std::make_move_iterator(broken.end()));
    verdict.marking = std::move(read.marking);
    if (!verdict.findings.empty()) {
      verdict.repair = repair(*verdict.marking, form == Form::any ? read.form : form);
    }
    return verdict;
  }

  std::string banner(const Marking& marking) const override {
    return us::spell(marking, Form::banner, dialect_);
  }
  std::string portion(const Marking& marking) const override {
    return us::spell(marking, Form::portion, dialect_);
  }

  std::optional<Marking> completed(const Marking& marking, const Marking& whole) const override {
    Marking complete = marking;
    for (const us::Kind kind : {us::kRelTo, us::kEyes}) {
      if (us::words_of(marking, kind) != us::Words{us::kAsBanner}) continue;
      if (!us::has(whole, kind)) return std::nullopt;
      us::set(complete, kind, us::words_of(whole, kind));
    }
    return complete;
  }

  std::string portion_within(const Marking& marking, const Marking& whole) const override {
    Marking within = marking;
    for (const us::Kind kind : {us::kRelTo, us::kEyes}) {
      const bool same =
          us::has(marking, kind) && us::words_of(marking, kind) == us::words_of(whole, kind);
      if (same) us::set(within, kind, {us::kAsBanner});
    }
    return portion(within);
  }

  std::vector<Meaning> explain(const Marking& marking) const override {
    std::vector<Meaning> meanings;
    const us::Words owners = us::words_of(marking, us::kOwner);
    meanings.push_back({us::spell_level(marking, Form::banner),
                        us::spell_level(marking, Form::portion),
                        owners.empty() ? "level" : "level, and whose information it is",
                        std::string(us::form_source(dialect_))});
    for (const Control& control : marking.controls) {
      const us::Entry& entry = us::entry(control.kind);
      if (entry.category == us::Category::owner) continue;
      meanings.push_back({us::spell(control, Form::banner, dialect_),
                          us::spell(control, Form::portion, dialect_), std::string(entry.meaning),
                          std::string(entry.source)});
    }
    return meanings;
  }

 private:
  Marking joined(const Marking& a, const Marking& b, std::vector<Reason>* reasons) const override {
    return us::join(a, b, dialect_, reasons);
  }

  std::string repair(const Marking& marking, Form form) const {
    const Marking mended = us::mended(marking, dialect_);
    const std::string spelling = us::spell(mended, form, dialect_);
    const us::Read read = us::read(spelling, form, dialect_);
    const bool right =
        read.marking && read.findings.empty() && us::broken_rules(*read.marking, dialect_).empty();
    return right ? spelling : std::string();
  }

  us::Dialect dialect_;
};

}  // namespace

std::shared_ptr<const System> make_us_system(us::Dialect dialect) {
  return std::make_shared<UsSystem>(dialect);
}

}  // namespace sable::marking
