#include "cli/difference_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/json.h"
#include "released/register.h"

namespace sable::cli {

namespace {

using released::Alteration;
using released::Aspect;
using released::Difference;
using released::Hole;
using released::Turn;

constexpr size_t kWidth = 80;

constexpr const char* kBold = "\x1b[1m";
constexpr const char* kPlain = "\x1b[0m";

size_t width_of(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & '\xC0') != '\x80'; }));
}

// A report must not steer the terminal: C0, delete and C1 are no characters of it.
std::string harmless(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool two = byte == 0xC2 && i + 1 < text.size();
    const bool c1 = two && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if ((byte < 0x20 && byte != '\n') || byte == 0x7F || c1) {
      out += "\xEF\xBF\xBD";
      i += c1;
    } else {
      out += text[i];
    }
  }
  return out;
}

// What a box says of itself beside its codes: "2 lines; orders to the guard; id k1".
std::string details_of(const Hole& box) {
  std::vector<std::string> parts;
  for (const std::string& statute : box.statutes) {
    if (!statute.empty()) parts.push_back(statute);
  }
  parts.push_back(released::extent_name(box.extent));
  if (!box.label.empty()) parts.push_back(box.label);
  if (!box.referred_to.empty()) parts.push_back(fmt::format("referred to {}", box.referred_to));
  if (!box.id.empty()) parts.push_back(fmt::format("id {}", box.id));
  if (!box.justification.empty()) parts.push_back(box.justification);
  return fmt::format("{}", fmt::join(parts, "; "));
}

class Printer {
 public:
  explicit Printer(bool colored) : colored_(colored) {}

  std::string print(const Difference& all, const Sides& sides) {
    const std::string keeping = keeping_of(sides);
    if (!keeping.empty()) paragraph(colour("\x1b[1;33m", harmless(keeping)));
    paragraph(harmless(head_of(sides)));
    const std::string* section = nullptr;
    for (const Alteration& one : all) {
      const std::string& its = one.section;
      if (section == nullptr || *section != its) {
        out_ += '\n';
        paragraph(colour(kBold, harmless(section_name(one))));
      }
      section = &its;
      entry(one);
    }
    out_ += '\n';
    paragraph(total_of(all));
    return std::move(out_);
  }

 private:
  static std::string head_of(const Sides& sides) {
    const Side& a = sides.before;
    const Side& b = sides.now;
    if (a.file == b.file)
      return fmt::format("{}: release {} → release {}", a.file, a.release, b.release);
    return fmt::format("{}, release {} → {}, release {}", a.file, a.release, b.file, b.release);
  }

  static std::string section_name(const Alteration& one) {
    if (!one.section.empty()) return one.section;
    return one.of == Aspect::setting || one.of == Aspect::arrangement ? "the release as a whole"
                                                                      : "before the first heading";
  }

  static std::string total_of(const Difference& all) {
    if (all.empty()) return "no difference";
    std::vector<std::string> parts;
    for (const Turn turn :
         {Turn::shown, Turn::withheld, Turn::added, Turn::removed, Turn::changed}) {
      const size_t number = count(all, turn);
      if (number == 0) continue;
      const bool passages = turn == Turn::shown || turn == Turn::withheld;
      const char* noun = !passages ? "" : number == 1 ? " passage newly" : " passages newly";
      parts.push_back(fmt::format("{}{} {}", number, noun, turn_name(turn)));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
  }

  void entry(const Alteration& one) {
    paragraph(colour(color_of(one.turn), headline(one)), "  ");
    const bool of_mark = one.of == Aspect::mark || one.of == Aspect::kind;
    if (!one.left.empty()) paragraph(harmless(one.left), "      ");
    if (!one.before.empty()) side("    - ", one.before, one.boxes_before);
    if (!one.now.empty()) side("    + ", one.now, one.boxes_now);
    if (one.right.empty()) return;
    paragraph((of_mark ? "of: " : "") + harmless(one.right), "      ");
  }

  static std::string headline(const Alteration& one) {
    switch (one.turn) {
      case Turn::shown:
        return fmt::format("+ newly shown: {}", one.what);
      case Turn::withheld:
        return fmt::format("- newly withheld: {}", one.what);
      case Turn::added:
        return fmt::format("+ added: {}{}", of_box(one), one.what);
      case Turn::removed:
        return fmt::format("- removed: {}{}", of_box(one), one.what);
      case Turn::changed:
        break;
    }
    return changed(one);
  }

  static std::string changed(const Alteration& one) {
    switch (one.of) {
      case Aspect::mark:
        return fmt::format("~ changed: mark of a {}", one.what);
      case Aspect::look:
        return one.before == "[picture]"
                   ? std::string("~ changed: what a picture shows, or its size")
                   : fmt::format("~ changed: look or address of the same words, {}", one.what);
      case Aspect::kind:
        return fmt::format("~ changed: kind of text");
      case Aspect::arrangement:
        return "~ changed: what has no words of its own, such as widths or kinds of lists";
      default:
        return fmt::format("~ changed: {}{}", of_box(one), one.what);
    }
  }

  static const char* of_box(const Alteration& one) {
    return one.of == Aspect::box ? "box in place of a " : "";
  }

  static const char* color_of(Turn turn) {
    constexpr const char* kGreen = "\x1b[32m";
    constexpr const char* kRed = "\x1b[31m";
    if (turn == Turn::shown || turn == Turn::added) return kGreen;
    return turn == Turn::changed ? "\x1b[33m" : kRed;
  }

  void side(const char* sign, const std::string& words, const std::vector<Hole>& boxes) {
    paragraph(harmless(words), sign);
    for (const Hole& box : boxes) paragraph(harmless(details_of(box)), "        ");
  }

  std::string colour(const char* code, std::string text) const {
    return colored_ ? fmt::format("{}{}{}", code, text, kPlain) : text;
  }

  // In lines; `lead` stands before the first, and blanks of its length before the others.
  void paragraph(const std::string& text, std::string_view lead = "") {
    std::string line(lead);
    bool blank = true;  // the line has no word yet
    const auto end_line = [&] {
      line.erase(line.find_last_not_of(' ') + 1);
      out_ += line + '\n';
      line.assign(lead.size(), ' ');
      blank = true;
    };
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find_first_of(" \n", at), text.size());
      const std::string_view word = std::string_view(text).substr(at, end - at);
      if (!blank && width_of(line) + 1 + width_of(word) > kWidth) end_line();
      if (!blank) line += ' ';
      line += word;
      blank = false;
      if (end < text.size() && text[end] == '\n') end_line();
      at = end + 1;
    }
    if (!blank) end_line();
  }

  bool colored_;
  std::string out_;
};

