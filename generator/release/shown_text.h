// Every text of a release that a reader, a screen reader or a search finds.
//
// In:  a Released.
// Out: its texts, each with the place that it has in the release.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "released/released.h"

namespace sable::release {

enum class Channel : uint8_t {
  text,
  heading,
  caption,
  cell,
  note,
  alternative,  // of a picture
  title,        // the title block, and with it the document information
  banner,       // the codeword
  stamp,
  watermark,
  number,  // Bates numbers
  declassification,
  index,
  address,  // of a link
  id,       // of a heading, table, figure or box: it is a destination in the PDF
  label     // of a redaction: its label or id
};

struct ShownText {
  std::string text;  // holes and the like are words::kBreak
  Channel channel = Channel::text;
  std::optional<released::Ordinal> ordinal = {};  // none: of the release as a whole
};

std::vector<ShownText> shown_texts(const released::Released& released);

// "in a heading", for messages.
const char* name_of(Channel channel);

}  // namespace sable::release
