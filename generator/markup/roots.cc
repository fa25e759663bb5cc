// The frames of the roots `report`, `marking` and `release`, for frames.h, and
// plain text for a document's metadata.
#include <algorithm>

#include "markup/look.h"

namespace sable::markup {
namespace {

using released::Inlines;
using released::Released;

Value field(const std::optional<released::Field>& field) {
  if (!field) return Absent{};
  return Frame{&*field, field->ordinal};
}

Value lines(const released::LabelledLines& lines) {
  if (lines.empty()) return Absent{};
  return Frame{&lines};
}

// Nothing of a field that is withheld whole: a document's author is not a box.
std::string field_text(const std::optional<released::Field>& field) {
  const auto* text = field ? std::get_if<Inlines>(&field->text) : nullptr;
  return text == nullptr ? std::string() : plain_text(*text);
}

// A document has to have a title (ISO 14289-1, 7.1): in place of one that is
// withheld or missing stands what else the release shows of the report.
std::string title_text(const released::Titles& titles) {
  std::string text = field_text(titles.title);
  if (!text.empty()) return text;
  for (const auto* substitute : {&titles.kind, &titles.number}) {
    const std::string words = field_text(*substitute);
    if (!text.empty() && !words.empty()) text += ' ';
    text += words;
  }
  if (!titles.title) return text.empty() ? "Untitled report" : text;
  return text.empty() ? "[title withheld]" : text + " [title withheld]";
}

std::string spelled(released::Appearance appearance) {
  switch (appearance) {
    case released::Appearance::black:
      return "black";
    case released::Appearance::outline:
      return "outline";
    case released::Appearance::grey:
      return "grey";
  }
  return {};
}

std::string spelled(released::CodePlace place) {
  switch (place) {
    case released::CodePlace::inside:
      return "inside";
    case released::CodePlace::beside:
      return "beside";
    case released::CodePlace::margin:
      return "margin";
  }
  return {};
}

// The names that a date has beside its ISO form.
Value look_at_date(const std::string& date, const DateForms& forms, Name name) {
  if (date.empty()) return Absent{};
  if (name == Name::date_long) return forms.long_form.empty() ? date : forms.long_form;
  if (name == Name::date_day_first) return forms.day_first.empty() ? date : forms.day_first;
  const std::optional<DateParts> parts = date_parts(date);
  if (!parts) return Absent{};
  if (name == Name::date_year) return parts->year;
  return name == Name::date_month ? parts->month : parts->day;
}

void append_plain(std::string& out, const Inlines& inlines);

struct PlainText {
  std::string& out;

