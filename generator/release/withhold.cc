// The door. What passes is built here piece by piece from what is shown; nothing
// is copied whole and then cut.

#include "release/withhold.h"

#include "marking/notices.h"
#include "release/approval.h"
#include "release/copies.h"
#include "release/figure_passage.h"
#include "release/leave_out.h"
#include "release/overall.h"
#include "release/passage.h"
#include "release/section_numbers.h"
#include "release/stamp.h"
#include "release/table_passage.h"

namespace sable::release {

namespace {

using released::Hole;
using released::HoleKind;

constexpr const char* kDeclassified = "Declassified";
constexpr const char* kDeclassifiedInPart =
    "Declassified in part – sanitized copy approved for release";

// Both name the same kinds in the same order.
released::ListLook released_look(const report::ListLook& look) {
  return {static_cast<released::ListKind>(look.kind),
          static_cast<released::Numerals>(look.numerals), look.start};
}

class Door : Passage {
 public:
  // `left_out`: something of the report is not in it any more.
  Door(const report::Report& report, const Profile& profile, const Album* album, bool left_out)
      : Passage(report, profile), pictures_(album), left_out_(left_out) {}

  base::Result<Withheld> open() {
    settings();
    banner();
    titles();
    front_matter();
    blocks(report_.body, std::nullopt, released_.body);
    if (report_.numbers_sections) number_sections(released_.body);
    notes();
    back_matter();
    released_.pictures = pictures_.take();
    declassification();
    released_.stamp = fill_stamp(profile_, released_.titles.number);
    overall();
    notices();
    released_.ordinals = static_cast<uint32_t>(sources_.size());
    check_approvals(prose_, decisions_, profile_, diagnostics_);
    if (!diagnostics_.empty()) return base::fail(std::move(diagnostics_));
    return Withheld{std::move(released_), std::move(sources_),
                    static_cast<uint32_t>(prose_.sources().size()), prose_.sources()};
  }

 private:
  void settings() {
    released_.release = profile_.name;
    released_.audience = profile_.audience;
    released_.unredacted = profile_.unredacted;
    released_.template_name = report_.template_name;
    released_.watermark = profile_.watermark;
    released_.numbers_lines = profile_.numbers_lines;
    released_.bates = profile_.bates;
    released_.language = report_.language;
    released_.system = report_.system;
    released_.boxes = profile_.boxes;
    released_.codes = profile_.codes;
    released_.contents = {report_.contents.depth, report_.contents.tables,
                          report_.contents.figures};
    released_.page_numbers = {report_.page_numbers.front, report_.page_numbers.by_section};
    released_.columns = report_.columns;
    released_.index = report_.index;
    released_.purpose = purpose_of(profile_);
    released_.notice = notice_of(profile_);
  }

  void banner() {
    released_.banner = report_.banner == report::BannerScope::overall
                           ? released::BannerScope::overall
                           : released::BannerScope::per_page;
    released_.short_lists = report_.short_lists;
    if (!report_.codeword) return;
    // A codeword qualifies the overall marking, and counts as marked with it.
    const report::RichText& from = *report_.codeword;
    const Decision decision = decide(from.redaction, std::nullopt, from.span);
    released::Field codeword;
    codeword.ordinal = ordinal(from.span);
    if (decision == Decision::shown) {
      codeword.text = prose_.convert_plain(from.text);
      draw_around(shown(from.redaction), codeword.text);
    } else {
      codeword.text = hole(HoleKind::banner, from.redaction, decision);
    }
    released_.codeword = std::move(codeword);
  }

  void titles() {
    const report::Titles& from = report_.titles;
    released::Titles& to = released_.titles;
    to.kind = field(from.kind, false, true);
    to.office = field(from.office, false, true);
    to.title = field(from.title, true, true);
    to.date = field(from.date, false, false);
    to.number = field(from.number, false, false);
  }

