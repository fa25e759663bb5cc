// What every part of layout works with.
//
// In:  the input of lay_out.
// Out: faces for styles, the structure under construction, problems found.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "layout/layout.h"
#include "layout/note_numbers.h"
#include "layout/page_labels.h"
#include "layout/page_references.h"
#include "layout/structure_builder.h"

namespace sable::layout {

// What running elements show on one page.
struct PageFacts {
  uint32_t number = 0;  // from 1
  uint32_t count = 0;
  // The same with every page that a sheet stands for, and how many this one does.
  uint32_t running_number = 0, stands_for = 1;
  PageLabel label;
  std::string last_label;  // of the last page of its part
  marking::Marking mark;
  std::string section_title;
  uint32_t line = 0;           // of the number of a line: that line
  bool reverse_blank = false;  // the other side of the sheet is blank
};

struct NumberedLine {
  base::Length baseline;
  base::Length shift;  // of its column
};

// A stretch of a line's text.
struct TextPiece {
  std::string_view text;  // no line ends
  text::RunShape shape = {};
};

// Styles as they are, but for their sizes: of text that is set smaller to fit.
class ScaledStyles {
 public:
  ScaledStyles(const style::StyledTree& styled, int percent) : styled_(styled), percent_(percent) {}

  // Stays where it is.
  const style::ComputedStyle& style(style::StyleId id);

 private:
  const style::StyledTree& styled_;
  int percent_;
  std::map<style::StyleId, style::ComputedStyle> styles_;
};

class Context {
 public:
  Context(const Input& from, Pages& to) : input(from), pages(to), structure(to.structure) {}

  const Input& input;
  Pages& pages;
  StructureBuilder structure;
  text::LineBreaker line_breaker;
  base::Diagnostics problems;
  // Set while a running element is laid out; null in the body.
  const PageFacts* facts = nullptr;
  // Targets of references: the text of the headings, by id.
  std::map<std::string, std::string, std::less<>> titles;
  // The numbers of what is numbered before layout (headings, tables), by id.
  std::map<std::string, std::string, std::less<>> numbers;
  // The numbers of the notes that were called so far, by id.
  std::map<std::string, std::string, std::less<>> note_numbers;
  // Of notes numbered by page; null where none are.
  const PageNumbering* page_numbering = nullptr;
  // The pages of places, as the pass before has them; null where nothing asks for them.
  PageReferences* page_references = nullptr;

  const style::ComputedStyle& style(style::StyleId id) const {
    return scaled_ == nullptr ? input.styled.style(id) : scaled_->style(id);
  }
  const style::StyledNode& styled(markup::NodeId id) const { return input.styled.nodes[id]; }
  const markup::Node& node(markup::NodeId id) const { return input.tree.node(id); }

  // Until null is given all styles are those.
  void scale(ScaledStyles* styles) { scaled_ = styles; }

  // The faces of a style's families, in order of preference. Empty, with a
  // diagnostic, if the manifest has none of them.
  const std::vector<text::FontId>& faces(const style::ComputedStyle& style);

  // Distances of the first face's ascent and descent from the baseline.
  base::Length ascent(const style::ComputedStyle& style);
  base::Length descent(const style::ComputedStyle& style);
  base::Length cap_height(const style::ComputedStyle& style);

  // A piece in one style, cut where the face changes; appended to `runs` in the
  // order of the text. A character that no face has is a problem, once for each.
  void shape(const TextPiece& piece, const style::ComputedStyle& style,
             const markup::Provenance& provenance, std::vector<const text::ShapedRun*>& runs);
  void shape(std::string_view text, const style::ComputedStyle& style,
             const markup::Provenance& provenance, std::vector<const text::ShapedRun*>& runs) {
    shape(TextPiece{text}, style, provenance, runs);
  }
  // The same for text that is known to be in the first face.
  const text::ShapedRun* shape_simple(std::string_view text, const style::ComputedStyle& style);
  const text::ShapedRun* hyphen(const style::ComputedStyle& style);

  PageLabels page_labels;

  // The lines on each page that are numbered.
  std::vector<std::vector<NumberedLine>> numbered_lines;

  bool reorders = false;  // some line stands in another order than its text

  void problem(base::Diagnostic diagnostic) { problems.push_back(std::move(diagnostic)); }

 private:
  text::ShapeRequest request(const TextPiece& piece, const style::ComputedStyle& style,
                             text::FontId font);
  // What a piece is shaped for.
  struct Shaping {
    const style::ComputedStyle& style;
    const markup::Provenance& provenance;
    std::vector<const text::ShapedRun*>& runs;
  };
  // The faces of the style's families, then those of the fallback families, which
  // are opened when a character needs them; nullopt: there is trouble with it.
  std::optional<text::FontId> nth_face(const style::ComputedStyle& style, size_t n);
  void shape_small_caps(const TextPiece& piece, const Shaping& shaping);
  // With the face `n`, and what it lacks with those behind it.
  void shape_from(size_t n, const TextPiece& piece, const Shaping& shaping);
  void no_face_has(std::string_view text, const Shaping& shaping);
  base::Length font_length(const style::ComputedStyle& style, int32_t text::FontMetrics::*metric);

  using FaceKey = std::tuple<style::FamilyId, style::FontSlant, uint16_t>;
  std::map<FaceKey, std::vector<text::FontId>> faces_;
  FaceKey last_key_{};
  const std::vector<text::FontId>* last_faces_ = nullptr;
  ScaledStyles* scaled_ = nullptr;
  std::string features_;  // of the request under way
  std::map<std::tuple<size_t, style::FontSlant, uint16_t>, std::optional<text::FontId>> fallbacks_;
  std::map<text::FontId, bool> small_caps_;
  std::set<std::string, std::less<>> missing_;
};

// The features of a style in HarfBuzz's spelling.
std::string feature_list(const style::ComputedStyle& style);

}  // namespace sable::layout
