#include "pdf/drawings.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include "pdf/deflate.h"
#include "pdf/number.h"
#include "pdf/strings.h"

namespace sable::pdf {

namespace {

// Of libdeflate: as for pictures.
constexpr int kDrawingLevel = 6;

// The text with the numbers that its references have in this file.
std::string numbered(const released::ObjectText& text, const std::vector<uint32_t>& objects) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = std::min(text.find('@', at), text.size());
    out += text.substr(at, begin - at);
    const size_t end = text.find('@', std::min(begin + 1, text.size()));
    if (begin == text.size() || end == std::string::npos) break;
    size_t index = objects.size();
    std::from_chars(text.data() + begin + 1, text.data() + end, index);
    if (index < objects.size()) {
      append_reference(out, objects[index]);
    } else {
      out += "null";
    }
    at = end + 1;
  }
  return out;
}

void set_stream(uint32_t object, std::string entries, const std::string& bytes,
                Document& document) {
  if (entries.find("/Filter") != std::string::npos) {
    document.set_stream(object, std::move(entries), bytes);
  } else {
    document.set_stream(object, entries + "/Filter/FlateDecode",
                        Deflater(kDrawingLevel).compress(bytes));
  }
}

// 1 / side with ten digits, rounded by whole numbers.
void append_inverse(std::string& out, uint32_t side) {
  constexpr uint64_t kOne = 10'000'000'000;
  const uint64_t parts = (kOne + side / 2) / side;
  if (parts >= kOne) {
    out += '1';
    return;
  }
  std::string digits = std::to_string(parts);
  out += '.';
  out.append(10 - digits.size(), '0');
  out += digits;
}

}  // namespace

uint32_t write_drawing(const released::Drawing& drawing, Document& document) {
  std::vector<uint32_t> objects;
  for (size_t i = 0; i < drawing.objects.size(); ++i) objects.push_back(document.add_object());
  for (size_t i = 0; i < drawing.objects.size(); ++i) {
    const released::DrawingObject& object = drawing.objects[i];
    std::string text = numbered(object.text, objects);
    if (object.is_stream) {
      set_stream(objects[i], std::move(text), object.bytes, document);
    } else {
      // Its own "<<" and ">>" are written by the document.
      const bool is_dictionary = text.starts_with("<<") && text.ends_with(">>");
      document.set(objects[i], is_dictionary ? text.substr(2, text.size() - 4) : std::string());
    }
  }
  std::string entries = "/Type/XObject/Subtype/Form/BBox[0 0 ";
  append_integer(entries, drawing.width);
  entries += ' ';
  append_integer(entries, drawing.height);
  entries += "]/Matrix[";
  append_inverse(entries, std::max(drawing.width, 1u));
  entries += " 0 0 ";
  append_inverse(entries, std::max(drawing.height, 1u));
  // Colours are mixed within the drawing, as it was drawn (11.6.6).
  entries += " 0 0]/Group<</S/Transparency/CS/DeviceRGB/I true>>/Resources";
  entries += numbered(drawing.resources, objects);
  const uint32_t form = document.add_object();
  set_stream(form, std::move(entries), drawing.content, document);
  return form;
}

}  // namespace sable::pdf