  // Of the fields only the title is a portion; the others are so if they carry a
  // mark. Dates and numbers are no prose.
  std::optional<released::Field> field(const std::optional<report::RichText>& from, bool portion,
                                       bool is_prose) {
    if (!from) return std::nullopt;
    const Decision decision = portion || from->mark
                                  ? decide(from->redaction, from->mark, from->span)
                                  : decisions_.of(from->redaction);
    released::Field field;
    field.ordinal = ordinal(from->span);
    field.mark = shown_mark(from->mark, decision);
    if (decision != Decision::shown) {
      field.text = hole(HoleKind::field, from->redaction, decision);
    } else {
      field.text = is_prose ? prose_.convert(from->text) : prose_.convert_plain(from->text);
      draw_around(portion ? shown_portion(from->redaction, from->mark) : shown(from->redaction),
                  field.text);
    }
    return field;
  }

  // Its lines are no portions: they say how the others are marked.
  void front_matter() {
    const report::FrontMatter& from = report_.front_matter;
    released::FrontMatter& to = released_.front_matter;
    if (from.compilation) lines({{{}, *from.compilation}}, to.statements);
    lines(from.statements, to.statements);
    lines(from.authority, to.authority);
    lines(from.designation, to.designation);
  }

  void back_matter() {
    lines(report_.front_matter.sources, released_.front_matter.sources);
    lines(report_.front_matter.distribution, released_.front_matter.distribution);
  }

  void lines(const report::LabelledLines& from, released::LabelledLines& to) {
    for (const report::LabelledLine& line : from) {
      std::optional<released::Field> text = field(line.text, false, false);
      to.push_back({line.label, std::move(*text)});
    }
  }

  // What the marking of the release as a whole has to be warned of. A declassified one
  // is not protected any more.
  void notices() {
    if (released_.system == nullptr || profile_.declassified) return;
    for (std::string& text : marking::notices(*released_.system, released_.overall)) {
      released::Field notice;
      notice.ordinal = ordinal({report_.file, 0, 0});
      notice.text = released::Inlines{{released::Text{std::move(text)}}};
      released_.front_matter.statements.push_back({{}, std::move(notice)});
    }
  }

  void blocks(const std::vector<report::Block>& from, const Mark& above,
              std::vector<released::Block>& to) {
    to.reserve(from.size());
    for (size_t i = 0; i < from.size(); ++i) {
      const bool made_hole = block(from[i], above, to);
      // The paragraphs of one `p` leave one hole: their number is withheld too.
      while (made_hole && i + 1 < from.size() && from[i + 1].span == from[i].span) ++i;
    }
  }

  // Whether all that is left of the block is a hole.
  bool block(const report::Block& from, const Mark& above, std::vector<released::Block>& to) {
    const Decision decision = decisions_.of(from.redaction);
    if (const auto* paragraph = std::get_if<report::Paragraph>(&from.value)) {
      return this->paragraph(from, *paragraph, above, to);
    }
    released::Block block;
    block.ordinal = ordinal(from.span);
    const size_t place = to.size();
    to.emplace_back();
    if (const auto* quote = std::get_if<report::Quote>(&from.value)) {
      this->quote(from, *quote, above, block);
    } else if (const auto* text_box = std::get_if<report::TextBox>(&from.value)) {
      this->text_box(from, *text_box, above, block);
    } else if (const auto* table = std::get_if<report::Table>(&from.value)) {
      this->table(from, *table, above, block);
    } else if (const auto* code = std::get_if<report::Code>(&from.value)) {
      this->code(from, *code, above, block);
    } else if (const auto* figure = std::get_if<report::Figure>(&from.value)) {
      this->figure(from, *figure, above, block);
    } else if (decision != Decision::shown) {
      block.value = hole(hole_kind(from), from.redaction, decision);
    } else if (const auto* heading = std::get_if<report::Heading>(&from.value)) {
      released::Heading shown = this->heading(*heading, above);
      if (std::holds_alternative<released::Inlines>(shown.text)) shown.language = from.language;
      block.value = std::move(shown);
    } else if (const auto* list = std::get_if<report::List>(&from.value)) {
      released::List shown{items(list->items, above), released_look(list->look)};
      for (released::ListItem& item : shown.items) {
        if (std::holds_alternative<released::Inlines>(item.text)) item.language = from.language;
      }
      block.value = std::move(shown);
    } else if (const auto* rule = std::get_if<report::Rule>(&from.value)) {
      block.value = released::Rule{rule->tears};
    } else if (const auto* section = std::get_if<report::Section>(&from.value)) {
      released::Section shown;
      shown.columns = section->columns;
      shown.heading = this->heading(section->heading, above);
      blocks(section->blocks, above, shown.blocks);
      shown.language = from.language;
      block.value = std::move(shown);
    }
    const bool made_hole = std::holds_alternative<Hole>(block.value);
    if (!made_hole) block.outline = outline_of_block(from, above);
    to[place] = std::move(block);
    return made_hole;
  }

