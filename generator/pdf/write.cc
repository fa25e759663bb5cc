#include "pdf/write.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "pdf/check.h"
#include "pdf/codes.h"
#include "pdf/deflate.h"
#include "pdf/draw_pages.h"
#include "pdf/fonts.h"
#include "pdf/haru.h"
#include "pdf/hidden_objects.h"
#include "pdf/images.h"
#include "pdf/links.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/number.h"
#include "pdf/strings.h"
#include "pdf/structure.h"

namespace sable::pdf {
namespace {

// ISO 32000-1, Annex C: the most indirect objects.
constexpr size_t kMostObjects = 8'388'607;

// For each leaf of a list label, what it says.
std::vector<std::string> label_texts(const layout::Pages& pages) {
  const layout::Structure& structure = pages.structure;
  std::vector<std::string> texts(structure.leaves.size());
  for (const layout::Page& page : pages.pages) {
    for (const layout::Fragment& fragment : page.fragments) {
      const auto* glyphs = std::get_if<layout::GlyphRun>(&fragment.item);
      if (glyphs == nullptr || fragment.leaf == layout::kNoLeaf) continue;
      const layout::Leaf& leaf = structure.leaves[fragment.leaf];
      if (structure.elements[leaf.element].role == layout::Role::lbl) {
        for (const layout::PlacedRun& placed : glyphs->runs) {
          texts[fragment.leaf] += placed.run->text;
        }
      }
    }
  }
  return texts;
}

class FileWriter {
 public:
  FileWriter(const layout::Pages& pages, const Settings& settings)
      : pages_(pages), settings_(settings), book_(pages.shaper->fonts()) {}

  base::Result<std::string> write();

 private:
  void add_pages();
  void add_metadata();
  std::vector<FigureBox> figure_boxes() const;
  void write_hidden(HiddenObjects& hidden);
  void write_resources(HiddenObjects& hidden);
  void append_images(std::string& resources) const;
  void write_page(size_t index, const std::vector<std::vector<uint32_t>>& links_of_page);
  void write_catalog(const Tags& tags, HiddenObjects& hidden);
  size_t expected_hidden() const;

