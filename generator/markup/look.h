// Looking up one name in one frame. Private to frames.cc and roots.cc.
//
// In:  a frame's subject, the name that is asked for.
// Out: its value; Unknown where schema.h does not give the frame that name.
#pragma once

#include <optional>
#include <string>

#include "markup/frames.h"

namespace sable::markup {

struct Asked {
  Name name;
  released::Ordinal ordinal;  // of the frame
  Reader& reader;

  const released::Released& released() const { return reader.released(); }
  const Dates& dates() const { return reader.dates(); }
};

// An empty text is an absent one.
Value text_or_absent(std::string text);
// Likewise for 0.
Value count_or_absent(uint32_t count);
Value marked(const std::optional<marking::Marking>& mark, const released::Released& from);

// The two names of a stretch that is shown or withheld: `spans` and `redaction`.
Value shown_or_hole(const std::variant<released::Inlines, released::Hole>& text, Name name,
                    released::Ordinal ordinal);

Value look(Document, const Asked& asked);
Value look(ReportRoot, const Asked& asked);
Value look(MarkingRoot, const Asked& asked);
Value look(ReleaseRoot, const Asked& asked);
Value look(const marking::Level* it, const Asked& asked);
Value look(const released::Contents* it, const Asked& asked);
Value look(const released::PageNumbers* it, const Asked& asked);
Value look(const released::Declassification* it, const Asked& asked);
Value look(const released::Table* it, const Asked& asked);
Value look(const released::Figure* it, const Asked& asked);
Value look(const released::TextBox* it, const Asked& asked);
Value look(BoxTitle it, const Asked& asked);
Value look(CaptionFrame it, const Asked& asked);
Value look(const released::Column* it, const Asked& asked);
Value look(RowFrame it, const Asked& asked);
Value look(CellFrame it, const Asked& asked);

}  // namespace sable::markup
