// Values of a release and templates in memory, for the tests of markup/.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/world.h"
#include "markup/fill.h"
#include "markup/template.h"
#include "released/released.h"

namespace sable::markup::test {

using namespace released;

inline Inline plain(std::string text) { return {Text{std::move(text)}}; }
inline Inlines words(std::string text) { return {plain(std::move(text))}; }
inline Inline styled(SpanStyle style, Inlines children) {
  return {Styled{style, std::move(children)}};
}
inline Hole hole(HoleKind kind, std::vector<std::string> codes) {
  Hole made;
  made.kind = kind;
  made.codes = std::move(codes);
  made.number = 1;
  return made;
}
inline Block paragraph(Ordinal ordinal, Inlines text) {
  return {ordinal, Paragraph{std::nullopt, {}, std::move(text)}};
}

// Made in samples.cc: GCC 12 takes a variant that it sees being made and moved
// for one that may be uninitialised, and warns.
Note note_of(Ordinal ordinal, std::vector<Inlines> paragraphs);
Note withheld_note(Ordinal ordinal, Hole hole);
Field field_of(Ordinal ordinal, Inlines text);
Field withheld_field(Ordinal ordinal, Hole hole);

// A release with that body.
inline Released release_of(std::vector<Block> body) {
  Released made;
  made.release = "foia";
  made.language = "en-US";
  made.system = marking::find_system("us-ic");
  made.body = std::move(body);
  made.ordinals = static_cast<uint32_t>(made.body.size());
  return made;
}

// What the smallest template around a body looks like.
inline std::string page(const std::string& body) {
  return "<html><body>" + body + "</body></html>";
}

struct Loaded {
  base::SourceSet sources;
  base::Result<Template> result;
};

// Files by name ("report", "spans") in the folder "t".
using Files = std::vector<std::pair<std::string, std::string>>;

inline Loaded load(const Files& files) {
  base::MemoryWorld world;
  for (const auto& [name, text] : files)
    world.files[base::join_path("t", name + ".mustache")] = text;
  Loaded loaded{{}, base::fail(base::Diagnostics{})};
  loaded.result = load_template(world, loaded.sources, {"t"});
  return loaded;
}

// "SBL0606 t/report.mustache:1:3 a span has no value "x" | did you mean …?" and
// the place in the release, the echo and related places, where there are any.
std::string told(const base::Diagnostic& diagnostic, const base::SourceSet& sources);

inline std::vector<std::string> told(const base::Diagnostics& all, const base::SourceSet& sources) {
  std::vector<std::string> out;
  for (const auto& each : all) out.push_back(told(each, sources));
  return out;
}

// What loading the files says.
inline std::vector<std::string> refusals(const Files& files) {
  const Loaded loaded = load(files);
  if (loaded.result) return {};
  return told(loaded.result.error(), loaded.sources);
}

struct Filled {
  Loaded loaded;
  base::Result<Tree> tree;

  std::vector<std::string> errors() const {
    return tree ? std::vector<std::string>{} : told(tree.error(), loaded.sources);
  }
  std::string dumped() const {
    if (tree) return dump(*tree);
    std::string out;
    for (const auto& each : errors()) out += each + "\n";
    return out;
  }
};

inline Filled filled(const Files& files, const Released& released) {
  Filled made{load(files), base::fail(base::Diagnostics{})};
  if (!made.loaded.result) {
    made.tree = base::fail(made.loaded.result.error());
    return made;
  }
  made.tree = fill(*made.loaded.result, made.loaded.sources, released);
  return made;
}

// The whole text of a tree, in document order.
inline std::string text_of(const Tree& tree) {
  std::string out;
  for (const Node& node : tree.nodes) out += node.text;
  return out;
}

}  // namespace sable::markup::test
