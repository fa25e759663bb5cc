// What one release shows of a report: the only value that passes the door.
//
// In:  made by release::withhold, and by nobody else.
// Out: read by every room behind the door.
//
// It holds no source position, no author's id that is not declared public, no
// length or count of anything withheld, no file name from inside a hole. The
// source of this shape is the public part pub(S, r) of the source S under the
// release r (docs/secrecy.md).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "marking/marking.h"
#include "released/picture.h"

namespace sable::released {

// How much of the page a withheld span says it took: always as declared,
// never as measured.
enum class ExtentKind : uint8_t { words, lines, paragraph, page, undisclosed, half_page };

struct Extent {
  ExtentKind kind = ExtentKind::undisclosed;
  uint32_t count = 0;  // of words, lines or pages, if declared; else 0
  bool operator==(const Extent&) const = default;
};

// What was withheld, by the place it took.
enum class HoleKind : uint8_t {
  span,
  paragraph,
  bullet,
  heading,
  section,
  quote,
  note,
  field,
  banner,
  table,
  row,
  cell,
  figure,
  region,  // of a picture
  box      // a text box
};

// What a span is against an earlier version that the release is compared with.
enum class Change : uint8_t {
  none,
  added,    // new, or other than it was
  cut,      // as it was, but what stood beside it is gone
  released  // withheld by the release that this one supersedes
};

// A withheld span. Empty by construction.
struct Hole {
  HoleKind kind = HoleKind::span;
  Extent extent;
  std::vector<std::string> codes;  // as printed: "(b)(1)"; only those this release cites
  std::string label;               // declared public, or empty
  std::string id;                  // declared public, or empty
  uint32_t number = 0;             // 1, 2, … in reading order of this release
  Change change = Change::none;    // of a hole that stands for a block
  // Of each code the law, or the statute that the code names; empty: none is told.
  std::vector<std::string> statutes = {};
  std::string justification = {};  // declared public, or empty
  std::string referred_to = {};    // the office that has to decide about it, or empty
};

// What is shown here and withheld elsewhere: copies for officers draw a line around it.
struct Outline {
  std::vector<std::string> codes;  // as printed; none: a ceiling withholds it
};

struct Inline;
using Inlines = std::vector<Inline>;

enum class SpanStyle : uint8_t { emphasis, strong, code, term, small_caps };

struct Text {
  std::string text;
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
// A call of notes[note].
struct NoteCall {
  uint32_t note = 0;
  bool adjoins = false;  // stands directly behind another call
};
enum class ReferenceShow : uint8_t { by_kind, number, page, title };

// A reference to the heading, table or figure with that declared id; `shown` is false
// where it is withheld.
struct Reference {
  std::string target;
  bool shown = true;
  ReferenceShow show = ReferenceShow::by_kind;
};
// A span with a line around it.
struct Outlined {
  Outline outline;
  Inlines children;
};
struct Inline {
  std::variant<Text, Styled, Link, NoteCall, Reference, Hole, Outlined> value;
  Change change = Change::none;
};

// Index of a block, bullet, row, cell, note or field in reading order: the provenance that
// rooms behind the door carry instead of a source position.
using Ordinal = uint32_t;

struct Block;

// `language`, here and below: BCP 47, where it is another one than around it; else
// empty. It is told with the text that is in it, and withheld with it.
struct Heading {
  int level = 1;  // 1 to 3
  std::optional<marking::Marking> mark;
  std::string id;
  std::variant<Inlines, Hole> text;
  std::string language = {};
  std::string number = {};  // "2.1"; empty: sections are not numbered
};
struct Paragraph {
  std::optional<marking::Marking> mark;
  Inlines run_in;  // empty: none
  Inlines text;
  std::string language = {};
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
  Ordinal ordinal = 0;
  std::optional<marking::Marking> mark;
  std::variant<Inlines, Hole> text;
  std::vector<ListItem> items;  // the list below this item; none below a hole
  std::string language = {};
  ListLook look = {};                 // of that list
  std::vector<Inlines> further = {};  // paragraphs behind the first; none behind a hole
  Inlines term = {};                  // of a list of terms; none of a hole
};
struct List {
  std::vector<ListItem> items;
  ListLook look = {};
};
struct Code {
  std::optional<marking::Marking> mark;
  Inlines text;  // with line ends
};
struct Rule {
  bool tears = false;  // a tear line
};
struct Quote {
  std::optional<marking::Marking> mark;
  std::vector<Block> blocks;
  std::string language = {};
};
struct Section {
  Heading heading;
  std::vector<Block> blocks;
  std::string language = {};
  uint32_t columns = 0;  // of its text; 0: it has none
};

// A line of the title block, the banner's codeword, or a caption: absent, shown, or
// withheld.
struct Field {
  Ordinal ordinal = 0;
  std::optional<marking::Marking> mark;
  std::variant<Inlines, Hole> text;
};

// A line of one of the lists below. The label is a word of the rules ("Classified By");
// a line without a label is a sentence.
struct LabelledLine {
  std::string label;
  Field field;
};
using LabelledLines = std::vector<LabelledLine>;

// What a document says of its own marking and handling; each list may be empty.
struct FrontMatter {
  LabelledLines statements;    // warnings, and why portions or the whole are marked as they are
  LabelledLines authority;     // the classification authority block
  LabelledLines designation;   // of controlled unclassified information
  LabelledLines sources;       // of a block derived from multiple sources
  LabelledLines distribution;  // who gets the document
};

// Blocks in a frame, apart from the text around them. The id is that of its title, which
// references print.
struct TextBox {
  std::string id;
  std::optional<marking::Marking> mark;
  std::optional<Field> title;
  std::vector<Block> blocks;
  std::string language = {};
};

enum class Align : uint8_t { none, left, right, center, decimal };

struct Column {
  Align align = Align::none;
  std::string width;  // a number: "2.5"; empty: none
  std::string unit;   // "cm", "mm", "in", "pt" or "%"
};
// The place of a cell in the grid is public, as that of every hole is.
struct Cell {
  Ordinal ordinal = 0;
  std::optional<marking::Marking> mark;
  bool header = false;  // heads its row
  uint32_t column = 0;  // the first that it stands in
  uint32_t columns = 1;
  uint32_t rows = 1;
  std::variant<Inlines, Hole> text;
};
struct Row {
  Ordinal ordinal = 0;
  std::optional<marking::Marking> mark;
  uint32_t columns = 0;  // that a hole covers: all but those of cells from above
  std::variant<std::vector<Cell>, Hole> cells;
};
struct Table {
  std::string id;
  uint32_t number = 0;  // 1, 2, … over the tables with a caption; 0: none
  std::optional<marking::Marking> mark;
  std::optional<Field> caption;
  std::vector<Column> columns;
  std::vector<Row> head, rows, foot;
  std::string language = {};
};

enum class Float : uint8_t { none, top, bottom, left, right };

// A part of a picture that is withheld: black in the picture itself.
struct Region {
  PixelArea area;
  Hole hole;
};
struct Figure {
  std::string id;
  uint32_t number = 0;  // 1, 2, … over the figures with a caption; 0: none
  std::optional<marking::Marking> mark;
  uint32_t picture = 0;                     // index of Released::pictures
  std::variant<Inlines, Hole> alternative;  // for those who do not see the picture
  std::optional<Field> caption;
  std::string width;  // a number: "60"; empty: none
  std::string unit;   // "cm", "mm", "in", "pt" or "%"
  Float floating = Float::none;
  std::vector<Region> regions;
  std::string language = {};
  Change change = Change::none;  // of the picture
};
struct Block {
  Ordinal ordinal = 0;
  std::variant<Heading, Paragraph, List, Quote, Section, Table, Figure, Code, Rule, TextBox, Hole>
      value;
  std::optional<Outline> outline = {};
};

struct Note {
  Ordinal ordinal = 0;
  std::optional<marking::Marking> mark;
  std::variant<std::vector<Inlines>, Hole> paragraphs;
};

struct Titles {
  std::optional<Field> kind, office, title, date, number;
};

enum class BannerScope : uint8_t { per_page, overall };

// What the release says of itself on the page.
struct Declassification {
  std::string authority;
  std::string date;
  // "Declassified", or the sanitized-copy caption while classified matter stays withheld.
  std::string caption;
};

// What a report lists of itself.
struct Contents {
  uint32_t depth = 0;  // of headings, 1 to 3; 0: none are listed
  bool tables = false, figures = false;
};

enum class Appearance : uint8_t { black, outline, grey };
enum class CodePlace : uint8_t { inside, beside, margin };

// Running numbers of the pages of a release, over all files of a production.
struct Bates {
  std::string prefix;
  uint32_t first = 1;
  uint32_t digits = 6;  // at least: zeros are put before the number
};

struct PageNumbers {
  std::string front = {};  // "lower-roman": of the pages before the body; empty: as the others
  bool by_section = false;
};

// What a copy is for. All but releases stay in the house, or go to the office that they
// name.
enum class Purpose : uint8_t { release, review, consultation };

struct Released {
  std::string release;   // its name: "foia"
  std::string audience;  // "public", or empty
  bool unredacted = false;

