#include "style/masters.h"

#include <set>

#include "style/compute.h"

namespace sable::style {
namespace {

bool applies(const PageSelector& selector, const PageKey& key) {
  return (selector.name.empty() || selector.name == key.name) && (!selector.first || key.first) &&
         (!selector.blank || key.blank) && (!selector.left || *selector.left == key.left);
}

class MasterMaker {
 public:
  MasterMaker(const Sheet::Rules& rules, const Context& root, InternTable& table)
      : rules_(rules), root_(root), table_(table) {}

  PageMaster make(const PageKey& key) {
    std::vector<const PageBlock*> blocks;
    for (const PageEntry& entry : rules_.pages) {
      if (applies(entry.selector, key)) blocks.push_back(&rules_.blocks[entry.block]);
    }
    std::vector<const Declarations*> page;
    for (const PageBlock* block : blocks) page.push_back(&block->page);
    const Context context = compute_in(std::move(page), root_);
    PageMaster master;
    master.size = context.page_size;
    master.margin = context.style.margin;
    master.boxes = make_boxes(blocks, context);
    master.notes = make_notes(blocks, context, false);
    master.continued_notes = make_notes(blocks, context, true);
    master.fills = context.fills;
    master.balanced = context.balanced;
    master.resets_notes = context.style.resets_notes;
    master.bleed = context.bleed;
    master.crop_marks = (context.marks & kCropMarks) != 0;
    master.registration_marks = (context.marks & kRegistrationMarks) != 0;
    return master;
  }

 private:
  Context compute_in(std::vector<const Declarations*> blocks, const Context& parent) {
    return compute({.blocks = std::move(blocks),
                    .parent = parent,
                    .node = nullptr,
                    .root_em = root_.style.font_size,
                    .language = std::nullopt,
                    .direction = std::nullopt,
                    .out_of_flow = true},
                   table_);
  }

  // CSS Paged Media 3, 4.2: a box without content is not there.
  std::vector<MarginBox> make_boxes(const std::vector<const PageBlock*>& blocks,
                                    const Context& page) {
    std::map<MarginBoxName, std::vector<const Declarations*>> declared;
    for (const PageBlock* block : blocks) {
      for (const auto& [name, declarations] : block->boxes) {
        declared[name].push_back(&declarations);
      }
    }
    std::vector<MarginBox> boxes;
    for (auto& [name, list] : declared) {
      Context box = compute_in(std::move(list), page);
      if (!box.content || box.content->empty()) continue;
      box.style.display = Display::block;
      boxes.push_back(
          {name, table_.intern(box.style), box.vertical, std::move(*box.content), box.rotation});
    }
    return boxes;
  }

  // The area of notes that go on differs from the other in what it says itself.
  NoteArea make_notes(const std::vector<const PageBlock*>& blocks, const Context& page,
                      bool continued) {
    std::vector<const Declarations*> declared;
    for (const PageBlock* block : blocks) declared.push_back(&block->notes);
    for (const PageBlock* block : blocks) {
      if (continued) declared.push_back(&block->continued_notes);
    }
    Context notes = compute_in(std::move(declared), page);
    NoteArea area;
    area.separator_width = notes.style.width;
    area.max_height_percent = notes.max_height_percent;
    notes.style.width = Dimension();
    notes.style.display = Display::block;
    area.style = table_.intern(notes.style);
    return area;
  }

  const Sheet::Rules& rules_;
  const Context& root_;
  InternTable& table_;
};

}  // namespace

std::map<std::string, std::vector<PageMaster>> make_masters(const Sheet::Rules& rules,
                                                            const Context& root,
                                                            InternTable& table) {
  std::set<std::string> names = {""};
  for (const PageEntry& entry : rules.pages) names.insert(entry.selector.name);
  MasterMaker maker(rules, root, table);
  std::map<std::string, std::vector<PageMaster>> masters;
  for (const std::string& name : names) {
    for (unsigned kind = 0; kind < 8; ++kind) {
      masters[name].push_back(
          maker.make({name, (kind & 4) != 0, (kind & 2) != 0, (kind & 1) != 0}));
    }
  }
  return masters;
}

const PageMaster& StyledTree::master(const PageKey& key) const {
  const auto named = masters.find(key.name);
  const auto& list = named != masters.end() ? named->second : masters.at("");
  return list[size_t{key.first} * 4 + size_t{key.left} * 2 + size_t{key.blank}];
}

}  // namespace sable::style
