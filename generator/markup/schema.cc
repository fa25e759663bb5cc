// The table of schema.h, and look-ups in it.
#include "markup/schema.h"

#include <array>

namespace sable::markup {
namespace {

using enum FrameKind;
using K = ValueKind;

struct Spelling {
  Name name;
  std::string_view text;
};

constexpr std::array<Spelling, kNames> kSpellings{{
    {Name::report, "report"},
    {Name::marking, "marking"},
    {Name::release, "release"},
    {Name::body, "body"},
    {Name::language, "language"},
    {Name::title_text, "title-text"},
    {Name::kind_text, "kind-text"},
    {Name::office_text, "office-text"},
    {Name::date_text, "date-text"},
    {Name::date_long, "date-long"},
    {Name::date_day_first, "date-day-first"},
    {Name::date_year, "date-year"},
    {Name::date_month, "date-month"},
    {Name::date_day, "date-day"},
    {Name::number_text, "number-text"},
    {Name::kind, "kind"},
    {Name::office, "office"},
    {Name::title, "title"},
    {Name::date, "date"},
    {Name::number, "number"},
    {Name::system, "system"},
    {Name::overall, "overall"},
    {Name::level, "level"},
    {Name::levels, "levels"},
    {Name::per_page, "per-page"},
    {Name::codeword, "codeword"},
    {Name::name, "name"},
    {Name::audience, "audience"},
    {Name::unredacted, "unredacted"},
    {Name::declassified, "declassified"},
    {Name::stamp, "stamp"},
    {Name::watermark, "watermark"},
    {Name::line_numbers, "line-numbers"},
    {Name::bates_prefix, "bates-prefix"},
    {Name::bates_first, "bates-first"},
    {Name::bates_digits, "bates-digits"},
    {Name::boxes, "boxes"},
    {Name::codes, "codes"},
    {Name::authority, "authority"},
    {Name::caption, "caption"},
    {Name::mark, "mark"},
    {Name::quote_mark, "quote-mark"},
    {Name::apart_mark, "apart-mark"},
    {Name::spans, "spans"},
    {Name::redaction, "redaction"},
    {Name::heading, "heading"},
    {Name::paragraph, "paragraph"},
    {Name::bullets, "bullets"},
    {Name::quote, "quote"},
    {Name::section, "section"},
    {Name::h1, "h1"},
    {Name::h2, "h2"},
    {Name::h3, "h3"},
    {Name::id, "id"},
    {Name::run_in, "run-in"},
    {Name::items, "items"},
    {Name::blocks, "blocks"},
    {Name::extent, "extent"},
    {Name::lines, "lines"},
    {Name::words, "words"},
    {Name::pages, "pages"},
    {Name::label, "label"},
    {Name::text, "text"},
    {Name::emphasis, "emphasis"},
    {Name::strong, "strong"},
    {Name::code, "code"},
    {Name::term, "term"},
    {Name::small_caps, "small-caps"},
    {Name::link, "link"},
    {Name::note, "note"},
    {Name::reference, "reference"},
    {Name::url, "url"},
    {Name::repeated, "repeated"},
    {Name::adjoins, "adjoins"},
    {Name::paragraphs, "paragraphs"},
    {Name::to, "to"},
    {Name::shown, "shown"},
    {Name::table, "table"},
    {Name::table_mark, "table-mark"},
    {Name::columns, "columns"},
    {Name::align, "align"},
    {Name::width, "width"},
    {Name::unit, "unit"},
    {Name::head, "head"},
    {Name::rows, "rows"},
    {Name::foot, "foot"},
    {Name::cells, "cells"},
    {Name::row_mark, "row-mark"},
    {Name::scope, "scope"},
    {Name::colspan, "colspan"},
    {Name::rowspan, "rowspan"},
    {Name::contents, "contents"},
    {Name::depth, "depth"},
    {Name::tables, "tables"},
    {Name::figures, "figures"},
    {Name::index, "index"},
    {Name::entry, "entry"},
    {Name::show, "show"},
    {Name::lowest, "lowest"},
    {Name::numbered, "numbered"},
    {Name::terms, "terms"},
    {Name::start, "start"},
    {Name::numerals, "numerals"},
    {Name::further, "further"},
    {Name::rule, "rule"},
    {Name::tears, "tears"},
    {Name::figure, "figure"},
    {Name::figure_mark, "figure-mark"},
    {Name::src, "src"},
    {Name::alt, "alt"},
    {Name::floating, "float"},
    {Name::regions, "regions"},
    {Name::area, "area"},
    {Name::page_numbers, "page-numbers"},
    {Name::front, "front"},
    {Name::by_section, "by-section"},
    {Name::box, "box"},
    {Name::box_mark, "box-mark"},
    {Name::notice, "notice"},
    {Name::outlined, "outlined"},
    {Name::outline_codes, "outline-codes"},
    {Name::statements, "statements"},
    {Name::designation, "designation"},
    {Name::sources, "sources"},
    {Name::distribution, "distribution"},
}};

consteval bool in_order() {
  for (size_t i = 0; i < kNames; ++i) {
    if (static_cast<size_t>(kSpellings[i].name) != i) return false;
  }
  return true;
}
static_assert(in_order(), "kSpellings stands in the order of Name");

constexpr NameRule required_text(Name name) { return {name, K::text, false, document}; }
constexpr NameRule optional_text(Name name) { return {name, K::text, true, document}; }
constexpr NameRule flag(Name name) { return {name, K::flag, false, document}; }
constexpr NameRule list(Name name, FrameKind item_kind) { return {name, K::list, true, item_kind}; }
constexpr NameRule frame(Name name, FrameKind inner) { return {name, K::frame, false, inner}; }
constexpr NameRule optional_frame(Name name, FrameKind inner) {
  return {name, K::frame, true, inner};
}

constexpr NameRule kDocument[] = {
    frame(Name::report, report),
    frame(Name::marking, marking),
    frame(Name::release, release),
    list(Name::body, block),
};
constexpr NameRule kReport[] = {
    required_text(Name::language),
    required_text(Name::title_text),
    optional_text(Name::kind_text),
    optional_text(Name::office_text),
    optional_text(Name::date_text),
    optional_text(Name::date_long),
    optional_text(Name::date_day_first),
    optional_text(Name::date_year),
    optional_text(Name::date_month),
    optional_text(Name::date_day),
    optional_text(Name::number_text),
    optional_frame(Name::kind, field),
    optional_frame(Name::office, field),
    optional_frame(Name::title, field),
    optional_frame(Name::date, field),
    optional_frame(Name::number, field),
    optional_frame(Name::contents, contents),
    optional_frame(Name::page_numbers, page_numbers),
    optional_text(Name::columns),
    flag(Name::index),
};
constexpr NameRule kContents[] = {required_text(Name::depth), flag(Name::tables),
                                  flag(Name::figures)};
constexpr NameRule kPageNumbers[] = {optional_text(Name::front), flag(Name::by_section)};
constexpr NameRule kMarking[] = {
    required_text(Name::system),
    required_text(Name::overall),
    required_text(Name::level),
    list(Name::levels, level),
    required_text(Name::lowest),
    flag(Name::per_page),
    optional_frame(Name::codeword, field),
    optional_frame(Name::statements, lines),
    optional_frame(Name::authority, lines),
    optional_frame(Name::designation, lines),
    optional_frame(Name::sources, lines),
    optional_frame(Name::distribution, lines),
};
constexpr NameRule kLevel[] = {required_text(Name::level)};
constexpr NameRule kRelease[] = {
    required_text(Name::name),        optional_text(Name::audience),
    flag(Name::unredacted),           optional_frame(Name::declassified, declassified),
    optional_text(Name::stamp),       required_text(Name::boxes),
    required_text(Name::codes),       optional_text(Name::watermark),
    flag(Name::line_numbers),         optional_text(Name::bates_prefix),
    optional_text(Name::bates_first), optional_text(Name::bates_digits),
    optional_text(Name::notice),  // of a copy for officers
};
constexpr NameRule kDeclassified[] = {
    optional_text(Name::authority), optional_text(Name::date),
    optional_text(Name::date_long), optional_text(Name::date_day_first),
    optional_text(Name::date_year), optional_text(Name::date_month),
    optional_text(Name::date_day),  optional_text(Name::caption),
};
constexpr NameRule kLines[] = {list(Name::lines, line)};
constexpr NameRule kLine[] = {
    optional_text(Name::label),
    optional_text(Name::mark),
    list(Name::spans, span),
    optional_frame(Name::redaction, redaction),
};
constexpr NameRule kField[] = {
    optional_text(Name::mark),
    list(Name::spans, span),
    optional_frame(Name::redaction, redaction),
};
constexpr NameRule kBlock[] = {
    optional_frame(Name::heading, heading),
    optional_frame(Name::paragraph, paragraph),
    optional_frame(Name::bullets, bullets),
    optional_frame(Name::quote, quote),
    optional_frame(Name::section, section),
    optional_frame(Name::table, table),
    optional_frame(Name::numbered, numbered),
    optional_frame(Name::terms, bullets),
    optional_frame(Name::code, code_block),
    optional_frame(Name::rule, rule),
    optional_frame(Name::figure, figure),
    optional_frame(Name::box, text_box),
    optional_frame(Name::redaction, redaction),
    // Beside one of these: whether a line stands around it, and under which codes.
    flag(Name::outlined),
    optional_text(Name::outline_codes),
};
constexpr NameRule kHeading[] = {
    flag(Name::h1),
    flag(Name::h2),
    flag(Name::h3),
    optional_text(Name::id),
    optional_text(Name::number),
    optional_text(Name::language),
    optional_text(Name::mark),
    list(Name::spans, span),
    optional_frame(Name::redaction, redaction),
};
constexpr NameRule kParagraph[] = {
    optional_text(Name::language),      optional_text(Name::mark),
    optional_text(Name::quote_mark),  // of the quote that begins with it
    optional_frame(Name::run_in, rich), list(Name::spans, span),
};
constexpr NameRule kRich[] = {list(Name::spans, span)};
constexpr NameRule kBullets[] = {optional_text(Name::language), list(Name::items, item)};
constexpr NameRule kItem[] = {
    optional_text(Name::mark),
    list(Name::spans, span),
    optional_frame(Name::redaction, redaction),
    optional_frame(Name::term, rich),  // of a list of terms
    list(Name::further, rich),
    optional_frame(Name::bullets, bullets),
    optional_frame(Name::numbered, numbered),
};
constexpr NameRule kNumbered[] = {
    optional_text(Name::language),
    required_text(Name::numerals),
    optional_text(Name::start),  // where it is not 1
    list(Name::items, item),
};
constexpr NameRule kCodeBlock[] = {optional_text(Name::mark), list(Name::spans, span)};
constexpr NameRule kRule[] = {flag(Name::tears)};
constexpr NameRule kQuote[] = {
    optional_text(Name::language),
    optional_text(Name::mark),
    optional_text(Name::apart_mark),  // where no paragraph begins it
    list(Name::blocks, block),
};
constexpr NameRule kSection[] = {optional_text(Name::language), optional_text(Name::columns),
                                 frame(Name::heading, heading), list(Name::blocks, block)};
constexpr NameRule kTable[] = {
    optional_text(Name::id),
    optional_text(Name::language),
    optional_text(Name::mark),
    optional_text(Name::apart_mark),  // where it has no caption
    optional_frame(Name::caption, caption),
    list(Name::columns, column),
    list(Name::head, row),
    list(Name::rows, row),
    list(Name::foot, row),
};
constexpr NameRule kCaption[] = {
    required_text(Name::number),      optional_text(Name::table_mark),
    optional_text(Name::figure_mark), optional_text(Name::mark),
    list(Name::spans, span),          optional_frame(Name::redaction, redaction),
};
constexpr NameRule kColumn[] = {
    optional_text(Name::align),
    optional_text(Name::width),
    optional_text(Name::unit),
};
constexpr NameRule kRow[] = {
    optional_text(Name::mark), list(Name::cells, cell), optional_frame(Name::redaction, redaction),
    optional_text(Name::colspan),  // of the redaction
};
constexpr NameRule kCell[] = {
    optional_text(Name::scope),  // of a header cell
    optional_text(Name::colspan),
    optional_text(Name::rowspan),
    optional_text(Name::align),
    optional_text(Name::row_mark),  // of the row that begins with it
    optional_text(Name::mark),
    list(Name::spans, span),
    optional_frame(Name::redaction, redaction),
};
constexpr NameRule kFigure[] = {
    optional_text(Name::id),
    optional_text(Name::language),
    optional_text(Name::mark),
    optional_text(Name::apart_mark),  // where it has no caption
    required_text(Name::src),
    required_text(Name::alt),
    optional_text(Name::width),
    optional_text(Name::unit),
    optional_text(Name::floating),
    list(Name::regions, redaction),
    optional_frame(Name::caption, caption),
};
constexpr NameRule kTextBox[] = {
    optional_text(Name::language),          optional_text(Name::mark),
    optional_text(Name::apart_mark),  // where it has no title
    optional_frame(Name::title, box_title), list(Name::blocks, block),
};
constexpr NameRule kBoxTitle[] = {
    optional_text(Name::id),        // of the box
    optional_text(Name::box_mark),  // of the box, before its title
    optional_text(Name::mark),
    list(Name::spans, span),
    optional_frame(Name::redaction, redaction),
};
constexpr NameRule kRedaction[] = {
    required_text(Name::kind),  required_text(Name::extent), optional_text(Name::lines),
    optional_text(Name::words), optional_text(Name::pages),  optional_text(Name::codes),
    optional_text(Name::label), optional_text(Name::id),     required_text(Name::number),
    optional_text(Name::area),  // of a region of a picture
};
constexpr NameRule kSpan[] = {
    optional_text(Name::text),
    optional_frame(Name::emphasis, rich),
    optional_frame(Name::strong, rich),
    optional_frame(Name::code, rich),
    optional_frame(Name::term, term),
    optional_frame(Name::small_caps, rich),
    optional_frame(Name::link, link),
    optional_frame(Name::note, note),
    optional_frame(Name::reference, reference),
    optional_frame(Name::redaction, redaction),
    optional_frame(Name::outlined, outlined),
};
constexpr NameRule kOutlined[] = {list(Name::spans, span), optional_text(Name::codes)};
constexpr NameRule kLink[] = {required_text(Name::url), list(Name::spans, span)};
constexpr NameRule kTerm[] = {
    list(Name::spans, span),
    optional_text(Name::entry),  // in the index, where it is not its words
};
constexpr NameRule kNote[] = {
    required_text(Name::id),
    required_text(Name::number),
    flag(Name::repeated),
    flag(Name::adjoins),
    optional_text(Name::mark),
    list(Name::paragraphs, note_paragraph),
    optional_frame(Name::redaction, redaction),
};
constexpr NameRule kNoteParagraph[] = {
    optional_text(Name::mark),  // the note's; of the first paragraph only
    list(Name::spans, span),
};
constexpr NameRule kReference[] = {
    required_text(Name::to),     flag(Name::shown),
    optional_text(Name::show),    // "number", "page" or "title", if it says so
    optional_text(Name::table),   // the number of a table
    optional_text(Name::figure),  // of a figure
};

struct FrameRule {
  FrameKind kind;
  std::string_view words;
  std::span<const NameRule> names;
};

constexpr std::array<FrameRule, kFrameKinds> kFrames{{
    {document, "the document", kDocument},
    {report, "the report", kReport},
    {marking, "the marking", kMarking},
    {level, "a level of the marking system", kLevel},
    {release, "the release", kRelease},
    {declassified, "a declassification", kDeclassified},
    {lines, "lines about the marking", kLines},
    {line, "a line about the marking", kLine},
    {field, "a line of the title block or a codeword", kField},
    {block, "a block", kBlock},
    {heading, "a heading", kHeading},
    {paragraph, "a paragraph", kParagraph},
    {contents, "the contents", kContents},
    {page_numbers, "the page numbers", kPageNumbers},
    {rich, "a rich text", kRich},
    {bullets, "a list of bullets", kBullets},
    {numbered, "a numbered list", kNumbered},
    {item, "an item of a list", kItem},
    {code_block, "a block of code", kCodeBlock},
    {rule, "a rule", kRule},
    {quote, "a quote", kQuote},
    {section, "a section", kSection},
    {table, "a table", kTable},
    {caption, "a caption", kCaption},
    {column, "a column", kColumn},
    {row, "a row", kRow},
    {cell, "a cell", kCell},
    {figure, "a figure", kFigure},
    {text_box, "a box", kTextBox},
    {box_title, "the title of a box", kBoxTitle},
    {redaction, "a redaction", kRedaction},
    {span, "a span", kSpan},
    {link, "a link", kLink},
    {term, "a term", kTerm},
    {note, "a note", kNote},
    {note_paragraph, "a paragraph of a note", kNoteParagraph},
    {reference, "a reference", kReference},
    {outlined, "words with a line around them", kOutlined},
}};

consteval bool frames_in_order() {
  for (size_t i = 0; i < kFrameKinds; ++i) {
    if (static_cast<size_t>(kFrames[i].kind) != i) return false;
  }
  return true;
}
static_assert(frames_in_order(), "kFrames stands in the order of FrameKind");

const FrameRule& rule_of(FrameKind kind) { return kFrames[static_cast<size_t>(kind)]; }

std::vector<std::string_view> parts_of(std::string_view dotted) {
  std::vector<std::string_view> parts;
  for (size_t dot = dotted.find('.'); dot != std::string_view::npos; dot = dotted.find('.')) {
    parts.push_back(dotted.substr(0, dot));
    dotted.remove_prefix(dot + 1);
  }
  parts.push_back(dotted);
  return parts;
}

void add_dotted(std::vector<std::string>& out, const std::string& prefix, FrameKind kind) {
  for (const NameRule& rule : names_of(kind)) {
    const std::string name = prefix + "." + std::string(spelling(rule.name));
    out.push_back(name);
    if (rule.kind == ValueKind::frame) add_dotted(out, name, rule.inner);
  }
}

}  // namespace

std::string_view spelling(Name name) { return kSpellings[static_cast<size_t>(name)].text; }

std::optional<Name> find_name(std::string_view text) {
  for (const Spelling& each : kSpellings) {
    if (each.text == text) return each.name;
  }
  return std::nullopt;
}

std::span<const NameRule> names_of(FrameKind kind) { return rule_of(kind).names; }

const NameRule* find_rule(FrameKind kind, Name name) {
  for (const NameRule& rule : names_of(kind)) {
    if (rule.name == name) return &rule;
  }
  return nullptr;
}

std::string_view describe(FrameKind kind) { return rule_of(kind).words; }

bool is_root(Name name) {
  return name == Name::report || name == Name::marking || name == Name::release;
}

std::optional<Resolved> resolve(FrameKind kind, std::string_view dotted) {
  Resolved resolved;
  const auto parts = parts_of(dotted);
  FrameKind at = kind;
  for (size_t i = 0; i < parts.size(); ++i) {
    const auto name = find_name(parts[i]);
    if (!name) return std::nullopt;
    if (i == 0 && is_root(*name)) {
      resolved.rooted = true;
      at = FrameKind::document;
    }
    const bool passable = i == 0 || (resolved.rooted && resolved.rule.kind == ValueKind::frame);
    const NameRule* rule = passable ? find_rule(at, *name) : nullptr;
    if (!rule) return std::nullopt;
    resolved.path.push_back(*name);
    resolved.rule = *rule;
    at = rule->inner;
  }
  return resolved;
}

std::vector<std::string> spellings_in(FrameKind kind) {
  std::vector<std::string> out;
  for (const NameRule& rule : names_of(kind)) out.emplace_back(spelling(rule.name));
  for (const NameRule& root : kDocument) {
    if (!is_root(root.name)) continue;
    if (kind != FrameKind::document) out.emplace_back(spelling(root.name));
    add_dotted(out, std::string(spelling(root.name)), root.inner);
  }
  return out;
}

}  // namespace sable::markup
