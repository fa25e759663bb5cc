// A chapter as the page breaker sees it: what stands between two forced breaks.
//
// In:  strips of the galley, and the notes that they call.
// Out: the height of any stretch of them, the pages that may follow a given
//      place, and what each page costs.
//
// All notes of a chapter are one row of lines, in the order of their calls, so
// that a place in the chapter is two numbers: a Cut.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "layout/column_fill.h"
#include "layout/galley.h"
#include "layout/paginate.h"

namespace sable::layout {

// How far the text and the notes of a chapter are set.
struct Cut {
  uint32_t strip = 0;  // the first strip that is not
  uint32_t line = 0;   // the first line of notes that is not
  bool operator==(const Cut&) const = default;
};

// Costs (Plass 1981, 2: badness of a page). A page that is left empty to x
// thousandths costs x²; what must not be is so much dearer that no number of
// short pages outweighs it.
namespace cost {
constexpr Cost kSplitNote = 100 * 100;         // as a page that is a tenth empty
constexpr Cost kCarriedLine = 20;              // for each line of it that follows
constexpr Cost kNotesAlone = 500 * 500;        // as one that is half empty
constexpr Cost kShortEnd = 400 * 400;          // a last page with next to nothing on it
constexpr Cost kStretchedOut = 50 * 50;        // a page whose spaces are at their limit
constexpr Cost kKeep = 100'000'000;            // `avoid`
constexpr Cost kMinimum = 10'000'000'000;      // `orphans`, `widows`, two lines of a note
constexpr Cost kNoteArea = 100'000'000'000;    // notes higher than `max-height`
constexpr Cost kLateNote = 1'000'000'000'000;  // a note that begins behind the page of its call
constexpr Cost kOverfull = 100 * kLateNote;    // a strip that is higher than the page
constexpr Cost kCutFloat = 10 * kOverfull;     // a float that goes on below its page
}  // namespace cost

// A page between two cuts.
struct PageShape {
  base::Length used;  // by text and notes, with all that belongs to these
  base::Length text;
  base::Length notes;  // with the space and rule above them; zero if there are none
};

class Chapter {
 public:
  // Strips [first, last).
  Chapter(const Galley& galley, uint32_t first, uint32_t last);

  Cut begin() const { return {first_, 0}; }
  Cut end() const { return {last_, lines()}; }
  uint32_t lines() const { return static_cast<uint32_t>(lines_.size()); }
  // Lines of notes that strips before `strip` call, as the end of the row.
  uint32_t called(uint32_t strip) const { return called_[strip - first_]; }

  PageShape shape(const Cut& from, const Cut& to, const PageRoom& room) const;
  // What a page costs by itself.
  Cost page_cost(const Cut& from, const Cut& to, const PageRoom& room) const;
  // What is left at the foot of a page; nothing on the last one.
  base::Length free_space(const Cut& from, const Cut& to, const PageRoom& room) const;
  // What the spaces between strips [first, last) may grow by.
  base::Length stretch(uint32_t first, uint32_t last) const;

  // Calls visit(Cut) with the end of each page that may begin at `from`.
  template <typename Visit>
  void each_page(const Cut& from, const PageRoom& room, Visit visit) const;

  // How the strips of a page that stand in columns are divided among them.
  std::vector<ColumnsPlan> columns(const Cut& from, const Cut& to, const PageRoom& room) const;

  // The parts of notes between two lines of the row.
  std::vector<NotePart> parts(uint32_t from, uint32_t to) const;

 private:
  struct Line {
    NoteId note = 0;
    uint32_t index = 0;  // among the note's strips
    base::Length space_before;
    Cost split_cost = 0;  // of a page break before it, inside the note
  };
  struct Called {
    uint32_t begin = 0;  // its first line
    uint32_t call = 0;   // a line in another note, or kInText
  };
  static constexpr uint32_t kInText = 0xFFFFFFFF;

