// Random trees, written in random styles and read back; random bytes.
#include <gtest/gtest.h>

#include <random>

#include "reading.h"

namespace sable::source {
namespace {

using Random = std::mt19937;

size_t pick(Random& random, size_t count) { return random() % count; }

std::string random_text(Random& random) {
  static const std::vector<std::string> kPieces = {
      "a",  "word", " ",  " ",  "  ", "\n",    "\n\n",       "é",     "Łódź", "'",
      "\"", "\\",   ": ", " #", "#",  "[x",    "}",          ", ",    "?",    "-",
      "- ", "\t",   "|",  "*",  "%",  "10:30", "\U0001F600", "\u00A0"};
  std::string text;
  for (size_t count = pick(random, 9); count > 0; --count)
    text += kPieces[pick(random, kPieces.size())];
  return text;
}

std::string random_word(Random& random) {
  static const std::vector<std::string> kWords = {"the",  "delegation", "may",
                                                  "seek", "größere",    "fees"};
  std::string text = kWords[pick(random, kWords.size())];
  for (size_t count = pick(random, 6); count > 0; --count)
    text += ' ' + kWords[pick(random, kWords.size())];
  return text;
}

Value random_value(Random& random, int depth) {
  Value value;
  const size_t kind = pick(random, depth > 3 ? 3 : 5);
  if (kind == 0 && pick(random, 4) == 0) return value;
  if (kind < 3) {
    value.kind = Kind::text;
    value.text = pick(random, 2) == 0 ? random_text(random) : random_word(random);
    return value;
  }
  value.kind = kind == 3 ? Kind::list : Kind::map;
  for (size_t count = 1 + pick(random, 4), i = 0; i < count; ++i) {
    if (kind == 3) {
      value.items.push_back(random_value(random, depth + 1));
    } else {
      value.entries.push_back({"key" + std::to_string(i), {}, random_value(random, depth + 1)});
    }
  }
  return value;
}

// Writes YAML in styles picked at random.
class Emitter {
 public:
  explicit Emitter(Random& random) : random_(random) {}

  std::string document(const Value& value) {
    out_.clear();
    if (value.kind == Kind::list || value.kind == Kind::map) {
      block(value, 0);
    } else {
      scalar(value, 0);
      out_ += '\n';
    }
    return out_;
  }

 private:
  void indent(size_t column) { out_ += std::string(column, ' '); }

  void block(const Value& value, size_t column) {
    for (const Value& item : value.items) {
      indent(column);
      out_ += '-';
      child(item, column);
    }
    for (const Entry& entry : value.entries) {
      indent(column);
      out_ += pick(random_, 4) == 0 ? '"' + entry.key + '"' : entry.key;
      out_ += ':';
      child(entry.value, column);
    }
  }

  void child(const Value& value, size_t column) {
    const bool collection = value.kind == Kind::list || value.kind == Kind::map;
    if (collection && pick(random_, 3) != 0) {
      out_ += pick(random_, 3) == 0 ? "  # note\n" : "\n";
      return block(value, column + 1 + pick(random_, 4));
    }
    out_ += ' ';
    if (collection) {
      flow(value, column);
    } else if (!block_text(value, column)) {
      scalar(value, column);
    } else {
      return;
    }
    out_ += '\n';
    if (pick(random_, 8) == 0) out_ += "\n# note\n";
  }

  void flow(const Value& value, size_t column) {
    const bool list = value.kind == Kind::list;
    if (!list && value.kind != Kind::map) {
      if (value.kind != Kind::null) scalar(value, column);
      return;
    }
    out_ += list ? '[' : '{';
    bool first = true;
    const auto separate = [&] {
      if (!first) out_ += ", ";
      first = false;
      if (pick(random_, 6) == 0) out_ += '\n' + std::string(column + 1, ' ');
    };
    for (const Value& item : value.items) {
      separate();
      item.kind == Kind::null ? void(out_ += '~') : flow(item, column);
    }
    for (const Entry& entry : value.entries) {
      separate();
      out_ += entry.key + ": ";
      flow(entry.value, column);
    }
    out_ += list ? ']' : '}';
  }

