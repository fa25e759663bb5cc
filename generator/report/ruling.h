// What release officers decided about a redaction, and how it came about.
//
// In:  the file of decisions that a report names.
// Out: one ruling for each redaction that has one, by its id.
//
// All of it is secret but the codes, the statute, the justification, and, while the
// matter is referred to another office, the equity: those pass the door with the box.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace sable::report {

enum class Step : uint8_t { proposed, referred, approved, appealed, upheld, released };

const char* step_name(Step step);  // "proposed"

struct Event {
  base::Span span;
  Step step = Step::proposed;
  std::string by;
  std::string on;    // YYYY-MM-DD
  std::string note;  // private
};

struct Ruling {
  base::Span span;                           // of the id in the file of decisions
  std::vector<std::string> codes;            // normalised; empty: those of the report alone
  std::string statute;                       // public
  std::string equity;                        // the office whose matter it is
  std::string basis;                         // private
  std::string justification;                 // public
  std::string reason;                        // private
  std::vector<Event> history;                // in the order of days
  std::vector<base::Span> code_places = {};  // of each code
  base::Span statute_place = {};
};

// The events up to a day, that day included; all of them where it is empty.
size_t events_by(const Ruling& ruling, std::string_view day);

// Where the matter stands on a day; nullopt: nothing had been proposed yet.
std::optional<Step> standing(const Ruling& ruling, std::string_view day);

// Who took that step last by a day; nullptr: nobody.
const Event* last_of(const Ruling& ruling, Step step, std::string_view day);

// Whether two names are those of one person: blanks and case do not count.
bool same_person(std::string_view one, std::string_view other);

}  // namespace sable::report
