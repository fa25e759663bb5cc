#include "picture/svg.h"

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <optional>
#include <set>
#include <utility>

#include <expat.h>
#include <fmt/format.h>

#include "base/utf8.h"
#include "picture/svg_images.h"
#include "picture/svg_size.h"
#include "picture/svg_style.h"

namespace sable::picture {

namespace {

using base::Fault;

constexpr char kSeparator = '|';
constexpr std::string_view kSvgSpace = "http://www.w3.org/2000/svg";
constexpr std::string_view kXlinkSpace = "http://www.w3.org/1999/xlink";
constexpr std::string_view kXmlSpace = "http://www.w3.org/XML/1998/namespace";

// What draws, or says how. Filters' own elements begin with "fe".
const std::set<std::string_view> kDrawing = {
    "a",       "circle",   "clipPath",       "defs",   "ellipse", "filter", "g",
    "image",   "line",     "linearGradient", "marker", "mask",    "path",   "pattern",
    "polygon", "polyline", "radialGradient", "rect",   "stop",    "style",  "svg",
    "switch",  "symbol",   "text",           "tspan",  "use"};

// Attributes that say nothing of what is seen.
const std::set<std::string_view> kIdle = {
    "role",  "tabindex", "lang", "version", "baseProfile", "contentScriptType", "contentStyleType",
    "target"};

struct Name {
  std::string_view space, local;
};

Name split(const XML_Char* name) {
  const std::string_view whole = name;
  const size_t at = whole.rfind(kSeparator);
  if (at == std::string_view::npos) return {{}, whole};
  return {whole.substr(0, at), whole.substr(at + 1)};
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\t':
      case '\n':
      case '\r':
        out += ' ';
        break;
      default:
        out += c;
    }
  }
}

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

// What an element is to those in it.
enum class Inside { drawing, text, style, choice };

