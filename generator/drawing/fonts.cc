#include "drawing/fonts.h"

#include <fstream>
#include <memory>
#include <set>
#include <sstream>

#include <fontconfig/fontconfig.h>

#include "base/hash.h"

namespace sable::drawing {

namespace {

using picture::Answer;
using picture::FontFile;
using picture::Outcome;

struct DestroyPattern {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};

const FcChar8* text_of(const std::string& text) {
  return reinterpret_cast<const FcChar8*>(text.c_str());
}

// A face that is another one would break texts elsewhere.
bool is_the_one(const FontFile& file) {
  std::ifstream stream(file.path, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return stream && base::hex(base::sha256(bytes.view())) == file.sha256;
}

void append_escaped(std::string& out, const std::string& text) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else {
      out += c;
    }
  }
}

// fonts.conf(5): a family that stands for another one.
std::string rules_of(const picture::FontChoice& fonts) {
  std::string rules = "<?xml version=\"1.0\"?><fontconfig>";
  for (const auto& [name, family] : fonts.aliases) {
    rules += "<match target=\"pattern\"><test name=\"family\" compare=\"eq\"><string>";
    append_escaped(rules, name);
    rules += "</string></test><edit name=\"family\" mode=\"assign\" binding=\"same\"><string>";
    append_escaped(rules, family);
    rules += "</string></edit></match>";
  }
  return rules + "</fontconfig>";
}

class Pinning {
 public:
  explicit Pinning(const picture::DrawingOrder& order)
      : order_(order),
        missing_(order.svg.characters.begin(), order.svg.characters.end()),
        config_(FcConfigCreate()) {}

  Answer pin() {
    const std::string rules = rules_of(order_.fonts);
    FcConfigParseAndLoadFromMemory(config_, text_of(rules), FcTrue);
    for (const FontFile& file : order_.fonts.files) {
      if (!add(file)) return lacks(file);
    }
    for (const auto& files : order_.fonts.fallbacks) {
      if (missing_.empty() || files.empty()) break;
      for (const FontFile& file : files) {
        if (!add(file)) return lacks(file);
      }
    }
    if (!missing_.empty()) {
      Answer answer;
      answer.outcome = Outcome::no_character;
      answer.character = *missing_.begin();
      return answer;
    }
    FcConfigSetCurrent(config_);
    Answer answer;
    answer.outcome = Outcome::drawn;
    return answer;
  }

  ~Pinning() { FcConfigDestroy(config_); }
  Pinning(const Pinning&) = delete;
  Pinning& operator=(const Pinning&) = delete;

 private:
  static Answer lacks(const FontFile& file) {
    Answer answer;
    answer.outcome = Outcome::no_font;
    answer.path = file.path;
    return answer;
  }

  bool add(const FontFile& file) {
    if (!is_the_one(file) || !FcConfigAppFontAddFile(config_, text_of(file.path))) return false;
    int faces = 0;
    const std::unique_ptr<FcPattern, DestroyPattern> pattern(
        FcFreeTypeQuery(text_of(file.path), 0, nullptr, &faces));
    FcCharSet* characters = nullptr;
    if (!pattern ||
        FcPatternGetCharSet(pattern.get(), FC_CHARSET, 0, &characters) != FcResultMatch) {
      return false;
    }
    std::erase_if(missing_, [&](char32_t c) {
      return FcCharSetHasChar(characters, static_cast<FcChar32>(c)) == FcTrue;
    });
    return true;
  }

  const picture::DrawingOrder& order_;
  std::set<char32_t> missing_;
  FcConfig* config_;
};

}  // namespace

Answer pin_fonts(const picture::DrawingOrder& order) { return Pinning(order).pin(); }

}  // namespace sable::drawing
