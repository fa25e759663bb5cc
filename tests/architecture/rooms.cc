#include "rooms.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>

namespace sable::architecture {

namespace {

namespace fs = std::filesystem;

enum class Wing { shared, before_the_door, behind_the_door, around_the_house };

struct Room {
  std::string name;
  Wing wing;
};

// In the order of generator/CMakeLists.txt.
const std::vector<Room>& table() {
  static const std::vector<Room> rooms = {
      {"base", Wing::shared},
      {"marking", Wing::shared},
      {"released", Wing::shared},
      {"words", Wing::shared},
      {"source", Wing::before_the_door},
      {"picture", Wing::before_the_door},
      {"drawing", Wing::before_the_door},
      {"report", Wing::before_the_door},
      {"release", Wing::before_the_door},
      {"markup", Wing::behind_the_door},
      {"style", Wing::behind_the_door},
      {"text", Wing::behind_the_door},
      {"layout", Wing::behind_the_door},
      {"pdf", Wing::behind_the_door},
      {"cli", Wing::around_the_house},
  };
  return rooms;
}

// A library is known by how its headers are spelt, and belongs to these rooms.
struct Library {
  std::string prefix;
  std::vector<std::string> rooms;
};

const std::vector<Library>& libraries() {
  static const std::vector<Library> all = {
      {"yaml-cpp/", {"source"}},
      {"kainjow/", {"markup"}},
      {"expat", {"markup", "picture"}},
      {"hb", {"text", "pdf"}},
      {"unicode/", {"text", "words"}},
      {"libstemmer.h", {"words"}},
      {"hyphen.h", {"text"}},
      {"hpdf", {"pdf"}},
      {"libdeflate", {"pdf"}},
      {"nettle/", {"base"}},
      {"CLI/", {"cli"}},
      {"png.h", {"picture"}},
      {"jpeglib.h", {"picture"}},
      {"jerror.h", {"picture"}},
      {"librsvg/", {"drawing"}},
      {"cairo", {"drawing"}},
      {"fontconfig/", {"drawing"}},
      {"qpdf/", {"drawing"}},
      {"dtl/", {"released"}},
  };
  return all;
}

// fmt is everybody's, and tl::expected is by way of base/diagnostic.h.
constexpr std::string_view kFormatting = "fmt/";
constexpr std::string_view kExpected = "tl/expected.hpp";
constexpr std::string_view kHomeOfExpected = "base/diagnostic.h";

// These say in their heads that they see a release and nothing before it.
const std::vector<std::string>& behind_the_door_in_cli() {
  static const std::vector<std::string> names = {"cli/press.h", "cli/press.cc"};
  return names;
}

std::string room_of(std::string_view name) { return std::string(name.substr(0, name.find('/'))); }

std::optional<size_t> place_of(std::string_view room) {
  const auto& all = table();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Room& one) { return one.name == room; });
  if (found == all.end()) return std::nullopt;
  return static_cast<size_t>(found - all.begin());
}

bool may_include(size_t from, size_t to) {
  if (from == to) return true;
  if (to > from) return false;
  const Wing wing = table()[from].wing;
  return wing == Wing::around_the_house || table()[to].wing == Wing::shared ||
         table()[to].wing == wing;
}

bool is_header(std::string_view name) { return name.ends_with(".h"); }

std::string at(const Source& source, const Include& include) {
  return source.name + ":" + std::to_string(include.line) + ": ";
}

// The header of the project that an include names, or nothing.
const Source* target_of(const std::map<std::string, const Source*>& by_name,
                        const Include& include) {
  const auto found = by_name.find(include.path);
  return found == by_name.end() || include.angled ? nullptr : found->second;
}

std::map<std::string, const Source*> by_name(const std::vector<Source>& sources) {
  std::map<std::string, const Source*> names;
  for (const Source& source : sources) names.emplace(source.name, &source);
  return names;
}

// Everything that a source reaches, itself included; each with the header by
// which it was reached.
std::map<std::string, std::string> closure(const std::vector<Source>& sources,
                                           const std::string& start) {
  const auto names = by_name(sources);
  std::map<std::string, std::string> reached = {{start, ""}};
  std::deque<std::string> waiting = {start};
  while (!waiting.empty()) {
    const std::string name = waiting.front();
    waiting.pop_front();
    const auto source = names.find(name);
    if (source == names.end()) continue;
    for (const Include& include : includes_of(source->second->text)) {
      if (include.angled || !reached.emplace(include.path, name).second) continue;
      waiting.push_back(include.path);
    }
  }
  return reached;
}

