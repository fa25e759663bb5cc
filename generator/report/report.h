// A report as its author wrote it. It may hold secrets: no room behind the door
// sees this header.
//
// In:  the Value tree of a source.
// Out: typed blocks, spans and notes, each with its place in the source.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "marking/marking.h"
#include "source/value.h"

namespace sable::report {

enum class ExtentKind : uint8_t { words, lines, paragraph, page, undisclosed };

struct Extent {
  ExtentKind kind = ExtentKind::undisclosed;
  uint32_t count = 0;  // of words, lines or pages; 0: none is declared
};

// The decision that some matter is withheld under codes.
struct Redaction {
  base::Span span;
  std::vector<std::string> codes;  // normalised: "b1", "b3"
  std::optional<Extent> extent;    // none: the default of its kind
  std::string label;
  std::string id;
  bool absent = false;  // `withheld: true`: the source itself lacks the matter
};

struct Inline;
using Inlines = std::vector<Inline>;

enum class SpanStyle : uint8_t { emphasis, strong, code, term, small_caps };

struct Text {
  std::string text;  // escapes resolved, quotes and dashes as written
};
struct Styled {
  SpanStyle style = SpanStyle::emphasis;
  Inlines children;
};
struct Link {
  std::string url;
  Inlines children;
};
struct NoteCall {
  std::string id;
};
struct Reference {
  std::string target;
};
struct Redacted {
  Redaction redaction;
  Inlines children;
};
struct Inline {
  base::Span span;
  std::variant<Text, Styled, Link, NoteCall, Reference, Redacted> value;
};

// A stretch of rich text that may carry a mark and may be withheld as a whole.
struct RichText {
  base::Span span;
  std::optional<marking::Marking> mark;
  std::optional<Redaction> redaction;
  Inlines text;
};

struct Block;

struct Heading {
  int level = 1;
  std::string id;
  RichText text;
};
struct Paragraph {
  Inlines run_in;
  RichText text;
};
struct ListItem {
  RichText text;
  std::vector<ListItem> items;
};
struct List {
  std::vector<ListItem> items;
};
struct Quote {
  std::optional<marking::Marking> mark;
  std::vector<Block> blocks;
};
struct Section {
  Heading heading;
  std::vector<Block> blocks;
};
// The paragraphs of one `p` are blocks of their own with one span and one
// redaction: withheld together, they are one hole.
struct Block {
  base::Span span;
  std::optional<Redaction> redaction;  // the whole block
  std::string language;                // BCP 47; empty: that of what is around it
  std::variant<Heading, Paragraph, List, Quote, Section> value;
};

struct Note {
  std::string id;
  base::Span span;
  std::optional<marking::Marking> mark;
  std::optional<Redaction> redaction;
  std::vector<Inlines> paragraphs;
};

struct Titles {
  std::optional<RichText> kind, office, title, date, number;
};

enum class BannerScope : uint8_t { per_page, overall };

struct Report {
  base::FileId file = 0;
  std::string template_name;
  std::string language = "en-US";
  Titles titles;
  std::shared_ptr<const marking::System> system;
  std::optional<marking::Marking> overall;  // none: rolled up
  BannerScope banner = BannerScope::per_page;
  std::optional<RichText> codeword;  // one plain line, behind the marking in the banner
  std::vector<Block> body;
  std::map<std::string, Note> notes;
  source::Value releases;  // read by release::read_profiles
  // Every code used anywhere, with its first place.
  std::map<std::string, base::Span> codes;
};

struct Reading {
  Report report;
  base::Diagnostics warnings;
};

// Checks the tree against the schema and parses its prose. Reports every
// diagnostic that can be found in one run.
base::Result<Reading> read_report(const base::SourceSet& sources, base::FileId file,
                                  const source::Value& tree);

}  // namespace sable::report
