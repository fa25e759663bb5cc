// Where lines may end.
//
// In:  the text of a paragraph.
// Out: break opportunities (UAX #14, by ICU) and hyphenation points (Liang's
//      patterns, by libhyphen).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/world.h"

namespace sable::text {

enum class BreakClass : uint8_t { allowed, mandatory };

struct BreakOpportunity {
  uint32_t offset = 0;  // byte offset: a line may end before it
  BreakClass kind = BreakClass::allowed;
};

// Reuses ICU's iterators; one for each thread.
class LineBreaker {
 public:
  LineBreaker();
  ~LineBreaker();
  LineBreaker(const LineBreaker&) = delete;
  LineBreaker& operator=(const LineBreaker&) = delete;

  // Replaces `opportunities`. Ascending; without offset 0, with the end of the
  // text (UAX #14, LB3), which is mandatory only behind a hard line break.
  // `language` is a BCP 47 tag; an unknown one has the default rules.
  void find(std::string_view text, std::string_view language,
            std::vector<BreakOpportunity>& opportunities);

 private:
  struct Iterators;
  std::unique_ptr<Iterators> iterators_;
};

// A pattern file: language tag → path and Debian package.
struct HyphenPatterns {
  std::string language;  // "en-US"
  std::string file;
  std::string package;
};

// Pattern files, each opened when a word first needs it. Hyphenators may share them:
// what is in them is no matter of any text.
class PatternShelf {
 public:
  PatternShelf(const base::World& world, std::vector<HyphenPatterns> patterns);
  ~PatternShelf();
  PatternShelf(const PatternShelf&) = delete;
  PatternShelf& operator=(const PatternShelf&) = delete;

 private:
  friend class Hyphenator;
  struct Slot;
  struct State;
  std::unique_ptr<State> state_;
};

// Caches words.
class Hyphenator {
 public:
  Hyphenator(const base::World& world, std::vector<HyphenPatterns> patterns);
  explicit Hyphenator(std::shared_ptr<PatternShelf> shelf);
  ~Hyphenator();
  Hyphenator(const Hyphenator&) = delete;
  Hyphenator& operator=(const Hyphenator&) = delete;

  // Byte offsets inside `word` (letters only) before which a hyphen may stand,
  // ascending, at least two letters from its start and three from its end.
  // Empty for a language without patterns. Lower-cased before it is looked up.
  const std::vector<uint16_t>& points(std::string_view word, std::string_view language);

  // Pattern files that its words met and that are missing (SBL0820, names the package) or
  // unusable (SBL0821), in the order of the list.
  base::Diagnostics problems() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace sable::text
