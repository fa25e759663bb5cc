// The names that a template may use, and where.
//
// In:  nothing: a table.
// Out: for each frame (what stands between {{#x}} and {{/x}}) its names, their
//      kinds and the frames that they open.
//
// A tag sees the innermost frame and the roots `report`, `marking` and
// `release`, and nothing else: a child never sees its parent's value by
// accident. Dotted names start at a root: {{report.language}}.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sable::markup {

enum class FrameKind : uint8_t {
  document,      // the top of report.mustache
  report,        // {{#report}}
  marking,       // {{#marking}}
  level,         // {{#marking.levels}}
  release,       // {{#release}}
  declassified,  // {{#release.declassified}}
  lines,         // {{#marking.authority}} and its like: lines of a block or list
  line,          // one of them
  field,         // a line of the title block, or the banner's codeword
  block,         // an item of `body` or `blocks`; exactly one of its names is set
  heading,
  paragraph,
  contents,      // {{#report.contents}}
  page_numbers,  // {{#report.page-numbers}}
  rich,          // rich text and nothing more: `spans`
  bullets,
  numbered,
  item,
  code_block,
  rule,
  quote,
  section,
  table,
  caption,
  column,
  row,
  cell,
  figure,
  text_box,
  box_title,
  redaction,
  span,  // an item of `spans`; exactly one of its names is set
  link,
  term,
  note,
  note_paragraph,  // an item of a note's `paragraphs`
  reference,
  outlined,  // words with a line around them
};
constexpr size_t kFrameKinds = 38;

enum class Name : uint8_t {
  report,
  marking,
  release,
  body,
  language,
  title_text,
  kind_text,
  office_text,
  date_text,
  date_long,
  date_day_first,
  date_year,
  date_month,
  date_day,
  number_text,
  kind,
  office,
  title,
  date,
  number,
  system,
  overall,
  level,
  levels,
  per_page,
  codeword,
  name,
  audience,
  unredacted,
  declassified,
  stamp,
  watermark,
  line_numbers,
  bates_prefix,
  bates_first,
  bates_digits,
  boxes,
  codes,
  authority,
  caption,
  mark,
  quote_mark,
  apart_mark,
  spans,
  redaction,
  heading,
  paragraph,
  bullets,
  quote,
  section,
  h1,
  h2,
  h3,
  id,
  run_in,
  items,
  blocks,
  extent,
  lines,
  words,
  pages,
  label,
  text,
  emphasis,
  strong,
  code,
  term,
  small_caps,
  link,
  note,
  reference,
  url,
  repeated,
  adjoins,
  paragraphs,
  to,
  shown,
  table,
  table_mark,
  columns,
  align,
  width,
  unit,
  head,
  rows,
  foot,
  cells,
  row_mark,
  scope,
  colspan,
  rowspan,
  contents,
  depth,
  tables,
  figures,
  index,
  entry,
  show,
  lowest,
  numbered,
  terms,
  start,
  numerals,
  further,
  rule,
  tears,
  figure,
  figure_mark,
  src,
  alt,
  floating,
  regions,
  area,
  page_numbers,
  front,
  by_section,
  box,
  box_mark,
  notice,
  outlined,
  outline_codes,
  statements,
  designation,
  sources,
  distribution,
};
constexpr size_t kNames = static_cast<size_t>(Name::distribution) + 1;

// text: for {{x}}, and for {{#x}} where it may be absent. flag: {{#x}} only.
// list: {{#x}} repeats, once for each item. frame: {{#x}} opens it.
enum class ValueKind : uint8_t { text, flag, list, frame };

struct NameRule {
  Name name;
  ValueKind kind;
  bool optional = false;                  // may be absent, and is then false
  FrameKind inner = FrameKind::document;  // of a list's items, or of a frame
};

// "title-text"
std::string_view spelling(Name name);
std::optional<Name> find_name(std::string_view spelling);

std::span<const NameRule> names_of(FrameKind frame);
const NameRule* find_rule(FrameKind frame, Name name);
// "a paragraph", for messages.
std::string_view describe(FrameKind frame);

bool is_root(Name name);

// What a name of a tag stands for, seen from a frame.
struct Resolved {
  bool rooted = false;     // starts at a root, not in the innermost frame
  std::vector<Name> path;  // {release, declassified, date}
  NameRule rule;           // of the last part
};

// Nothing if the frame has no such name.
std::optional<Resolved> resolve(FrameKind frame, std::string_view dotted);

// Every spelling that resolves in that frame, dotted ones too: for "did you mean".
std::vector<std::string> spellings_in(FrameKind frame);

}  // namespace sable::markup
