// The frames of a table, for frames.h: caption, columns, rows and cells.
#include <fmt/format.h>

#include "markup/look.h"

namespace sable::markup {
namespace {

using released::Align;

// A mark of what begins with `inner`; absent where `inner` has the same.
Value mark_around(const std::optional<marking::Marking>& around,
                  const std::optional<marking::Marking>& inner, const Asked& asked) {
  if (around == inner) return Absent{};
  return marked(around, asked.released());
}

Value spelled(Align align) {
  switch (align) {
    case Align::left:
      return "left";
    case Align::right:
      return "right";
    case Align::center:
      return "center";
    case Align::decimal:
      return "decimal";
    case Align::none:
      break;
  }
  return Absent{};
}

// That of the cell's columns, where all agree.
Align align_of(CellFrame it) {
  const auto& columns = it.row.table->columns;
  const Align align = columns[it.cell->column].align;
  for (uint32_t i = 1; i < it.cell->columns; ++i) {
    if (columns[it.cell->column + i].align != align) return Align::none;
  }
  return align;
}

// What a header cell heads (ISO 32000-1, table 349: Scope).
Value scope_of(CellFrame it) {
  if (it.row.head) return it.cell->columns > 1 ? "colgroup" : "col";
  if (it.cell->header) return it.cell->rows > 1 ? "rowgroup" : "row";
  return Absent{};
}

Value number_or_absent(uint32_t number, uint32_t least) {
  if (number < least) return Absent{};
  return fmt::format("{}", number);
}

}  // namespace

Value look(const released::Table* it, const Asked& asked) {
  switch (asked.name) {
    case Name::id:
      return text_or_absent(it->id);
    case Name::language:
      return text_or_absent(it->language);
    case Name::mark:
      return marked(it->mark, asked.released());
    case Name::apart_mark:
      if (it->caption) return Absent{};
      return marked(it->mark, asked.released());
    case Name::caption:
      if (!it->caption) return Absent{};
      return Frame{CaptionFrame{it}, it->caption->ordinal};
    case Name::columns:
      return Sequence{&it->columns};
    case Name::head:
      return Sequence{RowList{it, &it->head, true}};
    case Name::rows:
      return Sequence{RowList{it, &it->rows, false}};
    case Name::foot:
      return Sequence{RowList{it, &it->foot, false}};
    default:
      return Unknown{};
  }
}

Value look(CaptionFrame it, const Asked& asked) {
  const auto* of_table = std::get_if<const released::Table*>(&it.of);
  const released::Field& caption = std::visit(
      [](const auto* of) -> const auto& { return *of->caption; }, it.of);
  switch (asked.name) {
    case Name::number:
      return std::visit([](const auto* of) { return fmt::format("{}", of->number); }, it.of);
    case Name::table_mark:
      if (of_table == nullptr) return Absent{};
      return mark_around((*of_table)->mark, caption.mark, asked);
    case Name::figure_mark:
      if (of_table != nullptr) return Absent{};
      return mark_around(std::get<const released::Figure*>(it.of)->mark, caption.mark, asked);
    case Name::mark:
      return marked(caption.mark, asked.released());
    case Name::spans:
    case Name::redaction:
      return shown_or_hole(caption.text, asked.name, asked.ordinal);
    default:
      return Unknown{};
  }
}

Value look(const released::Column* it, const Asked& asked) {
  switch (asked.name) {
    case Name::align:
      return spelled(it->align);
    case Name::width:
      return text_or_absent(it->width);
    case Name::unit:
      return text_or_absent(it->unit);
    default:
      return Unknown{};
  }
}

Value look(RowFrame it, const Asked& asked) {
  const auto* hole = std::get_if<released::Hole>(&it.row->cells);
  switch (asked.name) {
    case Name::mark:
      return marked(it.row->mark, asked.released());
    case Name::cells:
      if (hole != nullptr) return Absent{};
      return Sequence{it};
    case Name::redaction:
      if (hole == nullptr) return Absent{};
      return Frame{HoleFrame{hole}, asked.ordinal};
    case Name::colspan:
      return number_or_absent(it.row->columns, 2);
    default:
      return Unknown{};
  }
}

Value look(CellFrame it, const Asked& asked) {
  switch (asked.name) {
    case Name::scope:
      return scope_of(it);
    case Name::colspan:
      return number_or_absent(it.cell->columns, 2);
    case Name::rowspan:
      return number_or_absent(it.cell->rows, 2);
    case Name::align:
      return spelled(align_of(it));
    case Name::row_mark:
      if (!it.first) return Absent{};
      return mark_around(it.row.row->mark, it.cell->mark, asked);
    case Name::mark:
      return marked(it.cell->mark, asked.released());
    case Name::spans:
    case Name::redaction:
      return shown_or_hole(it.cell->text, asked.name, asked.ordinal);
    default:
      return Unknown{};
  }
}

}  // namespace sable::markup
