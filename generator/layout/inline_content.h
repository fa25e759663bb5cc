// The inline content of one paragraph, collected from the markup.
//
// In:  inline-level nodes of a block.
// Out: one text for break opportunities, cut into segments of one style and one
//      leaf; redaction boxes, note calls and forced breaks among them.
//
// White space is collapsed as CSS Text 3, 4.1 has it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "layout/context.h"
#include "layout/galley.h"

namespace sable::layout {

constexpr uint32_t kNothing = 0xFFFFFFFF;

// A link that covers a stretch of text.
struct InlineLink {
  std::string url;
  std::string destination;
  std::string contents;
  ElementId element = kNoElement;
};

struct Segment {
  enum class Kind : uint8_t { text, box, forced_break, gap, leader } kind = Kind::text;
  uint32_t begin = 0, end = 0;  // in InlineContent::text
  style::StyleId style = 0;
  LeafId leaf = kNoLeaf;
  markup::NodeId node = markup::kNoNode;  // of a box: its <redaction>
  uint32_t note = kNothing;               // the note that is called here
  uint32_t link = kNothing;               // index into InlineContent::links
  uint32_t anchor = kNothing;             // the place of Pages::destinations that begins here
  base::Length width;                     // of a gap
  uint32_t leader = kNothing;             // index into InlineContent::leaders
  markup::Provenance provenance;
};

// An element in a line whose box is seen or takes room: margins, borders, padding, a
// background (CSS 2.2, 10.3.1).
struct InlineBox {
  style::StyleId style = 0;
  markup::Provenance provenance;
};

// Where such a box begins or ends: before a byte of InlineContent::text.
struct InlineEdge {
  uint32_t at = 0;
  uint32_t box = 0;  // index into InlineContent::boxes
  bool opens = false;
};

struct InlineContent {
  std::string text;
  std::vector<Segment> segments;  // ascending; bytes between them are not drawn
  std::vector<InlineLink> links;
  std::vector<std::string> leaders;  // what each repeats
  std::vector<InlineBox> boxes;
  std::vector<InlineEdge> edges;  // in the order of the text; well nested
  bool has_text = false;          // shows words, not only boxes
  bool preserves = false;         // some of its white space is kept as it is

  // The text as UAX #9 sees it: a box is an object, which is neutral.
  std::string text_for_bidi() const;

  bool empty() const { return segments.empty(); }
};

// The number of a note as it is printed.
struct NoteNumber {
  std::string text;
  std::string destination;  // where it leads; empty: it is no link
  std::string contents;     // what the link says of itself
};

struct NoteCall {
  NoteId note = 0;
  std::string number;  // without what widens its place
  NoteNumber printed;
};

// Where notes go when their call is met. The number is given first, so that the
// call precedes the note in reading order.
struct NoteSink {
  std::function<NoteCall(markup::NodeId)> reserve;
  std::function<void(NoteId, markup::NodeId)> lay_out;
  // A new place of Pages::destinations; none where text is only measured.
  std::function<uint32_t(std::string_view)> anchor = {};
};

class InlineCollector {
 public:
  InlineCollector(Context& context, NoteSink notes) : context_(context), notes_(std::move(notes)) {}

  // Begins a paragraph.
  void begin();
  // Adds a node and its descendants, or generated content.
  void add(markup::NodeId node);
  void add_generated(style::GeneratedId generated, const markup::Provenance& provenance,
                     std::string_view note_number = {});
  void add_content(const std::vector<style::ContentItem>& items, style::StyleId style,
                   const markup::Provenance& provenance, std::string_view note_number = {});
  // Generated content that shows a note's number, as a link if it leads somewhere.
  void add_number(style::GeneratedId generated, const markup::Provenance& provenance,
                  const NoteNumber& number);
  // Ends the paragraph: trailing white space falls away.
  InlineContent take();

 private:
  void add_text(std::string_view text, style::StyleId style, const markup::Provenance& provenance);
  void append(std::string_view text, style::StyleId style, const markup::Provenance& provenance);
  void add_children(markup::NodeId node);
  uint32_t open_box(style::StyleId style, const markup::Provenance& provenance);
  void close_box(uint32_t box);
  bool open_isolate(std::string_view dir);
  void add_element(markup::NodeId node);
  void add_box(markup::NodeId node);
  void add_break(markup::NodeId node);
  void add_note(markup::NodeId node);
  void add_link(markup::NodeId node);
  void add_reference(markup::NodeId node);
  void add_linked(InlineLink link, std::string_view text, markup::NodeId node);
  void add_page(markup::NodeId node);
  void add_pages(markup::NodeId node);
  void add_leader(std::string_view pattern, style::StyleId style,
                  const markup::Provenance& provenance);
  void fill_up(size_t first, style::StyleId style, const markup::Provenance& provenance);
  base::Length width_of(const Segment& segment);
  Segment& add_object(Segment::Kind kind, style::StyleId style,
                      const markup::Provenance& provenance);
  void add_fact(markup::NodeId node);
  void append_portion_mark(markup::NodeId id, style::StyleId style);
  void unresolved(const markup::Node& reference);

  Context& context_;
  NoteSink notes_;
  InlineContent content_;
  bool after_space_ = true;
  uint32_t link_ = kNothing;
  uint32_t anchor_ = kNothing;  // waits for the next segment
};

// What a redaction says to a reader who does not see it: "[redacted: (b)(1)]".
std::string redaction_words(const markup::Node& redaction);

// Whether a portion mark is one of the words of a text.
enum class Marks : uint8_t { printed, left_out };

// The words of a node as plain text, for outlines, running heads and references:
// notes left out, a box as "[withheld]".
std::string plain_text(const Context& context, markup::NodeId node, Marks marks);

// Whether a node belongs to a line rather than below one.
bool is_inline_level(const Context& context, markup::NodeId node);

}  // namespace sable::layout
