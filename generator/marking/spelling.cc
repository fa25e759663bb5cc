#include "marking/spelling.h"

#include <cctype>

#include "base/diagnostic.h"

namespace sable::marking {

std::string_view without_brackets(std::string_view spelling) {
  if (spelling.size() >= 2 && spelling.front() == '(' && spelling.back() == ')') {
    spelling.remove_prefix(1);
    spelling.remove_suffix(1);
  }
  return spelling;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

std::string_view without_blanks_around(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string upper_case(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return upper;
}

std::string nearest_spelling(std::string_view word, const std::vector<std::string>& spellings) {
  constexpr size_t kShortest = 3;
  const std::string upper = upper_case(word);
  std::vector<std::string> compared;
  std::vector<const std::string*> spelt;
  for (const std::string& spelling : spellings) {
    if (upper_case(spelling) == upper) return spelling;
    if (spelling.size() < kShortest) continue;
    compared.push_back(upper_case(spelling));
    spelt.push_back(&spelling);
  }
  const std::string* near = base::nearest(upper, compared);
  return near != nullptr ? *spelt[static_cast<size_t>(near - compared.data())] : std::string();
}

}  // namespace sable::marking
