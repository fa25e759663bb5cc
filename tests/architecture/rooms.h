// Who may include whom: the rules of docs/architecture.md, as a function.
//
// In:  the sources of generator/, as names and texts.
// Out: one line for each include that breaks a rule; none if all is well.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sable::architecture {

struct Source {
  std::string name;  // "layout/flow.h"
  std::string text;
};

struct Include {
  size_t line = 0;
  bool angled = false;  // <...>: the standard library, the system, a library
  std::string path;
};

// The #include lines of a source, those in comments left out.
std::vector<Include> includes_of(std::string_view text);

// Every .h and .cc below a folder, named from there, in the order of their names.
std::vector<Source> sources_below(const std::string& folder);

// The rooms in the order in which they may include one another.
std::vector<std::string> rooms();
// The rooms whose headers a room may include, itself among them.
std::vector<std::string> allowed_rooms(const std::string& room);

// Rooms that include rooms they may not.
std::vector<std::string> wrong_rooms(const std::vector<Source>& sources);
// Libraries included outside the room that owns them, or in a header that
// another room sees.
std::vector<std::string> wrong_libraries(const std::vector<Source>& sources);
// Sources of cli/ that promise to know only what is behind the door, and reach a
// room before it, by whatever chain of headers.
std::vector<std::string> broken_promises(const std::vector<Source>& sources);
// Headers that include themselves, by whatever chain; rooms that do so too.
std::vector<std::string> cycles(const std::vector<Source>& sources);
// Includes of project headers that do not exist, and headers without a guard.
std::vector<std::string> loose_ends(const std::vector<Source>& sources);

}  // namespace sable::architecture