  void scalar(const Value& value, size_t column) {
    if (value.kind == Kind::null) {
      if (pick(random_, 2) == 0) out_ += '~';
      return;
    }
    const std::string& text = value.text;
    const size_t style = pick(random_, 3);
    const bool words =
        !text.empty() &&
        text.find_first_not_of("abcdefghijklmnopqrstuvwxyz\xC3\xB6\x9F ") == std::string::npos &&
        text.front() != ' ' && text.back() != ' ' && text.find("  ") == std::string::npos;
    if (style == 0 && words) {
      folded_words(text, column);
    } else if (style == 1 && text.find_first_of("\n\t") == std::string::npos) {
      single_quoted(text);
    } else {
      double_quoted(text, column);
    }
  }

  void folded_words(const std::string& text, size_t column) {
    for (const char c : text) {
      if (c == ' ' && pick(random_, 4) == 0) {
        out_ += '\n' + std::string(column + 1 + pick(random_, 3), ' ');
      } else {
        out_ += c;
      }
    }
  }

  void single_quoted(const std::string& text) {
    out_ += '\'';
    for (const char c : text) out_ += c == '\'' ? std::string("''") : std::string(1, c);
    out_ += '\'';
  }

  void double_quoted(const std::string& text, size_t column) {
    out_ += '"';
    for (size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (c == '"' || c == '\\') {
        out_ += std::string("\\") + c;
      } else if (c == '\n') {
        out_ += pick(random_, 2) == 0 ? "\\n" : "\\x0a";
      } else if (c == '\t') {
        out_ += "\\t";
      } else if (c == 'a' && pick(random_, 3) == 0) {
        out_ += "\\u0061";
      } else {
        out_ += c;
      }
      const bool between = static_cast<unsigned char>(text[at]) < 0x80 && at + 1 < text.size() &&
                           text[at + 1] != ' ' && static_cast<unsigned char>(text[at + 1]) < 0x80;
      if (between && pick(random_, 10) == 0) out_ += "\\\n" + std::string(column + 2, ' ');
    }
    out_ += '"';
  }

  // A block under `|`, if the text can be one.
  bool block_text(const Value& value, size_t column) {
    const std::string& text = value.text;
    const size_t last = text.find_last_not_of('\n');
    if (value.kind != Kind::text || pick(random_, 2) == 0 || last == std::string::npos)
      return false;
    const size_t breaks = text.size() - last - 1;
    const size_t width = 1 + pick(random_, 4);
    out_ += '|' + std::to_string(width);
    out_ += breaks == 0 ? "-" : breaks > 1 ? "+" : "";
    out_ += pick(random_, 4) == 0 ? "  # note\n" : "\n";
    size_t at = 0;
    while (at < text.size()) {
      const size_t end = std::min(text.find('\n', at), text.size());
      if (end > at || pick(random_, 2) == 0) indent(column + width);
      out_ += text.substr(at, end - at) + '\n';
      at = end + 1;
    }
    return true;
  }

