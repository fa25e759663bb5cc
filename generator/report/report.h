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
#include "base/world.h"
#include "marking/marking.h"
#include "report/code_book.h"
#include "report/ruling.h"
#include "source/value.h"

namespace sable::report {

enum class ExtentKind : uint8_t { words, lines, paragraph, page, undisclosed, half_page };

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
  bool absent = false;                       // `withheld: true`: the source itself lacks the matter
  std::string statute = {};                  // that its codes name, or empty
  std::vector<base::Span> code_places = {};  // of each code
  bool awaits_codes = false;                 // it names none: its ruling has to
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
  std::string entry = {};  // of a term, in the index; empty: its words
};
struct Link {
  std::string url;
  Inlines children;
};
struct NoteCall {
  std::string id;
};
// What a reference prints: by itself a table's number, the words of a heading.
enum class ReferenceShow : uint8_t { by_kind, number, page, title };

struct Reference {
  std::string target;
  ReferenceShow show = ReferenceShow::by_kind;
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
enum class ListKind : uint8_t { bullets, numbered, terms };
enum class Numerals : uint8_t { decimal, lower_alpha, upper_alpha, lower_roman, upper_roman };

// What kind of list some items make.
struct ListLook {
  ListKind kind = ListKind::bullets;
  Numerals numerals = Numerals::decimal;  // of a numbered list
  uint32_t start = 1;                     // the number of its first item
};

struct ListItem {
  RichText text;
  std::vector<ListItem> items;        // the list below this item
  ListLook look = {};                 // of that list
  std::vector<Inlines> further = {};  // paragraphs behind the first
  Inlines term = {};                  // of a list of terms: what the text says of it
};
struct List {
  std::vector<ListItem> items;
  ListLook look = {};
};
// Text whose white space counts, with line ends.
struct Code {
  RichText text;
};
// A line between blocks.
struct Rule {
  bool tears = false;  // what stands below it may be torn off: a tear line
};
struct Quote {
  std::optional<marking::Marking> mark;
  std::vector<Block> blocks;
};
struct Section {
  Heading heading;
  std::vector<Block> blocks;
  uint32_t columns = 0;  // of its text; 0: it has none
};
// Blocks apart from the text around them, in a frame. A redaction of all of it is that
// of its block.
struct TextBox {
  std::string id;
  std::optional<marking::Marking> mark;
  std::optional<RichText> title;
  std::vector<Block> blocks;
};
enum class Align : uint8_t { none, left, right, center, decimal };

struct Column {
  base::Span span;
  Align align = Align::none;
  std::string width;                   // a number as written, "2.5"; empty: none
  std::string unit;                    // its unit: "cm", "mm", "in", "pt", "%"
  std::optional<Redaction> redaction;  // of each cell below the head
};
struct Cell {
  RichText text;
  bool header = false;  // heads its row
  uint32_t column = 0;  // the first that it stands in
  uint32_t columns = 1;
  uint32_t rows = 1;
};
struct Row {
  base::Span span;
  std::optional<marking::Marking> mark;
  std::optional<Redaction> redaction;  // the whole row
  std::vector<Cell> cells;
  // What cells of rows above leave of its columns. One stretch, if the row has a
  // mark or a redaction of its own, so that it can be withheld as one.
  uint32_t column = 0;
  uint32_t columns = 0;
};
// Cells fill a grid without gaps: each row has as many columns as `columns`. A
// redaction of the whole table is that of its block.
struct Table {
  std::string id;
  std::optional<marking::Marking> mark;
  std::optional<RichText> caption;
  std::vector<Column> columns;
  std::vector<Row> head, rows, foot;
  bool literal = false;  // the cells are no prose: they come from a file of values
};

enum class Float : uint8_t { none, top, bottom, left, right };

// A rectangle of an upright picture, in pixels or in 1/100 % of its sides.
struct Area {
  bool percent = false;
  uint32_t x = 0, y = 0, width = 0, height = 0;
};
struct Region {
  base::Span span;
  Redaction redaction;
  Area area;
};
// A redaction of the whole figure is that of its block.
struct Figure {
  std::string id;
  std::optional<marking::Marking> mark;
  std::optional<RichText> caption;
  RichText alternative;  // in words what the picture shows
  std::string file;      // from the folder of the report; it is opened when it is shown
  base::Span file_span;
  std::string width;  // a number as written; empty: none
  std::string unit;
  Float floating = Float::none;
  std::vector<Region> regions;
};
// The paragraphs of one `p` are blocks of their own with one span and one
// redaction: withheld together, they are one hole.
struct Block {
  base::Span span;
  std::optional<Redaction> redaction;  // the whole block
  std::string language;                // BCP 47; empty: that of what is around it
  std::variant<Heading, Paragraph, List, Quote, Section, Table, Figure, Code, Rule, TextBox> value;
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

// A line of one of the lists below: "Classified By: …". The label is a word of the rules,
// the text the author's; a line without a label is a sentence.
struct LabelledLine {
  std::string label;
  RichText text;
};
using LabelledLines = std::vector<LabelledLine>;

// What a document says of its own marking and handling, in the order in which it is printed.
struct FrontMatter {
  std::optional<RichText> compilation;  // why the whole is marked above its portions
  LabelledLines statements;             // waiver, separation from what it is sent with, draft
  LabelledLines authority;              // the classification authority block
  LabelledLines designation;            // of controlled unclassified information
  LabelledLines sources;                // of a block derived from multiple sources
  LabelledLines distribution;           // who gets the document
  bool portions_waived = false;         // by a statement: portions need no marks
};

// `contents:`
struct Contents {
  uint32_t depth = 0;  // of headings, 1 to 3; 0: none are listed
  bool tables = false, figures = false;
};

// `page-numbers:`
struct PageNumbers {
  std::string front;  // how the pages before the body are numbered, for themselves; empty: as it
  bool by_section = false;
};

// A word or phrase that the author wants to be looked for in what a release shows.
struct ResidueTerm {
  base::Span span;
  std::string term;
  // Looked for in the releases that withhold one of these; none: in all that redact.
  std::vector<std::string> codes;
};
// A withheld word that may stand in the open: it tells nothing there.
struct Waiver {
  base::Span span;
  std::string term;
  std::string because;
};
// `residue:`. Both lists are secret.
struct Residue {
  std::vector<ResidueTerm> terms;
  std::vector<Waiver> waivers;
};

struct Report {
  base::FileId file = 0;
  std::string template_name;
  base::Span template_span;
  std::string language = "en-US";
  Titles titles;
  std::shared_ptr<const marking::System> system;
  std::optional<marking::Marking> overall;  // none: rolled up
  base::Span overall_span = {};
  BannerScope banner = BannerScope::per_page;
  bool short_lists = false;  // a list of countries that the whole has too is left to it: `S//REL`
  std::optional<RichText> codeword;  // one plain line, behind the marking in the banner
  FrontMatter front_matter = {};
  Contents contents;
  PageNumbers page_numbers;
  bool numbers_sections = false;
  uint32_t columns = 0;  // of the body; 0: it has none
  bool index = false;
  std::vector<Block> body;
  std::map<std::string, Note> notes;
  source::Value releases;  // read by release::read_profiles
  // Every code used anywhere, with its first place.
  std::map<std::string, base::Span> codes;
  CodeBook code_book = CodeBook::shipped();
  std::map<std::string, std::string> statutes = {};  // that codes name, where a redaction does not
  std::map<std::string, Ruling> rulings = {};        // by the ids of redactions
  bool two_persons = false;  // `approval: two-person`, of each release that redacts
  Residue residue = {};
};

struct Reading {
  Report report;
  base::Diagnostics warnings;
};

// Where the files are that a report names.
struct Enclosures {
  const base::World& world;
  base::SourceSet& sources;  // that of the report: files that are read are added
  std::string folder;        // of the report; its files stand in it or below
};

// A report with all that is wrong with it. One with errors is good for finding more
// of them, and for nothing else.
struct Examination {
  Report report;
  base::Diagnostics findings;  // in the order of the files
};

// `some`: texts of the tree may be cut, so that nothing is said of what is not
// called, not defined or not marked.
enum class Texts : uint8_t { all, some };
Examination examine_report(const base::SourceSet& sources, base::FileId file,
                           const source::Value& tree, const Enclosures* enclosures = nullptr,
                           Texts texts = Texts::all);

// Checks the tree against the schema and parses its prose. Reports every
// diagnostic that can be found in one run. Without enclosures a report may name no
// files.
base::Result<Reading> read_report(const base::SourceSet& sources, base::FileId file,
                                  const source::Value& tree,
                                  const Enclosures* enclosures = nullptr);

}  // namespace sable::report