  // Of one that is not a hole.
  MaybeOutline outline_of_block(const report::Block& from, const Mark& above) {
    const MarkOfBlock mark = mark_of(from);
    if (!mark.is_portion) return shown(from.redaction);
    return shown_portion(from.redaction, mark.own ? mark.own : above);
  }

  static HoleKind hole_kind(const report::Block& block) {
    if (std::holds_alternative<report::Heading>(block.value)) return HoleKind::heading;
    if (std::holds_alternative<report::Section>(block.value)) return HoleKind::section;
    return HoleKind::paragraph;
  }

  bool paragraph(const report::Block& from, const report::Paragraph& paragraph, const Mark& above,
                 std::vector<released::Block>& to) {
    const report::RichText& text = paragraph.text;
    const Mark& mark = text.mark ? text.mark : above;
    const std::optional<report::Redaction>& redaction =
        from.redaction ? from.redaction : text.redaction;
    const Decision decision = decide(redaction, mark, text.span);
    released::Block block;
    block.ordinal = ordinal(decision == Decision::shown ? text.span : from.span);
    released::Paragraph shown;
    shown.mark = shown_mark(text.mark, decision);
    if (decision == Decision::shown) {
      shown.run_in = prose_.convert(paragraph.run_in);
      shown.text = prose_.convert(text.text);
      shown.language = from.language;
      block.value = std::move(shown);
      block.outline = shown_portion(redaction, mark);
    } else if (shown.mark) {
      shown.text.push_back({hole(HoleKind::paragraph, redaction, decision)});
      block.value = std::move(shown);
    } else {
      block.value = hole(HoleKind::paragraph, redaction, decision);
    }
    to.push_back(std::move(block));
    return decision != Decision::shown;
  }

  void quote(const report::Block& from, const report::Quote& quote, const Mark& above,
             released::Block& block) {
    // A quote without a mark leaves the decision to the portions in it.
    const Decision decision =
        quote.mark ? decide(from.redaction, quote.mark, from.span) : decisions_.of(from.redaction);
    released::Quote shown;
    shown.mark = shown_mark(quote.mark, decision);
    if (decision == Decision::shown) {
      blocks(quote.blocks, quote.mark ? quote.mark : above, shown.blocks);
      shown.language = from.language;
      block.value = std::move(shown);
    } else if (shown.mark) {
      shown.blocks.push_back({ordinal(from.span), hole(HoleKind::quote, from.redaction, decision)});
      block.value = std::move(shown);
    } else {
      block.value = hole(HoleKind::quote, from.redaction, decision);
    }
  }

  void text_box(const report::Block& from, const report::TextBox& text_box, const Mark& above,
                released::Block& block) {
    // As a quote, without a mark it leaves the decision to the portions in it.
    const Decision decision = text_box.mark ? decide(from.redaction, text_box.mark, from.span)
                                            : decisions_.of(from.redaction);
    if (decision != Decision::shown) {
      block.value =
          box(hole(HoleKind::box, from.redaction, decision), shown_mark(text_box.mark, decision));
      return;
    }
    const Mark& mark = text_box.mark ? text_box.mark : above;
    released::TextBox shown;
    shown.mark = text_box.mark;
    shown.title = title(text_box, mark);
    if (shown.title && std::holds_alternative<released::Inlines>(shown.title->text)) {
      shown.id = text_box.id;
    }
    blocks(text_box.blocks, mark, shown.blocks);
    shown.language = from.language;
    block.value = std::move(shown);
  }

  std::optional<released::Field> title(const report::TextBox& from, const Mark& above) {
    if (!from.title) return std::nullopt;
    const report::RichText& text = *from.title;
    const Decision decision = decide(text.redaction, text.mark ? text.mark : above, text.span);
    released::Field title;
    title.ordinal = ordinal(text.span);
    title.mark = shown_mark(text.mark, decision);
    if (decision == Decision::shown) {
      title.text = prose_.convert(text.text);
      draw_around(shown(text.redaction), title.text);
    } else {
      title.text = hole(HoleKind::field, text.redaction, decision);
    }
    return title;
  }

