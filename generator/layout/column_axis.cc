#include "layout/column_axis.h"

#include <algorithm>

#include "layout/intrinsic_width.h"
#include "layout/paragraph.h"
#include "layout/paragraph_items.h"
#include "text/number_signs.h"

namespace sable::layout {

namespace {

using base::Length;
using markup::NodeId;

// A run at its place on the line.
struct Placed {
  const text::ShapedRun* run = nullptr;
  Length x, baseline;

  bool stands_beside(const Placed& other) const {
    return baseline == other.baseline && run->size == other.run->size;
  }
};

struct Line {
  std::vector<Placed> runs;  // in the order of the text
  Length left, right;
};

// Boxes belong to the line, but have no text.
std::optional<Line> line_of(const Strip& strip) {
  std::optional<Line> line;
  const auto widen = [&line](Length left, Length right) {
    if (!line) line = Line{{}, left, right};
    line->left = std::min(line->left, left);
    line->right = std::max(line->right, right);
  };
  for (const Fragment& fragment : strip.fragments) {
    if (const auto* filled = std::get_if<Filled>(&fragment.item))
      widen(filled->area.x, filled->area.right());
    if (const auto* stroked = std::get_if<Stroked>(&fragment.item))
      widen(stroked->area.x, stroked->area.right());
    const auto* glyphs = std::get_if<GlyphRun>(&fragment.item);
    if (glyphs == nullptr) continue;
    for (const PlacedRun& placed : glyphs->runs) {
      const Length x = glyphs->origin.x + placed.x;
      widen(x, x + placed.run->advance);
      line->runs.push_back({placed.run, x, glyphs->origin.y});
    }
  }
  return line;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kNoNumber = " ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz()[]/";

class Finder {
 public:
  Finder(const Line& line, const Context& context) : line_(line), context_(context) {}

  Length find(std::string_view sign) const {
    for (const Placed& placed : line_.runs) {
      const size_t at = placed.run->text.find(sign);
      if (at != std::string::npos) return place(placed, at);
    }
    for (size_t i = 0; i < line_.runs.size(); ++i) {
      const size_t digit = line_.runs[i].run->text.find_first_of(kDigits);
      if (digit != std::string::npos) return behind_number(i, digit);
    }
    return behind_words();
  }

 private:
  // The left edge of what stands at a byte of a run.
  Length place(const Placed& placed, size_t at) const {
    const Length advance = advance_of(*placed.run, 0, static_cast<uint32_t>(at), context_);
    if (placed.run->right_to_left) return placed.x + placed.run->advance - advance;
    return placed.x + advance;
  }

  // A number has signs between its digits, and spaces if these do not end its word.
  Length behind_number(size_t run, size_t digit) const {
    const std::string& text = line_.runs[run].run->text;
    size_t end = digit;
    for (size_t at = digit; at < text.size(); ++at) {
      if (kNoNumber.find(text[at]) != std::string_view::npos) break;
      if (is_digit(text[at])) end = at + 1;
    }
    if (end == text.size() && run + 2 < line_.runs.size()) {
      const Placed& space = line_.runs[run + 1];
      const Placed& next = line_.runs[run + 2];
      if (space.run->text == " " && next.stands_beside(line_.runs[run]) &&
          is_digit(next.run->text.front())) {
        return behind_number(run + 2, 0);
      }
    }
    return place(line_.runs[run], end);
  }

  // Without the numbers of notes.
  Length behind_words() const {
    Length end = line_.right;
    if (line_.runs.empty()) return end;
    end = line_.runs.front().x;
    for (const Placed& placed : line_.runs) {
      if (placed.stands_beside(line_.runs.front()))
        end = std::max(end, placed.x + placed.run->advance);
    }
    return end;
  }

  const Line& line_;
  const Context& context_;
};

// Wider than any line of text.
constexpr Length kUnbroken = Length::points(100'000);

}  // namespace

bool aligns_on_sign(const style::ComputedStyle& style) {
  return style.aligns_decimals || !style.align_on.empty();
}

std::optional<Axis> axis_of(const Strip& strip, const style::ComputedStyle& style,
                            const Context& context) {
  const std::optional<Line> line = line_of(strip);
  if (!line) return std::nullopt;
  const std::string sign =
      style.aligns_decimals ? text::decimal_sign(style.language) : style.align_on;
  const Length axis = Finder(*line, context).find(sign);
  return Axis{axis - line->left, line->right - axis};
}

std::optional<Axis> axis_of_cell(Context& context, NodeId cell) {
  std::vector<NodeId> nodes;
  for (NodeId child = context.node(cell).first_child; child != markup::kNoNode;
       child = context.node(child).next) {
    if (!is_inline_level(context, child)) return std::nullopt;
    nodes.push_back(child);
  }
  const style::StyleId style = context.styled(cell).style;
  context.structure.pause();
  const InlineContent content = content_to_measure(context, nodes, cell);
  std::vector<Strip> lines;
  if (!content.empty()) set_paragraph(context, content, style, Measure{Length(), kUnbroken}, lines);
  context.structure.resume();
  if (lines.size() != 1) return std::nullopt;
  return axis_of(lines.front(), context.style(style), context);
}

}  // namespace sable::layout
