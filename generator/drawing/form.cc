#include "drawing/form.h"

#include <exception>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace sable::drawing {

namespace {

using released::Drawing;
using released::DrawingObject;

constexpr int kDeepest = 64;

// What no drawing needs, or what has another value here. Interpolation is not allowed
// in PDF/A (ISO 19005-2, 6.2.8.1).
bool is_dropped(const std::string& key) {
  return key == "/Length" || key == "/Metadata" || key == "/Parent" || key == "/StructParents" ||
         key == "/StructParent" || key == "/PieceInfo" || key == "/LastModified" ||
         key == "/Interpolate" || key == "/OC" || key == "/OPI" || key == "/Alternates";
}

// As a hexadecimal string, which has no sign of a reference.
std::string hexadecimal(const std::string& bytes) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out = "<";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out + ">";
}

std::string name_text(const std::string& name) {
  std::string out;
  for (const char c : QPDFObjectHandle::newName(name).unparse()) {
    if (c == '@') {
      out += "#40";
    } else {
      out += c;
    }
  }
  return out;
}

class Collector {
 public:
  Drawing collect(QPDFObjectHandle page) {
    Drawing drawing;
    for (QPDFObjectHandle part : page.getPageContents()) {
      drawing.content += bytes_of(part.getStreamData(qpdf_dl_generalized));
      drawing.content += '\n';
    }
    drawing.resources = text_of(page.getKey("/Resources"), 0);
    // Objects are found while others are written.
    for (size_t i = 0; i < found_.size(); ++i) drawing.objects.push_back(object(found_[i]));
    return drawing;
  }

 private:
  static std::string bytes_of(const std::shared_ptr<Buffer>& buffer) {
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
  }

  std::string reference(QPDFObjectHandle object) {
    const auto [place, fresh] = indices_.emplace(object.getObjGen(), found_.size());
    if (fresh) found_.push_back(object);
    std::string text(1, '@');
    text += std::to_string(place->second);
    text += '@';
    return text;
  }

  std::string text_of(QPDFObjectHandle object, int depth) {
    const bool is_object = object.isStream() || object.isDictionary();
    if (is_object && object.isIndirect() && depth > 0) return reference(object);
    return direct(object, depth);
  }

  std::string direct(QPDFObjectHandle object, int depth) {
    if (depth > kDeepest) throw std::length_error("nested too deep");
    if (object.isName()) return name_text(object.getName());
    if (object.isString()) return hexadecimal(object.getStringValue());
    if (object.isArray()) {
      std::string out = "[";
      for (QPDFObjectHandle item : object.getArrayAsVector()) {
        if (out.size() > 1) out += ' ';
        out += text_of(item, depth + 1);
      }
      return out + "]";
    }
    if (object.isDictionary()) return entries(object, depth).insert(0, 2, '<').append(2, '>');
    return object.unparseResolved();  // a number, a truth or nothing
  }

  std::string entries(QPDFObjectHandle dictionary, int depth) {
    std::string out;
    for (const std::string& key : dictionary.getKeys()) {
      if (is_dropped(key)) continue;
      const std::string value = text_of(dictionary.getKey(key), depth + 1);
      out += name_text(key);
      if (value.find_first_of("[</") != 0) out += ' ';
      out += value;
    }
    // ISO 19005-2, 6.2.11.3.2, wants said what is so without it.
    const bool is_cid = dictionary.getKey("/Subtype").isNameAndEquals("/CIDFontType2");
    if (is_cid && !dictionary.hasKey("/CIDToGIDMap")) out += "/CIDToGIDMap/Identity";
    return out;
  }

  DrawingObject object(QPDFObjectHandle from) {
    DrawingObject made;
    made.is_stream = from.isStream();
    if (!made.is_stream) {
      made.text = direct(from, 0);
      return made;
    }
    QPDFObjectHandle dictionary = from.getDict().shallowCopy();
    // Compressed anew when it is written; a JPEG stays one.
    std::shared_ptr<Buffer> plain;
    if (from.pipeStreamData(nullptr, 0, qpdf_dl_generalized)) {
      plain = from.getStreamData(qpdf_dl_generalized);
      dictionary.removeKey("/Filter");
      dictionary.removeKey("/DecodeParms");
    } else {
      plain = from.getRawStreamData();
    }
    made.text = entries(dictionary, 0);
    made.bytes = bytes_of(plain);
    return made;
  }

  std::vector<QPDFObjectHandle> found_;
  std::map<QPDFObjGen, size_t> indices_;
};

}  // namespace

std::optional<Drawing> form_of(std::string_view pdf) {
  try {
    QPDF file;
    file.setSuppressWarnings(true);
    file.processMemoryFile("drawing", pdf.data(), pdf.size());
    const auto pages = QPDFPageDocumentHelper(file).getAllPages();
    if (pages.size() != 1) return std::nullopt;
    return Collector().collect(pages.front().getObjectHandle());
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace sable::drawing
