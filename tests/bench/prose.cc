#include "prose.h"

#include <array>
#include <string_view>

namespace bench {

namespace {

constexpr std::string_view kWords[] = {
    "the",          "of",
    "and",          "to",
    "in",           "a",
    "that",         "is",
    "for",          "on",
    "with",         "as",
    "by",           "from",
    "would",        "their",
    "not",          "this",
    "delegation",   "government",
    "ministry",     "agreement",
    "negotiations", "statement",
    "economic",     "political",
    "military",     "assistance",
    "continuing",   "particularly",
    "relations",    "neighbouring",
    "officials",    "reportedly",
    "announced",    "commitment",
    "policy",       "leadership",
    "opposition",   "coalition",
    "parliament",   "elections",
    "production",   "agricultural",
    "consumption",  "restructuring",
    "investment",   "currency",
    "reserves",     "imports",
    "exports",      "tariffs",
    "quarterly",    "estimates",
    "probably",     "likely",
    "unlikely",     "almost",
    "certainly",    "remains",
    "intends",      "seeks",
    "avoids",       "delays",
    "accepts",      "rejects",
    "proposal",     "draft",
    "communiqué",   "protocol",
    "verification", "inspection",
    "border",       "river",
    "harbour",      "railway",
    "pipeline",     "electricity",
    "winter",       "spring",
    "summer",       "autumn",
    "previous",     "following",
    "despite",      "because",
    "although",     "whether",
    "until",        "during",
    "senior",       "junior",
    "public",       "private",
    "formal",       "informal",
    "influence",    "pressure",
    "concession",   "incentive",
    "guarantee",    "obligation",
    "commission",   "committee",
    "secretariat",  "representative",
    "ambassador",   "mediator",
    "affected",     "effective",
    "office",       "difficult",
    "sufficient",   "significant",
    "first",        "second",
    "several",      "another",
    "both",         "each",
    "capital",      "province",
    "district",     "municipality",
    "countryside",  "coast",
};
constexpr std::array<std::string_view, 14> kSyllables = {
    "ta", "ri", "no", "vel", "mar", "sko", "len", "da", "hul", "bra", "fen", "osk", "wi", "gar"};

std::string name(Random& random) {
  std::string name;
  const uint64_t syllables = 2 + random.below(3);
  for (uint64_t i = 0; i < syllables; ++i) name += kSyllables[random.below(kSyllables.size())];
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

std::string capitalised(std::string_view word) {
  std::string text(word);
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

}  // namespace

uint64_t Random::next() {
  state_ += 0x9e3779b97f4a7c15;
  uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

std::string prose(Random& random, int words) {
  std::string text;
  uint64_t left = 0;  // of this sentence
  for (int i = 0; i < words; ++i) {
    const bool first = left == 0;
    if (first) left = 8 + random.below(15);
    if (i > 0) text += ' ';
    const std::string_view word = kWords[random.below(std::size(kWords))];
    if (random.below(20) == 0)
      text += name(random);
    else if (first)
      text += capitalised(word);
    else
      text += word;
    --left;
    if (left == 0 || i + 1 == words)
      text += '.';
    else if (random.below(11) == 0)
      text += ',';
  }
  return text;
}

}  // namespace bench
