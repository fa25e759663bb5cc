#include "pdf/links.h"

#include "pdf/number.h"
#include "pdf/strings.h"

namespace sable::pdf {
namespace {

Link make_link(uint32_t page, const layout::LinkArea& area, const layout::Structure& structure) {
  Link link{page, &area, area.element, 0, 0};
  if (area.element == layout::kNoElement) return link;
  if (structure.elements[area.element].role == layout::Role::link) return link;
  link.parent = area.element;
  link.element = layout::kNoElement;
  return link;
}

void append_corner(std::string& out, base::Length x, base::Length y_from_bottom) {
  append_thousandths(out, to_thousandths(x));
  out += ' ';
  append_thousandths(out, to_thousandths(y_from_bottom));
}

void append_link(std::string& out, const Link& link, const layout::Pages& pages, uint32_t key) {
  const layout::LinkArea& area = *link.area;
  const base::Length height = pages.pages[link.page].size.height;
  out += "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[";
  append_corner(out, area.area.x, height - area.area.bottom());
  out += ' ';
  append_corner(out, area.area.right(), height - area.area.y);
  out += "]/StructParent ";
  append_integer(out, key);
  out += "/Contents";
  const std::string& target = area.url.empty() ? area.destination : area.url;
  append_text_string(out, clean_text(area.contents.empty() ? target : area.contents));
  if (area.url.empty()) {
    out += "/Dest";
    append_literal(out, area.destination);
  } else {
    out += "/A<</S/URI/URI";
    append_literal(out, ascii_uri(area.url));
    out += ">>";
  }
  out += ">>";
}

}  // namespace

std::vector<Link> find_links(const layout::Pages& pages) {
  std::vector<Link> links;
  for (uint32_t i = 0; i < pages.pages.size(); ++i) {
    for (const layout::LinkArea& area : pages.pages[i].links) {
      links.push_back(make_link(i, area, pages.structure));
    }
  }
  return links;
}

void write_links(std::vector<Link>& links, const layout::Pages& pages, uint32_t first_key,
                 HiddenObjects& hidden) {
  for (Link& link : links) {
    link.object = hidden.reserve();
    append_link(hidden.text(link.object), link, pages, first_key++);
  }
}

}  // namespace sable::pdf
