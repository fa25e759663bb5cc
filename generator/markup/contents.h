// Fills <toc>, <list-of> and <index> with their entries.
//
// In:  a filled tree; the order of words in the release's language.
// Out: the tree, with an entry for each heading, table, figure or term that it shows,
//      and an id for each place that an entry leads to. A tree without these elements
//      stays as it is.
//
// An entry repeats the words of its heading, with their emphasis and their boxes, so
// that it is styled as any other markup; the pages are the layout's to find:
//
//   <toc-entry level="2" mark="S"><toc-number>2.1</toc-number>
//     <a href="#ID"><toc-title>…</toc-title><toc-page to="ID"/></a></toc-entry>
//   <index-entry level="1">…<page-list to="ID ID …"/></index-entry>
//
// What a release withholds is in the tree as a box, and so is its entry.
#pragma once

#include <functional>
#include <string_view>

#include "markup/tree.h"

namespace sable::markup {

// Whether the first text comes before the second.
using WordOrder = std::function<bool(std::string_view, std::string_view)>;

Tree with_contents(Tree tree, const WordOrder& order);

}  // namespace sable::markup
