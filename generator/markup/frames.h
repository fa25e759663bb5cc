// What a template sees of a release. Private to the room.
//
// In:  a Released; a frame, and one of its names.
// Out: the value of that name, read as it is asked for: nothing is built ahead,
//      so that filling holds no more than the path to the place where it is.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "marking/marking.h"
#include "markup/dates.h"
#include "markup/schema.h"
#include "released/released.h"

namespace sable::markup {

struct Document {};
struct ReportRoot {};
struct MarkingRoot {};
struct ReleaseRoot {};
struct TermFrame {
  const released::Styled* styled;
};
struct HoleFrame {
  const released::Hole* hole;
  const released::PixelArea* area = nullptr;  // of a region of a picture
};
// A call of a note. `repeated`: an earlier call of the same note brought its text.
// `adjoins`: directly behind another call.
struct NoteFrame {
  const released::Note* note;
  uint32_t index;
  bool repeated;
  bool adjoins = false;
};

struct NoteParagraph {
  const released::Note* note;
  size_t index;
};

// What a quote begins with, and the quote.
struct FirstBlock {
  const released::Block* block;
  const released::Quote* quote;
};
struct FirstParagraph {
  const released::Paragraph* paragraph;
  const released::Quote* quote;
};

// The parts of a table see it, since places and marks are told by it; a caption sees
// what it stands above or below.
struct CaptionFrame {
  std::variant<const released::Table*, const released::Figure*> of;
};
// The title of a text box, which sees the box.
struct BoxTitle {
  const released::TextBox* box;
};
struct RowFrame {
  const released::Table* table;
  const released::Row* row;
  bool head;
};
struct CellFrame {
  RowFrame row;
  const released::Cell* cell;
  bool first;
};
struct RowList {
  const released::Table* table;
  const std::vector<released::Row>* rows;
  bool head;
};

using Bullets = std::vector<released::ListItem>;
using Paragraphs = std::vector<released::Inlines>;

// A list, or that below an item.
struct ListFrame {
  const Bullets* items;
  const released::ListLook* look;
};

// One of the frames of schema.h and what it shows. A bare Inlines is `rich`.
using Subject = std::variant<
    Document, ReportRoot, MarkingRoot, ReleaseRoot, HoleFrame, NoteFrame, NoteParagraph, FirstBlock,
    FirstParagraph, TermFrame, const released::Contents*, const released::PageNumbers*,
    const released::Declassification*, const released::Field*, const released::Block*,
    const released::Heading*, const released::Paragraph*, ListFrame, const released::Code*,
    const released::Rule*, const released::ListItem*, const released::Quote*,
    const released::Section*, const released::Table*, const released::Figure*,
    const released::TextBox*, BoxTitle, CaptionFrame, const released::Column*, RowFrame, CellFrame,
    const released::Inline*, const released::Inlines*, const released::Link*,
    const released::Reference*, const marking::Level*, const released::Outlined*,
    const released::LabelledLines*, const released::LabelledLine*>;

constexpr released::Ordinal kNoOrdinal = 0xFFFFFFFF;

struct Frame {
  Subject subject;
  released::Ordinal ordinal = kNoOrdinal;
};

using Sequence = std::variant<const released::Inlines*, const std::vector<released::Block>*,
                              const Bullets*, const Paragraphs*,
                              const released::Quote*,  // its blocks
                              const released::Note*,   // its paragraphs
                              const std::vector<released::Column>*, RowList,
                              RowFrame,  // its cells
                              const std::vector<released::Region>*,
                              const std::vector<marking::Level>*, const released::LabelledLines*>;

struct Unknown {};  // the frame has no such name
struct Absent {};
using Value = std::variant<Unknown, Absent, bool, std::string, Sequence, Frame>;

size_t size_of(const Sequence& sequence);
// The item's frame; its ordinal is its own, or else that of the frame around it.
Frame item_of(const Sequence& sequence, size_t index, released::Ordinal around);

// Reads values of one release, over one filling.
class Reader {
 public:
  Reader(const released::Released& released, const Dates& dates)
      : released_(released), dates_(dates), first_calls_(released.notes.size(), nullptr) {}

  Value read(const Frame& frame, Name name);
  const released::Released& released() const { return released_; }
  const Dates& dates() const { return dates_; }

  // The frame of a note's call; Unknown if the release has no such note.
  Value call(const released::NoteCall& call);

  // The number of the table, or figure, of that id; absent if there is none.
  Value table_number(const std::string& id);
  Value figure_number(const std::string& id);

 private:
  const released::Released& released_;
  const Dates& dates_;
  std::vector<const released::NoteCall*> first_calls_;  // by note
  // Numbers of tables and figures by id, once asked for.
  using Numbers = std::map<std::string_view, uint32_t>;
  void find_all_numbers();
  std::optional<Numbers> tables_, figures_;
};

// Rich text as plain text: calls of notes dropped, a hole as "[withheld]".
std::string plain_text(const released::Inlines& inlines);

}  // namespace sable::markup
