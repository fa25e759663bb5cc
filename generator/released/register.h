// The register of what a release withholds.
//
// In:  a Released, and the pages on which its boxes stand.
// Out: one entry for each hole, with the columns of a Vaughn index (document, page,
//      exemption, description, justification), and a ledger of the pages.
//
// It is made of the release alone: whoever has the release could have made it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "released/released.h"

namespace sable::released {

// Where the boxes of a release stand; pages are counted from 0.
struct Paging {
  struct Box {
    Ordinal ordinal = 0;
    std::vector<uint32_t> pages;
  };
  struct Page {
    std::string label;
    bool shows_words = false;
    bool has_boxes = false;
    uint32_t stands_for = 1;  // pages, of a sheet
  };
  std::vector<Box> boxes;  // in reading order
  std::vector<Page> pages;
};

struct Citation {
  std::string code;     // as printed: "(b)(3)"
  std::string statute;  // or empty
};

// What officers know of an entry; never in the public register.
struct Officers {
  std::string place;   // file:line:column
  std::string status;  // "approved", or empty
  std::string by, on;  // of the last event
  std::string equity, basis, reason;
};

struct Entry {
  uint32_t number = 0;
  std::string id;               // declared public, or empty
  std::vector<uint32_t> pages;  // from 0; none: in no place of the text
  bool on_every_page = false;   // in the banner
  std::string section;
  std::string kind;                 // "paragraph"
  std::vector<Citation> citations;  // none: a ceiling withholds it
  std::string extent;               // "3 lines"
  std::string description;          // its label
  std::string justification;
  std::string referred_to;
  std::optional<Officers> officers;
};

enum class PageState : uint8_t { in_full, in_part, withheld };

struct LedgerPage {
  std::string label;
  std::string bates;  // or empty
  PageState state = PageState::in_full;
  bool referred = false;    // something on it is referred to another office
  uint32_t stands_for = 1;  // pages: more than one where a number of them is withheld
};

struct Totals {
  uint32_t in_full = 0, in_part = 0, withheld = 0;  // pages
  uint32_t referred = 0;                            // of all these
  uint32_t entries = 0;
};

struct Register {
  std::string title, number, date;  // of the report, as the release shows them
  std::string release;
  std::vector<Entry> entries;
  std::vector<LedgerPage> ledger;
  Totals totals;
  bool is_internal = false;  // its entries tell what officers know
};

Register register_of(const Released& released, const Paging& paging);

const char* kind_name(HoleKind kind);           // "paragraph"
std::string extent_name(const Extent& extent);  // "3 lines"
const char* state_name(PageState state);        // "in part"

}  // namespace sable::released