  void add_strip(const Strip& strip);
  void add_note(NoteId note, uint32_t call);
  // Strips below one another.
  base::Length stack_height(uint32_t first, uint32_t last) const;
  // What strips take on a page that has that much room, and what breaks between columns
  // cost.
  struct Text {
    base::Length height;
    Cost cost = 0;
  };
  Text text(uint32_t first, uint32_t last, base::Length room) const;
  // What was found for strips [first, last) of a page.
  struct Measured {
    uint32_t first = 0, last = 0;
    base::Length room;
    Text text;
    uint32_t run = 0;       // the last stretch of columns
    base::Length unforced;  // of it
  };
  Measured text_with_columns(uint32_t first, uint32_t last, base::Length room) const;
  void find_runs();
  uint32_t run_end(uint32_t strip, uint32_t last) const;
  // `unforced`: what is known of ColumnFill::unforced.
  ColumnFill fill(uint32_t first, uint32_t last, base::Length room,
                  base::Length unforced = {}) const;
  base::Length known_height(uint32_t run, uint32_t first, uint32_t last, base::Length room) const;
  base::Length note_height(const Cut& from, uint32_t to, const PageRoom& room) const;
  // Whether a line goes on with a note that has begun before it.
  bool continues(uint32_t line) const { return line < lines() && lines_[line].index > 0; }
  uint32_t all_begun(uint32_t strip) const { return must_begin_[strip - first_]; }
  // The notes of a page that ends before a strip.
  struct Goal {
    uint32_t strip = 0;
    uint32_t least = 0;  // lines that have to be set
    base::Length room_for_notes;
  };
  // The end of the lines that fit, were there no notices.
  uint32_t furthest(const Cut& from, const Goal& goal, const PageRoom& room) const;
  // All notes, or split as late as may be; from.line if no such split fits.
  uint32_t latest_split(const Cut& from, const Goal& goal, const PageRoom& room) const;
  // As many lines as fit, whatever is split by that.
  uint32_t latest_line(const Cut& from, const Goal& goal, const PageRoom& room) const;
  Cost lateness(const Cut& to) const;
  Cost break_cost(const Cut& to) const;
  Cost short_end(base::Length used, const PageRoom& room) const;
  Cost emptiness(const Cut& from, const Cut& to, const PageRoom& room) const;
  template <typename Visit>
  void emergency(const Cut& from, const PageRoom& room, Visit visit) const;

  const Galley& galley_;
  const uint32_t first_, last_;
  // Of strips: [i] is that of strip first_ + i, or of all before it.
  std::vector<base::Length> height_before_, stretch_before_;
  std::vector<Cost> break_costs_;
  std::vector<uint32_t> called_;
  std::vector<uint32_t> must_begin_;  // lines that are set once all notes called so far have begun
  std::vector<uint32_t> notes_called_;
  // Of columns: the end of each stretch of strips that stand in the same ones, or in none.
  std::vector<uint32_t> run_ends_;  // empty: there are no columns
  std::optional<ColumnFiller> filler_;
  base::Length widest_space_;  // above a strip in columns
  mutable Measured measured_;  // the last one: a page is asked for it several times
  // Of notes.
  std::vector<Line> lines_;
  std::vector<base::Length> note_height_before_;
  std::vector<Called> notes_;
};

// A note is split only where it does not fit whole, and then as late as the page
// and its lines allow; text may end anywhere, at a cost.
template <typename Visit>
void Chapter::each_page(const Cut& from, const PageRoom& room, Visit visit) const {
  bool any = false;
  const auto offer = [&](const Cut& to) {
    any = true;
    visit(to);
  };
  if (from.line < called(from.strip)) {
    const uint32_t line = latest_split(from, {from.strip, 0, room.height}, room);
    if (line > from.line) offer({from.strip, line});
  }
  for (uint32_t strip = from.strip + 1; strip <= last_; ++strip) {
    const base::Length text = this->text(from.strip, strip, room.height).height;
    if (text > room.height) break;
    uint32_t line = from.line;
    if (called(strip) > from.line) {
      const base::Length most = std::min(room.note_limit, room.height - text);
      line = latest_split(from, {strip, all_begun(strip), most}, room);
      // Further strips leave still less room for still more notes.
      if (line == from.line) break;
    }
    offer({strip, line});
  }
  if (!any) emergency(from, room, visit);
}

// Nothing may stand on the page: the notes give way, first their limit, then
// their beginning.
template <typename Visit>
void Chapter::emergency(const Cut& from, const PageRoom& room, Visit visit) const {
  if (from.line < called(from.strip)) {
    const uint32_t line = latest_line(from, {from.strip, 0, room.height}, room);
    visit(Cut{from.strip, std::max(line, from.line + 1)});
  }
  if (from.strip == last_) return;
  const uint32_t next = from.strip + 1;
  const Goal goal{next, all_begun(next), room.height - text(from.strip, next, room.height).height};
  const uint32_t begun = latest_split(from, goal, room);
  visit(Cut{next, begun > from.line ? begun : latest_line(from, goal, room)});
}

}  // namespace sable::layout
