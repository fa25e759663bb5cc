#include "release/table_totals.h"

#include <algorithm>
#include <optional>
#include <string>

#include "release/plain_text.h"
#include "words/lexicon.h"

namespace sable::release {

namespace {

using released::Hole;
using released::Inlines;
using released::Ordinal;

// A number as it stands in a table: digits, and no letters.
bool is_number(const std::string& text) {
  bool digit = false;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return false;
    digit = digit || (c >= '0' && c <= '9');
  }
  return digit;
}

enum class What : uint8_t { other, number, hole };

// What stands at each place of the grid. Cells that span do not count as numbers.
struct Place {
  What what = What::other;
  Ordinal ordinal = 0;
  std::string text = {};
};

using Line = std::vector<Place>;

Place place_of(const released::Cell& cell) {
  if (std::holds_alternative<Hole>(cell.text)) return {What::hole, cell.ordinal};
  const Inlines& inlines = std::get<Inlines>(cell.text);
  const bool hole = inlines.size() == 1 && std::holds_alternative<Hole>(inlines[0].value);
  if (hole) return {What::hole, cell.ordinal};
  std::string text = plain_text(inlines);
  const bool number = cell.columns == 1 && cell.rows == 1 && is_number(text);
  return {number ? What::number : What::other, cell.ordinal, std::move(text)};
}

Line line_of(const released::Row& row, size_t columns) {
  const auto* cells = std::get_if<std::vector<released::Cell>>(&row.cells);
  if (cells == nullptr) return Line(columns, {What::hole, row.ordinal});
  Line line(columns);
  for (const released::Cell& cell : *cells) {
    if (cell.column < columns) line[cell.column] = place_of(cell);
  }
  return line;
}

bool says_total(const std::string& text, std::string_view language) {
  words::Lexicon lexicon(language);
  std::vector<words::Word> words;
  lexicon.cut(text, words);
  return std::any_of(words.begin(), words.end(), [&](const words::Word& word) {
    for (const char* total : {"total", "totals", "sum", "summe", "gesamt", "insgesamt", "somme",
                              "totaux", "suma", "totale", "somma", "totaal", "altogether"}) {
      if (lexicon[word.id].folded == total) return true;
    }
    return false;
  });
}

// The only hole among numbers, if the total of them is a number.
std::optional<Ordinal> missing(const std::vector<const Place*>& places, const Place& total) {
  if (total.what != What::number) return std::nullopt;
  std::optional<Ordinal> hole;
  size_t numbers = 0;
  for (const Place* place : places) {
    if (place->what == What::number) ++numbers;
    if (place->what == What::other) return std::nullopt;
    if (place->what != What::hole) continue;
    if (hole) return std::nullopt;
    hole = place->ordinal;
  }
  return numbers > 0 ? hole : std::nullopt;
}

}  // namespace

std::vector<Ordinal> follows_from_totals(const released::Table& table, std::string_view language) {
  const size_t columns = table.columns.size();
  std::vector<Line> lines;
  for (const released::Row& row : table.rows) lines.push_back(line_of(row, columns));
  const size_t body = lines.size();
  for (const released::Row& row : table.foot) lines.push_back(line_of(row, columns));
  std::vector<Ordinal> found;
  const auto tell = [&](std::optional<Ordinal> ordinal) {
    if (ordinal && std::find(found.begin(), found.end(), *ordinal) == found.end()) {
      found.push_back(*ordinal);
    }
  };
  if (columns < 2 || lines.empty()) return found;
  const Line& last = lines.back();
  if (says_total(last[0].text, language)) {
    const size_t rows = std::min(body, lines.size() - 1);
    for (size_t column = 1; column < columns; ++column) {
      std::vector<const Place*> places;
      for (size_t row = 0; row < rows; ++row) places.push_back(&lines[row][column]);
      tell(missing(places, last[column]));
    }
  }
  const bool headed =
      !table.head.empty() && says_total(line_of(table.head.back(), columns).back().text, language);
  for (size_t row = 0; headed && row < lines.size(); ++row) {
    std::vector<const Place*> places;
    for (size_t column = 1; column + 1 < columns; ++column) places.push_back(&lines[row][column]);
    tell(missing(places, lines[row].back()));
  }
  return found;
}

}  // namespace sable::release
