// The frames of a text box, for frames.h: its title, and the marks of both.
#include "markup/look.h"

namespace sable::markup {

Value look(const released::TextBox* it, const Asked& asked) {
  switch (asked.name) {
    case Name::language:
      return text_or_absent(it->language);
    case Name::mark:
      return marked(it->mark, asked.released());
    case Name::apart_mark:
      if (it->title) return Absent{};
      return marked(it->mark, asked.released());
    case Name::title:
      if (!it->title) return Absent{};
      return Frame{BoxTitle{it}, it->title->ordinal};
    case Name::blocks:
      return Sequence{&it->blocks};
    default:
      return Unknown{};
  }
}

Value look(BoxTitle it, const Asked& asked) {
  const released::Field& title = *it.box->title;
  switch (asked.name) {
    case Name::id:
      return text_or_absent(it.box->id);
    case Name::box_mark:
      // A mark that both have is printed once.
      if (title.mark == it.box->mark) return Absent{};
      return marked(it.box->mark, asked.released());
    case Name::mark:
      return marked(title.mark, asked.released());
    case Name::spans:
    case Name::redaction:
      return shown_or_hole(title.text, asked.name, asked.ordinal);
    default:
      return Unknown{};
  }
}

}  // namespace sable::markup