  void operator()(const released::Text& it) const { out += it.text; }
  void operator()(const released::Styled& it) const { append_plain(out, it.children); }
  void operator()(const released::Link& it) const { append_plain(out, it.children); }
  void operator()(const released::Outlined& it) const { append_plain(out, it.children); }
  void operator()(const released::NoteCall&) const {}
  void operator()(const released::Reference&) const {}
  void operator()(const released::Hole&) const { out += "[withheld]"; }
};

void append_plain(std::string& out, const Inlines& inlines) {
  for (const released::Inline& each : inlines) std::visit(PlainText{out}, each.value);
}

}  // namespace

std::optional<DateParts> date_parts(std::string_view date) {
  constexpr std::string_view kShape = "0000-00-00";
  if (date.size() != kShape.size()) return std::nullopt;
  for (size_t i = 0; i < date.size(); ++i) {
    const bool digit = date[i] >= '0' && date[i] <= '9';
    if (kShape[i] == '-' ? date[i] != '-' : !digit) return std::nullopt;
  }
  const auto digits = [date](size_t begin, size_t count) {
    const std::string_view part = date.substr(begin, count);
    return std::string(part.substr(std::min(part.find_first_not_of('0'), count - 1)));
  };
  return DateParts{digits(0, 4), digits(5, 2), digits(8, 2)};
}

Value look(Document, const Asked& asked) {
  switch (asked.name) {
    case Name::report:
      return Frame{ReportRoot{}};
    case Name::marking:
      return Frame{MarkingRoot{}};
    case Name::release:
      return Frame{ReleaseRoot{}};
    case Name::body:
      return Sequence{&asked.released().body};
    default:
      return Unknown{};
  }
}

Value look(ReportRoot, const Asked& asked) {
  const released::Titles& titles = asked.released().titles;
  switch (asked.name) {
    case Name::language:
      return asked.released().language;
    case Name::title_text:
      return title_text(titles);
    case Name::kind_text:
      return text_or_absent(field_text(titles.kind));
    case Name::office_text:
      return text_or_absent(field_text(titles.office));
    case Name::date_text:
      return text_or_absent(field_text(titles.date));
    case Name::date_long:
    case Name::date_day_first:
    case Name::date_year:
    case Name::date_month:
    case Name::date_day:
      return look_at_date(field_text(titles.date), asked.dates().report, asked.name);
    case Name::number_text:
      return text_or_absent(field_text(titles.number));
    case Name::kind:
      return field(titles.kind);
    case Name::office:
      return field(titles.office);
    case Name::title:
      return field(titles.title);
    case Name::date:
      return field(titles.date);
    case Name::number:
      return field(titles.number);
    case Name::contents:
      if (asked.released().contents.depth == 0) return Absent{};
      return Frame{&asked.released().contents};
    case Name::columns:
      return count_or_absent(asked.released().columns);
    case Name::page_numbers: {
      const released::PageNumbers& numbers = asked.released().page_numbers;
      if (numbers.front.empty() && !numbers.by_section) return Absent{};
      return Frame{&numbers};
    }
    case Name::index:
      return asked.released().index;
    default:
      return Unknown{};
  }
}

Value look(const released::Contents* it, const Asked& asked) {
  switch (asked.name) {
    case Name::depth:
      return std::to_string(it->depth);
    case Name::tables:
      return it->tables;
    case Name::figures:
      return it->figures;
    default:
      return Unknown{};
  }
}

Value look(const released::PageNumbers* it, const Asked& asked) {
  if (asked.name == Name::front) return text_or_absent(it->front);
  if (asked.name == Name::by_section) return it->by_section;
  return Unknown{};
}

Value look(MarkingRoot, const Asked& asked) {
  const Released& released = asked.released();
  switch (asked.name) {
    case Name::system:
      return released.system ? released.system->name() : std::string();
    case Name::overall:
      return released.system ? released.system->banner(released.overall) : std::string();
    case Name::level:
      return released.system ? released.system->levels()[released.overall.level].banner
                             : std::string();
    case Name::lowest:
      return released.system ? released.system->banner(released.system->lowest()) : std::string();
    case Name::levels:
      if (!released.system) return Absent{};
      return Sequence{&released.system->levels()};
    case Name::per_page:
      return released.banner == released::BannerScope::per_page;
    case Name::codeword:
      return field(released.codeword);
    case Name::statements:
      return lines(released.front_matter.statements);
    case Name::authority:
      return lines(released.front_matter.authority);
    case Name::designation:
      return lines(released.front_matter.designation);
    case Name::sources:
      return lines(released.front_matter.sources);
    case Name::distribution:
      return lines(released.front_matter.distribution);
    default:
      return Unknown{};
  }
}

Value look(const marking::Level* it, const Asked& asked) {
  if (asked.name == Name::level) return it->banner;
  return Unknown{};
}

Value look(const std::optional<released::Bates>& bates, Name name) {
  if (!bates) return Absent{};
  if (name == Name::bates_prefix) return text_or_absent(bates->prefix);
  return std::to_string(name == Name::bates_first ? bates->first : bates->digits);
}

Value look(ReleaseRoot, const Asked& asked) {
  const Released& released = asked.released();
  switch (asked.name) {
    case Name::name:
      return released.release;
    case Name::audience:
      return text_or_absent(released.audience);
    case Name::unredacted:
      return released.unredacted;
    case Name::declassified:
      if (!released.declassified) return Absent{};
      return Frame{&*released.declassified};
    case Name::stamp:
      return text_or_absent(released.stamp);
    case Name::boxes:
      return spelled(released.boxes);
    case Name::watermark:
      return text_or_absent(released.watermark);
    case Name::line_numbers:
      return released.numbers_lines;
    case Name::bates_prefix:
    case Name::bates_first:
    case Name::bates_digits:
      return look(released.bates, asked.name);
    case Name::codes:
      return spelled(released.codes);
    case Name::notice:
      return text_or_absent(released.notice);
    default:
      return Unknown{};
  }
}

Value look(const released::Declassification* it, const Asked& asked) {
  switch (asked.name) {
    case Name::authority:
      return text_or_absent(it->authority);
    case Name::date:
      return text_or_absent(it->date);
    case Name::date_long:
    case Name::date_day_first:
    case Name::date_year:
    case Name::date_month:
    case Name::date_day:
      return look_at_date(it->date, asked.dates().declassified, asked.name);
    case Name::caption:
      return text_or_absent(it->caption);
    default:
      return Unknown{};
  }
}

std::string plain_text(const Inlines& inlines) {
  std::string out;
  append_plain(out, inlines);
  return out;
}

}  // namespace sable::markup