// Headers that other rooms include, directly or by one of their own room's.
std::set<std::string> public_headers(const std::vector<Source>& sources) {
  std::set<std::string> seen;
  for (const Source& source : sources) {
    for (const Include& include : includes_of(source.text)) {
      if (include.angled || room_of(include.path) == room_of(source.name)) continue;
      for (const auto& [name, by] : closure(sources, include.path)) seen.insert(name);
    }
  }
  return seen;
}

const Library* library_of(const Include& include) {
  const auto& all = libraries();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Library& library) {
    return include.path.starts_with(library.prefix);
  });
  return found == all.end() || !include.angled ? nullptr : &*found;
}

// A library's name holds a folder or ends in .h; the standard's does neither.
// What POSIX and Linux bring is no library.
bool is_unknown_library(const Include& include) {
  static const std::set<std::string> system = {"fcntl.h", "spawn.h", "stdio.h", "unistd.h"};
  const bool standard =
      include.path.find('.') == std::string::npos && include.path.find('/') == std::string::npos;
  return include.angled && !standard && !include.path.starts_with("sys/") &&
         !system.contains(include.path) && !include.path.starts_with(kFormatting) &&
         include.path != kExpected && library_of(include) == nullptr;
}

// Depth-first search for a way back to where one is.
class CycleFinder {
 public:
  explicit CycleFinder(std::map<std::string, std::set<std::string>> edges)
      : edges_(std::move(edges)) {}

  std::vector<std::string> all() {
    for (const auto& [node, next] : edges_) visit(node);
    return std::move(found_);
  }

 private:
  void visit(const std::string& node) {
    const auto open = std::find(path_.begin(), path_.end(), node);
    if (open != path_.end()) {
      std::string cycle;
      for (auto step = open; step != path_.end(); ++step) cycle += *step + " -> ";
      found_.push_back(cycle + node);
      return;
    }
    if (!done_.insert(node).second) return;
    path_.push_back(node);
    for (const std::string& next : edges_[node]) visit(next);
    path_.pop_back();
  }

  std::map<std::string, std::set<std::string>> edges_;
  std::set<std::string> done_;
  std::vector<std::string> path_;
  std::vector<std::string> found_;
};

std::string without_comments(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const bool block = text.substr(i).starts_with("/*");
    if (!block && !text.substr(i).starts_with("//")) {
      out += text[i++];
      continue;
    }
    const size_t end = std::min(text.find(block ? "*/" : "\n", i), text.size());
    out += std::string(
        static_cast<size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(i),
                                       text.begin() + static_cast<std::ptrdiff_t>(end), '\n')),
        '\n');
    i = block ? std::min(end + 2, text.size()) : end;
  }
  return out;
}

std::optional<Include> include_in(std::string_view line) {
  const auto skip = [&line] {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  };
  skip();
  if (!line.starts_with('#')) return std::nullopt;
  line.remove_prefix(1);
  skip();
  if (!line.starts_with("include")) return std::nullopt;
  line.remove_prefix(7);
  skip();
  if (line.empty() || (line[0] != '<' && line[0] != '"')) return std::nullopt;
  const bool angled = line[0] == '<';
  const size_t end = line.find(angled ? '>' : '"', 1);
  return Include{0, angled, std::string(line.substr(1, end - 1))};
}

}  // namespace

std::vector<Include> includes_of(std::string_view text) {
  // A `//` in a string cuts only the rest of its line, where no include stands.
  const std::string bare = without_comments(text);
  std::vector<Include> found;
  size_t line = 1;
  for (size_t begin = 0; begin < bare.size(); ++line) {
    const size_t end = std::min(bare.find('\n', begin), bare.size());
    if (auto include = include_in(std::string_view(bare).substr(begin, end - begin))) {
      include->line = line;
      found.push_back(*std::move(include));
    }
    begin = end + 1;
  }
  return found;
}

std::vector<Source> sources_below(const std::string& folder) {
  std::vector<Source> sources;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension();
    if (!entry.is_regular_file() || (extension != ".h" && extension != ".cc")) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    sources.push_back({fs::relative(entry.path(), folder).string(),
                       std::string(std::istreambuf_iterator<char>(file), {})});
  }
  std::sort(sources.begin(), sources.end(),
            [](const Source& a, const Source& b) { return a.name < b.name; });
  return sources;
}