  void table(const report::Block& from, const report::Table& table, const Mark& above,
             released::Block& block) {
    const bool by_parts = !table.mark && decisions_.has_marks_inside(table);
    const Decision decision =
        by_parts ? decisions_.of(from.redaction)
                 : decide(from.redaction, table.mark ? table.mark : above, from.span);
    if (decision == Decision::shown) {
      const uint32_t number = table.caption ? ++tables_ : 0;
      released::Table shown = pass_table(table, above, *this);
      shown.number = number;
      shown.language = from.language;
      block.value = std::move(shown);
    } else {
      block.value =
          box(hole(HoleKind::table, from.redaction, decision), shown_mark(table.mark, decision));
    }
  }

  void figure(const report::Block& from, const report::Figure& figure, const Mark& above,
              released::Block& block) {
    const Decision decision = decide(from.redaction, figure.mark ? figure.mark : above, from.span);
    if (decision == Decision::shown) {
      const uint32_t number = figure.caption ? ++figures_ : 0;
      released::Figure shown = pass_figure(figure, pictures_, *this);
      shown.number = number;
      shown.language = from.language;
      block.value = std::move(shown);
    } else {
      block.value =
          box(hole(HoleKind::figure, from.redaction, decision), shown_mark(figure.mark, decision));
    }
  }

  // A table, figure or text box that is withheld whole, behind its mark if that is shown.
  using BlockValue = decltype(released::Block::value);
  static BlockValue box(Hole hole, const Mark& mark) {
    if (!mark) return hole;
    released::Paragraph shown;
    shown.mark = mark;
    shown.text.push_back({std::move(hole)});
    return shown;
  }

  void code(const report::Block& from, const report::Code& code, const Mark& above,
            released::Block& block) {
    const Mark& mark = code.text.mark ? code.text.mark : above;
    const Decision decision = decide(from.redaction, mark, code.text.span);
    released::Code shown;
    shown.mark = shown_mark(code.text.mark, decision);
    if (decision == Decision::shown) {
      shown.text = prose_.convert_plain(code.text.text);
      block.value = std::move(shown);
    } else if (shown.mark) {
      released::Paragraph marked;
      marked.mark = shown.mark;
      marked.text.push_back({hole(HoleKind::paragraph, from.redaction, decision)});
      block.value = std::move(marked);
    } else {
      block.value = hole(HoleKind::paragraph, from.redaction, decision);
    }
  }

  released::Heading heading(const report::Heading& from, const Mark& above) {
    const report::RichText& text = from.text;
    const Decision decision = decide(text.redaction, text.mark ? text.mark : above, text.span);
    released::Heading heading;
    heading.level = from.level;
    heading.mark = shown_mark(text.mark, decision);
    if (decision == Decision::shown) {
      heading.id = from.id;
      heading.text = prose_.convert(text.text);
      draw_around(shown_portion(text.redaction, text.mark ? text.mark : above), heading.text);
    } else {
      heading.text = hole(HoleKind::heading, text.redaction, decision);
    }
    return heading;
  }

  std::vector<released::ListItem> items(const std::vector<report::ListItem>& from,
                                        const Mark& above) {
    std::vector<released::ListItem> items;
    items.reserve(from.size());
    for (const report::ListItem& item : from) items.push_back(this->item(item, above));
    return items;
  }

  released::ListItem item(const report::ListItem& from, const Mark& above) {
    const Mark& mark = from.text.mark ? from.text.mark : above;
    const Decision decision = decide(from.text.redaction, mark, from.text.span);
    released::ListItem item;
    item.ordinal = ordinal(from.text.span);
    item.mark = shown_mark(from.text.mark, decision);
    if (decision == Decision::shown) {
      item.term = prose_.convert(from.term);
      item.text = prose_.convert(from.text.text);
      for (const report::Inlines& text : from.further) item.further.push_back(prose_.convert(text));
      item.items = items(from.items, mark);
      item.look = released_look(from.look);
      draw_around(shown_portion(from.text.redaction, mark), item);
    } else {
      item.text = hole(HoleKind::bullet, from.text.redaction, decision);
    }
    return item;
  }