  std::string template_name;
  std::string language = {};  // BCP 47: "en-US"
  Titles titles;

  std::shared_ptr<const marking::System> system;
  marking::Marking overall;  // declared, or the join over what is shown
  BannerScope banner = BannerScope::per_page;
  bool short_lists = false;       // portions leave a list of countries that the whole has to it
  std::optional<Field> codeword;  // stands behind the marking in the banner
  std::optional<Declassification> declassified;
  FrontMatter front_matter = {};
  std::string stamp;  // filled in, or empty
  std::string watermark = {};
  bool numbers_lines = false;
  std::optional<Bates> bates = {};

  Appearance boxes = Appearance::black;
  CodePlace codes = CodePlace::inside;

  Contents contents;
  PageNumbers page_numbers = {};
  uint32_t columns = 0;  // of the body; 0: it has none
  bool index = false;
  std::vector<Block> body;
  std::vector<Note> notes;  // in the order of their first calls
  std::vector<std::shared_ptr<const Picture>> pictures;
  uint32_t ordinals = 0;  // how many were given
  Purpose purpose = Purpose::release;
  std::string notice = {};  // on each page: "REVIEW COPY – …"; empty: none
};

// Where an ordinal stands, for messages: "body/3/bullets/2", "notes/1", "title".
std::string block_path(const Released& released, Ordinal ordinal);

// Everything that the value holds, as text, one item a line; equal values give
// equal dumps and different ones different dumps.
std::string dump(const Released& released);

}  // namespace sable::released