std::vector<std::string> rooms() {
  std::vector<std::string> names;
  for (const Room& room : table()) names.push_back(room.name);
  return names;
}

std::vector<std::string> allowed_rooms(const std::string& room) {
  std::vector<std::string> allowed;
  const std::optional<size_t> from = place_of(room);
  for (size_t to = 0; from && to < table().size(); ++to) {
    if (may_include(*from, to)) allowed.push_back(table()[to].name);
  }
  return allowed;
}

std::vector<std::string> wrong_rooms(const std::vector<Source>& sources) {
  std::vector<std::string> wrong;
  for (const Source& source : sources) {
    const std::optional<size_t> from = place_of(room_of(source.name));
    if (!from) {
      wrong.push_back(source.name + ": no room of the table");
      continue;
    }
    for (const Include& include : includes_of(source.text)) {
      if (include.angled) continue;
      const std::optional<size_t> to = place_of(room_of(include.path));
      if (to && may_include(*from, *to)) continue;
      wrong.push_back(at(source, include) + "may not include " + include.path);
    }
  }
  return wrong;
}

std::vector<std::string> wrong_libraries(const std::vector<Source>& sources) {
  std::vector<std::string> wrong;
  const std::set<std::string> seen_by_others = public_headers(sources);
  for (const Source& source : sources) {
    const std::string room = room_of(source.name);
    const bool is_public = is_header(source.name) && seen_by_others.contains(source.name);
    for (const Include& include : includes_of(source.text)) {
      if (!include.angled) continue;
      const Library* library = library_of(include);
      const bool owned =
          library != nullptr &&
          std::find(library->rooms.begin(), library->rooms.end(), room) != library->rooms.end();
      if (is_unknown_library(include)) {
        wrong.push_back(at(source, include) + include.path + " belongs to no room");
      } else if (library != nullptr && !owned) {
        wrong.push_back(at(source, include) + include.path + " belongs to another room");
      } else if (include.path == kExpected && source.name != kHomeOfExpected) {
        wrong.push_back(at(source, include) + "Result comes from " + std::string(kHomeOfExpected));
      } else if (is_public && (owned || include.path.starts_with(kFormatting))) {
        wrong.push_back(at(source, include) + include.path + " in a header that another room sees");
      }
    }
  }
  return wrong;
}

std::vector<std::string> broken_promises(const std::vector<Source>& sources) {
  std::vector<std::string> broken;
  for (const std::string& promiser : behind_the_door_in_cli()) {
    for (const auto& [name, by] : closure(sources, promiser)) {
      const std::optional<size_t> room = place_of(room_of(name));
      if (!room || table()[*room].wing != Wing::before_the_door) continue;
      broken.push_back(promiser + " reaches " + name + " by " + by);
    }
  }
  return broken;
}

std::vector<std::string> cycles(const std::vector<Source>& sources) {
  std::map<std::string, std::set<std::string>> headers, between_rooms;
  for (const Source& source : sources) {
    for (const Include& include : includes_of(source.text)) {
      if (include.angled) continue;
      headers[source.name].insert(include.path);
      if (room_of(source.name) != room_of(include.path)) {
        between_rooms[room_of(source.name)].insert(room_of(include.path));
      }
    }
  }
  std::vector<std::string> found = CycleFinder(std::move(headers)).all();
  const std::vector<std::string> of_rooms = CycleFinder(std::move(between_rooms)).all();
  found.insert(found.end(), of_rooms.begin(), of_rooms.end());
  return found;
}

std::vector<std::string> loose_ends(const std::vector<Source>& sources) {
  std::vector<std::string> loose;
  const auto names = by_name(sources);
  for (const Source& source : sources) {
    if (is_header(source.name) && source.text.find("#pragma once") == std::string::npos) {
      loose.push_back(source.name + ": no #pragma once");
    }
    for (const Include& include : includes_of(source.text)) {
      if (include.angled) continue;
      const Source* target = target_of(names, include);
      if (target == nullptr || !is_header(target->name)) {
        loose.push_back(at(source, include) + "there is no header " + include.path);
      }
    }
  }
  return loose;
}

}  // namespace sable::architecture
