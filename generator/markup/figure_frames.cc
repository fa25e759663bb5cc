// The frames of a figure, for frames.h: the picture's handle, its words, its caption.
#include <fmt/format.h>

#include "markup/look.h"

namespace sable::markup {
namespace {

using released::Float;

Value spelled(Float floating) {
  switch (floating) {
    case Float::top:
      return "top";
    case Float::bottom:
      return "bottom";
    case Float::left:
      return "left";
    case Float::right:
      return "right";
    case Float::none:
      break;
  }
  return Absent{};
}

std::string words_of(const std::variant<released::Inlines, released::Hole>& text) {
  const auto* shown = std::get_if<released::Inlines>(&text);
  return shown != nullptr ? plain_text(*shown) : "[withheld]";
}

}  // namespace

Value look(const released::Figure* it, const Asked& asked) {
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
    case Name::src:
      return fmt::format("picture-{}", it->picture + 1);
    case Name::alt:
      return words_of(it->alternative);
    case Name::width:
      return text_or_absent(it->width);
    case Name::unit:
      return text_or_absent(it->unit);
    case Name::floating:
      return spelled(it->floating);
    case Name::regions:
      return Sequence{&it->regions};
    case Name::caption:
      if (!it->caption) return Absent{};
      return Frame{CaptionFrame{it}, it->caption->ordinal};
    default:
      return Unknown{};
  }
}

}  // namespace sable::markup