std::string json_of(const Hole& box) {
  std::vector<std::string> codes;
  for (size_t i = 0; i < box.codes.size(); ++i) {
    codes.push_back(JsonObject()
                        .add("code", box.codes[i])
                        .add("statute", i < box.statutes.size() ? box.statutes[i] : "")
                        .text());
  }
  return JsonObject()
      .add("id", box.id)
      .add("kind", released::kind_name(box.kind))
      .put("codes", json_list(codes, ", "))
      .add("extent", released::extent_name(box.extent))
      .add("label", box.label)
      .add("justification", box.justification)
      .add("referred-to", box.referred_to)
      .text();
}

std::string json_of(const std::vector<Hole>& boxes) {
  std::vector<std::string> all;
  for (const Hole& box : boxes) all.push_back(json_of(box));
  return json_list(all, ", ");
}

std::string json_of(const Alteration& one) {
  return JsonObject()
      .add("change", turn_name(one.turn))
      .add("of", aspect_name(one.of))
      .add("section", one.section)
      .add("what", one.what)
      .add("before", one.before)
      .add("now", one.now)
      .add("left", one.left)
      .add("right", one.right)
      .put("boxes-before", json_of(one.boxes_before))
      .put("boxes-now", json_of(one.boxes_now))
      .text();
}

std::string json_of(const Side& side) {
  constexpr const char* kPurposes[] = {"release", "review", "consultation"};
  return JsonObject()
      .add("file", side.file)
      .add("release", side.release)
      .put("unredacted", side.unredacted ? "true" : "false")
      .add("purpose", kPurposes[static_cast<size_t>(side.purpose)])
      .text();
}

}  // namespace

std::string keeping_of(const Sides& sides) {
  if (sides.before.unredacted || sides.now.unredacted) {
    return "one side withholds nothing: keep this as you keep that release";
  }
  const auto is_copy = [](const Side& side) {
    return side.purpose == released::Purpose::consultation;
  };
  if (!is_copy(sides.before) && !is_copy(sides.now)) return {};
  return "one side is a consultation copy: keep this as you keep that copy";
}

std::string difference_text(const Difference& all, const Sides& sides, bool colored) {
  return Printer(colored).print(all, sides);
}

std::string difference_json(const Difference& all, const Sides& sides) {
  std::vector<std::string> changes;
  for (const Alteration& one : all) changes.push_back(json_of(one));
  JsonObject totals;
  for (const Turn turn : {Turn::shown, Turn::withheld, Turn::added, Turn::removed, Turn::changed}) {
    totals.put(turn_name(turn), fmt::format("{}", count(all, turn)));
  }
  return fmt::format(
      "{{\n\"difference\": 1,\n\"keep\": {},\n\"before\": {},\n\"now\": {},\n\"changes\": "
      "[\n{}\n],\n\"totals\": {}\n}}\n",
      json_text(keeping_of(sides)), json_of(sides.before), json_of(sides.now),
      fmt::join(changes, ",\n"), totals.text());
}

}  // namespace sable::cli
