// Writes one random report: what is public is drawn from one stream of numbers,
// what is secret from another, so that two reports can differ in secrets alone.
//
// In:  two seeds, what varies.
// Out: the YAML of a report that `check` accepts, and the files that it names.
//
// The rule that all of this rests on: while nothing hidden is open, only `public_`
// is asked, and what is asked of it never hangs on an answer of `secret_`.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "random.h"

namespace sable::property {

using Files = std::map<std::string, std::string>;

// What a release withholds, and so what may differ between the two of a pair.
struct Varying {
  std::vector<std::string_view> codes;  // a redaction with one of them
  size_t ceiling = ~size_t{0};          // a portion with a mark above it: place in kMarks
  // The release leaves it out: what is declared of a redaction may differ too.
  bool omits = false;
};

// Under what a redaction stands.
struct Ground {
  std::string codes;
  bool released = false;  // on appeal: each release shows it, for all its codes
};

struct Recipe {
  uint64_t shown = 0, hidden = 0;  // seeds
  bool figures = false;            // at the end
  // Every template, setting and kind of redaction, and words that fonts have; else
  // what can be read without a folder.
  bool wide = false;
  Varying varying = {};
  std::string_view template_name = "plain";
  bool references = true;  // what is left out may not be referred to
  // `appeal` may come after a release of an earlier version, `earlier.yaml`.
  bool has_earlier = false;
  bool is_earlier = false;  // it is that version
};

class Composer {
 public:
  explicit Composer(const Recipe& recipe);

  std::string compose();
  // Files of values that the report names.
  const Files& files() const { return files_; }

 private:
  // While it lives, and if `on`, what is written is secret.
  class Hide {
   public:
    Hide(Composer& composer, bool on) : hidden_(composer.hidden_), on_(on) { hidden_ += on_; }
    ~Hide() { hidden_ -= on_; }
    Hide(const Hide&) = delete;
    Hide& operator=(const Hide&) = delete;

   private:
    int& hidden_;
    bool on_;
  };

  // Where text is drawn from: the same code makes what is shown and what is not.
  Random& random() { return hidden_ > 0 ? secret_ : public_; }
  bool hides() const { return hidden_ > 0; }
  // Whether a redaction under these codes, or a portion with that mark, may differ.
  bool varies(std::string_view codes) const;
  bool varies(const Ground& ground) const { return !ground.released && varies(ground.codes); }
  bool is_above(std::string_view mark) const;

  std::string id(char kind);
  std::string new_id(char kind);
  std::string codes();
  Ground ground();
  std::string mark();
  // Of a portion that is withheld, or in one; its `own` is told by releases that show
  // marks.
  std::string withheld_mark(bool own);

  // Prose: composer_prose.cc.
  std::string words(size_t count, bool odd);
  std::string one_line(size_t count, bool odd);
  std::string_view odd_word();
  std::string piece();
  std::string entry();
  std::string reference();
  std::string prose(size_t length);
  std::string shown_prose();
  size_t secret_length();
  std::string secret_prose();
  std::string secret_paragraphs(bool several);
  std::string secret_words(size_t most);
  std::string span();
  std::string note_call();
  std::string secret_note();
  std::string scalar(const std::string& text, size_t indent);

  // The head, fields, notes, releases: composer_fields.cc.
  std::string head();
  std::string head_lists();
  std::string marking();
  std::string titles();
  std::string title_field(const std::string& name);
  std::string secret_word(const std::string& code);
  std::string redact(const Ground& ground, bool pages = false);
  // Without an extent.
  std::string redact_as_it_is(const Ground& ground);
  std::string secret_portion(size_t indent, bool several, bool may_lack);
  std::string notes();
  std::string note(size_t index);

  // The releases: composer_releases.cc.
  std::string releases();
  std::string foia(bool of_earlier);
  std::string appeal(bool of_earlier);
  std::string copy();
  std::string looks();

  // Decisions: composer_decisions.cc.
  // What of a redaction's codes, statute and id stands in the report; the rest is left to
  // the decision about it.
  struct Naming {
    std::string codes, statute, id;
  };
  Naming naming(const Ground& ground);
  // The same between braces behind an inline redaction, and whatever else there is.
  std::string inline_naming(const Ground& ground, const std::string& more = "");
  void decide(const std::string& id, const Ground& ground, const Naming& left);
  std::string history(const Ground& ground, bool referred, bool late);

  // Blocks: composer_blocks.cc. `indent` is that of the dashes.
  std::string blocks(size_t indent, size_t count, int depth);
  std::string block(size_t indent, int depth);
  // `own`: it is withheld whole itself.
  std::string text_box(size_t indent, int depth, bool own = false);
  std::string box_title(size_t indent);
  std::string body(size_t indent, int depth);
  std::string list(const std::string& dash, size_t indent);
  std::string list_of(size_t indent, int depth);
  std::string terms(size_t indent);
  std::string term(size_t indent);
  std::string code(size_t indent);
  std::string language(size_t indent);
  std::string paragraph(const std::string& dash, size_t indent);
  std::string withheld_paragraph(const std::string& dash, size_t indent);
  std::string run_in(size_t indent);
  std::string heading(const std::string& dash, size_t indent);
  std::string bullets(size_t indent, int depth);
  std::string bullet(size_t indent, int depth);
  std::string withheld_bullet(size_t indent, int depth);
  std::string section(size_t indent, int depth);
  std::string withheld_block(const std::string& dash, size_t indent, int depth);

  // Tables and figures: composer_tables.cc.
  std::string table(size_t indent, bool own = false);
  std::string table_caption(size_t indent);
  std::string values_table(size_t indent);
  std::string values_file(size_t rows, const std::string& column, const std::string& row,
                          const std::string& cell);
  std::string columns(const std::string& pad, size_t count, size_t withheld,
                      const std::string& codes);
  std::string row(size_t indent, size_t count, size_t withheld, bool hidden_column);
  std::string cell(size_t indent, size_t span, bool withheld, bool hidden);
  std::string withheld_row(size_t indent, size_t count);
  std::string figures(size_t count);
  std::string figure(size_t indent);
  std::string figure_texts(const std::string& pad);
  std::string withheld_figure(size_t indent);

  Recipe recipe_;
  bool decided_ = false;      // there is a file of decisions
  bool two_persons_ = false;  // each redaction has been approved by a second
  std::string decisions_;
  bool shown_decisions_ = false;  // both of a pair have some
  std::string office_;            // the equity of one of them
  Random public_;
  Random secret_;
  int hidden_ = 0;              // withheld things around the place of writing
  int spans_ = 0;               // spans around it
  bool numbers_ = false;        // sections
  bool in_note_ = false;        // or in another text that calls no notes
  bool shows_marks_ = false;    // a release does, of withheld portions
  bool overall_ = true;         // is declared
  bool plain_secrets_ = false;  // fonts have all characters of what is withheld
  std::string above_;           // the mark that unmarked portions count as; empty: the overall
  size_t ids_ = 0;
  size_t secret_ids_ = 0;
  std::vector<std::string> reference_ids_;  // of what both of a pair have
  size_t notes_ = 0;
  std::vector<std::string> secret_notes_;
  std::string secret_note_texts_;
  Files files_;
};

// A double-quoted scalar.
std::string quoted(std::string_view text);

// What portions are marked with, lowest first.
inline constexpr std::string_view kMarks[] = {"U", "C", "S", "S//NF"};

}  // namespace sable::property
