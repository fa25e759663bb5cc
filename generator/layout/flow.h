// Block flow: elements below one another.
//
// In:  block-level nodes with their styles.
// Out: the galley, the structure tree, the outline.
//
// CSS 2.2, 8.3.1 (margins collapse) and 9.4.1 (block formatting); CSS
// Fragmentation 3 for breaks.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "layout/context.h"
#include "layout/galley.h"
#include "layout/inline_content.h"
#include "layout/paragraph.h"
#include "layout/row_strips.h"
#include "layout/side_floats.h"
#include "layout/table_grid.h"
#include "layout/table_widths.h"

namespace sable::layout {

// Sizes that the page gives to the flow.
struct FlowSettings {
  base::Length text_width;
  base::Length text_height;
};

// What margins, borders and padding leave of a measure.
Measure inset(const Measure& outer, const style::ComputedStyle& style);

// Whether a style has neither background nor borders.
bool is_plain(const style::ComputedStyle& style);

// Whether an element holds entries: <toc>, <list-of>, <index>.
bool is_contents(std::string_view element);

// 1 to 6 for h1 to h6, else 0.
int heading_level(std::string_view element);

struct Insets;

class Flow {
 public:
  Flow(Context& context, Galley& galley, const FlowSettings& settings);

  // The children of <body>, running elements left out.
  void body(markup::NodeId body);

  // The children of a running element, for one page: Context::facts is set.
  MarginContent running(markup::NodeId running, base::Length width);

  // Text of a margin box's own `content`, likewise.
  MarginContent margin_text(const style::MarginBox& box, base::Length width);

 private:
  // Where strips go, and what the next one has to know of the last.
  struct Column {
    std::vector<Strip>* strips = nullptr;
    std::vector<Decoration>* decorations = nullptr;
    base::Length margin;        // collapsing with what comes next
    bool keep = false;          // the next strip stays with the last one
    bool minimum = false;       // the same, for too few lines of a block
    uint8_t strength = 0;       // the same, with a strength
    bool heading = false;       // the next strip is that of a heading
    bool says_nothing = false;  // what the next strips show says nothing of a marking
    // Of the paragraph that ends with the last strip: it announces what follows.
    bool introduces = false;
    size_t item = 0;  // the first strip of the list item around
    style::Break forced = style::Break::automatic;
    markup::NodeId hoisted = markup::kNoNode;  // whose forced break was one of its parents
    std::optional<marking::Marking> mark;
    std::string page_name;
    uint32_t columns = kNoColumns;  // in which the next strip stands
    Measure spanned;                // what spans these has that measure
    std::vector<uint32_t> outline, anchors;
    std::vector<Fragment> marker;  // of a list item, for its first strip
    // Of a note: its number, in an element of its own, for its first paragraph.
    markup::NodeId label_note = markup::kNoNode;
    ElementId label = kNoElement;
    NoteNumber label_number;
  };

  void children(markup::NodeId parent, const Measure& measure, bool sections);
  void block(markup::NodeId id, const Measure& measure);
  void block_in_flow(markup::NodeId id, const Measure& measure);
  void block_content(markup::NodeId id, const Measure& measure);

  // Columns: flow_columns.cc.
  bool begin_columns(const style::ComputedStyle& style, Measure& measure);
  void end_columns();
  void spanning_block(markup::NodeId id);
  bool holds_columns(size_t first) const;

  // Boxes that stand as blocks: flow_box.cc.
  void block_box(markup::NodeId id, const Measure& measure);
  void box_lines(const BlockBox& box, const style::ComputedStyle& style);
  base::Length box_height(const style::ComputedStyle& style) const;

  // Tables: flow_table.cc.
  struct Table;
  void table(markup::NodeId id, const Measure& measure);
  struct RowPlaces;
  static Insets insets_of_table(const Table& table, const style::ComputedStyle& style);
  void set_columns(Table& table, const Insets& around);
  void report_narrow(markup::NodeId table);
  struct StripRange;
  struct RowRanges;
  void row_groups(Table& table);
  void repeat_rows(const Table& table, const RowRanges& ranges);
  std::vector<Strip> continued_caption(const Table& table);
  void align_columns(Table& table, std::vector<CellWidths>& cells);
  void align_cell(const Table& table, const TableCell& cell, const Measure& measure,
                  std::vector<Strip>& strips);
  std::vector<Strip> copy_rows(const StripRange& range, base::Length& height) const;
  uint32_t tied_rows(const Table& table, const RowGroup& group, uint32_t first);
  void set_cells(const Table& table, uint32_t first, uint32_t last, SetRows& rows);
  RowPlaces place_rows(const Table& table, uint32_t first, uint32_t last,
                       const SetRows& rows) const;
  base::Length height_of_cell(const Table& table, const TableCell& cell, const SetCell& set,
                              base::Length baseline) const;
  SetCell set_cell(const Table& table, const TableCell& cell);
  void decorate_rows(const Table& table, const RowGroup& group, uint32_t first,
                     const RowPlaces& places, SetRows& rows);
  void rule_rows(const Table& table, uint32_t first, const RowPlaces& places, SetRows& rows);
  void rule_across(const Table& table, uint32_t row, base::Length y, SetRows& rows) const;
  void place_cells(const Table& table, uint32_t first, const RowPlaces& places, SetRows& rows);
  void emit_row(Strip strip);