  const layout::Pages& pages_;
  const Settings& settings_;
  const text::FontBook& book_;
  Document document_;
  Codes codes_{book_};
  DrawnPages drawn_;
  std::vector<PreparedFont> fonts_;
  std::vector<Link> links_;
  std::vector<uint32_t> page_objects_, content_objects_, image_objects_;
  uint32_t metadata_ = 0, profile_ = 0, resources_ = 0;
};

// Pages and their contents; the entries of pages come when links are known.
void FileWriter::add_pages() {
  page_objects_ = document_.add_pages(pages_.pages.size());
  for (std::string& stream : drawn_.streams) {
    content_objects_.push_back(document_.add_object());
    document_.set_stream(content_objects_.back(), "/Filter/FlateDecode", std::move(stream));
  }
}

// XMP is not compressed, so that programs that know no PDF find it (14.3.2).
void FileWriter::add_metadata() {
  metadata_ = document_.add_object();
  document_.set_stream(metadata_, "/Type/Metadata/Subtype/XML", xmp_packet(pages_.info, settings_));
  document_.set_info(info_entries(pages_.info, settings_));
  if (settings_.icc_profile.empty()) return;
  profile_ = document_.add_object();
  document_.set_stream(profile_, "/N 3/Filter/FlateDecode",
                       Deflater(kBestLevel).compress(settings_.icc_profile));
}

size_t FileWriter::expected_hidden() const {
  return pages_.structure.elements.size() + links_.size() + pages_.outline.size() +
         pages_.pages.size() / 8 + pages_.destinations.size() / 32 + 3 * fonts_.size() + 8;
}

void FileWriter::write_resources(HiddenObjects& hidden) {
  const std::vector<uint32_t> numbers = write_fonts(codes_, fonts_, book_, hidden);
  std::string text = "<<";
  if (!numbers.empty()) text += "/Font<<";
  for (size_t i = 0; i < numbers.size(); ++i) {
    text += "/F";
    append_integer(text, static_cast<int64_t>(i));
    text += ' ';
    append_reference(text, numbers[i]);
  }
  if (!numbers.empty()) text += ">>";
  append_images(text);
  text += ">>";
  resources_ = hidden.add(text);
}

void FileWriter::append_images(std::string& resources) const {
  bool any = false;
  for (size_t i = 0; i < image_objects_.size(); ++i) {
    if (image_objects_[i] == 0) continue;
    resources += std::exchange(any, true) ? "/P" : "/XObject<</P";
    append_integer(resources, static_cast<int64_t>(i));
    resources += ' ';
    append_reference(resources, image_objects_[i]);
  }
  if (any) resources += ">>";
}

// Where each figure stands, in the space of its page.
std::vector<FigureBox> FileWriter::figure_boxes() const {
  std::vector<FigureBox> boxes;
  for (const layout::Page& page : pages_.pages) {
    for (const layout::Fragment& fragment : page.fragments) {
      const auto* image = std::get_if<layout::Image>(&fragment.item);
      if (image == nullptr || fragment.leaf == layout::kNoLeaf) continue;
      const base::Rect& area = image->area;
      boxes.push_back({pages_.structure.leaves[fragment.leaf].element, to_thousandths(area.x),
                       to_thousandths(page.size.height - area.bottom()),
                       to_thousandths(area.right()), to_thousandths(page.size.height - area.y)});
    }
  }
  std::stable_sort(boxes.begin(), boxes.end(),
                   [](const FigureBox& a, const FigureBox& b) { return a.element < b.element; });
  return boxes;
}

// ISO 32000-1, 14.11.2.
void append_box(std::string& out, const char* key, const std::optional<base::Rect>& box,
                const base::Size& page) {
  if (!box) return;
  out += key;
  out += '[';
  const Thousandths height = to_thousandths(page.height);
  for (const Thousandths edge : {to_thousandths(box->x), height - to_thousandths(box->bottom()),
                                 to_thousandths(box->right()), height - to_thousandths(box->y)}) {
    if (out.back() != '[') out += ' ';
    append_thousandths(out, edge);
  }
  out += ']';
}

void FileWriter::write_page(size_t index, const std::vector<std::vector<uint32_t>>& links_of_page) {
  const base::Size& size = pages_.pages[index].size;
  std::string out = "/Type/Page/MediaBox[0 0 ";
  append_thousandths(out, to_thousandths(size.width));
  out += ' ';
  append_thousandths(out, to_thousandths(size.height));
  out += ']';
  append_box(out, "/TrimBox", pages_.pages[index].trim, size);
  append_box(out, "/BleedBox", pages_.pages[index].bleed, size);
  out += "/Resources ";
  append_reference(out, resources_);
  out += "/Contents ";
  append_reference(out, content_objects_[index]);
  out += "/Tabs/S";  // the order of the structure (PDF/UA-1, 7.18.3)
  if (!drawn_.marks[index].empty()) {
    out += "/StructParents ";
    append_integer(out, static_cast<int64_t>(index));
  }
  if (!links_of_page[index].empty()) {
    out += "/Annots[";
    for (const uint32_t link : links_of_page[index]) {
      if (out.back() != '[') out += ' ';
      append_reference(out, link);
    }
    out += ']';
  }
  document_.set(page_objects_[index], std::move(out));
}

void append_root(std::string& out, const char* key, uint32_t object) {
  if (object == 0) return;
  out += key;
  append_reference(out, object);
  out += '\n';
}

void FileWriter::write_catalog(const Tags& tags, HiddenObjects& hidden) {
  const uint32_t outline = write_outline(pages_, page_objects_, tags.first_element, hidden);
  const uint32_t destinations = write_destinations(pages_, page_objects_, hidden);
  const uint32_t labels = write_page_labels(pages_, hidden);
  std::string out = "/MarkInfo<</Marked true";
  if (tags.has_user_properties) out += "/UserProperties true";
  out += ">>\n/ViewerPreferences<</DisplayDocTitle true>>\n";
  if (!pages_.info.language.empty()) {
    out += "/Lang";
    append_text_string(out, pages_.info.language);
    out += '\n';
  }
  append_root(out, "/StructTreeRoot ", tags.root);
  append_root(out, "/Metadata ", metadata_);
  append_root(out, "/Outlines ", outline);
  if (outline != 0) out += "/PageMode/UseOutlines\n";
  if (destinations != 0) {
    append_root(out, "/Names<</Dests ", destinations);
    out += ">>\n";
  }
  append_root(out, "/PageLabels ", labels);
  if (profile_ != 0) {
    out +=
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
        "/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile ";
    append_reference(out, profile_);
    out += ">>]\n";
  }
  document_.set_catalog(std::move(out));
}

void FileWriter::write_hidden(HiddenObjects& hidden) {
  write_resources(hidden);
  write_links(links_, pages_, first_link_key(pages_.pages.size()), hidden);
  std::vector<std::vector<uint32_t>> links_of_page(pages_.pages.size());
  for (const Link& link : links_) links_of_page[link.page].push_back(link.object);
  for (size_t i = 0; i < pages_.pages.size(); ++i) write_page(i, links_of_page);
  const std::vector<std::string> labels = label_texts(pages_);
  const std::vector<FigureBox> boxes = figure_boxes();
  const Tags tags = write_structure(
      {pages_.structure, page_objects_, drawn_.marks, links_, labels, boxes}, hidden);
  write_catalog(tags, hidden);
}

base::Result<std::string> FileWriter::write() {
  const ContentSource source = encode_pages(pages_, codes_);
  if (codes_.overflowed()) {
    return base::fail(base::error_without_place(
        base::Fault::input, "SBL0961", "the pages use more than 65,535 characters of one font",
        "split the report into volumes"));
  }
  drawn_ = draw_pages(pages_, source, settings_.threads);
  add_pages();
  add_metadata();
  image_objects_ = write_images(pages_, document_);
  auto fonts = prepare_fonts(codes_, book_, document_);
  if (!fonts) return base::fail(std::move(fonts.error()));
  fonts_ = std::move(*fonts);
  links_ = find_links(pages_);
  if (document_.next_number() + 2 * expected_hidden() > kMostObjects) {
    return base::fail(base::error_without_place(base::Fault::input, "SBL0962",
                                                "the PDF would have more than 8,388,607 objects",
                                                "split the report into volumes"));
  }
  HiddenObjects hidden(document_, expected_hidden());
  write_hidden(hidden);
  return document_.save(hidden.finish());
}

}  // namespace

base::Result<std::string> write(const layout::Pages& pages, const Settings& settings) {
  base::Diagnostics problems = check(pages, settings);
  if (base::has_errors(problems)) return base::fail(std::move(problems));
  return FileWriter(pages, settings).write();
}

}  // namespace sable::pdf
