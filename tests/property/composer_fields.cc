// Implements composer.h: the head of a report, its fields, notes and releases.
#include <algorithm>
#include <array>
#include <iterator>

#include "composer.h"
#include "random_report.h"

namespace sable::property {

namespace {

constexpr std::array<std::string_view, 5> kNarrowCodes = {"b1", "b3", "b6", "b7A", "b1,b5"};
// Those of the releases in composer_releases.cc.
constexpr std::array<std::string_view, 11> kWideCodes = {
    "b1", "b3", "b6", "b7A", "b5", "b7C", "b1,b5", "b6,b3", "undisclosed", "25X1", "house-1"};
constexpr std::array<std::string_view, 8> kExtents = {
    "2 lines", "words", "paragraph", "undisclosed", "7 words", "12 lines", "30 words", "half page"};

}  // namespace

Composer::Composer(const Recipe& recipe)
    : recipe_(recipe), public_(recipe.shown), secret_(recipe.hidden) {}

std::string Composer::compose() {
  notes_ = 1 + public_.below(3);
  const std::string settings = head();
  size_t count = 3 + public_.below(10);
  if (recipe_.wide) count = public_.one_in(200) ? 40 : 1 + public_.below(4);
  std::string body = blocks(2, count, 0);
  if (recipe_.figures) body += figures(1 + public_.below(4));
  const std::string called = notes();
  const std::string rules = releases();
  if (decided_) {
    const std::string version = recipe_.is_earlier ? "earlier." : "";
    files_[version + "decisions.yaml"] = "sable-decisions: 1\ndecisions:\n" + decisions_;
  }
  return settings + "body:\n" + body + "notes:\n" + called + secret_note_texts_ + rules;
}

bool Composer::varies(std::string_view codes) const {
  return std::any_of(
      recipe_.varying.codes.begin(), recipe_.varying.codes.end(), [codes](std::string_view code) {
        const size_t at = codes.find(code);
        const size_t end = at + code.size();
        return at != std::string_view::npos && (end == codes.size() || codes[end] == ',');
      });
}

bool Composer::is_above(std::string_view mark) const {
  const std::string_view counted = mark.empty() ? std::string_view(above_) : mark;
  const auto* found = std::find(std::begin(kMarks), std::end(kMarks), counted);
  size_t rank = static_cast<size_t>(found - std::begin(kMarks));
  if (found == std::end(kMarks)) rank = overall_ ? std::size(kMarks) - 1 : 0;
  return recipe_.varying.ceiling < rank;
}

std::string Composer::id(char kind) {
  return kind + std::to_string(++(hides() ? secret_ids_ : ids_)) + (hides() ? "s" : "");
}

// What is shown refers to what both of a pair have.
std::string Composer::new_id(char kind) {
  std::string name = id(kind);
  if (!hides()) reference_ids_.push_back(name);
  return name;
}

std::string Composer::codes() {
  if (recipe_.wide) return std::string(random().pick(kWideCodes));
  // In what is shown, one span in eight is shown too; its content is public.
  if (!hides() && spans_ > 0 && public_.one_in(8)) return "b5";
  return std::string(random().pick(kNarrowCodes));
}

Ground Composer::ground() {
  const std::string under = codes();
  return {under, decided_ && random().one_in(8)};
}

std::string Composer::mark() { return std::string(kMarks[random().below(std::size(kMarks))]); }

std::string Composer::withheld_mark(bool own) {
  Random& from = shows_marks_ && own && hidden_ == 1 ? public_ : random();
  if (from.one_in(2)) return "";
  return std::string(kMarks[from.below(std::size(kMarks))]);
}

std::string Composer::head() {
  std::string out = "sable: 1\ntemplate: " + std::string(recipe_.template_name) + "\n";
  plain_secrets_ = public_.below(4) != 0;
  shows_marks_ = recipe_.wide && public_.one_in(4);
  decided_ = recipe_.wide && public_.one_in(3);
  two_persons_ = decided_ && public_.one_in(3);
  numbers_ = public_.one_in(2);
  overall_ = !recipe_.wide || !public_.one_in(6);
  out += titles() + marking();
  if (public_.one_in(3)) out += "contents: {depth: 2, tables: true}\n";
  if (numbers_) out += "numbering: sections\n";
  if (public_.one_in(3)) out += "index: true\n";
  return recipe_.wide ? out + head_lists() : out;
}

std::string Composer::head_lists() {
  std::string out =
      "codes:\n  house-1: {printed: \"[H1]\", law: House rule 1, title: names of informants}\n";
  if (public_.one_in(3)) out += "statutes: {b3: 50 USC 3024(i)(1)}\n";
  if (decided_) {
    out +=
        recipe_.is_earlier ? "decisions: earlier.decisions.yaml\n" : "decisions: decisions.yaml\n";
  }
  if (two_persons_ && public_.one_in(2)) out += "approval: two-person\n";
  if (public_.one_in(5)) {
    out += "page-numbers: {front: lower-roman";
    out += numbers_ && public_.one_in(2) ? ", by: section}\n" : "}\n";
  }
  if (public_.one_in(6)) out += "columns: " + std::to_string(2 + public_.below(2)) + "\n";
  if (overall_ && public_.one_in(4)) {
    out += "authority: {classified-by: " + secret_word("b1") +
           ", reason: 1.4(c), declassify-on: End of the talks}\n";
  }
  if (public_.one_in(4)) out += "distribution: [Office of Rivers, " + secret_word("b1") + "]\n";
  return out;
}

std::string Composer::marking() {
  std::string out = "marking: {system: us-ic";
  if (overall_) out += ", overall: SECRET//NOFORN";
  if (recipe_.wide && public_.one_in(4)) out += ", banner: overall";
  if (public_.one_in(4)) out += ", codeword: " + secret_word("b1");
  if (public_.one_in(6)) out += ", compilation: " + secret_word("b1");
  return out + "}\n";
}

// A field of a few words, that no full version is too small for.
std::string Composer::secret_word(const std::string& code) {
  std::string redact = "{redact: ";
  redact.append(redact_as_it_is({code})).append(", ");
  const Hide hide(*this, varies(code));
  if (random().one_in(4)) return redact + "withheld: true}";
  const std::string canary = hides() ? std::string(kCanary) + ' ' : "word ";
  return redact + "text: " + quoted(canary + one_line(random().below(3), false)) + "}";
}

std::string Composer::redact(const Ground& ground, bool pages) {
  const Hide declared(*this, recipe_.varying.omits && varies(ground));
  const Naming named = naming(ground);
  std::string out = named.codes.empty() ? "" : ", code: [" + named.codes + "]";
  if (!named.statute.empty()) out += ", statute: " + named.statute;
  if (pages) {
    out += ", extent: " + std::to_string(1 + random().below(4)) + " pages";
  } else if (random().one_in(3)) {
    out += ", extent: " + std::string(random().pick(kExtents));
  }
  if (random().one_in(6)) out += ", label: some matter";
  if (!named.id.empty()) out += ", id: " + named.id;
  out.replace(0, 2, 1, '{');
  out += "}";
  return out;
}

std::string Composer::redact_as_it_is(const Ground& ground) {
  const Hide declared(*this, recipe_.varying.omits && varies(ground));
  const Naming named = naming(ground);
  std::string out = "{label: word";
  if (!named.codes.empty()) out += ", code: [" + named.codes + "]";
  if (!named.statute.empty()) out += ", statute: " + named.statute;
  if (!named.id.empty()) out += ", id: " + named.id;
  return out + "}";
}

// The fields of a portion that is withheld whole: text or `withheld: true`.
std::string Composer::secret_portion(size_t indent, bool several, bool may_lack) {
  const std::string pad(indent, ' ');
  const Ground under = ground();
  std::string out = pad + "redact: " + redact(under) + "\n";
  const Hide hide(*this, varies(under));
  // Where it stands for nothing its mark is told all the same.
  const std::string mark = hides() ? withheld_mark(varies(under)) : this->mark();
  if (may_lack && !under.released && !shows_marks_ && random().one_in(6))
    return out + pad + "withheld: true\n";
  if (!mark.empty()) out += pad + "mark: " + mark + "\n";
  const Hide above(*this, !mark.empty() && is_above(mark));
  return out + pad + "text: " + quoted(secret_paragraphs(several)) + "\n";
}

std::string Composer::titles() {
  in_note_ = true;  // notes are called from the body alone here
  std::string out = "report:\n";
  if (recipe_.wide && public_.one_in(4)) {
    constexpr std::array<std::string_view, 4> kLanguages = {"en-GB", "fr", "de", "en-US"};
    out += "  language: " + std::string(public_.pick(kLanguages)) + "\n";
  }
  out += title_field("kind") + title_field("office");
  if (recipe_.wide && public_.one_in(3)) {
    out += "  title:\n" + secret_portion(4, false, true);
  } else {
    const Hide hide(*this, is_above("U"));
    out += "  title: {mark: U, text: " + quoted(shown_prose()) + "}\n";
  }
  if (public_.one_in(2)) {
    const Ground under = ground();
    out += "  date: {redact: " + redact(under);
    const Hide hide(*this, varies(under));
    out += ", text: 19" + std::to_string(10 + random().below(90)) + "-07-16}\n";
  } else if (recipe_.wide) {
    out += "  date: 1998-09-24\n";
  }
  in_note_ = false;
  if (public_.one_in(3)) return out + "  number: " + secret_word("b3") + "\n";
  return out + "  number: IR 97-40131\n";
}

std::string Composer::title_field(const std::string& name) {
  switch (public_.below(4)) {
    case 0:
      return "  " + name + ":\n" + secret_portion(4, false, true);
    case 1:
      return "  " + name + ": " + quoted(prose(20)) + "\n";
    default:
      return "";
  }
}

std::string Composer::notes() {
  in_note_ = true;
  std::string out;
  for (size_t i = 0; i < notes_; ++i) out += note(i);
  in_note_ = false;
  return out;
}

std::string Composer::note(size_t index) {
  const std::string name = "  n" + std::to_string(index) + ":\n";
  if (public_.one_in(3)) return name + secret_portion(4, true, true);
  const std::string marked = mark();
  const Hide hide(*this, is_above(marked));
  return name + "    mark: " + marked + "\n    text: " + scalar(shown_prose(), 6) + "\n";
}

}  // namespace sable::property