class Reader {
 public:
  base::Result<Svg> read(std::string_view bytes) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(
        parser_.get(),
        [](void* self, const XML_Char* name, const XML_Char** list) {
          guarded(self, [&](Reader& reader) { reader.start(split(name), list); });
        },
        [](void* self, const XML_Char*) { guarded(self, [](Reader& reader) { reader.end(); }); });
    XML_SetCharacterDataHandler(parser_.get(), [](void* self, const XML_Char* text, int length) {
      guarded(self, [&](Reader& reader) {
        reader.characters({text, static_cast<size_t>(length)});
      });
    });
    refuse_outside();
    const auto status = XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), 1);
    if (thrown_) std::rethrow_exception(thrown_);
    if (!problem_ && status != XML_STATUS_OK) {
      refuse("SBL0305", "is no well-formed XML", "export the picture again as plain SVG");
    }
    if (problem_) return base::fail(*std::move(problem_));
    svg_.characters.assign(seen_.begin(), seen_.end());
    return std::move(svg_);
  }

 private:
  // Entities, instructions to use a style sheet, and what else XML may fetch.
  void refuse_outside() {
    XML_SetEntityDeclHandler(
        parser_.get(), [](void* self, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
                          const XML_Char*, const XML_Char*, const XML_Char*) {
          guarded(self, [](Reader& reader) { reader.refuse_entity(); });
        });
    XML_SetSkippedEntityHandler(parser_.get(), [](void* self, const XML_Char*, int) {
      guarded(self, [](Reader& reader) { reader.refuse_entity(); });
    });
    XML_SetProcessingInstructionHandler(parser_.get(),
                                        [](void* self, const XML_Char* target, const XML_Char*) {
                                          guarded(self, [&](Reader& reader) {
                                            if (std::string_view(target) == "xml-stylesheet")
                                              reader.refuse_reference();
                                          });
                                        });
  }

  // expat is C: an exception may not pass through it.
  template <typename Action>
  static void guarded(void* self, Action action) {
    Reader& reader = *static_cast<Reader*>(self);
    if (reader.problem_ || reader.thrown_) return;
    try {
      action(reader);
    } catch (...) {
      reader.thrown_ = std::current_exception();
      XML_StopParser(reader.parser_.get(), XML_FALSE);
    }
  }

  void refuse(const char* code, std::string_view what, std::string help) {
    if (problem_) return;
    problem_ = base::error_without_place(Fault::input, code,
                                         fmt::format("line {} of this SVG picture {}",
                                                     XML_GetCurrentLineNumber(parser_.get()), what),
                                         std::move(help));
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  void refuse_entity() {
    refuse("SBL0306", "declares or uses an entity",
           "export the picture as plain SVG, without a document type");
  }
  void refuse_reference() {
    refuse("SBL0306", "refers to something outside of the file",
           "export the picture as plain SVG, with what it shows inside of it");
  }

  void start(const Name& name, const XML_Char** list) {
    if (++elements_ > kMostElements || open_.size() + skipped_ > kDeepestElement) {
      return refuse("SBL0316", "goes beyond what is drawn",
                    fmt::format("an SVG may have {} elements, {} of them in one another: simplify "
                                "it, or export it as PNG at 300 dots to the inch",
                                kMostElements, kDeepestElement));
    }
    if (skipped_ > 0 || !is_drawn(name)) {
      ++skipped_;
      return;
    }
    attributes_.clear();
    for (; *list != nullptr && !problem_; list += 2) attribute(name.local, split(list[0]), list[1]);
    if (problem_) return;
    if (not_displayed_) {
      not_displayed_ = false;
      ++skipped_;
      return;
    }
    if (open_.empty()) root();
    if (problem_) return;
    open_.push_back(inside(name.local));
    names_.emplace_back(name.local);
    svg_.text += '<';
    svg_.text += name.local;
    if (open_.size() == 1) svg_.text += " xmlns=\"http://www.w3.org/2000/svg\"";
    for (const auto& [key, value] : attributes_) write_attribute(key, value);
    svg_.text += '>';
  }

  // Refuses what would be seen in another program and is not drawn here.
  bool is_drawn(const Name& name) {
    if (name.space != kSvgSpace) {
      if (open_.empty()) {
        refuse("SBL0305", "begins with an element that is not <svg> of SVG",
               "export the picture again as plain SVG");
      }
      return false;
    }
    if (name.local == "script" || name.local == "handler" || name.local == "listener") {
      refuse("SBL0306", "has a script", "export the picture as plain SVG, without scripts");
    }
    const bool chosen = !open_.empty() && open_.back() == Inside::choice;
    if ((name.local == "foreignObject" && !chosen) || name.local == "textPath") {
      refuse("SBL0307",
             name.local == "textPath" ? "has a text along a path, which is not drawn"
                                      : "has a foreignObject, which is not drawn",
             "have the program that made it turn texts into paths, or export it as PNG at 300 dots "
             "to the inch");
    }
    return name.local.starts_with("fe") || kDrawing.contains(name.local);
  }

  Inside inside(std::string_view element) const {
    if (element == "text") return Inside::text;
    if (element == "style") return Inside::style;
    if (element == "switch") return Inside::choice;
    const bool in_text = !open_.empty() && open_.back() == Inside::text;
    return in_text ? Inside::text : Inside::drawing;
  }

  void attribute(std::string_view element, const Name& name, std::string_view value) {
    if (name.space == kXlinkSpace || (name.space.empty() && name.local == "href")) {
      if (name.local == "href" && element != "a") reference(element, value);
      return;
    }
    if (name.space == kXmlSpace && name.local == "space") {
      attributes_.emplace_back("xml:space", value);
      return;
    }
    if (!name.space.empty() || kIdle.contains(name.local) || name.local.starts_with("data-") ||
        name.local.starts_with("aria-")) {
      return;
    }
    if (name.local.starts_with("on")) {
      return refuse("SBL0306", "has a script", "export the picture as plain SVG, without scripts");
    }
    if (leads_out(value)) return refuse_reference();
    if (name.local == "font-family") note_fonts(value);
    if (name.local == "style") {
      collect_fonts(value, svg_.font_lists);
      not_displayed_ = not_displayed_ || is_not_displayed(value);
    }
    if (name.local == "display" && value == "none") not_displayed_ = true;
    attributes_.emplace_back(name.local, value);
  }

  // A fragment of the file, or a picture that stands in it.
  void reference(std::string_view element, std::string_view value) {
    if (value.starts_with('#')) {
      attributes_.emplace_back("href", value);
      return;
    }
    if (element != "image" && element != "feImage") return refuse_reference();
    switch (images_.judge(value)) {
      case SvgImages::Verdict::sound:
        attributes_.emplace_back("href", value);
        return;
      case SvgImages::Verdict::outside:
        return refuse_reference();
      case SvgImages::Verdict::unsound:
        break;
    }
    refuse("SBL0319", "holds a picture that is damaged, too large, or neither PNG nor JPEG",
           "put the picture into it anew, as PNG or JPEG");
  }

  void note_fonts(std::string_view list) {
    std::vector<std::string>& all = svg_.font_lists;
    if (std::find(all.begin(), all.end(), list) == all.end()) all.emplace_back(list);
  }

  // The outermost element gets its size in pixels, and all of it as its view.
  void root() {
    const auto of = [&](std::string_view key) -> std::string_view {
      const auto found = std::find_if(attributes_.begin(), attributes_.end(),
                                      [&](const auto& one) { return one.first == key; });
      return found == attributes_.end() ? std::string_view() : std::string_view(found->second);
    };
    const auto size = svg_size(of("width"), of("height"), of("viewBox"));
    const base::Length most = base::Length::points(kLongestSvgSide);
    const base::Length least = base::Length::points(1, 10);
    if (!size || size->width < least || size->height < least || size->width > most ||
        size->height > most) {
      return refuse("SBL0309", "does not say how large the picture is, or nothing sensible",
                    "give <svg> a `viewBox`, or a `width` and a `height` in px, pt, mm, cm or in");
    }
    svg_.size = *size;
    if (!of("viewBox").empty()) return;
    const auto pixels = [](base::Length length) {
      return base::to_points(length.scaled(96, 72), 3);
    };
    attributes_.emplace_back("viewBox",
                             fmt::format("0 0 {} {}", pixels(size->width), pixels(size->height)));
  }

  void write_attribute(std::string_view key, std::string_view value) {
    if (open_.size() == 1 && (key == "width" || key == "height")) return;  // the drawer's own
    svg_.text += ' ';
    svg_.text += key;
    svg_.text += "=\"";
    append_escaped(svg_.text, value);
    svg_.text += '"';
  }

  void characters(std::string_view text) {
    if (skipped_ > 0 || open_.empty()) return;
    if (open_.back() == Inside::style) {
      style_ += text;
    } else if (open_.back() == Inside::text) {
      append_escaped(svg_.text, text);
      for (size_t at = 0; at < text.size();) {
        const char32_t character = base::next_code_point(text, at);
        if (character > U' ') seen_.insert(character);
      }
    }
  }

  void end() {
    if (skipped_ > 0) {
      --skipped_;
      return;
    }
    if (open_.back() == Inside::style) end_style();
    svg_.text += "</";
    svg_.text += names_.back();
    svg_.text += '>';
    open_.pop_back();
    names_.pop_back();
  }

  void end_style() {
    if (leads_out(style_)) return refuse_reference();
    collect_fonts(style_, svg_.font_lists);
    append_escaped(svg_.text, style_);
    style_.clear();
  }

  std::unique_ptr<XML_ParserStruct, FreeParser> parser_{XML_ParserCreateNS(nullptr, kSeparator)};
  Svg svg_;
  SvgImages images_;
  std::set<char32_t> seen_;
  std::vector<Inside> open_;
  std::vector<std::string> names_;
  std::vector<std::pair<std::string, std::string>> attributes_;
  std::string style_;
  size_t elements_ = 0;
  size_t skipped_ = 0;  // elements that are open and left out
  bool not_displayed_ = false;
  std::optional<base::Diagnostic> problem_;
  std::exception_ptr thrown_;
};

}  // namespace

bool is_svg(std::string_view bytes) {
  constexpr size_t kHead = 64u << 10;  // some programs begin with a long comment
  const std::string_view head = bytes.substr(0, kHead);
  return head.find("<svg") != std::string_view::npos ||
         head.find(":svg ") != std::string_view::npos;
}

base::Result<Svg> read_svg(std::string_view bytes) {
  if (bytes.size() > kMostSvgBytes) {
    return base::fail(base::error_without_place(
        Fault::input, "SBL0316",
        fmt::format("this SVG picture is larger than {} bytes", kMostSvgBytes),
        "simplify it, or export it as PNG at 300 dots to the inch"));
  }
  return Reader().read(bytes);
}

}  // namespace sable::picture