  // Floats: flow_float.cc.
  bool floats(const style::ComputedStyle& style) const;
  void float_block(markup::NodeId id, const Measure& measure);
  void set_in_flow(Float made);
  void settle_floats();

  // Floats at a side: flow_side.cc.
  bool stands_at_side(const style::ComputedStyle& style) const;
  base::Length width_of_pictures(markup::NodeId parent, const Measure& measure) const;
  base::Length side_width(markup::NodeId id, const Measure& measure);
  void side_float(markup::NodeId id, const Measure& measure);
  void clear_before(markup::NodeId id);
  void clear_sides(style::Clear side);
  void place_sides();
  ParagraphShape shape_beside(const Measure& measure, const style::ComputedStyle& style);
  void pass_sides(Strip& strip);

  // Figures: flow_figure.cc.
  struct Picture {
    markup::NodeId node = markup::kNoNode;
    size_t strip = 0;  // that it stands in
    base::Size size;
    Measure measure;  // of the picture with its border
    LeafId leaf = kNoLeaf;
    std::vector<std::pair<markup::NodeId, LeafId>> regions;  // boxes over it
  };
  void figure(markup::NodeId id, const Measure& measure);
  void picture(markup::NodeId id, const Measure& measure);
  void report_picture(markup::NodeId id);
  void region(markup::NodeId id);
  void fit_pictures(size_t first, std::vector<Picture>& pictures);
  void draw_picture(const Picture& picture);

  void list_item(markup::NodeId id, const Measure& measure);
  // Nodes of a line, and what `::before` and `::after` of their block put around them.
  struct Group {
    std::vector<markup::NodeId> nodes;
    style::GeneratedId before = style::kNoContent;
    style::GeneratedId after = style::kNoContent;

    bool empty() const {
      return nodes.empty() && before == style::kNoContent && after == style::kNoContent;
    }
  };
  void inline_group(const Group& group, markup::NodeId parent, const Measure& measure);
  void shrink(const InlineContent& content, style::StyleId style, const Measure& measure,
              std::vector<Strip>& lines);
  void contents(markup::NodeId id, const Measure& measure);
  void definitions(markup::NodeId id, const Measure& measure);
  uint32_t number_of_item(markup::NodeId id) const;
  void edge(base::Length height);
  // Sizes that the style sheet asks for: flow_size.cc.
  Measure sized(markup::NodeId id, const Measure& measure) const;
  void fill_height(const style::ComputedStyle& style, size_t first, bool has_edge);
  void emit(Strip strip);
  void hoist_break(markup::NodeId id);
  void begin_breaks(markup::NodeId id, const style::ComputedStyle& style);
  void keep(uint8_t strength);
  void announce(const InlineContent& content);
  void keep_with_last(markup::NodeId id);
  void end_breaks(const style::ComputedStyle& style, size_t first);
  void enter_mark(markup::NodeId id);
  void identify(markup::NodeId id, ElementId element);
  void decorate(markup::NodeId id, size_t first, const Measure& measure);

  // Where a block began: flow_edges.cc.
  struct BlockStart {
    size_t strip = 0, repeat = 0, decoration = 0;
  };
  BlockStart block_start() const;
  bool clones_edges(const style::ComputedStyle& style) const;
  void clone_edges(const style::ComputedStyle& style, const BlockStart& start);
  void marker(markup::NodeId id, const Measure& inner);
  // A note at the end, from its call on.
  struct EndNote {
    NoteId note = 0;
    markup::NodeId node = markup::kNoNode;
  };

  void restart_notes();
  NoteSink note_sink();
  uint32_t new_destination(std::string_view name);
  NoteCall reserve_note(markup::NodeId node);
  std::string note_number(NoteId note);
  std::string widening(NoteId note, const std::string& number) const;
  void note(NoteId note, markup::NodeId id);
  void end_notes(const Measure& measure);
  void note_content(NoteId note, markup::NodeId id, const Measure& measure);
  std::vector<Strip> notice(markup::NodeId note);
  std::vector<Strip> generated_text(const std::vector<style::ContentItem>& items,
                                    style::StyleId style, const Measure& measure);
  bool shows_text(const Strip& strip) const;

  Context& context_;
  Galley& galley_;
  const FlowSettings settings_;
  Column column_;
  SideFloats sides_;                       // of the text
  std::optional<base::Length> side_base_;  // of which a width is a share, in a float at a side
  std::vector<Picture> pictures_;          // of the figure under way
  std::vector<EndNote> end_notes_;         // called and not yet set
  std::vector<std::string> numbers_;       // of all notes so far, as printed
  uint32_t foot_count_ = 0, end_count_ = 0;
  bool restarts_ = false;  // numbers begin anew at the next call
};

}  // namespace sable::layout
