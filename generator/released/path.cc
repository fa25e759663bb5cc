// Block paths: where an ordinal stands in the release, for messages.

#include <fmt/format.h>

#include "released/front_matter.h"
#include "released/released.h"

namespace sable::released {

namespace {

// Finds one ordinal by walking the value once; each step is the path so far.
class Finder {
 public:
  Finder(const Released& released, Ordinal wanted) : released_(released), wanted_(wanted) {}

  std::string path() {
    fields();
    blocks("body", released_.body);
    for (size_t i = 0; i < released_.notes.size(); ++i) {
      visit(released_.notes[i].ordinal, fmt::format("notes/{}", i + 1));
    }
    return found_;
  }

 private:
  void visit(Ordinal ordinal, const std::string& path) {
    if (ordinal == wanted_ && found_.empty()) found_ = path;
  }

  void fields() {
    if (released_.codeword) visit(released_.codeword->ordinal, "codeword");
    const Titles& titles = released_.titles;
    const std::pair<const char*, const std::optional<Field>*> all[] = {{"kind", &titles.kind},
                                                                       {"office", &titles.office},
                                                                       {"title", &titles.title},
                                                                       {"date", &titles.date},
                                                                       {"number", &titles.number}};
    for (const auto& [name, field] : all) {
      if (*field) visit((*field)->ordinal, name);
    }
    for (const auto& [name, lines] : lists_of(released_.front_matter)) {
      for (size_t i = 0; i < lines->size(); ++i) {
        visit((*lines)[i].field.ordinal, fmt::format("{}/{}", name, i + 1));
      }
    }
  }

  void blocks(const std::string& parent, const std::vector<Block>& blocks) {
    for (size_t i = 0; i < blocks.size() && found_.empty(); ++i) {
      const std::string path = fmt::format("{}/{}", parent, i + 1);
      visit(blocks[i].ordinal, path);
      if (const auto* list = std::get_if<List>(&blocks[i].value)) items(path, list->items);
      if (const auto* quote = std::get_if<Quote>(&blocks[i].value))
        this->blocks(path + "/quote", quote->blocks);
      if (const auto* section = std::get_if<Section>(&blocks[i].value)) {
        this->blocks(path + "/section", section->blocks);
      }
      if (const auto* box = std::get_if<TextBox>(&blocks[i].value)) {
        if (box->title) visit(box->title->ordinal, path + "/title");
        this->blocks(path + "/box", box->blocks);
      }
      if (const auto* table = std::get_if<Table>(&blocks[i].value)) this->table(path, *table);
      if (const auto* figure = std::get_if<Figure>(&blocks[i].value)) {
        if (figure->caption) visit(figure->caption->ordinal, path + "/caption");
      }
    }
  }

  void items(const std::string& parent, const std::vector<ListItem>& items) {
    for (size_t i = 0; i < items.size() && found_.empty(); ++i) {
      const std::string path = fmt::format("{}/bullets/{}", parent, i + 1);
      visit(items[i].ordinal, path);
      this->items(path, items[i].items);
    }
  }

  void table(const std::string& parent, const Table& table) {
    if (table.caption) visit(table.caption->ordinal, parent + "/caption");
    rows(parent + "/head", table.head);
    rows(parent + "/rows", table.rows);
    rows(parent + "/foot", table.foot);
  }

  // Ordinals grow in reading order: of a row that ends before the one wanted no
  // cell is looked at.
  void rows(const std::string& parent, const std::vector<Row>& rows) {
    for (size_t i = 0; i < rows.size() && found_.empty(); ++i) {
      if (i + 1 < rows.size() && rows[i + 1].ordinal <= wanted_) continue;
      const std::string path = fmt::format("{}/{}", parent, i + 1);
      visit(rows[i].ordinal, path);
      const auto* cells = std::get_if<std::vector<Cell>>(&rows[i].cells);
      for (size_t j = 0; cells != nullptr && j < cells->size(); ++j) {
        visit((*cells)[j].ordinal, fmt::format("{}/cells/{}", path, j + 1));
      }
    }
  }

  const Released& released_;
  Ordinal wanted_;
  std::string found_;
};

}  // namespace

std::string block_path(const Released& released, Ordinal ordinal) {
  return Finder(released, ordinal).path();
}

}  // namespace sable::released