  Random& random_;
  std::string out_;
};

// Each stretch of text is the bytes that it is mapped to, or an escape or fold.
void check_segments(const Reading& reading, const Value& value) {
  for (size_t i = 0; i < value.segments.size(); ++i) {
    const bool last = i + 1 == value.segments.size();
    const size_t begin = value.segments[i].text_begin;
    const size_t end = last ? value.text.size() : value.segments[i + 1].text_begin;
    ASSERT_LE(begin, end);
    if (begin == end) continue;
    const std::string_view source = reading.source(value.span_of(begin, end));
    const bool same = source == std::string_view(value.text).substr(begin, end - begin);
    const bool stands_for =
        source.front() == '\\' || source == "''" || source.find('\n') != std::string_view::npos;
    ASSERT_TRUE(same || stands_for) << source;
    if (same) {
      for (size_t at = begin; at < end; ++at) {
        ASSERT_EQ(reading.source(value.span_of(at, at + 1)), value.text.substr(at, 1));
      }
    }
  }
  for (const Value& item : value.items) check_segments(reading, item);
  for (const Entry& entry : value.entries) {
    check_segments(reading, entry.value);
  }
}

TEST(Random, TreesSurviveWritingAndReading) {
  Random random(20240229);
  for (int round = 0; round < 2500; ++round) {
    const Value value = random_value(random, 0);
    const std::string yaml = Emitter(random).document(value);
    const Reading reading(yaml);
    ASSERT_EQ(shown(reading), shown(value)) << yaml;
    check_segments(reading, reading.tree());
  }
}

const char* const kSample =
    "sable: 1                                # format version\n"
    "report:\n"
    "  title: {mark: U, text: \"Norland: expectations\"}\n"
    "  date: 1997-07-16\n"
    "body:\n"
    "  - heading: Low expectations\n"
    "  - p: {mark: S//NF, text: 'It''s', why: So? Yes}\n"
    "  - p: |\n"
    "      The delegation :redact[of three, led by Holt,]{code=b1,b3} *may* seek\n"
    "      a broader statement.\n"
    "  - p: >-\n"
    "      folded\n"
    "      text\n"
    "\n"
    "        more\n"
    "  - plain text\n"
    "    goes on\n"
    "  - \"dq \\u00e9 x\\\n"
    "     joined\"\n"
    "  - - nested\n"
    "    -\n"
    "notes: {}\n";

std::string mutated(Random& random) {
  static const std::vector<std::string> kAtoms = {"\"",
                                                  "'",
                                                  ": ",
                                                  "- ",
                                                  "\n",
                                                  "  ",
                                                  " # c",
                                                  "[",
                                                  "]",
                                                  "{",
                                                  "}",
                                                  ",",
                                                  "|",
                                                  ">",
                                                  "? ",
                                                  "&a ",
                                                  "*a",
                                                  "!t ",
                                                  "~",
                                                  "%",
                                                  "---\n",
                                                  "...\n",
                                                  "\t",
                                                  "\r\n",
                                                  "\\",
                                                  ":redact[",
                                                  "redact",
                                                  "\xC3",
                                                  std::string(1, '\0')};
  std::string text = kSample;
  for (size_t count = 1 + pick(random, 4); count > 0; --count) {
    const size_t at = pick(random, text.size() + 1);
    switch (pick(random, 4)) {
      case 0:
        text.erase(at, 1 + pick(random, 6));
        break;
      case 1:
        text.insert(at, kAtoms[pick(random, kAtoms.size())]);
        break;
      case 2:
        text.resize(std::max(at, text.size() / 2));
        break;
      default:
        if (at < text.size()) text[at] = static_cast<char>(random());
    }
  }
  return text;
}

// Errors are found by this room itself: the library's own refusals and
// differences between the two readings are left for what nobody thought of.
void check_outcome(const std::string& text) {
  const Reading reading(text);
  if (reading.result) return check_segments(reading, reading.tree());
  ASSERT_FALSE(reading.found().empty());
  for (const base::Diagnostic& diagnostic : reading.found()) {
    ASSERT_TRUE(diagnostic.span);
    ASSERT_LE(diagnostic.span->begin, diagnostic.span->end);
    ASSERT_LE(diagnostic.span->end, text.size());
    ASSERT_TRUE(diagnostic.echo.empty());
    ASSERT_FALSE(diagnostic.help.empty());
    ASSERT_NE(diagnostic.code, "SBL0150") << text;
    ASSERT_NE(diagnostic.code, "SBL0151") << text;
  }
}

TEST(Random, MutationsOfASample) {
  Random random(7);
  for (int round = 0; round < 4000; ++round) {
    check_outcome(mutated(random));
    if (HasFatalFailure()) return;
  }
}

TEST(Random, EveryTruncationOfASample) {
  const std::string sample = kSample;
  for (size_t length = 0; length <= sample.size(); ++length) {
    check_outcome(sample.substr(0, length));
    if (HasFatalFailure()) return;
  }
}

TEST(Random, Garbage) {
  Random random(11);
  const std::string alphabet = " \n\n  ab:-#'\"[]{},|>?&*!%@\\\t~";
  for (int round = 0; round < 10000; ++round) {
    std::string text;
    for (size_t count = pick(random, 24); count > 0; --count)
      text += alphabet[pick(random, alphabet.size())];
    check_outcome(text);
    if (HasFatalFailure()) return;
  }
}

}  // namespace
}  // namespace sable::source
