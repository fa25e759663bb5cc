#include "release/table_passage.h"

namespace sable::release {

namespace {

using released::HoleKind;

released::Align released_align(report::Align align) {
  switch (align) {
    case report::Align::none:
      return released::Align::none;
    case report::Align::left:
      return released::Align::left;
    case report::Align::right:
      return released::Align::right;
    case report::Align::center:
      return released::Align::center;
    case report::Align::decimal:
      break;
  }
  return released::Align::decimal;
}

// The mark that a part counts as, and whether it was decided by it already: one
// decision on a parent serves the parts without a mark of their own.
struct Standing {
  Mark mark;
  bool decided = false;
};

class TablePassage {
 public:
  TablePassage(const report::Table& from, Passage& passage) : from_(from), passage_(passage) {}

  released::Table pass(const Mark& above) {
    const Standing standing{from_.mark ? from_.mark : above,
                            from_.mark || !passage_.decisions().has_marks_inside(from_)};
    released::Table to;
    to.id = from_.id;
    to.mark = from_.mark;
    to.columns.reserve(from_.columns.size());
    for (const report::Column& column : from_.columns) {
      to.columns.push_back({released_align(column.align), column.width, column.unit});
    }
    if (from_.caption) to.caption = caption(*from_.caption, standing);
    for (const report::Row& row : from_.head) to.head.push_back(this->row(row, standing, true));
    to.rows.reserve(from_.rows.size());
    for (const report::Row& row : from_.rows) to.rows.push_back(this->row(row, standing, false));
    for (const report::Row& row : from_.foot) to.foot.push_back(this->row(row, standing, false));
    return to;
  }

 private:
  // Of a part that a mark of its own can decide.
  Decision decide(const std::optional<report::Redaction>& redaction, const Mark& mark,
                  const Standing& around, base::Span place) {
    if (!mark && around.decided) return passage_.decisions().of(redaction);
    return passage_.decide(redaction, mark ? mark : around.mark, place);
  }

  // Of a part that is shown. One without a mark stands or falls with what is around it.
  MaybeOutline outline(const std::optional<report::Redaction>& redaction, const Mark& mark) {
    return mark ? passage_.shown_portion(redaction, mark) : passage_.shown(redaction);
  }

  // That of a cell, or the first among those of its columns.
  const std::optional<report::Redaction>& redaction_of(const report::Cell& cell, bool head) const {
    for (uint32_t i = cell.column; !head && i < cell.column + cell.columns; ++i) {
      if (from_.columns[i].redaction) return from_.columns[i].redaction;
    }
    return cell.text.redaction;
  }

  released::Inlines words(const report::Inlines& text) {
    return from_.literal ? passage_.prose().convert_plain(text) : passage_.prose().convert(text);
  }

  released::Field caption(const report::RichText& from, const Standing& around) {
    const Decision decision = decide(from.redaction, from.mark, around, from.span);
    released::Field caption;
    caption.ordinal = passage_.ordinal(from.span);
    caption.mark = passage_.shown_mark(from.mark, decision);
    if (decision == Decision::shown) {
      caption.text = passage_.prose().convert(from.text);
      draw_around(outline(from.redaction, from.mark), caption.text);
    } else {
      caption.text = passage_.hole(HoleKind::field, from.redaction, decision);
    }
    return caption;
  }

  // A row without a mark of its own leaves the decision to its cells.
  released::Row row(const report::Row& from, const Standing& around, bool head) {
    const Decision decision = from.mark ? decide(from.redaction, from.mark, around, from.span)
                                        : passage_.decisions().of(from.redaction);
    released::Row row;
    row.ordinal = passage_.ordinal(from.span);
    row.mark = passage_.shown_mark(from.mark, decision);
    if (decision != Decision::shown) {
      row.columns = from.columns;
      row.cells = passage_.hole(HoleKind::row, from.redaction, decision);
      return row;
    }
    const Standing inside = from.mark ? Standing{from.mark, true} : around;
    std::vector<released::Cell> cells;
    cells.reserve(from.cells.size());
    for (const report::Cell& cell : from.cells) cells.push_back(this->cell(cell, inside, head));
    draw_around(outline(from.redaction, from.mark), cells);
    row.cells = std::move(cells);
    return row;
  }

  released::Cell cell(const report::Cell& from, const Standing& around, bool head) {
    const report::RichText& text = from.text;
    const report::Column* column =
        head ? nullptr : passage_.decisions().withheld_column(from_, from);
    const std::optional<report::Redaction>& redaction =
        column != nullptr ? column->redaction : text.redaction;
    const Decision decision = decide(redaction, text.mark, around, text.span);
    released::Cell cell;
    cell.ordinal = passage_.ordinal(text.span);
    cell.mark = passage_.shown_mark(text.mark, decision);
    cell.header = from.header;
    cell.column = from.column;
    cell.columns = from.columns;
    cell.rows = from.rows;
    if (decision == Decision::shown) {
      cell.text = words(text.text);
      draw_around(outline(redaction_of(from, head), text.mark), cell.text);
    } else {
      cell.text = passage_.hole(HoleKind::cell, redaction, decision);
    }
    return cell;
  }

  const report::Table& from_;
  Passage& passage_;
};

}  // namespace

released::Table pass_table(const report::Table& from, const Mark& above, Passage& passage) {
  return TablePassage(from, passage).pass(above);
}

}  // namespace sable::release
