// Implements composer.h: prose, and the redactions in it.
#include <algorithm>
#include <array>

#include "composer.h"
#include "random_report.h"

namespace sable::property {

namespace {

constexpr std::array<std::string_view, 16> kWords = {
    "talks",   "minister",  "border", "the",     "of",     "delegation", "expects", "a",
    "broader", "statement", "fees",   "Norland", "season", "and",        "treaty",  "1985"};

// What text may be made of, if it is told not to be markup. The fonts of the
// manifest have those behind the first four.
constexpr std::array<std::string_view, 26> kOddWords = {
    "ไทย",        "हिन्दी",        "👩‍👩‍👧",
    "🕵🏽",   "e\u0301",      "日本語",
    "שלום",       "السلام",       "Ωμέγα",
    "Москва",     "{{name}}",     "{{{x}}}",
    "{{#a}}",     "<redaction/>", "&amp;",
    "]]>",        "<!--",         "key: value",
    "- item",     "# no",         "'quoted'",
    "\"quoted\"", "a -- b",       "---",
    "&a *b !c",   "| >"};
constexpr size_t kWithoutFont = 4;

constexpr std::array<std::string_view, 5> kInlineExtents = {"2 lines", "words", "paragraph",
                                                            "undisclosed", "7 words"};

// Backslashes before everything that prose gives a meaning.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view(":[]*_`\\{}").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

// A literal block scalar whose lines stand behind `indent` blanks.
std::string literal(std::string_view text, size_t indent) {
  std::string out = "|\n";
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) out.append(indent, ' ').append(text, begin, end - begin);
    out += '\n';
    begin = end + 1;
  }
  out.pop_back();
  return out;
}

// g++ 12 takes `"*" + words + "*"` for an overlapping copy where it optimises.
std::string between(const char* open, const std::string& words, const char* close) {
  std::string out(open);
  out.append(words).append(close);
  return out;
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string_view Composer::odd_word() {
  const bool any = !recipe_.wide || (hides() && !plain_secrets_);
  const size_t first = any ? 0 : kWithoutFont;
  return kOddWords[first + random().below(kOddWords.size() - first)];
}

std::string Composer::words(size_t count, bool odd) {
  std::string out;
  for (size_t i = 0; i < count; ++i) {
    if (i > 0) out += random().one_in(12) ? '\n' : ' ';
    out += odd && random().one_in(3) ? escaped(odd_word()) : std::string(random().pick(kWords));
  }
  return out;
}

std::string Composer::one_line(size_t count, bool odd) {
  std::string line = words(count, odd);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

std::string Composer::piece() {
  switch (random().below(in_note_ ? 10 : 12)) {
    case 0:
      return between("*", words(1 + random().below(2), false), "*");
    case 1:
      return between("**", words(1, false), "**");
    case 2:
      return between("`", words(1, false), "`");
    case 3:
      return ":term[" + words(1, true) + "]" + entry();
    case 4:
      return ":link[" + words(1, false) + "]{https://example.org/" + words(1, false) + "}";
    case 5:
      return !recipe_.references || reference_ids_.empty() ? words(1, false) : reference();
    case 6:
    case 7:
      return span();
    case 8:
      return between("\"", words(2, false), "\"");
    case 9:
      return between(":small-caps[", words(1, false), "]");
    default:
      return note_call();
  }
}

// Under what an index has a term.
std::string Composer::entry() {
  if (!random().one_in(3)) return "";
  return "{as=\"" + words(1, false) + (random().one_in(2) ? ", " + words(1, false) : "") + "\"}";
}

std::string Composer::reference() {
  constexpr std::array<std::string_view, 4> kShown = {"", "{show=title}", "{show=page}",
                                                      "{show=number}"};
  const std::string target = ":ref[" + random().pick(reference_ids_) + "]";
  return target + std::string(kShown[random().below(numbers_ ? 4 : 3)]);
}

// Pieces and words of about that many characters, without an empty line. What
// is shown must not hang on the length of what is hidden in it: a piece counts
// the same, whatever it is.
std::string Composer::prose(size_t length) {
  constexpr size_t kPiece = 12;
  std::string out;
  for (size_t reached = 0; reached < length;) {
    if (!out.empty()) out += ' ';
    const bool plain = spans_ > 2 || random().below(4) != 0;
    const std::string more = plain ? words(1 + random().below(8), true) : piece();
    reached += plain ? more.size() : kPiece;
    out += more;
  }
  return out;
}

std::string Composer::shown_prose() { return prose(20 + random().below(recipe_.wide ? 60 : 200)); }

size_t Composer::secret_length() {
  switch (random().below(40)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return 0;
    case 4:
    case 5:
      return 1;
    case 6:
      return hides() ? 1000 : 100;
    case 7:
      return hides() && spans_ <= 1 ? 10000 : 200;
    default:
      return random().below(120);
  }
}

std::string Composer::secret_prose() {
  const size_t length = secret_length();
  std::string text = hides() && length >= 10 ? std::string(kCanary) + ' ' : "";
  if (hides() && random().one_in(50)) text += std::string(2000, 'm') + ' ';
  return text + prose(length);
}

// A withheld text of whole paragraphs: never empty.
std::string Composer::secret_paragraphs(bool several) {
  const std::string first = hides() ? std::string(kCanary) + ' ' : words(1, false) + ' ';
  std::string text = first + secret_prose();
  while (several && random().one_in(3)) text += "\n\n" + first + secret_prose();
  return text;
}

// Withheld words that call nothing: alternative texts may not.
std::string Composer::secret_words(size_t most) {
  const size_t count = random().below(most);
  if (count == 0) return "";
  return (hides() ? std::string(kCanary) + ' ' : "") + words(count, true);
}

std::string Composer::span() {
  ++spans_;
  const Ground under = ground();
  // Label, id and extent are public, and drawn as what is around the span is.
  std::string out = ":redact[";
  {
    const Hide hide(*this, varies(under));
    std::string text = hides() ? secret_prose() : prose(random().below(60));
    if (text.empty() && (!hides() || under.released)) text = words(1, false);
    // It begins with a word that nothing else has: what stands in the open too is refused.
    if (!text.empty()) out += (hides() ? "qzs " : "qzp ") + text;
  }
  const Hide declared(*this, recipe_.varying.omits && varies(under));
  std::string more;
  if (random().one_in(4)) more += " extent=\"" + std::string(random().pick(kInlineExtents)) + "\"";
  if (random().one_in(6)) more += " label='a name'";
  --spans_;
  return out + "]" + inline_naming(under, more);
}

std::string Composer::note_call() {
  if (hides() && random().one_in(2)) return between(":fn[", secret_note(), "]");
  return between(":fn[n", std::to_string(random().below(notes_)), "]");
}

// A note that only withheld text calls.
std::string Composer::secret_note() {
  if (!secret_notes_.empty() && random().one_in(2)) return random().pick(secret_notes_);
  const std::string name = between("s", std::to_string(secret_notes_.size()), "");
  secret_notes_.push_back(name);
  secret_note_texts_ +=
      "  " + name + ": " + quoted(std::string(kCanary) + ' ' + words(3, true)) + "\n";
  return name;
}

std::string Composer::scalar(const std::string& text, size_t indent) {
  return random().one_in(2) ? literal(text, indent) : quoted(text);
}

}  // namespace sable::property
