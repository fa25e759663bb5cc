#include "cli/register_pdf.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "cli/register_text.h"

namespace sable::cli {

namespace {

using released::Entry;
using released::Inlines;
using released::LedgerPage;
using released::Register;
using Texts = std::vector<std::string>;

Inlines inlines(std::string text) {
  Inlines all;
  if (!text.empty()) all.emplace_back().value.emplace<released::Text>(std::move(text));
  return all;
}

// A column: its head, and its width in hundredths of the text's.
struct Head {
  const char* text;
  const char* width;
};

class Sheet {
 public:
  explicit Sheet(const released::Released& about) {
    sheet_.template_name = "register";
    sheet_.release = about.release;
    sheet_.language = "en-US";
    sheet_.system = about.system;
    sheet_.overall = about.overall;
    sheet_.banner = released::BannerScope::overall;
  }

  void title(std::string kind, std::string title, std::string number) {
    sheet_.titles.kind = field(std::move(kind));
    if (!number.empty()) sheet_.titles.number = field(std::move(number));
    sheet_.titles.title = field(std::move(title));
  }

  void heading(std::string text) {
    released::Heading heading;
    heading.text = inlines(std::move(text));
    add().value = std::move(heading);
  }

  void paragraph(std::string text) {
    released::Paragraph paragraph;
    paragraph.text = inlines(std::move(text));
    add().value = std::move(paragraph);
  }

  void table(const std::vector<Head>& heads, const std::vector<Texts>& rows) {
    released::Block& block = add();
    released::Table table;
    Texts head;
    for (const Head& one : heads) {
      table.columns.push_back({released::Align::left, one.width, "%"});
      head.emplace_back(one.text);
    }
    table.head.push_back(row(head));
    for (const Texts& one : rows) table.rows.push_back(row(one));
    block.value = std::move(table);
  }

  void internal() {
    sheet_.purpose = released::Purpose::review;
    sheet_.notice = "INTERNAL REGISTER – NOT FOR RELEASE";
  }
  // As the release says of itself.
  void declassified(const std::optional<released::Declassification>& declassified) {
    sheet_.declassified = declassified;
  }

  released::Released take() {
    sheet_.ordinals = next_;
    return std::move(sheet_);
  }

 private:
  released::Block& add() {
    released::Block& block = sheet_.body.emplace_back();
    block.ordinal = next_++;
    return block;
  }

  released::Field field(std::string text) {
    released::Field field;
    field.ordinal = next_++;
    field.text = inlines(std::move(text));
    return field;
  }

  released::Row row(const Texts& texts) {
    released::Row row;
    row.ordinal = next_++;
    std::vector<released::Cell> cells;
    for (const std::string& text : texts) {
      released::Cell& cell = cells.emplace_back();
      cell.ordinal = next_++;
      cell.column = static_cast<uint32_t>(cells.size() - 1);
      cell.text = inlines(text);
    }
    row.columns = static_cast<uint32_t>(texts.size());
    row.cells = std::move(cells);
    return row;
  }

  released::Released sheet_;
  released::Ordinal next_ = 0;
};

std::string page_and_bates(const Register& made, const Entry& entry) {
  std::string text = pages_of(made, entry);
  for (const uint32_t page : entry.pages) {
    if (!made.ledger[page].bates.empty()) text += " " + made.ledger[page].bates;
  }
  return text;
}

// What is told of the matter: its label, why it is withheld, who decides about it.
std::string telling(const Entry& entry) {
  std::string text = entry.description;
  const auto add = [&](const std::string& more) {
    if (more.empty()) return;
    if (!text.empty()) text += text.ends_with('.') ? " " : ". ";
    text += more;
  };
  add(entry.justification);
  if (!entry.referred_to.empty()) add(fmt::format("Referred to {}.", entry.referred_to));
  return text;
}

void entries_table(const Register& made, Sheet& sheet) {
  std::vector<Texts> rows;
  for (const Entry& entry : made.entries) {
    rows.push_back({fmt::format("{}", entry.number), page_and_bates(made, entry), entry.section,
                    fmt::format("{}, {}", entry.kind, entry.extent), citations_of(entry),
                    telling(entry), entry.id});
  }
  sheet.table({{"No.", "5"},
               {"Page", "10"},
               {"Section", "17"},
               {"Kind and extent", "13"},
               {"Exemption", "19"},
               {"Description and justification", "27"},
               {"Id", "9"}},
              rows);
}

void officers_table(const Register& made, Sheet& sheet) {
  std::vector<Texts> rows;
  for (const Entry& entry : made.entries) {
    if (!entry.officers) continue;
    const released::Officers& officers = *entry.officers;
    std::string status = officers.status;
    if (!status.empty()) status += fmt::format(", {}, {}", officers.by, officers.on);
    rows.push_back({fmt::format("{}", entry.number), officers.place, std::move(status),
                    officers.equity, officers.basis, officers.reason});
  }
  if (rows.empty()) return;
  sheet.heading("Decisions");
  sheet.table({{"No.", "5"},
               {"Place", "18"},
               {"Status", "19"},
               {"Equity", "16"},
               {"Basis", "17"},
               {"Reason", "25"}},
              rows);
}

void ledger_table(const Register& made, Sheet& sheet) {
  const bool numbered = std::any_of(made.ledger.begin(), made.ledger.end(),
                                    [](const LedgerPage& page) { return !page.bates.empty(); });
  std::vector<Texts> rows;
  for (const LedgerPage& page : made.ledger) {
    std::string state = state_name(page.state);
    if (page.stands_for > 1) state += fmt::format(" ({} pages)", page.stands_for);
    if (page.referred) state += ", referred";
    rows.push_back({page.label});
    if (numbered) rows.back().push_back(page.bates);
    rows.back().push_back(std::move(state));
  }
  std::vector<Head> heads = {{"Page", "15"}};
  if (numbered) heads.push_back({"Bates number", "25"});
  heads.push_back({"State", numbered ? "60" : "85"});
  sheet.table(heads, rows);
}

}  // namespace

released::Released register_sheet(const Register& made, const released::Released& about) {
  const bool internal = made.is_internal;
  Sheet sheet(about);
  if (internal) {
    sheet.internal();
  } else {
    sheet.declassified(about.declassified);
  }
  sheet.title("Register of withheld matter",
              fmt::format("{} – release {}", made.title, made.release), made.number);
  sheet.heading("What is withheld");
  if (made.entries.empty()) {
    sheet.paragraph("Nothing is withheld.");
  } else {
    entries_table(made, sheet);
  }
  if (internal) officers_table(made, sheet);
  sheet.heading("Pages");
  sheet.paragraph(totals_of(made.totals) + ".");
  ledger_table(made, sheet);
  return sheet.take();
}

}  // namespace sable::cli