  // Notes call no notes, so those called by now are all that are reachable.
  void notes() {
    for (const report::Note* from : prose_.notes()) {
      const Decision decision = decide(from->redaction, from->mark, from->span);
      released::Note note;
      note.ordinal = ordinal(from->span);
      note.mark = shown_mark(from->mark, decision);
      if (decision == Decision::shown) {
        std::vector<released::Inlines> paragraphs;
        for (const report::Inlines& text : from->paragraphs) {
          paragraphs.push_back(prose_.convert(text));
        }
        draw_around(shown_portion(from->redaction, from->mark), paragraphs);
        note.paragraphs = std::move(paragraphs);
      } else {
        note.paragraphs = hole(HoleKind::note, from->redaction, decision);
      }
      released_.notes.push_back(std::move(note));
    }
  }

  void declassification() {
    if (!profile_.declassified) return;
    released_.declassified = released::Declassification{
        profile_.declassified->authority, profile_.declassified->date,
        prose_.holes() > 0 || left_out_ ? kDeclassifiedInPart : kDeclassified};
  }

  // The declared marking stands for the document as it was; what remains of it
  // in a release is rolled up anew, if every portion shown says what it is.
  void overall() {
    if (released_.system == nullptr) return;
    const RollUp rolled = roll_up(released_);
    const bool whole = profile_.unredacted || profile_.declassified;
    const bool declared = report_.overall && (whole || rolled.unmarked);
    released_.overall = declared ? *report_.overall : rolled.join;
  }

  released::Released released_;
  Pictures pictures_;
  bool left_out_;
  uint32_t tables_ = 0, figures_ = 0;  // that have a number
};

// An unclassified release has no classification authority, and one that is marked lower
// than the report not the reason for the marking of the report. `nullopt`: nothing to drop.
std::optional<report::FrontMatter> front_matter_within(const report::Report& report,
                                                       const Profile& profile,
                                                       const released::Released& released) {
  const report::FrontMatter& front = report.front_matter;
  if (profile.declassified || profile.unredacted || released.system == nullptr) return std::nullopt;
  const bool lower = !report.overall || released.overall.level < report.overall->level;
  const bool lowest = released.overall == released.system->lowest();
  report::FrontMatter kept = front;
  if (lower) kept.compilation.reset();
  if (released.overall.level == 0) {
    kept.authority.clear();
    kept.sources.clear();
  }
  if (lowest) kept.designation.clear();
  const bool same = kept.compilation.has_value() == front.compilation.has_value() &&
                    kept.authority.size() == front.authority.size() &&
                    kept.sources.size() == front.sources.size() &&
                    kept.designation.size() == front.designation.size();
  if (same) return std::nullopt;
  return kept;
}

// A second time where the marking of the release, known only then, leaves less front matter.
base::Result<Withheld> open_door(const report::Report& report, const Profile& profile,
                                 const Album* album, bool left_out) {
  base::Result<Withheld> opened = Door(report, profile, album, left_out).open();
  if (!opened) return opened;
  std::optional<report::FrontMatter> kept = front_matter_within(report, profile, opened->released);
  if (!kept) return opened;
  report::Report less = report;
  less.front_matter = std::move(*kept);
  return Door(less, profile, album, left_out).open();
}

// Of a report in which nothing is left to withhold.
base::Result<Withheld> withhold_without_trace(const report::Report& report, const Profile& profile,
                                              const Album* album) {
  // Who has to approve what is left out is seen where it leaves boxes.
  if (profile.two_persons) {
    const base::Result<Withheld> boxed = Door(report, profile, album, false).open();
    if (!boxed) return boxed;
  }
  LeftOut left = leave_out(report, profile);
  if (!left.errors.empty()) return base::fail(std::move(left.errors));
  base::Result<Withheld> withheld = open_door(left.report, profile, album, left.anything);
  if (withheld && withheld->holes > 0) {
    return base::fail(base::error_without_place(
        base::Fault::internal, "SBL0414",
        "something that was to be left out would have left a box; nothing is written",
        "this is a fault of the program: please report it"));
  }
  return withheld;
}

}  // namespace

base::Result<Withheld> withhold(const report::Report& report, const Profile& profile,
                                const Album* album) {
  if (profile.omits) return withhold_without_trace(report, profile, album);
  return open_door(report, profile, album, false);
}

}  // namespace sable::release
